package search

import (
	"cmp"
	"slices"
	"strings"

	"clusterlotse/index/german"
	"clusterlotse/internal/vocabulary"
)

// word is one word of the query with the terms it is searched by.
type word struct {
	surface    string
	start, end int // bytes in the query
	// german and english are the terms in the two languages of the profiles.
	german, english string
	// parts are the terms of a compound's parts, empty for other words.
	parts  []string
	weight float64
}

// unit is what the asker means by one or several words that stand together: a
// word, the label of one or more concepts, words that others write as one.
type unit struct {
	start, end int
	words      []word
	mentions   []vocabulary.Mention
	joined     []word
}

// units groups the words: concepts and joined words that overlap make one unit.
func (e *Engine) units(text string, words []word) []unit {
	var spans []unit
	for _, w := range words {
		spans = append(spans, unit{start: w.start, end: w.end, words: []word{w}})
	}
	for _, m := range e.mentions(text, words) {
		spans = append(spans, unit{start: m.Start, end: m.End, mentions: []vocabulary.Mention{m}})
	}
	for _, j := range e.joins(words) {
		spans = append(spans, unit{start: j.start, end: j.end, joined: []word{j}})
	}
	slices.SortStableFunc(spans, func(a, b unit) int { return cmp.Compare(a.start, b.start) })
	var units []unit
	for _, s := range spans {
		if last := len(units) - 1; last >= 0 && s.start < units[last].end {
			units[last].take(s)
			continue
		}
		units = append(units, s)
	}
	return units
}

func (u *unit) take(s unit) {
	u.end = max(u.end, s.end)
	u.words = append(u.words, s.words...)
	u.mentions = append(u.mentions, s.mentions...)
	u.joined = append(u.joined, s.joined...)
}

// mentions returns the concepts that the query names outside the words taken for
// the place. Labels that people cut apart ("Faser Verbund Werkstoffe") are found
// by their joined form.
func (e *Engine) mentions(text string, words []word) []vocabulary.Mention {
	var list []vocabulary.Mention
	for _, m := range e.vocabulary.FindQuery(text) {
		inWords := slices.ContainsFunc(words, func(w word) bool { return w.start < m.End && w.end > m.Start })
		if inWords && slices.Contains(searchedSchemes, m.Concept.Scheme) {
			list = append(list, m)
		}
	}
	for _, j := range joinedTexts(words) {
		for _, m := range e.vocabulary.FindQuery(j.surface) {
			whole := m.Start == 0 && m.End == len(j.surface)
			if whole && slices.Contains(searchedSchemes, m.Concept.Scheme) {
				list = append(list, vocabulary.Mention{Concept: m.Concept, Start: j.start, End: j.end, Hidden: m.Hidden})
			}
		}
	}
	return list
}

// joins returns the compounds that two or three neighbouring words give when
// they are written as one, as far as profiles hold them: "Medizin Technik".
func (e *Engine) joins(words []word) []word {
	var found []word
	for _, j := range joinedTexts(words) {
		tokens := e.analyzer.Analyze(j.surface, german.German)
		if len(tokens) == 1 && e.dictionary[tokens[0].Term] {
			j.german, j.english, j.weight = tokens[0].Term, tokens[0].Term, 1
			found = append(found, j)
		}
	}
	return found
}

// maxJoined is how many words are tried as one.
const maxJoined = 3

// links are the letters between the halves of a compound.
var links = []string{"", "s", "n"}

func joinedTexts(words []word) []word {
	var list []word
	for i := range words {
		for n := 2; n <= maxJoined && i+n <= len(words); n++ {
			for _, link := range links {
				list = append(list, word{surface: joinSurface(words[i:i+n], link), start: words[i].start, end: words[i+n-1].end})
			}
		}
	}
	return list
}

func joinSurface(words []word, link string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString(link)
		}
		b.WriteString(strings.ToLower(w.surface))
	}
	return b.String()
}
