package german

import (
	"io/fs"
	"maps"
	"math"
	"sort"
	"strings"
	"unicode/utf8"
)

// Atom is a noun that is no compound, with its frequency class.
type Atom struct {
	Word string
	// Class is 1 (rare) to 9 (most frequent), in steps of four.
	Class int
}

// maxRarity is how many classes rarer than the whole word the average piece may
// be for the word still to count as a compound.
const maxRarity = 1

// Atoms reduces nouns, given with their counts, to those that are not split into
// other nouns or parts of the field; it is what makes nouns-atoms.tsv. The field's
// words and the forbidden parts are read from dir. The result is sorted by word.
func Atoms(fsys fs.FS, dir string, nouns map[string]int) ([]Atom, error) {
	s := newSplitter()
	err := s.load(fsys, dir, []listFile{{fileBad, s.lex.forbid}, {fileField, s.lex.addField}})
	if err != nil {
		return nil, err
	}
	keys := map[string]splitKey{}
	for word, count := range nouns {
		if k, ok := newSplitKey(word); ok && mayBePart(word, count) && s.lex.forbidden[k.text] != first|last {
			keys[word] = k
		}
	}
	dropGenitives(keys, nouns)
	full, small := s.lex.clone(), s.lex.clone()
	for word, k := range keys {
		full.addNoun(k.text, uint8(classOf(nouns[word])))
	}
	full.addElided()
	atoms := map[string]bool{}
	for word, k := range keys {
		if !full.isCompound(&k, classOf(nouns[word])) {
			atoms[word] = true
			small.addNoun(k.text, uint8(classOf(nouns[word])))
		}
	}
	small.addElided()
	// A compound may have been split into compounds that are no atoms themselves.
	var result []Atom
	for word, k := range keys {
		if atoms[word] || small.segment(&k, false) == nil {
			result = append(result, Atom{word, classOf(nouns[word])})
		}
	}
	sort.Slice(result, func(i, j int) bool { return result[i].Word < result[j].Word })
	return result, nil
}

// dropGenitives removes nouns that are another one with -s or -es, which are
// linking letters in a compound: the base of "landesamt" is "land", not "landes".
// The shorter one must not be far rarer, as "gla" is by the side of "glas".
func dropGenitives(keys map[string]splitKey, nouns map[string]int) {
	var drop []string
	for word := range keys {
		for _, ending := range []string{"s", "es"} {
			base, ok := strings.CutSuffix(word, ending)
			_, known := keys[base]
			if ok && known && classOf(nouns[base]) >= classOf(nouns[word])-2 {
				drop = append(drop, word)
			}
		}
		if base, ok := strings.CutSuffix(word, "s"); ok && takesS(base) {
			drop = append(drop, word)
		}
	}
	for _, word := range drop {
		delete(keys, word)
	}
}

// mayBePart leaves out the short words of the laws: most are abbreviations, and
// they turn up in other words by chance. The field's list has those of use.
func mayBePart(word string, count int) bool {
	switch letters := utf8.RuneCountInString(word); {
	case letters <= 3:
		return false
	case letters == 4:
		return count >= 20
	}
	return strings.ContainsAny(word, "aeiouyäöü")
}

func (l *lexicon) clone() lexicon {
	return lexicon{entries: maps.Clone(l.entries), longest: l.longest, forbidden: l.forbidden}
}

// classOf is half the binary logarithm of a count, between 1 and 9.
func classOf(count int) int {
	return min(9, max(1, int(math.Round(math.Log2(float64(max(1, count)))/2))))
}

// isCompound decides as Koehn and Knight do: a word is split when its pieces
// are, in the geometric mean, not much rarer than the word.
func (l *lexicon) isCompound(k *splitKey, class int) bool {
	cuts := l.segment(k, false)
	if len(cuts) < 2 {
		return false
	}
	sum, start := 0, 0
	for _, c := range cuts {
		e := l.entries[k.text[start:c.stem]]
		sum += int(max(e.class, e.elided))
		start = c.end
	}
	return sum >= (class-maxRarity)*len(cuts)
}
