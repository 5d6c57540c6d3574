package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spoken is a word or number of a text.
type spoken struct {
	// low is the word in small letters, start and end where it stands in the text.
	low        string
	start, end int
	// gap is what stands between it and the word before.
	gap string
	// capital says that it begins with one, opens that a clause begins with it.
	capital, opens bool
}

// joins tells whether only blanks or a hyphen part it from the word before.
func (w spoken) joins() bool { return strings.Trim(w.gap, " \u00a0\u202f-+") == "" }

// clauseEnds are the marks behind which another clause begins.
const clauseEnds = ".,;:!?()\n–—"

// abbreviated are the words whose point ends no clause: "für ca. 50 Mitarbeiter".
var abbreviated = map[string]bool{"ca": true, "rd": true, "max": true, "mind": true}

// speak splits a text into words. Points and commas between digits are part of a
// number: "1.200", "3,5".
func speak(text string) []spoken {
	var words []spoken
	last := 0
	for from := 0; from < len(text); {
		r, size := utf8.DecodeRuneInString(text[from:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			from += size
			continue
		}
		w := spoken{start: from, end: wordEnd(text, from), capital: unicode.IsUpper(r)}
		w.low = strings.ToLower(text[w.start:w.end])
		w.gap = text[last:w.start]
		w.opens = len(words) == 0 || strings.ContainsAny(w.gap, clauseEnds) && !(w.gap == ". " && abbreviated[words[len(words)-1].low])
		words = append(words, w)
		from, last = w.end, w.end
	}
	return words
}

// wordEnd is where the word that begins at from ends.
func wordEnd(text string, from int) int {
	digit := false
	for i, r := range text[from:] {
		at := from + i
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			digit = unicode.IsDigit(r)
		case digit && (r == '.' || r == ',') && at+1 < len(text) && text[at+1] >= '0' && text[at+1] <= '9':
		default:
			return at
		}
	}
	return len(text)
}

// wordSet is a list of words as a set.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// clauseReach is how many words of a clause are looked at on either side of a count.
// Few clauses are longer, and a text without any mark would take quadratic time.
const clauseReach = 30

// clause returns the words of the clause that stand before the word at from, and
// those from the word at to on.
func clause(words []spoken, from, to int) (before, after []spoken) {
	start, end := from, to
	for start > 0 && from-start < clauseReach && !words[start].opens {
		start--
	}
	for end < len(words) && end-to < clauseReach && !words[end].opens {
		end++
	}
	return words[start:from], words[to:end]
}
