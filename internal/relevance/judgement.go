package relevance

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"clusterlotse/internal/match"
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
	Q        string  `json:"q"`
	Class    string  `json:"class"`
	Relevant []Grade `json:"relevant"`
}

// Company is a judged firm: what an adviser would name, and the networks it
// really belongs to.
type Company struct {
	ID          string       `json:"id"`
	ProfileDE   string       `json:"profile_de"`
	NeedsDE     []string     `json:"needs_de"`
	City        string       `json:"city"`
	Relevant    []Grade      `json:"relevant"`
	Memberships []Membership `json:"memberships"`
}

// Membership is a network that a firm belongs to or was supported by.
type Membership struct {
	NetworkID string `json:"network_id"`
}

// Text is what a company says: its profile and then its needs.
func (c *Company) Text() string {
	return strings.TrimSpace(c.ProfileDE + "\n" + strings.Join(c.NeedsDE, "\n"))
}

// Request is what the company asks, answered without the verdict on itself. A town
// that locate does not know is left out, as a user would after the error.
func (c *Company) Request(locate func(town string) bool) match.Request {
	r := match.Request{
		Lang: "de", Limit: match.MaxLimit, Company: profile.Company{Text: c.Text()}, LeaveOut: map[string]bool{c.ID: true},
	}
	if locate(c.City) {
		r.Company.Place = c.City
	}
	return r
}

// Judged are the companies as the matching learns from them.
func Judged(companies []Company, locate func(town string) bool) []match.Judged {
	judged := make([]match.Judged, len(companies))
	for i := range companies {
		c := &companies[i]
		judged[i] = match.Judged{ID: c.ID, Request: c.Request(locate), Grades: grades(c.Relevant)}
	}
	return judged
}

// ReadQueries reads judged queries, one JSON object a line. Errors name the
// line.
func ReadQueries(r io.Reader) ([]Query, error) { return readLines[Query](r) }

// ReadCompanies reads judged companies, one JSON object a line. Errors name the
// line.
func ReadCompanies(r io.Reader) ([]Company, error) { return readLines[Company](r) }

func readLines[T any](r io.Reader) ([]T, error) {
	var out []T
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	for number := 1; scanner.Scan(); number++ {
		if len(strings.TrimSpace(scanner.Text())) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		out = append(out, v)
	}
	return out, scanner.Err()
}

func grades(list []Grade) map[string]int {
	m := map[string]int{}
	for _, g := range list {
		m[g.NetworkID] = g.Grade
	}
	return m
}
