package api

import (
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// SearchBody is the answer to a search.
type SearchBody struct {
	Total        int                     `json:"total" doc:"How many networks match, whatever the limit."`
	Hits         []HitBody               `json:"hits" doc:"Best first."`
	Facets       map[string][]BucketBody `json:"facets" doc:"Values of each filter among the matches: kind, region, industry, technology, need, phase."`
	Understood   UnderstoodBody          `json:"understood" doc:"What the query was taken to mean."`
	Corrected    string                  `json:"corrected" doc:"The query with its spelling mended, or empty."`
	Alternatives []AlternativeBody       `json:"alternatives" doc:"Ways out when nothing was found, or when filters leave little."`
	Absent       string                  `json:"absent" doc:"A sentence when what was asked for is not here, or empty."`
}

// AlternativeBody is another search, or somebody to ask.
type AlternativeBody struct {
	Kind    string      `json:"kind" enum:"spelling,broader,region,anywhere,filter,contact" doc:"What is other than in the search at hand; filter means one filter less."`
	Text    string      `json:"text" doc:"Names it in the asker's language."`
	Query   string      `json:"query" doc:"URL parameters of the other search; empty for a contact." example:"q=Energie"`
	Network *NetworkRef `json:"network,omitempty" doc:"Whom to ask, for a contact."`
	Count   int         `json:"count" doc:"How many networks it finds."`
}

// NetworkRef names a network.
type NetworkRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// HitBody is one network found.
type HitBody struct {
	ID         string         `json:"id" example:"packaging-valley-germany"`
	Name       string         `json:"name"`
	Kind       string         `json:"kind" example:"cluster-initiative"`
	City       string         `json:"city" doc:"Empty when no source states it."`
	Region     string         `json:"region" doc:"Name of the region; empty when no source states it."`
	Score      float64        `json:"score" doc:"Comparable within one answer only."`
	DistanceKm *float64       `json:"distance_km,omitempty" doc:"Distance to the place asked for, when there is one."`
	Summary    string         `json:"summary"`
	Website    string         `json:"website"`
	Ended      bool           `json:"ended" doc:"The network exists no more under this name."`
	Successor  *NetworkRef    `json:"successor,omitempty" doc:"The network it went into."`
	Fragments  []FragmentBody `json:"fragments" doc:"Pieces of the profile that match."`
	Why        []string       `json:"why" doc:"What matched, in the asker's language."`
}

// FragmentBody is a piece of a profile with the matched words marked.
type FragmentBody struct {
	Field string     `json:"field" doc:"Key of the profile." example:"services"`
	Text  string     `json:"text" doc:"Plain text, never HTML."`
	Marks []MarkBody `json:"marks" doc:"They rise and do not overlap."`
}

// MarkBody is a matched part of a text.
type MarkBody struct {
	Start int `json:"start" doc:"Byte offset into the UTF-8 of text."`
	End   int `json:"end" doc:"Byte offset behind the last byte."`
}

// BucketBody is one value of a facet.
type BucketBody struct {
	Value    string `json:"value" doc:"What the filter takes."`
	Label    string `json:"label"`
	Count    int    `json:"count"`
	Selected bool   `json:"selected"`
}

// UnderstoodBody is what a query was taken to mean.
type UnderstoodBody struct {
	Place      *place.Place     `json:"place,omitempty"`
	PlaceWords string           `json:"place_words" doc:"Words of the query that name the place; empty when it was given as near."`
	Concepts   []search.Concept `json:"concepts"`
	Missing    []string         `json:"missing" doc:"Words that occur in no profile."`
}

// SearchAnswer is what GET /api/v1/search sends for a result, with summaries in
// lang. No list in it is nil.
func SearchAnswer(result *search.Result, lang string) SearchBody {
	u := result.Understood
	body := SearchBody{
		Total: result.Total, Corrected: result.Corrected, Alternatives: alternatives(result.Alternatives), Absent: result.Absent,
		Hits: make([]HitBody, 0, len(result.Hits)), Facets: map[string][]BucketBody{},
		Understood: UnderstoodBody{
			Place: u.Place, PlaceWords: u.PlaceWords, Concepts: list(u.Concepts), Missing: list(u.Missing),
		},
	}
	for i := range result.Hits {
		body.Hits = append(body.Hits, hitAnswer(&result.Hits[i], lang))
	}
	for _, name := range search.FilterNames {
		body.Facets[name] = []BucketBody{}
	}
	for _, f := range result.Facets {
		for _, b := range f.Buckets {
			body.Facets[f.Name] = append(body.Facets[f.Name], BucketBody(b))
		}
	}
	return body
}

func hitAnswer(h *search.Hit, lang string) HitBody {
	n := h.Network
	body := HitBody{
		ID: n.ID, Name: n.Name, Kind: string(n.Kind), City: n.City, Region: n.Region,
		Score: h.Score, DistanceKm: distance(h.DistanceKm), Summary: n.Summary(lang), Website: n.Website,
		Ended: n.Ended(), Successor: refTo(h.Successor),
		Fragments: make([]FragmentBody, 0, len(h.Fragments)), Why: list(h.Why),
	}
	for _, f := range h.Fragments {
		fragment := FragmentBody{Field: f.Field, Text: f.Text, Marks: make([]MarkBody, 0, len(f.Marks))}
		for _, m := range f.Marks {
			fragment.Marks = append(fragment.Marks, MarkBody(m))
		}
		body.Fragments = append(body.Fragments, fragment)
	}
	return body
}

func alternatives(ways []search.Alternative) []AlternativeBody {
	bodies := make([]AlternativeBody, 0, len(ways))
	for _, a := range ways {
		bodies = append(bodies, AlternativeBody{Kind: a.Kind, Text: a.Text, Query: a.Query, Network: refTo(a.Network), Count: a.Count})
	}
	return bodies
}

func refTo(n *profile.Network) *NetworkRef {
	if n == nil {
		return nil
	}
	return &NetworkRef{ID: n.ID, Name: n.Name}
}

// distance leaves out a distance that is not known, which is −1 inside.
func distance(km float64) *float64 {
	if km < 0 {
		return nil
	}
	return &km
}

// list is the list itself, or an empty one for nil, which JSON would call null.
func list[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}
