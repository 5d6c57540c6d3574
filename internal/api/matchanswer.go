package api

import (
	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// MatchBody is the answer to a company.
type MatchBody struct {
	Understood MatchUnderstoodBody `json:"understood" doc:"What the request was taken to mean."`
	Matches    []MatchItem         `json:"matches" doc:"They fall by score."`
	Portfolio  []PartBody          `json:"portfolio" doc:"A few networks that together cover what was asked for."`
	Open       []search.Concept    `json:"open" doc:"What no network of the portfolio covers."`
	Contact    *ContactBody        `json:"contact,omitempty" doc:"Whom to ask when nothing fits or something stays open."`
	Abstained  bool                `json:"abstained" doc:"Nothing fits; matches is empty then."`
}

// ContactBody is a general contact.
type ContactBody struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Website string `json:"website"`
}

// MatchUnderstoodBody is what a company's request was taken to mean.
type MatchUnderstoodBody struct {
	Concepts  []search.Concept `json:"concepts" doc:"With the asker's words they were read from, if any; typing errors are mended in them, as the notes say."`
	Place     *place.Place     `json:"place,omitempty"`
	Phase     string           `json:"phase" doc:"Id of the founders' phase, or empty."`
	Size      string           `json:"size" doc:"Employees: 1-9, 10-49, 50-249 or 250+; as given, or else as the text states; empty when neither does."`
	SizeWords string           `json:"size_words,omitempty" doc:"The asker's words that the size was read from; absent when it was given."`
	Excluded  []search.Concept `json:"excluded" doc:"Concepts that the text names only to rule them out."`
	Unknown   []string         `json:"unknown" doc:"Words that stand behind no concept and in no profile."`
	Notes     []string         `json:"notes" doc:"What was not understood or not used, in the asker's language."`
}

// MatchItem is one network and the reasons why it fits.
type MatchItem struct {
	ID         string           `json:"id" example:"packaging-valley-germany"`
	Name       string           `json:"name"`
	Kind       string           `json:"kind" example:"cluster-initiative"`
	City       string           `json:"city" doc:"Empty when no source states it."`
	Region     string           `json:"region" doc:"Name of the region; empty when no source states it."`
	DistanceKm *float64         `json:"distance_km,omitempty" doc:"Distance to the company's place, when both are known."`
	Summary    string           `json:"summary"`
	Website    string           `json:"website"`
	Score      float64          `json:"score" minimum:"0" maximum:"1" doc:"The sum of the reasons' scores."`
	Sentence   string           `json:"sentence" doc:"The strongest reason in one sentence, in the asker's language."`
	Relation   string           `json:"relation,omitempty" enum:"alike,complementary,neighbour" doc:"How a related network stands to the one asked about."`
	Reasons    []profile.Reason `json:"reasons"`
	Missing    []string         `json:"missing" doc:"What the network does not offer, in the asker's language."`
}

// PartBody is one network of a portfolio and the concepts it brings.
type PartBody struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Covers []match.Covered `json:"covers" doc:"What it brings; as is the broader concept by which it does, absent when it names the concept itself."`
	Twice  []match.Covered `json:"twice" doc:"What it covers besides that another network covers already."`
}

// RelatedBody lists networks alike to one.
type RelatedBody struct {
	ID      string      `json:"id" doc:"The network asked about."`
	Related []MatchItem `json:"related" doc:"They fall by score."`
}

// MatchAnswer is what POST /api/v1/match sends for an outcome, with summaries in
// lang. No list in it is nil.
func MatchAnswer(out *match.Outcome, lang string) MatchBody {
	u := out.Understood
	body := MatchBody{
		Understood: MatchUnderstoodBody{
			Concepts: make([]search.Concept, 0, len(u.Concepts)), Place: u.Place,
			Phase: u.Phase, Size: u.Size, SizeWords: u.SizeWords, Notes: list(u.Notes),
			Excluded: list(u.Excluded), Unknown: list(u.Unknown),
		},
		Matches: matchItems(out.Matches, lang), Portfolio: make([]PartBody, 0, len(out.Portfolio)), Abstained: out.Abstained,
		Open: list(out.Open),
	}
	if c := out.Contact; c != nil {
		body.Contact = &ContactBody{c.ID, c.Name, c.Website}
	}
	for _, c := range u.Concepts {
		body.Understood.Concepts = append(body.Understood.Concepts, search.Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label, Words: c.Words})
	}
	for _, p := range out.Portfolio {
		body.Portfolio = append(body.Portfolio, PartBody{p.Network.ID, p.Network.Name, list(p.Covers), list(p.Twice)})
	}
	return body
}

func matchItems(matches []match.Match, lang string) []MatchItem {
	items := make([]MatchItem, 0, len(matches))
	for _, m := range matches {
		n := m.Network
		items = append(items, MatchItem{
			Sentence: m.Sentence, Relation: string(m.Relation),
			ID: n.ID, Name: n.Name, Kind: string(n.Kind), City: n.City, Region: n.Region,
			DistanceKm: distance(m.DistanceKm), Summary: n.Summary(lang), Website: n.Website,
			Score: m.Score, Reasons: list(m.Reasons), Missing: list(m.Missing),
		})
	}
	return items
}
