package german

import (
	"strings"
	"unicode/utf8"

	snowballgerman "github.com/blevesearch/snowballstem/german"

	"github.com/blevesearch/snowballstem"
	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
)

// maxStemmed is the length in bytes above which a word is none of German, and
// looking for its endings would only cost time.
const maxStemmed = 80

// stem reduces a folded German word to its term: the list of exceptions first,
// then words in -er, which Snowball would cut down to another word (Gründer to
// Grund, Laser to Las), then the Snowball stemmer for German.
func (a *Analyzer) stem(folded string) string {
	if len(folded) > maxStemmed {
		return folded
	}
	if term, ok := a.exception(folded); ok {
		return term
	}
	if utf8.RuneCountInString(folded) <= 3 || !isASCIILetters(folded) {
		return folded
	}
	if term, ok := a.stemAgent(folded); ok {
		return term
	}
	env := snowballstem.NewEnv(folded)
	snowballgerman.Stem(env)
	return env.Current()
}

func (a *Analyzer) exception(folded string) (string, bool) {
	if term, ok := a.words.Stems[folded]; ok {
		return term, true
	}
	for i := 1; i < len(folded)-2; i++ {
		if term, ok := a.words.Stems["-"+folded[i:]]; ok {
			return folded[:i] + strings.TrimPrefix(term, "-"), true
		}
	}
	return "", false
}

// adjectiveEndings stand before an -er that is inflection: technischer.
var adjectiveEndings = []string{"isch", "lich", "ig", "al", "iv", "ell", "bar", "sam", "haft", "los", "ent", "ant", "end", "iert", "ndig", "ar", "est", "est", "gross", "neu", "weit", "stark"}

// stemAgent keeps the -er of nouns whole and takes off only what is inflected:
// Lasern, Lasers and Laser to "laser". It reports false for words of other
// endings, for adjectives and for the plurals in -er (Kinder).
func (a *Analyzer) stemAgent(folded string) (string, bool) {
	base := folded
	for _, ending := range []string{"ern", "ers"} {
		if strings.HasSuffix(folded, ending) {
			base = folded[:len(folded)-1]
		}
	}
	root, ok := strings.CutSuffix(base, "er")
	if !ok || len(root) < 3 || a.isErPlural(root) {
		return "", false
	}
	for _, ending := range adjectiveEndings {
		if strings.HasSuffix(root, ending) && len(root) > len(ending)+1 {
			return "", false
		}
	}
	return base, true
}

// isErPlural tells nouns like "Kind" and compounds that end in one.
func (a *Analyzer) isErPlural(root string) bool {
	for i := 0; i <= len(root)-3; i++ {
		if a.words.ErPlurals[root[i:]] {
			return true
		}
	}
	return false
}

func (a *Analyzer) stemForeign(word string, lang Language) string {
	folded := strings.ToLower(word)
	if !isASCIILetters(stripMarks(folded)) || len(folded) <= 2 {
		return foldWord(folded)
	}
	if lang == French {
		return foldWord(french.Stem(folded, true))
	}
	return foldWord(english.Stem(folded, true))
}

func isASCIILetters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != ""
}
