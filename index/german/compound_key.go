package german

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitKey is a word in the letters that the splitter compares: a to z, umlauts
// as their plain vowel and ß as ss, with the way back to the word's bytes.
type splitKey struct {
	text string
	// at[i] is the byte of the word where letter i begins; the last entry is the
	// length of the word. A negative entry is the second s of an ß: no border.
	at []int
	// dropped marks each e that spells an umlaut (praezision), nil if there is
	// none. It counts only inside a piece: in "bioenergie" o and e are apart.
	dropped []bool
}

// newSplitKey reports false for words with anything but Latin letters.
func newSplitKey(word string) (splitKey, bool) {
	k := splitKey{at: make([]int, 0, len(word)+1)}
	var b strings.Builder
	b.Grow(len(word))
	for i, r := range word {
		if isInvisible(r) || unicode.Is(unicode.Mn, r) {
			continue
		}
		before := b.Len()
		writeLetter(&b, unicode.ToLower(r))
		for n := before; n < b.Len(); n++ {
			if n == before {
				k.at = append(k.at, i)
			} else {
				k.at = append(k.at, -1)
			}
		}
	}
	k.text = b.String()
	k.at = append(k.at, len(word))
	if !isASCIILetters(k.text) || !utf8.ValidString(word) {
		return splitKey{}, false
	}
	k.markDropped()
	return k, true
}

func writeLetter(b *strings.Builder, r rune) {
	switch r {
	case 'ä':
		b.WriteByte('a')
	case 'ö':
		b.WriteByte('o')
	case 'ü':
		b.WriteByte('u')
	case 'ß':
		b.WriteString("ss")
	default:
		writeBase(b, r)
	}
}

func (k *splitKey) markDropped() {
	if !hasDigraph(k.text) {
		return
	}
	for i := 1; i < len(k.text); i++ {
		if k.text[i] == 'e' && isUmlautDigraph(k.text, i-1) {
			if k.dropped == nil {
				k.dropped = make([]bool, len(k.text))
			}
			k.dropped[i] = true
		}
	}
}

// folded is text[i:j] without the e of umlauts that begin inside it.
func (k *splitKey) folded(i, j int) string {
	if k.dropped == nil {
		return k.text[i:j]
	}
	var buf [2 * maxLetters]byte
	return string(k.appendFolded(buf[:0], i, j))
}

func (k *splitKey) appendFolded(buf []byte, i, j int) []byte {
	for n := i; n < j; n++ {
		if n == i || !k.dropped[n] {
			buf = append(buf, k.text[n])
		}
	}
	return buf
}

// isBorder tells whether a piece may end before letter i: not inside an ß, and
// not between a vowel and the e that makes it an umlaut unless a word says so.
func (k *splitKey) isBorder(i int) bool { return k.at[i] >= 0 }

// pieces turns cuts, which cover the key, into pieces of the word.
func (k *splitKey) pieces(word string, cuts []cut) []Piece {
	pieces := make([]Piece, 0, len(cuts))
	start := 0
	for _, c := range cuts {
		p := Piece{Start: k.at[start], End: k.at[c.end]}
		if start == 0 {
			p.Start = 0
		}
		// A stem that ends inside an ß keeps the letter whole.
		stem := c.stem
		for !k.isBorder(stem) {
			stem++
		}
		p.Base = word[p.Start:k.at[stem]] + c.restore
		pieces = append(pieces, p)
		start = c.end
	}
	return pieces
}
