// Package spelling proposes known words for unknown ones. Begin with New, then
// Propose. A Speller is immutable and may be used by any number of goroutines at
// once.
package spelling

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"clusterlotse/index/german"
)

// Speller proposes known words for unknown ones. Words are compared folded, so
// that a missing umlaut is the smallest of errors.
type Speller struct {
	// byFirst holds the words by their first letter and length, so that a look-up
	// reads a small share of them.
	byFirst map[bucket][]spelling
	known   map[string]bool // folded
}

type bucket struct {
	first  byte
	length int
}

// spelling is a known word, how it is written, and in how many profiles.
type spelling struct {
	folded, surface string
	count           int
}

// The lengths in bytes of a folded word from which one and two errors are
// mended. Shorter words are as likely abbreviations as errors.
const (
	minOneError  = 5
	minTwoErrors = 9
)

// New returns a Speller over words as they are written, each with the number of
// places where it stands. A word may come several times; of the spellings of one
// folded word the most frequent is proposed.
func New(words iter.Seq2[string, int]) *Speller {
	s := &Speller{byFirst: map[bucket][]spelling{}, known: map[string]bool{}}
	best := map[string]spelling{}
	for word, count := range words {
		folded := german.Fold(word)
		if old, ok := best[folded]; !ok || count > old.count || count == old.count && word < old.surface {
			best[folded] = spelling{folded, word, count}
		}
	}
	for _, w := range best {
		s.known[w.folded] = true
		if spellable(w.folded) {
			b := bucket{w.folded[0], len(w.folded)}
			s.byFirst[b] = append(s.byFirst[b], w)
		}
	}
	return s
}

// Knows tells whether the word is one of those.
func (s *Speller) Knows(word string) bool { return s.known[german.Fold(word)] }

// spellable tells the words that are worth comparing: long enough, and letters
// only.
func spellable(folded string) bool {
	return len(folded) >= minOneError && strings.IndexFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// Propose returns the known word that the given one was probably meant to be, or a
// compound of one and a known half. It reports false for short words, numbers and
// abbreviations, which are never bent, and when nothing is near.
func (s *Speller) Propose(word string) (string, bool) {
	if found, ok := s.Nearest(word); ok {
		return found, true
	}
	if folded := german.Fold(word); mayBend(word, folded) {
		return s.proposeCompound(folded)
	}
	return "", false
}

// Nearest is Propose for whole words.
func (s *Speller) Nearest(word string) (string, bool) {
	folded := german.Fold(word)
	if !mayBend(word, folded) {
		return "", false
	}
	allowed := 1
	if len(folded) >= minTwoErrors {
		allowed = 2
	}
	best, ok := s.nearest(folded, allowed)
	return best.surface, ok
}

// mayBend tells whether a word may be taken for a misspelt one.
func mayBend(word, folded string) bool { return spellable(folded) && !isAbbreviation(word) }

// isAbbreviation tells words in capitals only.
func isAbbreviation(word string) bool {
	return utf8.RuneCountInString(word) <= 5 && strings.ToUpper(word) == word
}

// nearest returns the known word with the fewest errors, of several the one in
// most profiles. The first letter is taken to be right, or swapped with the
// second.
func (s *Speller) nearest(folded string, allowed int) (spelling, bool) {
	type candidate struct {
		spelling
		errors int
	}
	var best []candidate
	for _, first := range []byte{folded[0], folded[1]} {
		for length := len(folded) - allowed; length <= len(folded)+allowed; length++ {
			for _, w := range s.byFirst[bucket{first, length}] {
				if d := Distance(folded, w.folded, allowed); d <= allowed {
					best = append(best, candidate{w, d})
				}
			}
		}
	}
	if len(best) == 0 {
		return spelling{}, false
	}
	slices.SortFunc(best, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.errors, b.errors), cmp.Compare(b.count, a.count), strings.Compare(a.folded, b.folded))
	})
	return best[0].spelling, true
}

// minHalf is the shortest half of a compound whose other half is mended.
const minHalf = 4

// proposeCompound mends one half of a compound whose other half is known:
// "textilrecyling".
func (s *Speller) proposeCompound(folded string) (string, bool) {
	for at := len(folded) - minHalf; at >= minHalf; at-- {
		left, right := folded[:at], folded[at:]
		switch {
		case s.known[left] && len(right) >= minOneError:
			if w, ok := s.nearest(right, 1); ok {
				return left + w.surface, true
			}
		case s.known[right] && len(left) >= minOneError:
			if w, ok := s.nearest(left, 1); ok {
				return w.surface + right, true
			}
		}
	}
	return "", false
}

// Distance is the number of letters added, dropped, changed or swapped with
// their neighbour that lead from a to b (optimal string alignment, Damerau
// 1964), or limit+1 when it is more than limit.
func Distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var buffers [3][64]int
	if len(b) >= len(buffers[0]) {
		return limit + 1
	}
	before, last, row := buffers[0][:len(b)+1], buffers[1][:len(b)+1], buffers[2][:len(b)+1]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		lowest := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			lowest = min(lowest, row[j])
		}
		if lowest > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}

// LikeCase writes a word with a capital when the model has one, as it is
// otherwise; neither may be empty.
func LikeCase(word, model string) string {
	if first := []rune(model)[0]; strings.ToLower(string(first)) == string(first) {
		return word
	}
	runes := []rune(word)
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}
