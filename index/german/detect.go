package german

// Detect tells German from English by the words that only one of the two passes
// over: the language with more of them. sure is false for a text that has as many of
// the one as of the other, as short texts have; lang is German then. Safe for
// concurrent use. (Cavnar and Trenkle 1994 count letters; for two languages whose
// stop words are at hand these do.)
func (a *Analyzer) Detect(text string) (lang Language, sure bool) {
	lead := 0
	for _, s := range scan(text) {
		word := foldWord(clean(text[s.start:s.end]))
		inGerman, inEnglish := a.words.stop(German, word), a.words.stop(English, word)
		switch {
		case inEnglish && !inGerman:
			lead++
		case inGerman && !inEnglish:
			lead--
		}
	}
	if lead > 0 {
		return English, true
	}
	return German, lead < 0
}
