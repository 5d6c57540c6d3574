package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	words := wordsBefore(text, start, negationReach)
	if slices.Contains(words, "nur") || slices.Contains(words, "only") || slices.Contains(words, "sondern") {
		return false
	}
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(negators, w) })
}

// clauseSigns end a clause.
const clauseSigns = ".,;:!?\n"

// wordsBefore returns the last words of the clause that stand before start, at most
// so many, in small letters and the last one first.
func wordsBefore(text string, start, most int) []string {
	var words []string
	for len(words) < most {
		// What is no letter lies between the words.
		end := strings.LastIndexFunc(text[:start], unicode.IsLetter)
		if strings.ContainsAny(text[end+1:start], clauseSigns) || end < 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
		start = strings.LastIndexFunc(text[:end], func(r rune) bool { return !unicode.IsLetter(r) })
		if start < 0 {
			return append(words, strings.ToLower(text[:end]))
		}
		_, size = utf8.DecodeRuneInString(text[start:])
		start += size
		words = append(words, strings.ToLower(text[start:end]))
	}
	return words
}

// exclude notes a concept that was named to rule it out. Two of one name are told
// once.
func (a *asker) exclude(c *vocabulary.Concept, words string) {
	if slices.ContainsFunc(a.concepts, func(w wish) bool { return w.concept == c && w.chosen }) {
		a.note("both_ways", c.Label(a.lang))
		return
	}
	a.excluded[c] = true
	label := c.Label(a.lang)
	if !slices.ContainsFunc(a.Excluded, func(x search.Concept) bool { return x.Label == label }) {
		a.Excluded = append(a.Excluded, search.Concept{Scheme: c.Scheme, ID: c.ID, Label: label, Words: words})
	}
}

// note tells the asker something, once.
func (a *asker) note(key string, args ...any) {
	if text := say(a.lang, key, args...); !slices.Contains(a.Notes, text) {
		a.Notes = append(a.Notes, text)
	}
}

// excludesFounders tells whether the asker says that he is no founder.
func (a *asker) excludesFounders() bool {
	for c := range a.excluded {
		if isFounders(c) {
			return true
		}
	}
	return false
}

// rulesOut tells whether a word belongs to a concept that the asker rules out.
func (a *asker) rulesOut(t german.Token) bool {
	return len(a.excluded) > 0 && a.read.names(t) && isRuledOut(a.read.text, t.Start)
}

// maxUnknown is how many words are named as not understood.
const maxUnknown = 8

// unknownWords returns the nouns of a text that stand behind no concept and in
// no profile, each once.
func (m *Matcher) unknownWords(r *reading) []string {
	var unknown []string
	for _, t := range r.tokens {
		if r.names(t) || r.locates(t) || t.Stop || !unicode.IsUpper([]rune(t.Text)[0]) || m.holds(t) || slices.Contains(unknown, t.Text) {
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
