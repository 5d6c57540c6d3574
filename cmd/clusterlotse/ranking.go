package main

import (
	"clusterlotse/internal/match"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/search"
)

// rankingRows are the weights in force, those of the search first, with their
// explanation in the language. A number that nobody explained keeps its own name.
func rankingRows(searching, matching []search.Weight) func(lang string) []portal.RankingRow {
	return func(lang string) []portal.RankingRow {
		heads := [2]string{"Suche", "Abgleich"}
		if lang == "en" {
			heads = [2]string{"Search", "Matching"}
		}
		rows := explain(lang, heads[0], searching, search.ExplainWeight)
		return append(rows, explain(lang, heads[1], matching, match.ExplainWeight)...)
	}
}

func explain(lang, head string, weights []search.Weight, textOf func(name string) (search.WeightText, bool)) []portal.RankingRow {
	var rows []portal.RankingRow
	for _, w := range weights {
		row := portal.RankingRow{Name: head + ": " + w.Name, Value: w.Value}
		if t, ok := textOf(w.Name); ok {
			name, meaning := t.In(lang)
			row = portal.RankingRow{Name: head + ": " + name, Text: meaning, Value: t.Shown(w.Value)}
		}
		rows = append(rows, row)
	}
	return rows
}
