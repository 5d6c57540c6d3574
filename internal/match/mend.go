package match

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"clusterlotse/index/german"
	"clusterlotse/internal/spelling"
	"clusterlotse/internal/vocabulary"
)

// correction is a word of the asker's that was read as another one.
type correction struct{ from, to string }

// Only so many words of a text are mended, because each is compared with thousands,
// and only long ones, by one letter or, when they are very long, by two: what is near
// to a shorter word is as likely another one.
const (
	maxMended = 8
	minMended = 7 // letters
	minTwice  = 12
	// endingLetters may change from form to form.
	endingLetters = 2
)

// mend writes the words of the vocabulary and the names of towns for nouns that are
// none of the language and near to one: "Verpakungen", "Tutlingen"; in an English text
// only the names of towns. It returns the text and what was changed in it.
func (c *Corpus) mend(r *reading) (string, []correction) {
	var mended strings.Builder
	var corrections []correction
	last, tried := 0, 0
	for i, t := range r.tokens {
		if tried == maxMended {
			break
		}
		if utf8.RuneCountInString(t.Text) < minMended || !german.IsCapitalised(t.Text) || !c.isUnknown(r, i) || c.isRight(t.Text) {
			continue
		}
		tried++
		if word, ok := c.propose(t.Text, r.lang); ok {
			mended.WriteString(r.text[last:t.Start] + word)
			last = t.End
			corrections = append(corrections, correction{t.Text, word})
		}
	}
	return mended.String() + r.text[last:], corrections
}

// isRight tells whether a word that nobody names is none the less spelt rightly: a
// noun of the lists, a place anywhere, or a participle (Gewartet).
func (c *Corpus) isRight(word string) bool {
	if _, ok := c.gazetteer.Find(word); ok || c.analyzer.IsNoun(word) {
		return true
	}
	low := strings.ToLower(word)
	return strings.HasPrefix(low, "ge") && (strings.HasSuffix(low, "t") || strings.HasSuffix(low, "en"))
}

// propose returns the label or town that a word was probably meant to be. Other
// forms of a label are no errors: what differs must not be the ending alone.
func (c *Corpus) propose(word string, lang german.Language) (string, bool) {
	s := c.speller()
	proposed, ok := s.Nearest(word)
	if !ok {
		return "", false
	}
	was, is := german.Fold(word), german.Fold(proposed)
	allowed := 1
	if utf8.RuneCountInString(word) >= minTwice {
		allowed = 2
	}
	stem := min(len(was), len(is)) - endingLetters
	if was[:stem] == is[:stem] || spelling.Distance(was, is, allowed) > allowed {
		return "", false
	}
	proposed = spelling.LikeCase(proposed, word)
	named := lang == german.German && len(c.vocabulary.FindAs(proposed, german.German)) > 0
	return proposed, named || len(c.gazetteer.Mentions(proposed)) > 0
}

// newSpeller knows the words of the vocabulary and the towns of the networks: more
// towns would be near to too many others (Sulzburg, Salzburg).
func (c *Corpus) newSpeller() *spelling.Speller {
	return spelling.New(func(yield func(string, int) bool) {
		for text := range c.spelt() {
			for word := range strings.FieldsSeq(text) {
				if !yield(strings.ToLower(strings.Trim(word, ",()/&")), 1) {
					return
				}
			}
		}
	})
}

func (c *Corpus) spelt() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, scheme := range vocabulary.Schemes {
			for _, concept := range c.vocabulary.Concepts(scheme) {
				for label := range concept.Labels("de") {
					if !yield(label) {
						return
					}
				}
			}
		}
		for i := range c.cards {
			if !yield(c.cards[i].network.City) {
				return
			}
		}
	}
}

// isUnknown tells whether a word of the text, by its number, is a noun that stands
// behind no concept, no place, no head count and in no profile. An English text does
// not write nouns with a capital: any word may be one.
func (c *Corpus) isUnknown(r *reading, i int) bool {
	t := r.tokens[i]
	if t.Stop || !c.tells(t) || negators[strings.ToLower(t.Text)] || r.names(t) || r.locates(t) || r.staff.covers(t) || r.lang == german.German && !german.IsCapitalised(t.Text) {
		return false
	}
	return !slices.ContainsFunc(r.wordsOf(i), func(w word) bool { return c.terms[w.term] != nil })
}
