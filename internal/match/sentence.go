package match

import (
	"strings"

	"clusterlotse/internal/profile"
)

// Sizes are the sizes that a company can give, in employees.
var Sizes = []string{"1-9", "10-49", "50-249", "250+"}

// maxEvidenceRunes bounds the fact that a sentence quotes.
const maxEvidenceRunes = 140

// worthSaying is the share of the score below which a reason is not why a network
// fits, so that no sentence is made of it.
const worthSaying = 0.05

// sentence says why a network fits by the strongest reason that rests on the
// asker's own words: "Weil Sie „Titan“ nennen: …". Where none is worth saying it is
// the strongest of all. It is made of the reason and nothing else.
func (m *Matcher) sentence(a *asker, match Match) string {
	for _, r := range match.Reasons {
		words := a.wordsFor(r)
		if words == "" || r.Score < worthSaying*match.Score {
			continue
		}
		// The field is that of the first fact.
		fact, _, _ := strings.Cut(r.Evidence, "; ")
		return say(a.lang, "sentence", words, match.Network.Name, fieldName(r.Field, a.lang), shorten(fact))
	}
	if len(match.Reasons) > 0 {
		return match.Network.Name + ": " + match.Reasons[0].Text
	}
	return ""
}

// wordsFor returns the asker's words behind a reason, or the label of the
// concept he chose.
func (a *asker) wordsFor(r profile.Reason) string {
	for _, u := range a.Understood.Concepts {
		if featureOf[u.Scheme] == Feature(r.Feature) && u.ID == r.Concept {
			if u.Words != "" {
				return u.Words
			}
			return u.Label
		}
	}
	return ""
}

// shorten cuts a fact at a blank.
func shorten(fact string) string {
	runes := []rune(fact)
	if len(runes) <= maxEvidenceRunes {
		return fact
	}
	cut := maxEvidenceRunes
	for cut > maxEvidenceRunes/2 && runes[cut] != ' ' {
		cut--
	}
	return string(runes[:cut]) + " …"
}
