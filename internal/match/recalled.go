package match

import (
	"cmp"
	"slices"

	"clusterlotse/internal/vocabulary"
)

// Experience returns in how many of the judged cases a network was found to fit, and
// how many cases there are.
func (m *Matcher) Experience(id string) (fitting, all int) {
	x := &m.experience
	at := slices.IndexFunc(x.named, func(number int32) bool { return m.cards[number].network.ID == id })
	if at < 0 {
		return 0, len(x.cases)
	}
	for _, g := range x.gains[at] {
		if g > 0 {
			fitting++
		}
	}
	return fitting, len(x.cases)
}

// recalledConcepts is how many concepts a reason from experience names at most.
const recalledConcepts = 3

// recalledReason says what the asker has in common with those for whom the
// network was found to fit, and in how many of these cases it was.
func (m *Matcher) recalledReason(a *asker, t *tally, factor float64) told {
	common := m.inCommon(a, t.card)
	fitting, all := m.countCases(a, t.card, common)
	var labels []string
	for _, c := range common {
		labels = append(labels, c.Label(a.lang))
	}
	r := told{key: "experience", args: []any{quote(a.lang, labels)}}
	r.Feature, r.Score, r.Evidence = string(Recalled), t.recalled*factor, say(a.lang, "cases", fitting, all)
	return a.tell(r)
}

// inCommon returns the concepts that the network's cases share most with the
// asker, the weightiest first.
func (m *Matcher) inCommon(a *asker, card int) []*vocabulary.Concept {
	x := &m.experience
	gains := x.gains[slices.Index(x.named, int32(card))]
	type shared struct {
		concept *vocabulary.Concept
		weight  float64
	}
	var all []shared
	for i := range a.concepts {
		w := &a.concepts[i]
		sum := 0.0
		for _, n := range x.holders[w.concept.Ref] {
			if g := gains[n.number]; g > 0 && a.similar[n.number] > 0 {
				sum += n.part * float64(g)
			}
		}
		if sum > 0 {
			all = append(all, shared{w.concept, sum * w.aboutness() * x.rarity[w.concept.Ref]})
		}
	}
	slices.SortStableFunc(all, func(s, o shared) int { return cmp.Compare(o.weight, s.weight) })
	var concepts []*vocabulary.Concept
	for _, s := range all[:min(recalledConcepts, len(all))] {
		concepts = append(concepts, s.concept)
	}
	return concepts
}

// countCases counts the cases that name any of the concepts, and those of them in
// which the network was found to fit.
func (m *Matcher) countCases(a *asker, card int, concepts []*vocabulary.Concept) (fitting, all int) {
	x := &m.experience
	gains := x.gains[slices.Index(x.named, int32(card))]
	counted := make([]bool, len(x.cases))
	for _, c := range concepts {
		for _, n := range x.holders[c.Ref] {
			if a.similar[n.number] == 0 || counted[n.number] {
				continue
			}
			counted[n.number] = true
			all++
			if gains[n.number] > 0 {
				fitting++
			}
		}
	}
	return fitting, all
}
