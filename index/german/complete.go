package german

import "strings"

// completeWindow is how many words behind a completed hyphen the word that
// completes it may stand: "Mess-, Prüf- und Regeltechnik".
const completeWindow = 4

// complete gives words with a completed hyphen the term of the word that is
// meant: "Mess-" in "Mess- und Prüftechnik" that of Messtechnik (Duden, rule
// K 31). Offsets and parts stay those of the word as it stands.
func (a *Analyzer) complete(text string, tokens []Token) {
	if a.words.Splitter == nil {
		return
	}
	for i := range tokens {
		if !endsInHyphen(text, tokens[i].End) {
			continue
		}
		if head := headBehind(text, tokens, i); head != "" {
			tokens[i].Term = a.term(clean(tokens[i].Text)+head, German)
			tokens[i].Stop = false
		}
	}
}

// endsInHyphen tells whether a hyphen stands at i with no letter behind it.
func endsInHyphen(text string, i int) bool {
	for _, hyphen := range []string{"-", "\u2010", "\u2011"} {
		if rest, ok := strings.CutPrefix(text[i:], hyphen); ok {
			return rest != "" && !startsWord(rest)
		}
	}
	return false
}

// headBehind returns the last part of the first compound that follows token i,
// "" when there is none or other words than those of an enumeration lie between.
func headBehind(text string, tokens []Token, i int) string {
	for j := i + 1; j < len(tokens) && j <= i+completeWindow; j++ {
		t := tokens[j]
		switch {
		case endsInHyphen(text, t.End) || enumerates[t.Term] || t.Stop:
			continue
		case len(t.Parts) > 1:
			return t.Parts[len(t.Parts)-1].Text
		}
		return ""
	}
	return ""
}

// enumerates are the terms of words that join an enumeration.
var enumerates = map[string]bool{"und": true, "oder": true, "bzw": true, "sowie": true, "and": true}
