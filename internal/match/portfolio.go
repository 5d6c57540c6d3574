package match

import (
	"slices"

	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// The size of a portfolio, and from how many of the best networks it is chosen.
const (
	minParts       = 2
	maxParts       = 4
	portfolioDepth = 30
	// minGain is the share of all wishes that a further network must add.
	minGain = 0.08
	// relevanceShare is how much the score counts beside what is newly covered, so
	// that of two networks that cover the same the better one is taken.
	relevanceShare = 0.5
)

// fillPortfolio chooses networks that together cover the technologies,
// industries and needs of the asker: greedily the one that adds most (the greedy
// cover of Nemhauser, Wolsey and Fisher 1978 reaches 63 % of the best at least).
func (m *Matcher) fillPortfolio(a *asker, ranked []*tally, out *Outcome) {
	wishes, sum := m.coverable(a)
	covered := map[*vocabulary.Concept]bool{}
	candidates := ranked[:min(len(ranked), portfolioDepth)]
	best := ranked[0].total()
	for len(out.Portfolio) < maxParts {
		chosen, gain := -1, minGain
		for i, t := range candidates {
			added := 0.0
			for _, w := range a.concepts {
				if t.met[w.concept] && !covered[w.concept] {
					added += wishes[w.concept] / sum
				}
			}
			if added >= minGain && added*(1+relevanceShare*t.total()/best) > gain {
				chosen, gain = i, added*(1+relevanceShare*t.total()/best)
			}
		}
		if chosen < 0 {
			break
		}
		out.Portfolio = append(out.Portfolio, m.part(a, candidates[chosen], wishes, covered))
		candidates = slices.Delete(slices.Clone(candidates), chosen, chosen+1)
	}
	if len(out.Portfolio) < minParts {
		out.Portfolio = []Part{}
		return
	}
	for _, w := range a.concepts {
		if _, ok := wishes[w.concept]; ok && !covered[w.concept] {
			out.Open = append(out.Open, m.conceptOf(a, w.concept))
		}
	}
	if len(out.Open) > 0 {
		out.Contact = m.contact(a)
	}
}

// coverable are the wishes that a portfolio is measured by, rare ones weighing
// more.
func (m *Matcher) coverable(a *asker) (wishes map[*vocabulary.Concept]float64, sum float64) {
	wishes = map[*vocabulary.Concept]float64{}
	for _, w := range a.concepts {
		switch w.concept.Scheme {
		case vocabulary.Technologies, vocabulary.Industries, vocabulary.Needs:
		default:
			continue
		}
		weight := w.sure
		if l := m.postings.concepts[w.concept.Ref]; l != nil {
			weight *= l.idf
		}
		wishes[w.concept] = weight
		sum += weight
	}
	return wishes, sum
}

func (m *Matcher) part(a *asker, t *tally, wishes map[*vocabulary.Concept]float64, covered map[*vocabulary.Concept]bool) Part {
	p := Part{Network: m.cards[t.card].network, Covers: []search.Concept{}, Twice: []search.Concept{}}
	for _, w := range a.concepts {
		if _, ok := wishes[w.concept]; !ok || !t.met[w.concept] {
			continue
		}
		if covered[w.concept] {
			p.Twice = append(p.Twice, m.conceptOf(a, w.concept))
			continue
		}
		covered[w.concept] = true
		p.Covers = append(p.Covers, m.conceptOf(a, w.concept))
	}
	return p
}

func (m *Matcher) conceptOf(a *asker, c *vocabulary.Concept) search.Concept {
	return search.Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label(a.lang)}
}
