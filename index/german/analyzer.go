package german

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync/atomic"
)

// Language names the language a text is written in.
type Language string

// The languages that can be analysed. Any other value is taken for German.
const (
	German  Language = "de"
	English Language = "en"
	French  Language = "fr"
)

// Token is one word of a text.
type Token struct {
	// Text is the word as it stands, Text == text[Start:End].
	Text string
	// Start and End are byte offsets into the analysed text.
	Start, End int
	// Term is what the index stores: folded and stemmed. It is never empty and
	// holds no white space.
	Term string
	// Parts are the pieces of a compound in order. Their texts joined give Text
	// in lower case; a word that is not a compound has exactly one part.
	Parts []Part
	// Stop says that the word carries no meaning of its own ("und", "für").
	Stop bool
}

// Pieces returns the parts of a compound that have a term, none for other words.
func (t *Token) Pieces() []Part {
	if len(t.Parts) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.Parts), func(p Part) bool { return p.Term == "" })
}

// Part is one piece of a compound, linking letters or hyphen included.
type Part struct {
	Text       string
	Start, End int
	// Term is the piece without linking letters, folded and stemmed.
	Term string
}

// Analyzer analyses text with one set of word lists.
type Analyzer struct {
	words   Words
	umlauts []umlaut
	seed    maphash.Seed
	// memo remembers recent words, one slot per hash: bounded, without locks,
	// and a lost race costs no more than analysing again.
	memo [memoWords]atomic.Pointer[wordEntry]
}

// memoWords is above the number of different words in a few hundred profiles.
const memoWords = 1 << 13

// wordEntry is an analysed word; its offsets count from the word's own start.
type wordEntry struct {
	lang Language
	Token
}

// New returns an Analyzer over the given lists, which it does not change and
// which must not be changed afterwards.
func New(words Words) *Analyzer {
	return &Analyzer{words: words, umlauts: readUmlauts(words.Umlauts), seed: maphash.MakeSeed()}
}

// Analyze returns the tokens of text in order, none for a text without words.
// Bytes that are not UTF-8 separate words. Offsets always fall on the borders
// of letters: a combining mark is never cut from its base.
func (a *Analyzer) Analyze(text string, lang Language) []Token {
	var tokens []Token
	for _, s := range scan(text) {
		if t, ok := a.token(text, s, lang); ok {
			tokens = append(tokens, t)
		}
	}
	if lang == German {
		a.complete(text, tokens)
	}
	return tokens
}

// Words is Analyze without Parts, at a third of the cost for words that were not
// seen before: for long lists of labels, where nobody asks for parts.
func (a *Analyzer) Words(text string, lang Language) []Token {
	spans := scan(text)
	tokens := make([]Token, 0, len(spans))
	for _, s := range spans {
		// A completed hyphen takes its term from the parts of another word.
		if lang == German && endsInHyphen(text, s.end) {
			return a.Analyze(text, lang)
		}
		surface := text[s.start:s.end]
		word := clean(surface)
		if term := a.term(word, lang); term != "" {
			stop := a.words.stop(lang, foldWord(word))
			tokens = append(tokens, Token{Text: surface, Start: s.start, End: s.end, Term: term, Stop: stop})
		}
	}
	return tokens
}

// IsNoun tells whether a German word is a noun of the lists, inflected or not, or a
// compound of them.
func (a *Analyzer) IsNoun(word string) bool {
	return a.words.Splitter != nil && a.words.Splitter.Knows(strings.ToLower(clean(word)))
}

// Terms returns the terms of text without stop words, in order.
func (a *Analyzer) Terms(text string, lang Language) []string {
	var terms []string
	for _, t := range a.Analyze(text, lang) {
		if !t.Stop {
			terms = append(terms, t.Term)
		}
	}
	return terms
}

// token analyses one span; it reports false when nothing of it can be indexed,
// as with a lone soft hyphen.
func (a *Analyzer) token(text string, s span, lang Language) (Token, bool) {
	surface := text[s.start:s.end]
	slot := &a.memo[maphash.String(a.seed, surface)%memoWords]
	e := slot.Load()
	if e == nil || e.lang != lang || e.Text != surface {
		// The copy keeps the memo from holding on to the text around the word.
		e = a.word(strings.Clone(surface), s, lang)
		slot.Store(e)
	}
	return e.at(surface, s.start), e.Term != ""
}

// at returns the token as it stands in a text.
func (e *wordEntry) at(surface string, start int) Token {
	t := e.Token
	t.Text, t.Start, t.End = surface, start, start+len(surface)
	t.Parts = make([]Part, len(e.Parts))
	for i, p := range e.Parts {
		p.Start, p.End = p.Start+start, p.End+start
		t.Parts[i] = p
	}
	return t
}

// word analyses a word on its own.
func (a *Analyzer) word(surface string, s span, lang Language) *wordEntry {
	word := clean(surface)
	e := &wordEntry{lang, Token{Text: surface, Term: a.term(word, lang)}}
	if e.Term == "" {
		return e
	}
	e.Stop = a.words.stop(lang, foldWord(word))
	own := span{end: len(surface)}
	for _, h := range s.hyphens {
		own.hyphens = append(own.hyphens, h-s.start)
	}
	e.Parts = a.parts(surface, own, lang)
	return e
}

// term gives the index term of a cleaned word of any language.
func (a *Analyzer) term(word string, lang Language) string {
	switch lang {
	case English, French:
		return a.stemForeign(word, lang)
	case MinimalEnglish:
		return minimalStem(word)
	}
	word = ungender(word)
	return a.keepUmlaut(word, a.stem(foldWord(word)))
}
