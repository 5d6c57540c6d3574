package german

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

// Part is one piece of a compound, linking letters or hyphen included.
type Part struct {
	Text       string
	Start, End int
	// Term is the piece without linking letters, folded and stemmed.
	Term string
}

// Analyzer analyses text with one set of word lists.
type Analyzer struct {
	words Words
}

// New returns an Analyzer over the given lists, which it does not change and
// which must not be changed afterwards.
func New(words Words) *Analyzer {
	return &Analyzer{words: words}
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
	return tokens
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
	word := clean(surface)
	term := a.term(word, lang)
	if term == "" {
		return Token{}, false
	}
	t := Token{Text: surface, Start: s.start, End: s.end, Term: term}
	t.Stop = a.words.stop(lang, foldWord(word))
	t.Parts = a.parts(text, s, lang)
	return t, true
}

// term gives the index term of a cleaned word of any language.
func (a *Analyzer) term(word string, lang Language) string {
	if lang == English || lang == French {
		return a.stemForeign(word, lang)
	}
	return a.stem(foldWord(ungender(word)))
}

// parts gives the pieces of a hyphenated word, or the word itself as its only
// piece.
func (a *Analyzer) parts(text string, s span, lang Language) []Part {
	pieces := make([]Part, 0, len(s.hyphens)+1)
	start := s.start
	for _, end := range append(append([]int(nil), s.hyphens...), s.end) {
		p := Part{Text: lower(text[start:end]), Start: start, End: end}
		p.Term = a.term(clean(text[start:end]), lang)
		pieces = append(pieces, p)
		start = end
	}
	return pieces
}
