package german

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// parts gives the pieces of a word: those between hyphens, and within each of
// them those of a German compound; the word itself when it is neither, or when
// the list of stems names it as a whole (Start-up).
func (a *Analyzer) parts(text string, s span, lang Language) []Part {
	if len(s.hyphens) > 0 {
		word := clean(text[s.start:s.end])
		if _, whole := a.words.Stems[foldWord(word)]; whole {
			return []Part{{Text: lower(text[s.start:s.end]), Start: s.start, End: s.end, Term: a.term(word, lang)}}
		}
	}
	parts := make([]Part, 0, len(s.hyphens)+1)
	start := s.start
	for _, end := range s.hyphens {
		parts = append(parts, a.piece(text, start, end, lang)...)
		start = end
	}
	return append(parts, a.piece(text, start, s.end, lang)...)
}

// piece gives the parts of text[start:end], which holds no hyphen but at its end.
func (a *Analyzer) piece(text string, start, end int, lang Language) []Part {
	surface := text[start:end]
	if lang == German && a.words.Splitter != nil {
		if parts := a.compound(text, start, end); parts != nil {
			return parts
		}
	}
	return []Part{{Text: lower(surface), Start: start, End: end, Term: a.term(clean(surface), lang)}}
}

// compound splits a German word, nil when it is none. The pieces are found in
// the word as it is read; reading maps them back to the bytes as they stand.
func (a *Analyzer) compound(text string, start, end int) []Part {
	word, at := reading(text[start:end])
	base := strings.ToLower(ungender(word))
	if len(base) > len(word) {
		return nil
	}
	pieces := a.words.Splitter.Split(base)
	if len(pieces) < 2 {
		return nil
	}
	parts := make([]Part, len(pieces))
	for i, p := range pieces {
		from, to := start+at[p.Start], end
		if i+1 < len(pieces) {
			to = start + at[p.End]
		}
		parts[i] = Part{Text: lower(text[from:to]), Start: from, End: to, Term: a.term(p.Base, German)}
	}
	return parts
}

// reading is clean with, for every byte of the result, the byte of the surface
// where its letter begins. Lengths stay true under lower case, because letters
// that change their length with it are left as they are.
func reading(surface string) (word string, at []int) {
	var b strings.Builder
	for i := 0; i < len(surface); {
		n := norm.NFC.NextBoundaryInString(surface[i:], true)
		letter := clean(surface[i : i+n])
		if low := strings.ToLower(letter); len(low) != len(letter) {
			letter = low
		}
		b.WriteString(letter)
		for range len(letter) {
			at = append(at, i)
		}
		i += n
	}
	return b.String(), append(at, len(surface))
}
