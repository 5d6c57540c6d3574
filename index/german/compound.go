package german

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Piece is one part of a compound: word[Start:End] with linking letters, which
// belong to the piece before them ("wirtschafts" of "wirtschaftsförderung").
type Piece struct {
	// Start and End are byte offsets into the word that was split.
	Start, End int
	// Base is the piece without linking letters and with the letters that the
	// compound drops: "wirtschaft", "schule" of "schulbuch".
	Base string
}

// Splitter cuts German compounds into their pieces by the frequency of the
// pieces (Koehn and Knight 2003): of all ways to cover the word with known
// words it takes the likeliest. It is made by LoadSplitter, is immutable to its
// users and safe for concurrent use.
type Splitter struct {
	lex        lexicon
	names      map[string]bool
	exceptions map[string][]cut
	seed       maphash.Seed
	// memo remembers recent words, one slot per hash: bounded, without locks,
	// and a lost race costs no more than splitting again.
	memo [memoSlots]atomic.Pointer[memoEntry]
}

const (
	memoSlots = 4096
	// maxLetters bounds the work on words that are none.
	maxLetters = 100
	// minCompound is the letters that the shortest compound has (ölbad).
	minCompound = 5
)

type memoEntry struct {
	word   string
	pieces []Piece
}

// cut is one chosen piece in terms of the letters of the key.
type cut struct {
	// end is where the piece ends, stem where its linking letters begin.
	end, stem int
	// restore are the letters that the compound dropped behind stem.
	restore string
}

// Split returns the pieces of word in order. They cover the word without gap; a
// word that is no compound, or is unknown, gives one piece, an empty word none.
// Umlauts may be written ä, ae or a. The word should be in lower case. The
// result is shared with other callers and must not be changed.
func (s *Splitter) Split(word string) []Piece {
	if word == "" {
		return nil
	}
	slot := &s.memo[maphash.String(s.seed, word)%memoSlots]
	if e := slot.Load(); e != nil && e.word == word {
		return e.pieces
	}
	if len(word) > 2*maxLetters {
		return whole(word)
	}
	// The copy keeps the memo from holding on to the text around the word.
	word = strings.Clone(word)
	pieces := s.split(word)
	slot.Store(&memoEntry{word: word, pieces: pieces})
	return pieces
}

// Knows tells whether the word, which should be in lower case, is one of the listed
// nouns, inflected or not, or made of them.
func (s *Splitter) Knows(word string) bool {
	k, ok := newSplitKey(word)
	if !ok {
		return false
	}
	if _, listed := s.lex.entries[k.text]; listed || len(s.Split(word)) > 1 {
		return true
	}
	for _, ending := range inflections {
		if base, inflected := strings.CutSuffix(k.text, ending); inflected && s.lex.entries[base].class > 0 {
			return true
		}
	}
	return false
}

func whole(word string) []Piece { return []Piece{{End: len(word), Base: word}} }

func (s *Splitter) split(word string) []Piece {
	k, ok := newSplitKey(word)
	if !ok || len(k.text) < minCompound || len(k.text) > maxLetters || s.isName(&k) {
		return whole(word)
	}
	cuts, ok := s.exceptions[k.folded(0, len(k.text))]
	if !ok {
		cuts = s.lex.segment(&k, true)
	}
	if len(cuts) < 2 {
		return whole(word)
	}
	return k.pieces(word, cuts)
}

// nameEndings are what a name takes on: Freiburgs, Freiburger.
var nameEndings = []string{"", "s", "er", "ern", "ers"}

// isName tells names that must not be split, though their parts are words.
func (s *Splitter) isName(k *splitKey) bool {
	folded := k.folded(0, len(k.text))
	for _, ending := range nameEndings {
		for _, spelling := range [2]string{k.text, folded} {
			if base, ok := strings.CutSuffix(spelling, ending); ok && s.names[base] {
				return true
			}
		}
	}
	return false
}
