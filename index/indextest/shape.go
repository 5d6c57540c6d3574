package indextest

import (
	"math"
	"slices"
	"testing"

	"clusterlotse/index"
)

func only(field string, values ...string) index.Filter {
	return index.Filter{Field: field, Values: values}
}

func not(field string, values ...string) index.Filter {
	return index.Filter{Field: field, Values: values, Not: true}
}

func testFilters(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	for _, c := range []struct {
		name    string
		filters []index.Filter
		want    []string
	}{
		{"one value", []index.Filter{only("colour", "red")}, []string{"a", "b"}},
		{"any of two values", []index.Filter{only("colour", "green", "blue")}, []string{"b", "c", "d"}},
		{"unknown value", []index.Filter{only("colour", "r")}, nil},
		{"known and unknown value", []index.Filter{only("colour", "pink", "red")}, []string{"a", "b"}},
		{"unknown field", []index.Filter{only("nothing", "red")}, nil},
		{"field some have", []index.Filter{only("reach", "state")}, []string{"c"}},
		{"not", []index.Filter{not("colour", "red")}, []string{"c", "d"}},
		{"not any of two", []index.Filter{not("colour", "red", "blue")}, []string{"d"}},
		{"not, field missing", []index.Filter{not("size", "s")}, []string{"b", "c"}},
		{"not, unknown field", []index.Filter{not("nothing", "red")}, []string{"a", "b", "c", "d"}},
		{"no values", []index.Filter{only("colour")}, []string{"a", "b", "c", "d"}},
		{"not, no values", []index.Filter{not("colour")}, []string{"a", "b", "c", "d"}},
		{"no values, unknown field", []index.Filter{only("nothing")}, []string{"a", "b", "c", "d"}},
		{"two fields", []index.Filter{only("colour", "red"), only("size", "s")}, []string{"a"}},
		{"one field twice", []index.Filter{only("colour", "red"), only("colour", "blue")}, []string{"b"}},
		{"contradiction", []index.Filter{only("colour", "red"), not("colour", "red")}, nil},
		{"text is no keyword", []index.Filter{only("body", "x")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := mustSearch(t, x, index.Query{Filters: c.filters, Limit: 10})
			wantIDs(t, r, c.want...)
			for _, h := range r.Hits {
				if h.Score != 1 {
					t.Errorf("a filter changes the score: %v", h)
				}
			}
		})
	}
}

