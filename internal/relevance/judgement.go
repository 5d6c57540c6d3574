package relevance

import (
	"io"
	"strings"

	"clusterlotse/internal/jsonl"
	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
)

// Grade is how well a network answers: 3 exactly it, 2 clearly useful, 1
// marginal; a network that is not listed has grade 0.
type Grade struct {
	NetworkID string `json:"network_id"`
	Grade     int    `json:"grade"`
}

// Query is a judged search.
type Query struct {
	// Q is what was typed.
	Q string `json:"q"`
	// Class says what is hard about it; figures are given for each class.
	Class string `json:"class"`
	// Relevant are the networks that answer it, in any order.
	Relevant []Grade `json:"relevant"`
}

// Company is a judged firm: what an adviser would name, and the networks it
// really belongs to. What it says may stand there in German, in English or in
// both.
type Company struct {
	// ID is also that of the case that was learnt from it.
	ID string `json:"id"`
	// What it says of itself, and what it looks for.
	ProfileDE string   `json:"profile_de"`
	ProfileEN string   `json:"profile_en"`
	NeedsDE   []string `json:"needs_de"`
	NeedsEN   []string `json:"needs_en"`
	// City is where it sits, empty when nobody knows.
	City string `json:"city"`
	// Relevant are the networks that fit, in any order.
	Relevant []Grade `json:"relevant"`
	// Memberships may be old, and none are known of companies that were made up.
	Memberships []Membership `json:"memberships"`
}

// Membership is a network that a firm belongs to or was supported by.
type Membership struct {
	NetworkID string `json:"network_id"`
}

// Text is what a company says in a language, "de" or "en": its profile and then
// its needs. It is empty when the company says nothing in it.
func (c *Company) Text(lang string) string {
	said, needs := c.ProfileDE, c.NeedsDE
	if lang == "en" {
		said, needs = c.ProfileEN, c.NeedsEN
	}
	return strings.TrimSpace(said + "\n" + strings.Join(needs, "\n"))
}

// Speaking returns the companies that have a text in a language, "de" or "en", in
// their order; nil when none has.
func Speaking(companies []Company, lang string) []Company {
	var list []Company
	for i := range companies {
		if companies[i].Text(lang) != "" {
			list = append(list, companies[i])
		}
	}
	return list
}

// Request is what the company asks in a language, "de" or "en", answered without
// the verdict on itself. A town that the gazetteer does not know is left out, as a
// user would after the error.
func (c *Company) Request(lang string, g *place.Gazetteer) match.Request {
	r := match.Request{
		Lang: lang, Limit: match.MaxLimit, Company: profile.Company{Text: c.Text(lang)}, LeaveOut: map[string]bool{c.ID: true},
	}
	if _, ok := g.Find(c.City); ok {
		r.Company.Place = c.City
	}
	return r
}

// ReadQueries reads judged queries, one JSON object a line. Errors name the
// line.
func ReadQueries(r io.Reader) ([]Query, error) { return jsonl.Read[Query](r) }

// ReadCompanies reads judged companies, one JSON object a line. Errors name the
// line.
func ReadCompanies(r io.Reader) ([]Company, error) { return jsonl.Read[Company](r) }

// grades are those above 0 by network.
func grades(list []Grade) map[string]int {
	m := map[string]int{}
	for _, g := range list {
		if g.Grade > 0 {
			m[g.NetworkID] = g.Grade
		}
	}
	return m
}
