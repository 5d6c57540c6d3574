package vocabulary

import (
	"strings"

	"clusterlotse/index/german"
)

// maxPieces bounds the labels looked up inside a hyphenated word, so that the
// work grows with the length of the word and not with its square.
const maxPieces = 6

// findInside looks for labels among the hyphen pieces of a word, longest first.
// A run of pieces is read as words of their own (Social-Media-App) and as one
// word (Pre-Seed-Programm).
func (f *finder) findInside(t german.Token) {
	pieces := f.pieces(t)
	if len(pieces) < 2 {
		return
	}
	for i := range pieces {
		for n := min(len(pieces)-i, maxPieces); n > 0; n-- {
			run := pieces[i : i+n]
			f.take(f.join(run), run)
			if n == 1 || n == len(pieces) {
				continue
			}
			if whole, ok := f.word(run[0].Start, run[n-1].End); ok {
				f.take(f.join([]german.Token{whole}), run)
			}
		}
	}
}

// hyphens are the signs that join the pieces of a word.
const hyphens = "-\u2010\u2011"

// pieces cuts a word at its hyphens, which go with no piece. A piece that is a
// compound stays whole; one that cannot be read on its own is left out.
func (f *finder) pieces(t german.Token) []german.Token {
	// Most words hold one part, and of the others most no hyphen.
	if len(t.Parts) < 2 || !strings.ContainsAny(t.Text, hyphens) {
		return nil
	}
	var pieces []german.Token
	first := 0
	for i, p := range t.Parts {
		last := i == len(t.Parts)-1
		end := p.Start + len(strings.TrimRight(f.text[p.Start:p.End], hyphens))
		if end == p.End && !last {
			continue
		}
		piece := german.Token{Text: f.text[p.Start:end], Start: p.Start, End: end, Term: p.Term}
		ok := p.Term != ""
		if first < i {
			piece, ok = f.word(t.Parts[first].Start, end)
		}
		if ok {
			pieces = append(pieces, piece)
		}
		first = i + 1
	}
	return pieces
}

// word analyses text[start:end] as one word.
func (f *finder) word(start, end int) (german.Token, bool) {
	tokens := f.v.analyzer.Analyze(f.text[start:end], f.lang)
	if len(tokens) != 1 {
		return german.Token{}, false
	}
	t := tokens[0]
	t.Start, t.End = start+t.Start, start+t.End
	return t, true
}