func testFacets(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	colour := index.FacetRequest{Field: "colour"}
	body := term("body", "x")
	for _, c := range []struct {
		name  string
		query index.Query
		want  []index.Bucket
	}{
		{"everything", index.Query{}, []index.Bucket{{Value: "blue", Count: 2}, {Value: "red", Count: 2}, {Value: "green", Count: 1}}},
		{"with a clause", index.Query{Clause: &body}, []index.Bucket{{Value: "red", Count: 2}, {Value: "blue", Count: 1}}},
		{"own filter is left out", index.Query{Filters: []index.Filter{only("colour", "green")}},
			[]index.Bucket{{Value: "blue", Count: 2}, {Value: "red", Count: 2}, {Value: "green", Count: 1}}},
		{"own filters are left out", index.Query{Filters: []index.Filter{only("colour", "green"), not("colour", "green")}},
			[]index.Bucket{{Value: "blue", Count: 2}, {Value: "red", Count: 2}, {Value: "green", Count: 1}}},
		{"another filter counts", index.Query{Filters: []index.Filter{only("size", "s")}},
			[]index.Bucket{{Value: "green", Count: 1}, {Value: "red", Count: 1}}},
		{"own and another", index.Query{Filters: []index.Filter{only("size", "s"), only("colour", "blue")}},
			[]index.Bucket{{Value: "green", Count: 1}, {Value: "red", Count: 1}}},
		{"two others", index.Query{Filters: []index.Filter{only("size", "s"), only("reach", "state")}}, nil},
		{"circle counts", index.Query{Within: &index.Circle{Center: konstanz, Km: 10}},
			[]index.Bucket{{Value: "blue", Count: 1}, {Value: "green", Count: 1}}},
		{"page does not count", index.Query{Limit: 1, Offset: 3}, []index.Bucket{{Value: "blue", Count: 2}, {Value: "red", Count: 2}, {Value: "green", Count: 1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.query.Facets = []index.FacetRequest{colour}
			wantFacets(t, mustSearch(t, x, c.query), index.Facet{Field: "colour", Buckets: c.want})
		})
	}
	t.Run("many requests", func(t *testing.T) {
		r := mustSearch(t, x, index.Query{
			Filters: []index.Filter{only("size", "s")},
			Facets:  []index.FacetRequest{{Field: "size"}, {Field: "nothing"}, {Field: "colour", Size: 1}, {Field: "size", Size: 9}, {Field: "colour", Size: -1}},
		})
		sizes := []index.Bucket{{Value: "s", Count: 2}, {Value: "m", Count: 1}}
		wantFacets(t, r, index.Facet{Field: "size", Buckets: sizes}, index.Facet{Field: "nothing"},
			index.Facet{Field: "colour", Buckets: []index.Bucket{{Value: "green", Count: 1}}},
			index.Facet{Field: "size", Buckets: sizes},
			index.Facet{Field: "colour", Buckets: []index.Bucket{{Value: "green", Count: 1}, {Value: "red", Count: 1}}})
	})
}

func wantFacets(t *testing.T, r index.Result, want ...index.Facet) {
	t.Helper()
	if d := differFacets(r.Facets, want, len(want)); d != "" {
		t.Error(d)
	}
}

func testRules(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	blue := keyword("colour", "blue")
	for _, c := range []struct {
		name  string
		rules []index.Rule
		want  scores
	}{
		{"applies", []index.Rule{{Filter: only("size", "m"), Factor: 3}}, scores{"b": 3, "c": 1}},
		{"not", []index.Rule{{Filter: not("size", "m"), Factor: 0.5}}, scores{"b": 1, "c": 0.5}},
		{"no values apply to all", []index.Rule{{Filter: only("size"), Factor: 2}}, scores{"b": 2, "c": 2}},
		{"unknown field applies to none", []index.Rule{{Filter: only("nothing", "m"), Factor: 9}}, scores{"b": 1, "c": 1}},
		{"several", []index.Rule{{Filter: only("size", "m"), Factor: 3}, {Filter: only("colour", "blue"), Factor: 5}}, scores{"b": 15, "c": 5}},
		{"factor 0 still matches", []index.Rule{{Filter: only("size", "m"), Factor: 0}}, scores{"b": 0, "c": 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantScores(t, mustSearch(t, x, index.Query{Clause: &blue, Rules: c.rules, Limit: 10}), c.want)
		})
	}
}

func testNear(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	toKarlsruhe, toKonstanz := kilometres(stuttgart, karlsruhe), kilometres(stuttgart, konstanz)
	if toKarlsruhe < 60 || toKarlsruhe > 65 || toKonstanz < 120 || toKonstanz > 130 {
		t.Fatalf("the suite's own distances are wrong: %v, %v", toKarlsruhe, toKonstanz)
	}
	fall := func(km float64) float64 { return 0.2 + 0.8*math.Exp(-km/50) }
	n := index.Near{Center: stuttgart, ScaleKm: 50, Floor: 0.2, ExemptFactor: 0.7}
	r := mustSearch(t, x, index.Query{Near: &n, Limit: 10})
	wantScores(t, r, scores{"a": 1, "b": fall(toKarlsruhe), "d": fall(toKonstanz), "c": 0.2})
	wantDistances(t, r, scores{"a": 0, "b": toKarlsruhe, "d": toKonstanz, "c": -1})

	state := only("reach", "state")
	n.Exempt = &state
	wantScores(t, mustSearch(t, x, index.Query{Near: &n, Limit: 10}),
		scores{"a": 1, "b": fall(toKarlsruhe), "d": fall(toKonstanz), "c": 0.7})

	red := only("colour", "red")
	n.Exempt = &red
	r = mustSearch(t, x, index.Query{Near: &n, Limit: 10})
	wantScores(t, r, scores{"a": 0.7, "b": 0.7, "d": fall(toKonstanz), "c": 0.2})
	wantDistances(t, r, scores{"a": 0, "b": toKarlsruhe, "d": toKonstanz, "c": -1})

	rules := []index.Rule{{Filter: only("size", "s"), Factor: 2}}
	body := term("body", "x")
	n.Exempt = nil
	wantScores(t, mustSearch(t, x, index.Query{Clause: &body, Rules: rules, Near: &n, Limit: 10}),
		scores{"a": 2 * xInA, "b": xInB * fall(toKarlsruhe)})
}

func wantDistances(t *testing.T, r index.Result, want scores) {
	t.Helper()
	for _, h := range r.Hits {
		if !near(h.DistanceKm, want[h.ID]) {
			t.Errorf("%q is at %v km, want %v", h.ID, h.DistanceKm, want[h.ID])
		}
	}
}

func testWithin(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	green, all := only("colour", "green"), only("colour")
	toKarlsruhe := kilometres(stuttgart, karlsruhe)
	for _, c := range []struct {
		name   string
		circle index.Circle
		want   []string
	}{
		{"at the centre", index.Circle{Center: stuttgart}, []string{"a", "c"}},
		{"a little too small", index.Circle{Center: stuttgart, Km: toKarlsruhe - 0.01}, []string{"a", "c"}},
		{"just large enough", index.Circle{Center: stuttgart, Km: toKarlsruhe + 0.01}, []string{"a", "b", "c"}},
		{"exempt", index.Circle{Center: stuttgart, Km: 1, Exempt: &green}, []string{"a", "c", "d"}},
		{"all exempt", index.Circle{Center: stuttgart, Km: 1, Exempt: &all}, []string{"a", "b", "c", "d"}},
		{"negative", index.Circle{Center: stuttgart, Km: -1}, []string{"c"}},
		{"the whole globe", index.Circle{Center: stuttgart, Km: 20100}, []string{"a", "b", "c", "d"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := mustSearch(t, x, index.Query{Within: &c.circle, Limit: 10})
			wantIDs(t, r, c.want...)
			wantDistances(t, r, scores{"a": 0, "b": toKarlsruhe, "c": -1, "d": kilometres(stuttgart, konstanz)})
		})
	}
	t.Run("distance is to Near first", func(t *testing.T) {
		r := mustSearch(t, x, index.Query{
			Within: &index.Circle{Center: stuttgart, Km: 1},
			Near:   &index.Near{Center: karlsruhe, ScaleKm: 10}, Limit: 10,
		})
		wantDistances(t, r, scores{"a": toKarlsruhe, "c": -1})
	})
	t.Run("no distance without a centre", func(t *testing.T) {
		wantDistances(t, mustSearch(t, x, index.Query{Limit: 10}), scores{"a": -1, "b": -1, "c": -1, "d": -1})
	})
}

func testPages(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	for _, c := range []struct {
		name          string
		offset, limit int
		want          []string
	}{
		{"all", 0, 4, []string{"a", "b", "c", "d"}},
		{"first", 0, 1, []string{"a"}},
		{"middle", 1, 2, []string{"b", "c"}},
		{"last, cut", 3, 10, []string{"d"}},
		{"beyond the end", 4, 10, nil},
		{"far beyond the end", math.MaxInt, math.MaxInt, nil},
		{"more than there are", 0, math.MaxInt, []string{"a", "b", "c", "d"}},
		{"none", 0, 0, nil},
		{"negative offset", -3, 2, []string{"a", "b"}},
		{"negative limit", 0, -1, nil},
		{"both negative", math.MinInt, math.MinInt, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := mustSearch(t, x, index.Query{Offset: c.offset, Limit: c.limit})
			wantIDs(t, r, c.want...)
			if r.Total != 4 {
				t.Errorf("total %d, want 4", r.Total)
			}
		})
	}
}

