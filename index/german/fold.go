package german

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a word to the form in which spellings meet: NFC, lower case,
// without soft hyphens and hyphens, ß as ss, umlauts and their spellings ae, oe,
// ue as the plain vowel, other accents dropped. A real "ue" stays (aktuell,
// neue, Quelle), a real "ae" and "oe" too (Israel, Poet). Folding twice changes
// nothing.
func Fold(s string) string { return foldWord(clean(s)) }

// FoldBeginning gives the folded beginnings that a word may have of which only s
// has been typed: Fold(s) first and, where s ends before one can tell whether ae,
// oe or ue stands for an umlaut, also those letters as they are ("aer" begins
// "Ärzte" written with two letters, and "aerospace"). Safe for concurrent use.
func FoldBeginning(s string) []string {
	folded := []string{Fold(s)}
	plain := stripMarks(strings.ToLower(clean(s)))
	for at := max(0, len(plain)-longestSurrounding); at < len(plain)-1; at++ {
		if open := foldDigraphs(plain[:at]) + plain[at:]; hasDigraph(plain[at:at+2]) && !slices.Contains(folded, open) {
			folded = append(folded, open)
		}
	}
	return folded
}

// clean removes what is not read (soft hyphens, zero width signs), the hyphens
// and points between the pieces, and brings the word to NFC. Case is kept.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if isInvisible(r) || isHyphen(r) {
			return -1
		}
		return r
	}, s)
	s = norm.NFC.String(s)
	if isAbbreviation(s) {
		s = strings.ReplaceAll(s, ".", "")
	}
	return s
}

// isAbbreviation tells words like "e.V" whose points are no decimal points.
func isAbbreviation(s string) bool {
	return strings.Contains(s, ".") && strings.IndexFunc(s, unicode.IsDigit) < 0
}

// lower is the lower case of a piece of text, byte for byte in its own
// normalisation.
func lower(s string) string { return strings.ToLower(s) }

// IsCapitalised tells whether a word begins with a capital, as German nouns do.
func IsCapitalised(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// foldWord folds a cleaned word.
func foldWord(s string) string {
	s = strings.ToLower(s)
	if !isASCII(s) || hasDigraph(s) {
		s = foldDigraphs(stripMarks(s))
	}
	return trimPossessive(s)
}

// trimPossessive takes every 's off the end, so that folding is idempotent.
func trimPossessive(s string) string {
	for {
		trimmed := strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
		if trimmed == s {
			return s
		}
		s = trimmed
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func hasDigraph(s string) bool {
	return strings.Contains(s, "ae") || strings.Contains(s, "oe") || strings.Contains(s, "ue")
}

// stripMarks takes accents and umlaut points off and writes ß as ss.
func stripMarks(s string) string {
	var b strings.Builder
	for _, r := range s {
		writeBase(&b, r)
	}
	return b.String()
}

// writeBase writes a letter without its marks, as plain letters.
func writeBase(b *strings.Builder, r rune) {
	if r < 0x80 {
		b.WriteRune(r)
		return
	}
	for _, d := range norm.NFD.String(string(r)) {
		switch {
		case d == 'ß':
			b.WriteString("ss")
		case d == 'æ':
			b.WriteByte('a')
		case d == 'ø', d == 'œ':
			b.WriteByte('o')
		case !unicode.Is(unicode.Mn, d):
			b.WriteRune(d)
		}
	}
}

// foldDigraphs writes ae, oe, ue as the plain vowel where they stand for an
// umlaut. It repeats until nothing changes, so that folding is idempotent.
func foldDigraphs(s string) string {
	for hasDigraph(s) {
		folded := foldDigraphsOnce(s)
		if folded == s {
			return s
		}
		s = folded
	}
	return s
}

func foldDigraphsOnce(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if i+1 < len(s) && s[i+1] == 'e' && isUmlautDigraph(s, i) {
			i++
		}
	}
	return b.String()
}

// realDigraphs are the surroundings in which ae, oe and ue are two sounds; the
// bar marks where the pair begins.
var realDigraphs = []string{
	"t|uell", "n|uell", "d|uell", "s|uell", "x|uell", "r|uell", "d|uen", "tr|uen", "tat|ue", "rev|ue",
	"sr|ael", "ch|ael", "ph|ael", "|aero", "r|aela", "p|oet", "k|oeff", "k|oexi", "s|oeben", "p|oesi", "n|oel",
	"fl|uenz", "gr|uenz", "man|uel", "sam|uel", "sta|tue", "men|uett", "s|uez", "ven|ue", "val|ue", "bl|ues", "bl|uet",
	"contin|ue", "iss|ue", "res|cue", "tr|ue", "f|uel", "d|uet", "fl|uent", "infl|uen", "d|oes", "sh|oe", "t|oefl", "can|oe", "j|oel",
}

// longestSurrounding is the most letters from the pair on that tell it apart.
const longestSurrounding = 4

func isUmlautDigraph(s string, i int) bool {
	switch s[i] {
	case 'a', 'o':
	case 'u':
		if i > 0 && strings.IndexByte("aeiouq", s[i-1]) >= 0 {
			return false
		}
	default:
		return false
	}
	for _, real := range realDigraphs {
		before, after, _ := strings.Cut(real, "|")
		if strings.HasSuffix(s[:i], before) && strings.HasPrefix(s[i:], after) {
			return false
		}
	}
	return true
}
