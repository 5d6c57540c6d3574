package match

import (
	"slices"

	"clusterlotse/internal/vocabulary"
)

// A long list of facts dilutes each of them: without one the others would count
// more. So a reason is worth what the network would lose without its facts, and
// not all that its concept adds up to. A fact without which the network would
// gain is no reason.

// said is how much a fact says in each scheme, in the order of Schemes, and last
// in words.
type said [7]float64

func saidIndex(scheme string) int {
	if i := slices.Index(vocabulary.Schemes, scheme); i >= 0 {
		return i
	}
	return len(said{}) - 1
}

// partOfFact is the part of the profile that a fact's concepts count in.
func partOfFact(field string) part {
	where, _ := partOf(field)
	return where
}

// fullLoss is the share of what a reason gives that the network must lose
// without it for the reason to count in full.
const fullLoss = 0.1

// credit reduces what the reasons of a network give to what it would lose
// without each of them, and takes away those without which it would lose
// nothing.
func (m *Matcher) credit(t *tally) {
	var kept []share
	lost := 0.0
	for _, g := range group(t.shares) {
		worth := g.score * min(1, m.loss(t, g)/(fullLoss*g.score))
		if worth <= 0 {
			lost += g.score
			continue
		}
		for _, s := range g.shares {
			s.score *= worth / g.score
			kept = append(kept, s)
		}
		lost += g.score - worth
	}
	t.shares = kept
	t.content -= lost
}

// loss is how much less the network would reach without the facts of a reason,
// all other networks being as they are; negative when it would gain.
func (m *Matcher) loss(t *tally, g *grouped) float64 {
	c := &m.cards[t.card]
	norms := map[string]float64{}
	loss := 0.0
	for i := range t.shares {
		s := &t.shares[i]
		scheme := ""
		if s.item.held != nil {
			scheme = s.item.held.Scheme
		}
		norm, ok := norms[scheme]
		if !ok {
			norm = m.normWithout(t.card, c, scheme, g.facts)
			norms[scheme] = norm
		}
		loss += s.score * (1 - m.keeps(s, g.facts, norm))
	}
	return loss
}

// keeps is what is left of a share without some facts, above 1 when the others
// gain by it.
func (m *Matcher) keeps(s *share, gone []int, norm float64) float64 {
	left := 0
	for _, f := range s.facts {
		if !slices.Contains(gone, f) {
			left++
		}
	}
	if left == 0 {
		return 0
	}
	l := s.item.list
	tf := m.model.frequency(l.counts[s.at]) / l.unit * float64(left) / float64(len(s.facts))
	return m.model.impact(tf, norm) / l.impacts[s.at]
}

// normWithout is the dilution of a network in a scheme without some facts.
func (m *Matcher) normWithout(number int, c *card, scheme string, gone []int) float64 {
	length, i := m.lengths[scheme][number], saidIndex(scheme)
	for _, f := range gone {
		where := inFacts
		if scheme != "" {
			where = partOfFact(c.facts[f].field)
		}
		length[where] = max(0, length[where]-c.says[f][i])
	}
	return m.postings.norm(&m.model, scheme, length)
}
