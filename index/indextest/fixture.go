package indextest

import (
	"slices"
	"testing"

	"clusterlotse/index"
)

// Places of the fixture, far enough apart to tell them by distance.
var (
	stuttgart = index.Point{Lat: 48.78, Lon: 9.18}
	karlsruhe = index.Point{Lat: 49.01, Lon: 8.40}
	konstanz  = index.Point{Lat: 47.66, Lon: 9.18}
)

// fixture is four documents. Three have the field body, with 2, 3 and 1 terms:
// x and y are in two of them, z in one.
func fixture() []index.Document {
	return []index.Document{
		{
			ID:       "d",
			Keywords: map[string][]string{"colour": {"green"}, "size": {"s"}},
			Point:    &konstanz,
		},
		{
			ID:       "b",
			Text:     map[string][]string{"body": {"x", "z", "x"}},
			Keywords: map[string][]string{"colour": {"red", "blue"}, "size": {"m"}},
			Point:    &karlsruhe,
		},
		{
			ID:       "a",
			Text:     map[string][]string{"body": {"x", "y"}, "name": {"x"}},
			Keywords: map[string][]string{"colour": {"red"}, "size": {"s"}},
			Point:    &stuttgart,
		},
		{
			ID:       "c",
			Text:     map[string][]string{"body": {"y"}},
			Keywords: map[string][]string{"colour": {"blue"}, "reach": {"state"}},
		},
	}
}

// The BM25 scores of the fixture, named by term and document.
var (
	xInA = bm25(3, 2, 1, 2, 2)
	xInB = bm25(3, 2, 2, 3, 2)
	yInA = bm25(3, 2, 1, 2, 2)
	yInC = bm25(3, 2, 1, 1, 2)
	zInB = bm25(3, 1, 1, 3, 2)
	// xNameA is x in the field name, which only a has.
	xNameA = bm25(1, 1, 1, 1, 1)
)

func term(field, term string) index.Clause {
	return index.Clause{Op: index.OpTerm, Field: field, Term: term}
}

func keyword(field, value string) index.Clause {
	return index.Clause{Op: index.OpKeyword, Field: field, Term: value}
}

func node(op index.Op, children ...index.Clause) index.Clause {
	return index.Clause{Op: op, Children: children}
}

func boosted(c index.Clause, boost float64) index.Clause {
	c.Boost = boost
	return c
}

func labelled(c index.Clause, label string) index.Clause {
	c.Label = label
	return c
}

func coordinated(coord float64, c index.Clause) index.Clause {
	c.Coord = coord
	return c
}

func atLeast(n int, c index.Clause) index.Clause {
	c.MinMatch = n
	return c
}

// wantScores checks that exactly the documents of want are found, with these
// scores, in the right order.
func wantScores(t *testing.T, r index.Result, want map[string]float64) {
	t.Helper()
	if r.Total != len(want) || len(r.Hits) != len(want) {
		t.Errorf("total %d with hits %v, want %v", r.Total, r.Hits, want)
		return
	}
	for i, h := range r.Hits {
		score, ok := want[h.ID]
		if !ok || !near(h.Score, score) {
			t.Errorf("%q scores %v, want %v of %v", h.ID, h.Score, score, want)
		}
		if i > 0 && !ordered(r.Hits[i-1], h) {
			t.Errorf("%v comes after %v", h, r.Hits[i-1])
		}
	}
}

// wantIDs checks the IDs of the page.
func wantIDs(t *testing.T, r index.Result, want ...string) {
	t.Helper()
	var got []string
	for _, h := range r.Hits {
		got = append(got, h.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("hits %q, want %q", got, want)
	}
}
