package indextest

import (
	"fmt"
	"math"
	"slices"

	"clusterlotse/index"
)

// tolerance is how far a score may be from the exact one, relatively: room for
// another order of additions, none for another formula.
const tolerance = 1e-9

func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= tolerance*max(math.Abs(a), math.Abs(b))
}

// differ tells how got differs from what the model found for the query; "" when
// it does not. all is what the model found without a page.
//
// Hits whose exact scores are nearly the same may come in either order, as long
// as the engine keeps to its own scores; those with the same score may not.
func differ(q index.Query, got, want, all index.Result) string {
	if got.Total != want.Total {
		return fmt.Sprintf("total %d, want %d", got.Total, want.Total)
	}
	if len(got.Hits) != len(want.Hits) {
		return fmt.Sprintf("%d hits, want %d", len(got.Hits), len(want.Hits))
	}
	exact := map[string]index.Hit{}
	for _, h := range all.Hits {
		exact[h.ID] = h
	}
	for i, h := range got.Hits {
		e, ok := exact[h.ID]
		if !ok {
			return fmt.Sprintf("hit %d: %q does not match or comes twice", i, h.ID)
		}
		delete(exact, h.ID)
		if d := differHit(h, e); d != "" {
			return fmt.Sprintf("hit %d: %s", i, d)
		}
		if !near(h.Score, want.Hits[i].Score) {
			return fmt.Sprintf("hit %d: %q with %v, want %q with %v", i, h.ID, h.Score, want.Hits[i].ID, want.Hits[i].Score)
		}
		if i > 0 && !ordered(got.Hits[i-1], h) {
			return fmt.Sprintf("hit %d: %q with %v comes after %q with %v",
				i, h.ID, h.Score, got.Hits[i-1].ID, got.Hits[i-1].Score)
		}
	}
	return differFacets(got.Facets, want.Facets, len(q.Facets))
}

// ordered tells whether b may come right after a.
func ordered(a, b index.Hit) bool {
	return a.Score > b.Score || a.Score == b.Score && a.ID < b.ID
}

func differHit(got, want index.Hit) string {
	if !near(got.Score, want.Score) {
		return fmt.Sprintf("%q scores %v, want %v", got.ID, got.Score, want.Score)
	}
	if !near(got.DistanceKm, want.DistanceKm) {
		return fmt.Sprintf("%q at %v km, want %v", got.ID, got.DistanceKm, want.DistanceKm)
	}
	same := slices.EqualFunc(got.Explanations, want.Explanations, func(a, b index.Explanation) bool {
		return a.Label == b.Label && near(a.Score, b.Score)
	})
	if !same {
		return fmt.Sprintf("%q explained by %v, want %v", got.ID, got.Explanations, want.Explanations)
	}
	return ""
}

func differFacets(got, want []index.Facet, requested int) string {
	if len(got) != requested {
		return fmt.Sprintf("%d facets for %d requests", len(got), requested)
	}
	for i, w := range want {
		if got[i].Field != w.Field || !slices.Equal(got[i].Buckets, w.Buckets) {
			return fmt.Sprintf("facet %d: %v, want %v", i, got[i], w)
		}
	}
	return ""
}
