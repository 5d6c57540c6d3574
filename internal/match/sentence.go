package match

import (
	"cmp"
	"slices"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// maxEvidenceRunes bounds the fact that a sentence quotes.
const maxEvidenceRunes = 140

// worthSaying is the share of the score below which a reason is not why a network
// fits, so that no sentence is made of it.
const worthSaying = 0.05

// sentence says why a network fits by the strongest reason that rests on the
// asker's own words: "Weil Sie „Titan“ nennen: …". Where none is worth saying it
// tells the strongest of all, and says when the field has nothing to do with it. It
// is made of the reasons and nothing else.
func (m *Matcher) sentence(a *asker, t *tally, reasons []told) string {
	name := m.cards[t.card].network.Name
	for _, r := range reasons {
		if words := a.wordsFor(r.Reason); words != "" && r.Score >= worthSaying*t.total() {
			return say(a.lang, becauseKey(r), words, name, fieldName(r.Field, a.lang), profile.Shorten(r.fact, maxEvidenceRunes))
		}
	}
	if len(reasons) == 0 {
		return ""
	}
	r := reasons[0]
	sentence := say(a.lang, "say_"+r.key, append([]any{name}, r.args...)...)
	if a.namesField() && !t.meetsField() {
		sentence += " " + say(a.lang, "other_field")
	}
	return sentence
}

// becauseKey chooses how a fact is told by where it stands.
func becauseKey(r told) string {
	switch {
	case r.Field == "name" && (r.kin || r.narrower):
		return "because_name_kin"
	case r.Field == "name":
		return "because_name"
	case r.Field == "summary_de" || r.Field == "summary_en":
		return "because_summary"
	case r.kin:
		return "because_kin"
	}
	return "because"
}

// namesField tells whether the asker names a technology or industry.
func (a *asker) namesField() bool {
	return slices.ContainsFunc(a.concepts, func(w wish) bool { return isField(w.concept) })
}

// meetsField tells whether the network meets one of those.
func (t *tally) meetsField() bool {
	for wish := range t.met {
		if isField(wish) {
			return true
		}
	}
	return false
}

// onlyHint tells whether all that is understood are hints of one word: "Bestatter" for
// crafts.
func (a *asker) onlyHint() (words string, ok bool) {
	if !a.namesField() {
		return "", false
	}
	for _, w := range a.concepts {
		if w.named || w.chosen {
			return "", false
		}
	}
	for _, u := range a.Understood.Concepts {
		if words != "" && words != u.Words {
			return "", false
		}
		words = u.Words
	}
	return words, words != ""
}

func isField(c *vocabulary.Concept) bool {
	return c.Scheme == vocabulary.Technologies || c.Scheme == vocabulary.Industries
}

// wordsFor returns the asker's words behind a reason, or the label of the
// concept he chose.
func (a *asker) wordsFor(r profile.Reason) string {
	for _, u := range a.Understood.Concepts {
		if featureOf[u.Scheme] == Feature(r.Feature) && u.ID == r.Concept {
			return cmp.Or(u.Words, u.Label)
		}
	}
	return ""
}
