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
	// aboveShare is how much of a wish the concept above it covers.
	aboveShare = 0.5
)

// fillPortfolio chooses networks that together cover the technologies,
// industries and needs of the asker: the best match, then greedily the one that
// adds most (the greedy cover of Nemhauser, Wolsey and Fisher 1978).
func (m *Matcher) fillPortfolio(a *asker, ranked []*tally, out *Outcome) {
	c := &cover{asker: a, covered: map[*vocabulary.Concept]float64{}, best: ranked[0].total()}
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
		out.Portfolio = append(out.Portfolio, m.part(c, candidates[chosen]))
		candidates = slices.Delete(candidates, chosen, chosen+1)
	}
	if len(out.Portfolio) < minParts {
		out.Portfolio = []Part{}
		return
	}
	for _, w := range a.concepts {
		if _, ok := c.wishes[w.concept]; ok && c.covered[w.concept] == 0 {
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
	sum, best float64                         // of all wishes, and the score of the best match
	covered   map[*vocabulary.Concept]float64 // how much of each wish, 0 to 1
}

// share is how much of a wish a network covers, 0 to 1.
func (t *tally) share(wish *vocabulary.Concept) float64 {
	switch t.met[wish] {
	case nil:
		return 0
	case wish:
		return 1
	}
	return aboveShare
}

// gain is what a network would add, 0 when that is not worth a further network.
func (c *cover) gain(t *tally) float64 {
	if c.sum == 0 {
		return 0 // only phases and groups, which no portfolio covers
	}
	added := 0.0
	for _, w := range c.asker.concepts {
		if more := t.share(w.concept) - c.covered[w.concept]; more > 0 {
			added += more * c.wishes[w.concept] / c.sum
		}
	}
	if added < minGain {
		return 0
	}
	return added * t.total() / c.best
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

// part is what a network brings to those that were chosen before it, each name
// once: a technology and an industry may share one.
func (m *Matcher) part(c *cover, t *tally) Part {
	p := Part{Network: m.cards[t.card].network, Covers: []Covered{}, Twice: []Covered{}}
	for _, w := range c.asker.concepts {
		share := t.share(w.concept)
		if _, ok := c.wishes[w.concept]; !ok || share == 0 {
			continue
		}
		covered := Covered{Concept: m.conceptOf(c.asker, w.concept)}
		if above := t.met[w.concept]; above != w.concept {
			covered.As = above.Label(c.asker.lang)
		}
		list := &p.Twice
		if share > c.covered[w.concept] {
			c.covered[w.concept], list = share, &p.Covers
		}
		if !slices.ContainsFunc(*list, func(x Covered) bool { return x.Label == covered.Label }) {
			*list = append(*list, covered)
		}
	}
	return p
}

func (m *Matcher) conceptOf(a *asker, c *vocabulary.Concept) search.Concept {
	return search.Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label(a.lang)}
}
