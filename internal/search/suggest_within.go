package search

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"clusterlotse/index"
	"clusterlotse/internal/place"
)

// membership knows the living networks that pass some filters.
type membership struct {
	ids    map[string]bool
	counts map[string]map[string]int
	towns  map[string]place.Place
	// seats answers for the towns; it is made when the first of them is counted.
	seats func() seatGrid
}

// filterOf says which filter the concepts of a scheme belong to.
var filterOf = func() map[string]string {
	names := map[string]string{}
	for name, scheme := range fieldScheme {
		names[scheme] = name
	}
	return names
}()

// SuggestWithin is Suggest under the filters of a request: only what some living
// network within them stands behind is suggested, with the number of these. Of
// the request, Query, Limit, Lang and the filters count; without filters it is
// Suggest. An *InputError says that the query is too long or that a filter has a
// value which does not exist.
func (e *Engine) SuggestWithin(ctx context.Context, r Request) ([]Suggestion, error) {
	if utf8.RuneCountInString(r.Query) > MaxQueryRunes {
		return nil, inputError(r.Lang, "query_too_long", "q", MaxQueryRunes)
	}
	if err := e.checkFilters(&r); err != nil {
		return nil, err
	}
	filtered := slices.ContainsFunc(FilterNames, func(name string) bool { return len(r.Filter(name)) > 0 })
	if !filtered || foldKey(r.Query) == "" {
		return e.complete(r.Query, r.Limit, r.Lang, nil), nil
	}
	within, err := e.membership(ctx, &r)
	if err != nil {
		return nil, err
	}
	return e.complete(r.Query, r.Limit, r.Lang, within), nil
}

// membership asks the index who passes the filters. They go into the clause,
// because the facet of a filter's own field would otherwise count all.
func (e *Engine) membership(ctx context.Context, r *Request) (*membership, error) {
	all := index.Clause{Op: index.OpAll, Children: []index.Clause{{Op: index.OpKeyword, Field: fieldStatus, Term: statusLiving}}}
	q := index.Query{Clause: &all, Limit: len(e.networks)}
	for _, name := range FilterNames {
		q.Facets = append(q.Facets, index.FacetRequest{Field: name})
		if values := r.Filter(name); len(values) > 0 {
			alternatives := index.Clause{Op: index.OpAny}
			for _, v := range values {
				alternatives.Children = append(alternatives.Children, index.Clause{Op: index.OpKeyword, Field: name, Term: v})
			}
			all.Children = append(all.Children, alternatives)
		}
	}
	found, err := e.index.Search(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	m := &membership{ids: map[string]bool{}, counts: map[string]map[string]int{}, towns: e.completer.towns}
	for _, f := range found.Facets {
		m.counts[f.Field] = map[string]int{}
		for _, b := range f.Buckets {
			m.counts[f.Field][b.Value] = b.Count
		}
	}
	for _, h := range found.Hits {
		m.ids[h.ID] = true
	}
	m.seats = sync.OnceValue(func() seatGrid { return e.completer.gridOf(m.ids) })
	return m, nil
}

// gridOf returns the seats of some networks.
func (c *completer) gridOf(ids map[string]bool) seatGrid {
	var seats []seat
	for id := range ids {
		if s, ok := c.seats[id]; ok {
			seats = append(seats, s)
		}
	}
	return newSeatGrid(seats)
}

// count is the number of networks within that stand behind a completion.
func (m *membership) count(c completion) int {
	switch {
	case c.concept != nil:
		return m.counts[filterOf[c.concept.Scheme]][c.ID]
	case c.Kind == "network" && m.ids[c.ID]:
		return 1
	case c.Kind == "place" && c.ID != "":
		return m.counts["region"][c.ID]
	case c.Kind == "place":
		return m.seats().near(m.towns[c.Text])
	}
	return 0
}
