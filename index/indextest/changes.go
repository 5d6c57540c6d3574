package indextest

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"clusterlotse/index"
)

func testTerms(t *testing.T, s *suite) {
	x := s.with(t, append(fixture(), index.Document{ID: "e", Text: map[string][]string{"body": {"z", "Z", "ä", "a\xff"}}})...)
	want := []index.TermCount{
		{Term: "Z", Documents: 1}, {Term: "a\xff", Documents: 1}, {Term: "x", Documents: 2}, {Term: "y", Documents: 2},
		{Term: "z", Documents: 2}, {Term: "ä", Documents: 1},
	}
	if got := mustTerms(t, x, "body"); !slices.Equal(got, want) {
		t.Errorf("Terms = %v, want %v", got, want)
	}
	for _, field := range []string{"nothing", "", "colour"} {
		if got := mustTerms(t, x, field); len(got) != 0 {
			t.Errorf("Terms(%q) = %v, want none", field, got)
		}
	}
}

func testEmpty(t *testing.T, s *suite) {
	x := s.open(t)
	t.Cleanup(func() { mustClose(t, x) })
	if got := mustState(t, x); got != (index.State{}) {
		t.Errorf("new engine has state %+v", got)
	}
	wantEmpty(t, x)
	mustApply(t, x, index.Changes{Fingerprint: "nothing yet", Delete: []string{"who"}})
	if got, want := mustState(t, x), (index.State{Fingerprint: "nothing yet"}); got != want {
		t.Errorf("state %+v, want %+v", got, want)
	}
	wantEmpty(t, x)
}

func wantEmpty(t *testing.T, x index.Index) {
	t.Helper()
	clause := term("body", "x")
	for _, q := range []index.Query{{Limit: 10}, {Clause: &clause, Limit: 10, Explain: true}} {
		q.Facets = []index.FacetRequest{{Field: "colour"}}
		r := mustSearch(t, x, q)
		wantScores(t, r, nil)
		wantFacets(t, r, index.Facet{Field: "colour"})
	}
	if got := mustTerms(t, x, "body"); len(got) != 0 {
		t.Errorf("Terms of an empty engine = %v", got)
	}
}

func testApply(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	one := func(id, body string) index.Document {
		return index.Document{ID: id, Text: map[string][]string{"body": {body}}}
	}
	for _, c := range []struct {
		name    string
		changes index.Changes
		want    []string // all documents
		x       []string // those with x in body
	}{
		{"nothing but the fingerprint", index.Changes{Fingerprint: "1"}, []string{"a", "b", "c", "d"}, []string{"b", "a"}},
		{"add", index.Changes{Fingerprint: "2", Put: []index.Document{one("e", "y")}}, []string{"a", "b", "c", "d", "e"}, []string{"b", "a"}},
		{"replace one", index.Changes{Fingerprint: "3", Put: []index.Document{one("a", "z")}}, []string{"a", "b", "c", "d", "e"}, []string{"b"}},
		{"delete", index.Changes{Fingerprint: "4", Delete: []string{"b", "b", "who", ""}}, []string{"a", "c", "d", "e"}, nil},
		{"delete and put", index.Changes{Fingerprint: "5", Delete: []string{"c"}, Put: []index.Document{one("f", "x")}}, []string{"a", "d", "e", "f"}, []string{"f"}},
		{"delete and put of one ID", index.Changes{Fingerprint: "6", Delete: []string{"a"}, Put: []index.Document{one("a", "x")}}, []string{"a", "d", "e", "f"}, []string{"a", "f"}},
		{"empty fingerprint", index.Changes{Delete: []string{"d"}}, []string{"a", "e", "f"}, []string{"a", "f"}},
		{"new generation", index.Changes{Fingerprint: "7", Replace: true, Delete: []string{"g", "a"}, Put: []index.Document{one("g", "x"), one("b", "y")}}, []string{"b", "g"}, []string{"g"}},
		{"delete all", index.Changes{Fingerprint: "8", Delete: []string{"g", "b"}}, nil, nil},
		{"add to nothing", index.Changes{Fingerprint: "9", Put: []index.Document{one("h", "x")}}, []string{"h"}, []string{"h"}},
		{"empty generation", index.Changes{Fingerprint: "10", Replace: true}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			mustApply(t, x, c.changes)
			if got, want := mustState(t, x), (index.State{Fingerprint: c.changes.Fingerprint, Documents: len(c.want)}); got != want {
				t.Errorf("state %+v, want %+v", got, want)
			}
			wantIDs(t, mustSearch(t, x, index.Query{Limit: 10}), c.want...)
			body := term("body", "x")
			wantIDs(t, mustSearch(t, x, index.Query{Clause: &body, Limit: 10}), c.x...)
		})
	}
}

