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
var negators = words("kein keine keinen keinem keiner keines nicht ohne statt anstatt weder außer no not without never neither nor " +
	"don't doesn't won't isn't aren't excluding except rather")

// limits between a negator and what follows take it back: "nicht nur", "keine
// Erfahrung mit", "not steel but"; openers before a negator do: "noch keine".
var (
	limits  = words("nur sondern aber erfahrung erfahrungen only just merely but experience idea")
	openers = words("noch bisher bislang")
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// negationReach is how many words before a concept a negator may stand: "nicht
// im fernen Ausland".
const negationReach = 3

// isRuledOut tells whether the words that begin at start are ruled out: a
// negator stands shortly before them in the same clause, and nothing takes it back.
func isRuledOut(text string, start int) bool {
	before := wordsBefore(text, start, negationReach+1)
	for i, w := range before[:min(len(before), negationReach)] {
		switch {
		case limits[w]:
			return false
		case negators[w]:
			return i+1 == len(before) || !openers[before[i+1]]
		}
	}
	return false
}

// clauseSigns end a clause.
const clauseSigns = ".,;:!?\n"

// wordsBefore returns the last words of the clause that stand before start, at most
// so many, in small letters and the last one first.
func wordsBefore(text string, start, most int) []string {
	var words []string
	for len(words) < most {
		end := 1 + strings.LastIndexFunc(text[:start], isOfWord)
		if end == 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(text[end-1:])
		if end += size - 1; strings.ContainsAny(text[end:start], clauseSigns) {
			break
		}
		start = 0
		if border := strings.LastIndexFunc(text[:end], func(r rune) bool { return !isOfWord(r) }); border >= 0 {
			_, size = utf8.DecodeRuneInString(text[border:])
			start = border + size
		}
		words = append(words, strings.ReplaceAll(strings.ToLower(text[start:end]), "’", "'"))
	}
	return words
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || r == '\'' || r == '’' }

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

// excludesFounders tells whether the asker says that he is no founder.
func (a *asker) excludesFounders() bool {
	for c := range a.excluded {
		if founderGroups.covers(c) {
			return true
		}
	}
	return false
}

// rulesOut tells whether a word belongs to a concept that the asker rules out.
func (a *asker) rulesOut(t german.Token) bool {
	return len(a.excluded) > 0 && a.read.names(t) && isRuledOut(a.read.text, t.Start)
}