func testExplanations(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	clause := labelled(node(index.OpSum,
		labelled(boosted(node(index.OpAny, labelled(term("body", "x"), "x"), labelled(keyword("colour", "red"), "red")), 2), "any"),
		node(index.OpAll, labelled(term("body", "y"), "y"), term("body", "q")),
		labelled(term("body", "z"), "z"),
	), "root")
	q := index.Query{
		Clause: &clause, Limit: 10, Explain: true, Filters: []index.Filter{only("colour", "red")},
		Rules: []index.Rule{{Filter: only("colour", "red"), Factor: 7}},
	}
	want := map[string][]index.Explanation{
		"a": {{Label: "root", Score: 2 * max(1, xInA)}, {Label: "any", Score: 2 * max(1, xInA)},
			{Label: "x", Score: xInA}, {Label: "red", Score: 1}, {Label: "y", Score: yInA}},
		"b": {{Label: "root", Score: 2*max(1, xInB) + zInB}, {Label: "any", Score: 2 * max(1, xInB)},
			{Label: "x", Score: xInB}, {Label: "red", Score: 1}, {Label: "z", Score: zInB}},
	}
	r := mustSearch(t, x, q)
	if len(r.Hits) != len(want) {
		t.Fatalf("%d hits, want %d", len(r.Hits), len(want))
	}
	for _, h := range r.Hits {
		same := slices.EqualFunc(h.Explanations, want[h.ID], func(a, b index.Explanation) bool {
			return a.Label == b.Label && near(a.Score, b.Score)
		})
		if !same {
			t.Errorf("%q explained by %v, want %v", h.ID, h.Explanations, want[h.ID])
		}
	}
	q.Explain = false
	for _, h := range mustSearch(t, x, q).Hits {
		if h.Explanations != nil {
			t.Errorf("%q explained without a request: %v", h.ID, h.Explanations)
		}
	}
}