// testOddDocuments stores what is allowed though unusual.
func testOddDocuments(t *testing.T, s *suite) {
	x := s.with(t,
		index.Document{ID: "bare"},
		index.Document{ID: "empty fields", Text: map[string][]string{"body": {}, "": {"x"}}, Keywords: map[string][]string{"colour": nil}},
		index.Document{ID: "id with\x00 bytes \xff/ä", Text: map[string][]string{"body": {"x", "\x00\xff"}}, Keywords: map[string][]string{
			"body": {"", "two words", "\xff\x00", "two words"},
		}},
		index.Document{ID: "_id", Text: map[string][]string{"_id": {"x"}}, Keywords: map[string][]string{"_id": {"v"}}, Point: &index.Point{Lat: -90, Lon: 180}},
	)
	odd := "id with\x00 bytes \xff/ä"
	check := func(t *testing.T) {
		wantIDs(t, mustSearch(t, x, index.Query{Limit: 10}), "_id", "bare", "empty fields", odd)
		for _, c := range []struct {
			clause index.Clause
			want   scores
		}{
			{term("body", "x"), scores{odd: bm25(1, 1, 1, 2, 2)}},
			{term("body", "\x00\xff"), scores{odd: bm25(1, 1, 1, 2, 2)}},
			{term("", "x"), scores{"empty fields": bm25(1, 1, 1, 1, 1)}},
			{term("_id", "x"), scores{"_id": bm25(1, 1, 1, 1, 1)}},
			{keyword("body", ""), scores{odd: 1}},
			{keyword("body", "two words"), scores{odd: 1}},
			{keyword("body", "two"), scores{}},
			{keyword("body", "\xff\x00"), scores{odd: 1}},
			{keyword("_id", "v"), scores{"_id": 1}},
		} {
			wantScores(t, mustSearch(t, x, index.Query{Clause: &c.clause, Limit: 10}), c.want)
		}
		r := mustSearch(t, x, index.Query{Facets: []index.FacetRequest{{Field: "body"}, {Field: "colour"}}})
		wantFacets(t, r, index.Facet{Field: "body", Buckets: []index.Bucket{{Value: "", Count: 1}, {Value: "two words", Count: 1}, {Value: "\xff\x00", Count: 1}}},
			index.Facet{Field: "colour"})
	}
	check(t)
	mustApply(t, x, index.Changes{Fingerprint: "again"}) // what is stored survives
	check(t)
}

func testRefusedPut(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	all := index.Query{Limit: 10, Facets: []index.FacetRequest{{Field: "colour"}}}
	before := mustSearch(t, x, all)
	twice := []index.Document{{ID: "n"}, {ID: "m"}, {ID: "n"}}
	for _, replace := range []bool{false, true} {
		c := index.Changes{Replace: replace, Fingerprint: "refused", Put: twice, Delete: []string{"a"}}
		if err := x.Apply(context.Background(), c); err == nil {
			t.Errorf("Apply with one ID twice, Replace %v: no error", replace)
		}
	}
	if after := mustSearch(t, x, all); !reflect.DeepEqual(before, after) {
		t.Errorf("a refused Apply changed %v to %v", before, after)
	}
	if got := mustState(t, x); got.Fingerprint != "fixture" {
		t.Errorf("a refused Apply left %+v", got)
	}
}

func testCancelled(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := x.Apply(ctx, index.Changes{Replace: true, Fingerprint: "cancelled"}); !errors.Is(err, context.Canceled) {
		t.Errorf("Apply = %v, want %v", err, context.Canceled)
	}
	if _, err := x.Search(ctx, index.Query{Limit: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("Search = %v, want %v", err, context.Canceled)
	}
	if got, want := mustState(t, x), (index.State{Fingerprint: "fixture", Documents: 4}); got != want {
		t.Errorf("a cancelled Apply left %+v, want %+v", got, want)
	}
}

func testClosed(t *testing.T, s *suite) {
	x := s.open(t)
	mustApply(t, x, index.Changes{Put: fixture(), Fingerprint: "fixture"})
	for range 2 {
		mustClose(t, x)
		ctx := context.Background()
		_, searched := x.Search(ctx, index.Query{})
		_, listed := x.Terms(ctx, "body")
		_, stated := x.State(ctx)
		applied := x.Apply(ctx, index.Changes{Put: fixture()})
		for call, err := range map[string]error{"Search": searched, "Terms": listed, "State": stated, "Apply": applied} {
			if !errors.Is(err, index.ErrClosed) {
				t.Errorf("%s after Close = %v, want %v", call, err, index.ErrClosed)
			}
		}
	}
}

func testReopen(t *testing.T, s *suite) {
	if s.reopen == nil {
		t.Skip("the engine keeps nothing")
	}
	x := s.open(t)
	x = s.reopen(t, x)
	t.Cleanup(func() { mustClose(t, x) })
	if got := mustState(t, x); got != (index.State{}) {
		t.Errorf("never applied, reopened with %+v", got)
	}
	clause := term("body", "x")
	q := index.Query{Clause: &clause, Limit: 10, Near: &index.Near{Center: konstanz, ScaleKm: 30}, Facets: []index.FacetRequest{{Field: "colour"}}}
	for _, c := range []index.Changes{
		{Replace: true, Put: fixture(), Fingerprint: "first"},
		{Delete: []string{"a"}, Fingerprint: "second"},
		{Put: fixture()[2:3], Fingerprint: "third"},
		{Replace: true, Fingerprint: "fourth"},
		{Put: fixture(), Fingerprint: "fifth"},
	} {
		mustApply(t, x, c)
		state, result, terms := mustState(t, x), mustSearch(t, x, q), mustTerms(t, x, "body")
		x = s.reopen(t, x)
		if got := mustState(t, x); got != state {
			t.Errorf("reopened with %+v, want %+v", got, state)
		}
		if got := mustSearch(t, x, q); !reflect.DeepEqual(got, result) {
			t.Errorf("%s: reopened it finds %+v, want %+v", c.Fingerprint, got, result)
		}
		if got := mustTerms(t, x, "body"); !slices.Equal(got, terms) {
			t.Errorf("%s: reopened it has terms %v, want %v", c.Fingerprint, got, terms)
		}
	}
}
