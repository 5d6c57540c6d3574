package place

import (
	"strings"
	"unicode"
)

// word is a folded word of a text with its place in it.
type word struct {
	key        string
	start, end int // byte offsets
	upper      bool
}

// words cuts a text at everything that is neither letter, digit nor combining
// mark, and folds the pieces.
func words(text string) []word {
	var list []word
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		if key := fold(text[start:end]); key != "" {
			first := []rune(text[start:end])[0]
			list = append(list, word{key, start, end, unicode.IsUpper(first)})
		}
		start = -1
	}
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == softHyphen {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(len(text))
	return list
}

const softHyphen = '\u00ad'

// plain gives letters the same form however they were typed; ä, ae and a (from
// a + combining dots) all become a.
var plain = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u", "ß", "ss", "é", "e", "è", "e", "â", "a")

var digraphs = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// fold makes spellings of one name equal: case, umlauts in all their forms,
// composed and decomposed letters. "St." is spelt out.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == softHyphen {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	s = digraphs.Replace(plain.Replace(s))
	if s == "st" {
		return "sankt"
	}
	return s
}

// keyOf is the folded form of a whole name: its words joined by blanks.
func keyOf(name string) string {
	list := words(name)
	keys := make([]string, len(list))
	for i, w := range list {
		keys[i] = w.key
	}
	return strings.Join(keys, " ")
}
