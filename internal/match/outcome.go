package match

import (
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// Limits of a request. A request beyond them is refused, never cut in silence.
const (
	MaxTextRunes = 20_000
	MaxConcepts  = 50
	MaxLimit     = search.MaxLimit
	DefaultLimit = 10
)

// Request is who asks and how the answer shall look.
type Request struct {
	Company profile.Company
	// Lang is the language of the answer, "de" or "en".
	Lang string
	// Limit is the number of matches returned, 1 to MaxLimit; 0 means
	// DefaultLimit.
	Limit int
}

// Outcome is the answer to a Request.
type Outcome struct {
	Understood Understood
	// Matches fall by score.
	Matches []Match
	// Portfolio are networks that together cover what was asked for.
	Portfolio []Part
	// Abstained says that nothing fits; Matches is empty then.
	Abstained bool
}

// Understood is what the request was taken to mean.
type Understood struct {
	Concepts []Understanding `json:"concepts"`
	Place    *place.Place    `json:"place,omitempty"`
	Phase    string          `json:"phase,omitempty"`
	Size     string          `json:"size,omitempty"`
	// Notes say in the asker's language what was not understood or not used.
	Notes []string `json:"notes,omitempty"`
}

// Understanding is one concept with the words of the text it was read from.
type Understanding struct {
	search.Concept
}

// Match is one network with the reasons why it fits.
type Match struct {
	Network *profile.Network
	// Score is the sum of the scores of Reasons, above 0 and at most 1.
	Score      float64
	DistanceKm float64
	Reasons    []profile.Reason
	// Missing says in the asker's language what the network does not offer.
	Missing []string
}

// Part is one network of a portfolio and the concepts it brings.
type Part struct {
	Network *profile.Network
	Covers  []search.Concept
}
