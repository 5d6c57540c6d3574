package main

import (
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/search"
)

// TestEveryWeightIsExplained holds the page on the order of results to the
// numbers in force, both ways.
func TestEveryWeightIsExplained(t *testing.T) {
	model := match.DefaultModel()
	for _, c := range []struct {
		what    string
		weights []search.Weight
		texts   map[string]rankingText
	}{{"search", search.Weights(), searchTexts}, {"match", model.Weights(), matchTexts}} {
		known := map[string]bool{}
		for _, w := range c.weights {
			known[w.Name] = true
			text, ok := c.texts[w.Name]
			if !ok || text.de[0] == "" || text.de[1] == "" || text.en[0] == "" || text.en[1] == "" {
				t.Errorf("%s: %s is not explained in both languages", c.what, w.Name)
			}
		}
		for name := range c.texts {
			if !known[name] {
				t.Errorf("%s: %s is explained and is no number of the ranking", c.what, name)
			}
		}
	}
}

func TestRankingRows(t *testing.T) {
	rows := rankingRows([]search.Weight{{Name: "near_scale_km", Value: 25}, {Name: "new", Value: 1}}, []search.Weight{{Name: "text", Value: 0.5}})("en")
	if len(rows) != 3 || rows[0].Name != "Search: Scale of nearness" || rows[0].Value != 0.25 || rows[1].Name != "Search: new" || rows[2].Name != "Matching: Shared words" || rows[2].Value != 0.5 {
		t.Errorf("rows %+v", rows)
	}
}
