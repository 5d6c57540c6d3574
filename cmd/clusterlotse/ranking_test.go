package main

import (
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/search"
)

// TestEveryWeightIsExplained holds the page on the order of results to the
// numbers in force.
func TestEveryWeightIsExplained(t *testing.T) {
	model := match.DefaultModel()
	for _, c := range []struct {
		what    string
		weights []search.Weight
		explain func(string) (search.WeightText, bool)
	}{{"search", search.Weights(), search.ExplainWeight}, {"match", model.Weights(), match.ExplainWeight}} {
		for _, w := range c.weights {
			text, ok := c.explain(w.Name)
			if !ok || text.DE[0] == "" || text.DE[1] == "" || text.EN[0] == "" || text.EN[1] == "" {
				t.Errorf("%s: %s is not explained in both languages", c.what, w.Name)
			}
		}
		if text, ok := c.explain("beauty"); ok {
			t.Errorf("%s: beauty is %+v", c.what, text)
		}
	}
}

func TestRankingRows(t *testing.T) {
	rows := rankingRows([]search.Weight{{Name: "near_scale_km", Value: 25}, {Name: "new", Value: 1}}, []search.Weight{{Name: "text", Value: 0.5}})("en")
	if len(rows) != 3 || rows[0].Name != "Search: Scale of nearness" || rows[0].Value != 0.25 || rows[1].Name != "Search: new" || rows[2].Name != "Matching: Shared words" || rows[2].Value != 0.5 {
		t.Errorf("rows %+v", rows)
	}
}
