package german

import (
	"fmt"
	"hash/maphash"
	"io/fs"
	"path"
	"strings"
)

// The files of a Splitter; each explains its form in its own head.
const (
	fileAtoms      = "nouns-atoms.tsv"
	fileField      = "compounds-field.txt"
	fileBad        = "compounds-bad.txt"
	fileExceptions = "compounds-exceptions.txt"
	fileNames      = "compounds-names.txt"
)

// defaultClass is the class of the field's words that name none.
const defaultClass = 6

// LoadSplitter reads the word lists of the splitter from dir: parts that must not
// be (compounds-bad.txt), the nouns that are no compounds with their frequency
// class (nouns-atoms.tsv), the words of the field (compounds-field.txt), words
// split by hand (compounds-exceptions.txt) and names never split
// (compounds-names.txt). Errors name file and line.
func LoadSplitter(fsys fs.FS, dir string) (*Splitter, error) {
	s := newSplitter()
	err := s.load(fsys, dir, []listFile{
		{fileBad, s.lex.forbid},
		{fileAtoms, s.addAtom},
		{fileField, s.lex.addField},
		{fileNames, s.addName},
		{fileExceptions, s.addException},
	})
	if err != nil {
		return nil, err
	}
	s.lex.addElided()
	return s, nil
}

// listFile is a file of the splitter and what takes each of its lines.
type listFile struct {
	name string
	each func(line string) error
}

func (s *Splitter) load(fsys fs.FS, dir string, files []listFile) error {
	for _, f := range files {
		if err := readLines(fsys, path.Join(dir, f.name), f.each); err != nil {
			return err
		}
	}
	return nil
}

func newSplitter() *Splitter {
	return &Splitter{
		lex:        newLexicon(),
		names:      map[string]bool{},
		exceptions: map[string][]cut{},
		seed:       maphash.MakeSeed(),
	}
}

func newLexicon() lexicon {
	return lexicon{entries: map[string]entry{}, forbidden: map[string]role{}}
}

// keyOf gives the key of a listed word, written in proper German.
func keyOf(word string) (string, error) {
	k, ok := newSplitKey(word)
	if !ok {
		return "", fmt.Errorf("want a word of letters, got %q", word)
	}
	return k.text, nil
}

func (s *Splitter) addAtom(line string) error {
	word, class, ok := strings.Cut(line, "\t")
	if !ok || len(class) != 1 || class[0] < '1' || class[0] > '9' {
		return fmt.Errorf("want word, tab, class 1 to 9; got %q", line)
	}
	key, err := keyOf(word)
	if err != nil {
		return err
	}
	s.lex.addNoun(key, class[0]-'0')
	return nil
}

// addNoun enters a word of the laws where the forbidden parts let it stand; the
// words of the field are entered whatever is forbidden, for they are meant.
func (l *lexicon) addNoun(key string, class uint8) {
	if r := (first | last) &^ l.forbidden[key]; r != 0 {
		l.add(key, class, r)
	}
}

// addName enters both readings of a name: in Oepfershausen oe is an umlaut, in
// Mittweidaer ae is not.
func (s *Splitter) addName(line string) error {
	k, ok := newSplitKey(line)
	if !ok {
		return fmt.Errorf("want a name of letters, got %q", line)
	}
	s.names[k.text] = true
	s.names[k.folded(0, len(k.text))] = true
	return nil
}

// add enters a word; of two that share a key the more frequent counts.
func (l *lexicon) add(key string, class uint8, r role) {
	e := l.entries[key]
	e.class = max(e.class, class)
	if r&bound == 0 || e.role == 0 {
		e.role = e.role&^bound | r
	}
	l.entries[key] = e
	l.longest = max(l.longest, len(key))
}

// roleOf reads the hyphen of a listed word: "mess-" is a first part, "-werk" a
// last part, "bau" both.
func roleOf(word string) (string, role) {
	if base, ok := strings.CutSuffix(word, "-"); ok {
		return base, first
	}
	if base, ok := strings.CutPrefix(word, "-"); ok {
		return base, last
	}
	return word, first | last
}

func (l *lexicon) addField(line string) error {
	fields := strings.Fields(line)
	class := uint8(defaultClass)
	if len(fields) == 2 && len(fields[1]) == 1 && fields[1] >= "1" && fields[1] <= "9" {
		class = fields[1][0] - '0'
	} else if len(fields) != 1 {
		return fmt.Errorf("want word and class 1 to 9, got %q", line)
	}
	word, r := roleOf(fields[0])
	key, err := keyOf(word)
	if err != nil {
		return err
	}
	if r == first {
		r |= bound
	}
	l.add(key, class, r)
	return nil
}

func (l *lexicon) forbid(line string) error {
	word, r := roleOf(line)
	key, err := keyOf(word)
	if err == nil {
		l.forbidden[key] |= r
	}
	return err
}

// addElided enters the shortened forms of nouns as first parts: schul- of
// Schule, süd- of Süden, and lackier- of Lackierung.
func (l *lexicon) addElided() {
	short := map[string]entry{}
	var stems []string
	for key, e := range l.entries {
		if e.role&first == 0 || e.role&bound != 0 {
			continue
		}
		for _, ending := range []string{"e", "en"} {
			base, ok := strings.CutSuffix(key, ending)
			e := entry{elided: e.class, restore: uint8(len(ending))}
			if ok && len(base) >= 4 && e.elisionCost() < short[base].elisionCost() {
				short[base] = e
			}
		}
		if stem, ok := strings.CutSuffix(key, "ung"); ok && strings.HasSuffix(stem, "ier") {
			stems = append(stems, stem)
		}
	}
	for key, s := range short {
		e := l.entries[key]
		e.elided, e.restore = s.elided, s.restore
		l.entries[key] = e
	}
	for _, stem := range stems {
		l.add(stem, max(1, l.entries[stem+"ung"].class-1), first|bound)
	}
}
