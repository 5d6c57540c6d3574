package german

import "strings"

// written turns the spellings of an umlaut into one.
var written = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

// umlaut is the beginning of words whose umlaut tells them from others: as it
// is written with two letters, and without its umlaut.
type umlaut struct {
	digraph, plain string
}

func readUmlauts(list []string) []umlaut {
	var umlauts []umlaut
	for _, u := range list {
		umlauts = append(umlauts, umlaut{written.Replace(u), foldWord(u)})
	}
	return umlauts
}

// keepUmlaut writes the umlaut of a word back into its term where folding would
// make it another word: förder-, foerder- to "foerder", while forder- stays
// "forder". A word typed without its umlaut is left to the spelling.
func (a *Analyzer) keepUmlaut(word, term string) string {
	low := ""
	for _, u := range a.umlauts {
		if !strings.HasPrefix(term, u.plain) {
			continue
		}
		if low == "" {
			low = written.Replace(strings.ToLower(word))
		}
		if strings.HasPrefix(low, u.digraph) {
			return u.digraph + term[len(u.plain):]
		}
	}
	return term
}
