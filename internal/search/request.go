package search

import (
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
)

// Limits of a request. A request beyond them is refused, never cut in silence.
const (
	MaxQueryRunes = 500
	MaxLimit      = 100
	DefaultLimit  = 10
	MaxOffset     = 10_000
	MaxRadiusKm   = 1_000
)

// Request is what somebody searches for. The zero value lists every network.
type Request struct {
	// Query is free text as typed, at most MaxQueryRunes characters.
	Query string
	// Kinds, Regions, Industries, Technologies, Needs and Phases are filters by
	// concept or region id. Values of one filter are alternatives, different
	// filters must all hold.
	Kinds, Regions, Industries, Technologies, Needs, Phases []string
	// Near is a place name or postcode; near networks rank before far ones. When
	// it is empty, a place named in Query takes its part.
	Near string
	// Anywhere takes a place named in Query for a word like any other.
	Anywhere bool
	// RadiusKm drops networks farther than this from Near; 0 keeps all.
	RadiusKm float64
	// Lang is the language of the answer, "de" or "en".
	Lang string
	// Limit is the number of hits returned, 1 to MaxLimit; Offset how many are
	// passed over first.
	Limit, Offset int
}

// FilterNames are the filters and facets of a search, in the order in which
// they are shown. They are also the names of the URL parameters.
var FilterNames = []string{"kind", "region", "industry", "technology", "need", "phase"}

// Filter returns the values of the filter of that name, nil for an unknown name.
func (r *Request) Filter(name string) []string {
	if p := r.filter(name); p != nil {
		return *p
	}
	return nil
}

func (r *Request) filter(name string) *[]string {
	switch name {
	case "kind":
		return &r.Kinds
	case "region":
		return &r.Regions
	case "industry":
		return &r.Industries
	case "technology":
		return &r.Technologies
	case "need":
		return &r.Needs
	case "phase":
		return &r.Phases
	}
	return nil
}

// Understood is what a request was taken to mean.
type Understood struct {
	// Place is where the asker is, or nil.
	Place *place.Place `json:"place,omitempty"`
	// PlaceWords are the words of the query that name the place, empty when it
	// was given as a parameter.
	PlaceWords string `json:"place_words,omitempty"`
	// Concepts are the concepts that were recognised in the query.
	Concepts []Concept `json:"concepts"`
	// Missing are words of the query that occur in no profile.
	Missing []string `json:"missing,omitempty"`
}

// Concept is a concept of the vocabulary as an answer shows it.
type Concept struct {
	Scheme string `json:"scheme"`
	ID     string `json:"id"`
	Label  string `json:"label"`
	// Words are the asker's own words for it, empty where there are none.
	Words string `json:"words,omitempty"`
}

// Result is the answer to a Request.
type Result struct {
	// Total is how many networks match, whatever the limit.
	Total int
	Hits  []Hit
	// Facets has one entry per name in FilterNames, in that order.
	Facets     []Facet
	Understood Understood
	// Corrected is the query with its spelling mended, or empty.
	Corrected string
	// Alternatives are the ways out when nothing was found, or when filters and a
	// radius leave little; otherwise none.
	Alternatives []Alternative
	// Absent says in a sentence of the asker's language that what was asked for
	// is not here; empty when something was found or an alternative finds it.
	Absent string
}

// Alternative is a way out of a search that found little: another search, or
// somebody to ask.
type Alternative struct {
	// Kind is "spelling" (another query), "broader" (a broader concept), "region"
	// (a region nearby), "anywhere" (without the place), "filter" (without one
	// filter) or "contact" (a network that serves the whole state).
	Kind string
	// Text names it in the asker's language: the query, concept, region, or
	// network, or the filter that is left out.
	Text string
	// Query are the URL parameters of the other search, empty for a contact.
	Query string
	// Network is the contact, nil for a search.
	Network *profile.Network
	// Count is how many networks it finds, always more than the search at hand; 1
	// for a contact.
	Count int
}

// Hit is one network found.
type Hit struct {
	Network *profile.Network
	Score   float64
	// DistanceKm is the distance to the asker's place, −1 when unknown.
	DistanceKm float64
	// Successor is the network that took over an ended one, or nil.
	Successor *profile.Network
	Fragments []Fragment
	// Why names in the asker's language what matched.
	Why []string
}

// Fragment is a piece of a profile with the matched words marked.
type Fragment struct {
	// Field is the key of the profile the text comes from, such as "services".
	Field string
	// Text is plain text, never HTML.
	Text string
	// Marks are the matched parts of Text as byte offsets; they do not overlap,
	// rise, and never cut a letter.
	Marks []Mark
}

// Mark is a matched part of a Fragment's text.
type Mark struct {
	Start, End int
}

// Facet counts the values of one filter among the matches.
type Facet struct {
	// Name is one of FilterNames.
	Name    string
	Buckets []Bucket
}

// Bucket is one value of a facet.
type Bucket struct {
	Value    string
	Label    string
	Count    int
	Selected bool
}

// Suggestion completes what somebody is typing.
type Suggestion struct {
	// Text is what the suggestion puts into the search box.
	Text string `json:"text"`
	// Kind is "network", "place" or the scheme of a concept.
	Kind string `json:"kind"`
	// ID is the network's, concept's or region's id where there is one.
	ID string `json:"id,omitempty"`
	// Count is how many networks stand behind it.
	Count int `json:"count"`
}
