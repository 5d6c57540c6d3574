package german

import (
	"bufio"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Words are the lists that steer an Analyzer. All words are folded (see Fold).
// The zero value is usable and knows no word.
type Words struct {
	// Stop holds the stop words of each language.
	Stop map[Language]map[string]bool
	// Stems gives the term of words that the stemmer would get wrong. A key that
	// begins with "-" holds for every word that ends so, and its value replaces
	// that ending.
	Stems map[string]string
	// ErPlurals are the folded nouns whose plural ends in -er (Kind, Land).
	ErPlurals map[string]bool
	// Umlauts are the beginnings of words that another word differs from by the
	// umlaut alone (förder, forder), in NFC and lower case.
	Umlauts []string
	// Splitter splits compounds; nil splits none.
	Splitter *Splitter
}

// LoadWords reads the lists from dir: stop-de.txt, stop-en.txt, stop-fr.txt,
// er-plurals.txt and umlauts.txt with a word a line, stems.tsv with word, tab
// and term, and what LoadSplitter reads. Text behind "#" is a comment. Errors
// name file and line.
func LoadWords(fsys fs.FS, dir string) (Words, error) {
	w := Words{Stop: map[Language]map[string]bool{}, Stems: map[string]string{}}
	for _, lang := range []Language{German, English, French} {
		set, err := readSet(fsys, path.Join(dir, "stop-"+string(lang)+".txt"))
		if err != nil {
			return Words{}, err
		}
		w.Stop[lang] = set
	}
	var err error
	if w.ErPlurals, err = readSet(fsys, path.Join(dir, "er-plurals.txt")); err != nil {
		return Words{}, err
	}
	if w.Splitter, err = LoadSplitter(fsys, dir); err != nil {
		return Words{}, err
	}
	err = readLines(fsys, path.Join(dir, "umlauts.txt"), func(line string) error {
		w.Umlauts = append(w.Umlauts, norm.NFC.String(strings.ToLower(line)))
		return nil
	})
	if err != nil {
		return Words{}, err
	}
	err = readLines(fsys, path.Join(dir, "stems.tsv"), func(line string) error {
		word, term, ok := strings.Cut(line, "\t")
		if !ok || word == "" || strings.ContainsAny(term, " \t") || term == "" {
			return fmt.Errorf("want word, tab, term; got %q", line)
		}
		w.Stems[foldKey(word)] = foldKey(term)
		return nil
	})
	return w, err
}

func (w *Words) stop(lang Language, folded string) bool {
	if lang == MinimalEnglish {
		lang = English
	}
	return w.Stop[lang][folded]
}

// foldKey folds a key and keeps the leading hyphen that marks an ending.
func foldKey(s string) string {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return "-" + Fold(rest)
	}
	return Fold(s)
}

func readSet(fsys fs.FS, name string) (map[string]bool, error) {
	set := map[string]bool{}
	err := readLines(fsys, name, func(line string) error {
		set[Fold(line)] = true
		return nil
	})
	return set, err
}

func readLines(fsys fs.FS, name string, each func(line string) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("word list: %w", err)
	}
	defer f.Close()
	scanner := bufio.NewScanner(f)
	for number := 1; scanner.Scan(); number++ {
		line, _, _ := strings.Cut(scanner.Text(), "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := each(line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, number, err)
		}
	}
	return scanner.Err()
}
