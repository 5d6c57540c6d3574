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

// Sizes are the sizes that a company can give, in employees.
var Sizes = []string{"1-9", "10-49", "50-249", "250+"}

// Request is who asks and how the answer shall look.
type Request struct {
	Company profile.Company
	// Lang is the language of the answer, "de" or "en".
	Lang string
	// Limit is the number of matches returned, 1 to MaxLimit; 0 means
	// DefaultLimit.
	Limit int
	// LeaveOut are ids of cases that are passed over, so that a company can be
	// measured without the verdict on itself; none for those who ask. How rare a
	// concept is among the cases they still help to tell: where nothing may be left
	// of a case, Remember the others alone.
	LeaveOut map[string]bool

	read *reading // set by Corpus.Prepare
	// Without are concepts of the text that the asker did not mean, each as
	// "scheme:id", WithoutPlace for a place that the text names and WithoutSize for a
	// head count in it. They and the words they were read from count for nothing.
	Without []string
}

// Outcome is the answer to a Request.
type Outcome struct {
	Understood Understood
	// Matches fall by score.
	Matches []Match
	// Portfolio are two to four networks that together cover what was asked for,
	// none when one network does or few could.
	Portfolio []Part
	// Open is what no network of the portfolio covers, Contact whom to ask then,
	// and whom to ask when nothing fits; nil when the data names nobody.
	Open    []search.Concept
	Contact *profile.Network
	// Abstained says that nothing fits; Matches is empty then.
	Abstained bool
}

// Understood is what the request was taken to mean.
type Understood struct {
	Concepts []Understanding `json:"concepts"`
	Place    *place.Place    `json:"place,omitempty"`
	Phase    string          `json:"phase,omitempty"`
	Size     string          `json:"size,omitempty"`
	// SizeWords are the words of the text that the size was read from, empty when it
	// was given.
	SizeWords string `json:"size_words,omitempty"`
	// Dropped are concepts that were read and left out because Request.Without
	// names them.
	Dropped []search.Concept `json:"dropped,omitempty"`
	// DroppedPlace and DroppedSize are what the text says of them and Request.Without
	// leaves out.
	DroppedPlace *place.Place `json:"dropped_place,omitempty"`
	DroppedSize  string       `json:"dropped_size,omitempty"`
	// Excluded are concepts that the asker names only to rule them out.
	Excluded []search.Concept `json:"excluded,omitempty"`
	// Unknown are words of the text that stand behind no concept and in no
	// profile.
	Unknown []string `json:"unknown,omitempty"`
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
	Score float64
	// DistanceKm is how far the network's town is from the asker's place, −1 when one
	// of the two is not known.
	DistanceKm float64
	// Reasons fall by score.
	Reasons []profile.Reason
	// Sentence says in one sentence why the network fits, in the asker's language.
	Sentence string
	// Relation is set by Related only.
	Relation Relation
	// Missing says in the asker's language what the network does not offer.
	Missing []string
}

// Part is one network of a portfolio and the concepts it brings.
type Part struct {
	Network *profile.Network
	Covers  []Covered
	// Twice is what it covers besides that another network covers already.
	Twice []Covered
}

// Covered is a concept that the asker named and a network brings.
type Covered struct {
	search.Concept
	// As is the label of the broader concept by which it does, empty when it names
	// the concept itself or something narrower.
	As string `json:"as,omitempty"`
}

// Relation says how a network stands to another one.
type Relation string

// The relations.
const (
	Alike         Relation = "alike"         // shares the technologies
	Complementary Relation = "complementary" // shares the industries and brings other technologies
	Neighbour     Relation = "neighbour"     // sits next door
)
