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
var negators = wordSet(`kein keine keinen keinem keiner keines nicht ohne statt anstatt weder außer no not without neither nor
	don't doesn't won't isn't aren't excluding except rather`)

// Some words take that back.
var (
	// limits stand between a negator and what follows: "nicht nur", "keine Erfahrung
	// mit", "kein Zugang zu", "not steel but".
	limits = wordSet(`nur sondern aber zuletzt erfahrung erfahrungen angst ahnung zweifel zugang genug genügend wie weiß wissen
		only just merely but experience idea yet sure how know access enough`)
	// openers stand before a negator: "noch keine".
	openers = wordSet("noch bisher bislang")
	// doubles stand before a lack and make it none: "nicht ohne", "can't do without".
	doubles = wordSet("nicht not can't cannot couldn't never")
	lacks   = wordSet("ohne without")
	// links stand between "nicht" and what it rules out: "nicht im Ausland". Any other
	// word is what it rules out itself: "nicht rostender Stahl".
	links = wordSet("im in ins am an auf aus bei für mit nach um von vom zu zum zur der die das den dem des ein eine einen einer mehr")
)

// negationReach is how many words before a concept a negator may stand: "nicht
// im fernen Ausland".
const negationReach = 3

// isRuledOut tells whether the words from start to end are ruled out: a negator
// stands shortly before them in the same clause, and nothing takes it back, or the
// clause goes on to refuse them.
func isRuledOut(text string, start, end int) bool {
	return isNegated(text, start) || isRefused(text, end)
}

// refused are the verbs of what one may not want: "Investoren brauchen wir nicht".
var refused = wordSet("brauchen brauche benötigen benötige suchen suche wollen will möchten möchte machen mache")

// isRefused tells whether the clause behind end ends in "nicht" and has such a verb.
func isRefused(text string, end int) bool {
	clause := text[end:min(len(text), end+clauseBytes)]
	if i := strings.IndexAny(clause, clauseSigns); i >= 0 {
		clause = clause[:i]
	}
	clause = strings.ToLower(strings.TrimRight(clause, " "))
	return strings.HasSuffix(clause, " nicht") && slices.ContainsFunc(strings.Fields(clause), func(w string) bool { return refused[w] })
}

// isNegated looks at what stands before the words that begin at start.
func isNegated(text string, start int) bool {
	before := wordsBefore(text, start, negationReach+2)
	for i, w := range before[:min(len(before), negationReach)] {
		if limits[w] {
			return false
		}
		if negators[w] {
			next := ""
			if i > 0 {
				next = before[i-1]
			}
			return negates(w, next, before[i+1:])
		}
	}
	return false
}

// negates tells whether a negator rules out what follows, by the word behind it, empty
// for the concept itself, and those before it, the nearest first.
func negates(negator, next string, before []string) bool {
	switch {
	case len(before) > 0 && openers[before[0]]:
		return false
	case lacks[negator]:
		return !slices.ContainsFunc(before, func(w string) bool { return doubles[w] })
	case negator == "rather":
		return next == "than"
	case negator == "no" && next != "" && unicode.IsDigit(rune(next[0])):
		return false // "no 1 in robotics"
	}
	return negator != "nicht" || next == "" || links[next]
}

// clauseSigns end a clause.
const clauseSigns = ".,;:!?\n"

// clauseBytes is as far as words are looked for: more than five long words take.
const clauseBytes = 200

// wordsBefore returns the last words of the clause that stand before start, at most
// so many, in small letters and the last one first.
func wordsBefore(text string, start, most int) []string {
	cut := max(0, start-clauseBytes)
	text, start = text[cut:start], start-cut
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
		border := strings.LastIndexFunc(text[:end], func(r rune) bool { return !isOfWord(r) })
		if border < 0 && cut > 0 {
			break // the word may begin further ahead
		}
		start = 0
		if border >= 0 {
			_, size = utf8.DecodeRuneInString(text[border:])
			start = border + size
		}
		words = append(words, strings.ReplaceAll(strings.ToLower(text[start:end]), "’", "'"))
	}
	return words
}

// isOfWord holds hyphens too: in "nicht-invasiv" and "No-Code" nothing is ruled out.
func isOfWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == '-'
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
	return len(a.excluded) > 0 && a.read.names(t) && isRuledOut(a.read.text, t.Start, t.End)
}
