package search

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// TestSuggestWithinCountsBehindTheFilter holds every suggestion to a search with
// the same filters: so many networks stand behind it, and never none.
func TestSuggestWithinCountsBehindTheFilter(t *testing.T) {
	e := realEngine(t)
	for _, r := range []Request{
		{Query: "med", Kinds: []string{"startup-contact"}}, {Query: "ma", Regions: []string{"neckar-alb"}},
		{Query: "k", Needs: []string{"mentoring"}, Regions: []string{"stuttgart", "ostwuerttemberg"}}, {Query: "ro", Technologies: []string{"robotics"}},
	} {
		r.Limit, r.Lang = MaxSuggestions, "de"
		found, err := e.SuggestWithin(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			t.Errorf("%+v suggests nothing", r)
		}
		for _, s := range found {
			checkBehind(t, e, r, s)
		}
	}
}

func checkBehind(t *testing.T, e *Engine, r Request, s Suggestion) {
	t.Helper()
	all := Request{Kinds: r.Kinds, Regions: r.Regions, Needs: r.Needs, Technologies: r.Technologies, Lang: "de", Limit: MaxLimit}
	result, err := e.Search(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	living := 0
	for _, h := range result.Hits {
		n := h.Network
		ids := []string{}
		for _, c := range e.Concepts(n, "de") {
			ids = append(ids, c.Scheme+":"+c.ID)
		}
		if n.Ended() {
			continue
		}
		seat, _ := e.Seat(n)
		switch {
		case s.Kind == "network" && n.ID == s.ID, s.Kind == "kinds" && string(n.Kind) == s.ID:
			living++
		case s.Kind == "place" && (s.ID == "" || seat.Region == s.ID), slices.Contains(ids, s.Kind+":"+s.ID):
			living++
		}
	}
	if s.Count < 1 || s.Kind == "network" && living != 1 || s.Kind == "place" && s.ID != "" && s.Count != living {
		t.Errorf("%+v: %+v, but %d networks stand behind it", r, s, living)
	}
	// A broad concept counts those of the narrower ones too.
	if s.Count < living && s.Kind != "place" || s.Count > result.Total {
		t.Errorf("%+v: %+v, of %d networks, %d of them with it", r, s, result.Total, living)
	}
}

// TestSuggestWithinIsSuggestWithoutFilters keeps both in step.
func TestSuggestWithinIsSuggestWithoutFilters(t *testing.T) {
	e := realEngine(t)
	for _, query := range []string{"", "pa", "medizn", "stutt", "ki"} {
		found, err := e.SuggestWithin(t.Context(), Request{Query: query, Limit: 8, Lang: "de"})
		if err != nil || !slices.Equal(found, suggest(t, e, query, 8)) {
			t.Errorf("%q: %v, %v; Suggest says %v", query, found, err, suggest(t, e, query, 8))
		}
	}
}

func TestSuggestWithinRefuses(t *testing.T) {
	e := realEngine(t)
	for code, r := range map[string]Request{
		"unknown_value": {Query: "pa", Kinds: []string{"nonsense"}}, "query_too_long": {Query: strings.Repeat("a", MaxQueryRunes+1)},
	} {
		var input *InputError
		if _, err := e.SuggestWithin(t.Context(), r); !errors.As(err, &input) || input.Code != code {
			t.Errorf("%s: got %v", code, err)
		}
	}
}
