package match

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"clusterlotse/index/german"
)

//go:embed fillers.txt
var fillersText string

// readFillers reads the terms of the words that say nothing of a firm.
func readFillers(a *german.Analyzer) map[string]bool {
	fillers := map[string]bool{}
	for line := range strings.Lines(fillersText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, lang := range []german.Language{german.German, englishWords} {
			for _, t := range a.Words(line, lang) {
				fillers[t.Term] = true
			}
		}
	}
	return fillers
}

// readWords takes the rarest words of the text, each once. Words of the field
// that concepts cover stay: a profile that has the very word fits better.
func (m *Matcher) readWords(a *asker) {
	seen := map[string]bool{}
	for i, t := range a.read.tokens {
		if !m.mayShare(a, t) {
			continue
		}
		weight := m.wordWeight(t)
		if a.read.names(t) {
			weight *= m.model.CoveredWord
		}
		for _, w := range a.read.wordsOf(i) {
			if l := m.postings.terms[w.term]; l != nil && weight > 0 && !seen[w.term] && !m.fillers[w.term] {
				seen[w.term] = true
				a.terms = append(a.terms, textTerm{w.term, w.surface, l, weight})
			}
		}
	}
	slices.SortStableFunc(a.terms, func(x, y textTerm) int { return cmp.Compare(y.list.idf*y.weight, x.list.idf*x.weight) })
	a.terms = a.terms[:min(len(a.terms), maxTextTerms)]
}

// mayShare tells whether a word says what the asker does or seeks: no stop word, no
// number, nothing he leaves out, no place, which tells where he is, and no head count,
// which tells how large.
func (m *Matcher) mayShare(a *asker, t german.Token) bool {
	if t.Stop || !m.tells(t) {
		return false
	}
	return !a.read.locates(t) && !a.read.staff.covers(t) && !a.rulesOut(t) && !a.isDropped(a.read.mentions, t.Start, t.End)
}

// tells tells a word from fillers and numbers.
func (c *Corpus) tells(t german.Token) bool {
	return !c.fillers[t.Term] && strings.IndexFunc(t.Text, unicode.IsLetter) >= 0
}

// wordWeight is 1 for words with a capital, which in German are nouns and say
// most, and less for others.
func (m *Matcher) wordWeight(t german.Token) float64 {
	if german.IsCapitalised(t.Text) {
		return 1
	}
	return m.model.MinorWord
}

// minPiece is the letters from which a part of a word says something: not the E of
// E-Bike.
const minPiece = 2

// maxTextTerms bounds the words of a text that are looked up: the rarest ones
// say most.
const maxTextTerms = 60

// word is a word, or a part of a compound with its surface as if it stood alone.
type word struct{ term, surface string }

// wordsOf returns a word of the text, by its number, and the parts of a compound; an
// English word by its English and by its German stem.
func (r *reading) wordsOf(i int) []word {
	t := r.tokens[i]
	words := []word{{t.Term, t.Text}}
	if r.german != nil && r.german[i].Term != t.Term {
		words = append(words, word{r.german[i].Term, t.Text})
	}
	first, _ := utf8.DecodeRuneInString(t.Text)
	for _, p := range t.Pieces() {
		surface := strings.TrimRight(r.text[p.Start:p.End], "-‐‑")
		if utf8.RuneCountInString(surface) < minPiece {
			continue
		}
		if r, size := utf8.DecodeRuneInString(surface); unicode.IsUpper(first) {
			surface = string(unicode.ToUpper(r)) + surface[size:]
		}
		words = append(words, word{p.Term, surface})
	}
	return words
}

// maxUnknown is how many words are named as not understood.
const maxUnknown = 8

// unknownWords returns the unknown words of a text, each once.
func (c *Corpus) unknownWords(r *reading) []string {
	var unknown []string
	for i, t := range r.tokens {
		if c.isUnknown(r, i) && !slices.Contains(unknown, t.Text) {
			unknown = append(unknown, t.Text)
		}
	}
	return unknown[:min(len(unknown), maxUnknown)]
}
