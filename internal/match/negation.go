package match

import (
	"slices"
	"strings"
	"unicode"

	"clusterlotse/index/german"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// negators rule out what follows them.
var negators = []string{"kein", "keine", "keinen", "keinem", "keiner", "keines", "nicht", "ohne", "statt", "anstatt", "weder", "no", "not", "without", "never"}

// negationReach is how many words before a concept a negator may stand: "nicht
// im fernen Ausland".
const negationReach = 3

// isRuledOut tells whether the words that begin at start are ruled out: a
// negator stands shortly before them in the same clause, and is not "nicht nur".
func isRuledOut(text string, start int) bool {
	words := clauseBefore(text, start)
	words = words[max(0, len(words)-negationReach):]
	if slices.Contains(words, "nur") || slices.Contains(words, "only") || slices.Contains(words, "sondern") {
		return false
	}
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(negators, w) })
}

// clauseBefore returns the words of the clause that stand before start, in small
// letters.
func clauseBefore(text string, start int) []string {
	clause := text[:start]
	if i := strings.LastIndexAny(clause, ".,;:!?\n"); i >= 0 {
		clause = clause[i+1:]
	}
	return strings.FieldsFunc(strings.ToLower(clause), func(r rune) bool { return !unicode.IsLetter(r) })
}

// exclude notes a concept that was named to rule it out.
func (a *asker) exclude(c *vocabulary.Concept, words string) {
	if slices.ContainsFunc(a.concepts, func(w wish) bool { return w.concept == c && w.chosen }) {
		a.note("both_ways", c.Label(a.lang))
		return
	}
	if slices.ContainsFunc(a.Excluded, func(x search.Concept) bool { return x.Scheme == c.Scheme && x.ID == c.ID }) {
		return
	}
	a.Excluded = append(a.Excluded, search.Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label(a.lang), Words: words})
}

// rulesOut tells whether a word belongs to a concept that the asker rules out.
func (a *asker) rulesOut(t german.Token) bool {
	return len(a.Excluded) > 0 && a.read.names(t) && isRuledOut(a.read.text, t.Start)
}

// maxUnknown is how many words are named as not understood.
const maxUnknown = 8

// unknownWords returns the nouns of a text that stand behind no concept and in
// no profile, each once.
func (m *Matcher) unknownWords(r *reading) []string {
	var unknown []string
	for _, t := range r.tokens {
		if r.names(t) || r.locates(t) || t.Stop || r.staff.covers(t) || !unicode.IsUpper([]rune(t.Text)[0]) || m.holds(t) || slices.Contains(unknown, t.Text) {
			continue
		}
		unknown = append(unknown, t.Text)
	}
	return unknown[:min(len(unknown), maxUnknown)]
}

// holds tells whether a profile holds the word or any part of it.
func (m *Matcher) holds(t german.Token) bool {
	return m.postings.terms[t.Term] != nil || slices.ContainsFunc(t.Pieces(), func(p german.Part) bool { return m.postings.terms[p.Term] != nil })
}
