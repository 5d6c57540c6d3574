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
// industries and needs of the asker: the best match, then greedily the one that
// adds most (the greedy cover of Nemhauser, Wolsey and Fisher 1978).
func (m *Matcher) fillPortfolio(a *asker, ranked []*tally, out *Outcome) {
	c := &cover{asker: a, covered: map[*vocabulary.Concept]bool{}, best: ranked[0].total()}
	c.wishes, c.sum = m.coverable(a)
	candidates := slices.Clone(ranked[:min(len(ranked), portfolioDepth)])
	for len(out.Portfolio) < maxParts && len(candidates) > 0 {
		chosen := 0
		if len(out.Portfolio) > 0 || c.gain(candidates[0]) == 0 {
			chosen = c.most(candidates)
		}
		if c.gain(candidates[chosen]) == 0 {
			break
		}
		out.Portfolio = append(out.Portfolio, m.part(a, candidates[chosen], c.wishes, c.covered))
		candidates = slices.Delete(candidates, chosen, chosen+1)
	}
	if len(out.Portfolio) < minParts {
		out.Portfolio = []Part{}
		return
	}
	for _, w := range a.concepts {
		if _, ok := c.wishes[w.concept]; ok && !c.covered[w.concept] {
			out.Open = append(out.Open, m.conceptOf(a, w.concept))
		}
	}
	if len(out.Open) > 0 {
		out.Contact = m.contact(a)
	}
}

// cover is what the networks chosen so far bring of the asker's wishes.
type cover struct {
	asker     *asker
	wishes    map[*vocabulary.Concept]float64
	sum, best float64 // of all wishes, and the score of the best match
	covered   map[*vocabulary.Concept]bool
}

// gain is what a network would add, 0 when that is not worth a further network.
func (c *cover) gain(t *tally) float64 {
	if c.sum == 0 {
		return 0 // only phases and groups, which no portfolio covers
	}
	added := 0.0
	for _, w := range c.asker.concepts {
		if t.met[w.concept] && !c.covered[w.concept] {
			added += c.wishes[w.concept] / c.sum
		}
	}
	if added < minGain {
		return 0
	}
	return added * (1 + relevanceShare*t.total()/c.best)
}

// most is where the first of the networks that add most stands.
func (c *cover) most(tallies []*tally) int {
	most := 0
	for i, t := range tallies {
		if c.gain(t) > c.gain(tallies[most]) {
			most = i
		}
	}
	return most
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
