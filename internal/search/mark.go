package search

import (
	"cmp"
	"slices"

	"clusterlotse/index/german"
	"clusterlotse/internal/vocabulary"
)

// marker tells which words of a profile an answer marks.
type marker struct {
	// terms are those of the query's words in the language of a fact.
	terms map[german.Language]map[string]bool
	// compounds are the parts of the query's compounds. They are marked where all
	// parts of one stand in a fact, because only then they mean the compound.
	compounds [][]string
	concepts  map[*vocabulary.Concept]bool
}

// newMarker marks the words of the query, the parts of its compounds, and every
// label of the concepts it names and of the narrower ones.
func newMarker(u understanding) marker {
	m := marker{
		terms:    map[german.Language]map[string]bool{german.German: {}, german.English: {}},
		concepts: map[*vocabulary.Concept]bool{},
	}
	for _, unit := range u.units {
		m.addWords(unit.words)
		m.addWords(unit.joined)
		for _, mention := range unit.mentions {
			m.concepts[mention.Concept] = true
			for below := range mention.Concept.Below() {
				m.concepts[below] = true
			}
		}
	}
	m.addWords(u.placeWords)
	return m
}

func (m *marker) addWords(words []word) {
	for _, w := range words {
		m.terms[german.German][w.german], m.terms[german.English][w.english] = true, true
		if len(w.parts) > 0 {
			m.compounds = append(m.compounds, w.parts)
		}
	}
}

func (m *marker) empty() bool { return len(m.terms[german.German]) == 0 }

// marks finds the words, compound parts and labels of concepts that are marked,
// and how many different ones there are.
func (f *factText) marks(marked marker) (marks []Mark, distinct int) {
	terms, parts := marked.terms[f.lang], f.wholeCompounds(marked.compounds)
	seen := map[string]bool{}
	add := func(start, end int, what string) {
		marks, seen[what] = append(marks, Mark{start, end}), true
	}
	for _, t := range f.tokens {
		if terms[t.Term] || parts[t.Term] {
			add(t.Start, t.End, t.Term)
			continue
		}
		if len(t.Parts) > 1 {
			for _, p := range t.Parts {
				if terms[p.Term] || parts[p.Term] {
					add(p.Start, p.End, p.Term)
				}
			}
		}
	}
	for _, m := range f.mentions {
		if marked.concepts[m.Concept] {
			add(m.Start, m.End, conceptTerm(m.Concept))
		}
	}
	return disjoint(marks), len(seen)
}

// wholeCompounds returns the parts of the compounds of which every part stands
// in the fact, as a word or in a compound.
func (f *factText) wholeCompounds(compounds [][]string) map[string]bool {
	whole := map[string]bool{}
	for _, parts := range compounds {
		if !slices.ContainsFunc(parts, func(p string) bool { return !f.holds(p) }) {
			for _, p := range parts {
				whole[p] = true
			}
		}
	}
	return whole
}

func (f *factText) holds(term string) bool {
	return slices.ContainsFunc(f.tokens, func(t german.Token) bool {
		return t.Term == term || len(t.Parts) > 1 && slices.ContainsFunc(t.Parts, func(p german.Part) bool { return p.Term == term })
	})
}

// disjoint orders marks and joins those that overlap.
func disjoint(marks []Mark) []Mark {
	slices.SortFunc(marks, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var out []Mark
	for _, m := range marks {
		if last := len(out) - 1; last >= 0 && m.Start < out[last].End {
			out[last].End = max(out[last].End, m.End)
			continue
		}
		out = append(out, m)
	}
	return out
}
