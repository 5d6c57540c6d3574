package main

import (
	"clusterlotse/internal/portal"
	"clusterlotse/internal/search"
)

// rankingText explains a number of the rankings: a name and a sentence, each in
// German and English.
type rankingText struct {
	de, en [2]string
}

// perHundred are the numbers in kilometres. They are shown in hundreds of
// kilometres, which sets them in proportion to the others.
var perHundred = map[string]bool{"near_scale_km": true, "scale_km": true}

// rankingRows are the weights in force, those of the search first, with their
// explanation in the language. A number that nobody explained keeps its own name.
func rankingRows(searching, matching []search.Weight) func(lang string) []portal.RankingRow {
	return func(lang string) []portal.RankingRow {
		heads := [2]string{"Suche", "Abgleich"}
		if lang == "en" {
			heads = [2]string{"Search", "Matching"}
		}
		rows := explain(lang, heads[0], searching, searchTexts)
		return append(rows, explain(lang, heads[1], matching, matchTexts)...)
	}
}

func explain(lang, head string, weights []search.Weight, texts map[string]rankingText) []portal.RankingRow {
	var rows []portal.RankingRow
	for _, w := range weights {
		row := portal.RankingRow{Name: head + ": " + w.Name, Value: w.Value}
		if perHundred[w.Name] {
			row.Value /= 100
		}
		if t, ok := texts[w.Name]; ok {
			words := t.de
			if lang == "en" {
				words = t.en
			}
			row.Name, row.Text = head+": "+words[0], words[1]
		}
		rows = append(rows, row)
	}
	return rows
}
