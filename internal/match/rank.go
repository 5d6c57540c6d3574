package match

import (
	"cmp"
	"math"
	"slices"

	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// tally is what one network reaches.
type tally struct {
	card int
	// content is what it reaches without place, founder the part of it for being a
	// contact point for founders, near what nearness leaves of it.
	content, founder, near float64
	// factor is what its kind leaves of every share, cap what is left of names of
	// the place besides.
	factor, cap float64

	// shares are what content is made of, and met the wishes that the network
	// holds itself or something narrower of; filled by explain.
	shares []share
	met    map[*vocabulary.Concept]bool
}

// share is an item's part in the score of one network.
type share struct {
	item  *item
	score float64
	facts []int
	at    int // where the network stands in the item's list
}

// total is the score of the match.
func (t *tally) total() float64 { return t.content * t.near }

// rank returns the best networks worth naming, at most depth, best first, equal
// ones by id.
func (m *Matcher) rank(a *asker, depth int) []*tally {
	a.items = m.items(a)
	s := m.score(a.items)
	best := make([]tally, 0, depth+1)
	for number := range m.cards {
		t, ok := m.tally(a, &s, number)
		if !ok || len(best) == depth && t.content*m.nearest() < best[depth-1].total() {
			continue
		}
		t.near = m.nearness(a.Understood.Place, &m.cards[number])
		at, _ := slices.BinarySearchFunc(best, t, m.compare)
		best = slices.Insert(best, at, t)
		best = best[:min(len(best), depth)]
	}
	ranked := make([]*tally, len(best))
	for i := range best {
		ranked[i] = &best[i]
	}
	return ranked
}

func (m *Matcher) compare(x, y tally) int {
	return cmp.Or(cmp.Compare(y.total(), x.total()), cmp.Compare(m.cards[x.card].network.ID, m.cards[y.card].network.ID))
}

// nearest is the most that nearness can leave.
func (m *Matcher) nearest() float64 {
	return max(1, m.model.SameRegion, m.model.Statewide, m.model.Wide, m.model.Unknown)
}

// tally weighs what a network reaches by its kind; false when that is not worth
// naming. A contact point for founders needs nothing in common with a founder.
func (m *Matcher) tally(a *asker, s *sums, number int) (tally, bool) {
	c := &m.cards[number]
	subject, names := s.subject[number], s.names[number]
	if subject == 0 && names == 0 && (a.stage < founder || !c.founders) {
		return tally{}, false
	}
	t := tally{card: number, cap: 1}
	// The names of a place must not name a network for its town alone.
	if most := subject * m.model.PlaceCap; names > most {
		t.cap = most / names
	}
	content := subject + names*t.cap
	p := float64(a.stage)
	t.factor = 1 - p + p*m.model.FounderAtFirms
	if !c.founders {
		t.factor *= m.model.kindFactor(c.network.Kind)
		t.content = content * t.factor
		return t, subject*t.factor >= m.model.MinContent
	}
	kept, extra := m.founders(p, c, s.field[number])
	t.content = content*kept + extra
	// The kind is a reason as far as the network gains by it, and none if it loses.
	if t.founder = t.content - content*t.factor; t.founder <= 0 {
		t.founder, t.factor = 0, t.content/content
	}
	return t, subject*kept+extra >= m.model.MinContent
}

// founders is what a contact point for founders keeps of its content, and what
// it has for being one.
func (m *Matcher) founders(p float64, c *card, sharesField bool) (kept, extra float64) {
	extra = p * m.model.Founder / ((1 + m.model.Founder) * max(1, m.model.FounderAtFirms))
	if !c.open && !sharesField {
		extra *= m.model.OtherField
	}
	return p + (1-p)*m.model.FirmAtFounders, extra
}

// explain fills in what the tallies are made of, as far as each part is a reason
// (see credit), and puts them in order again.
func (m *Matcher) explain(a *asker, ranked []*tally) {
	named := map[*vocabulary.Concept]bool{}
	for _, w := range a.concepts {
		named[w.concept] = true
	}
	for _, t := range ranked {
		t.met = map[*vocabulary.Concept]bool{}
		for i := range a.items {
			it := &a.items[i]
			at, ok := slices.BinarySearch(it.list.cards, int32(t.card))
			if !ok {
				continue
			}
			score := it.weight * it.list.impacts[at] * t.factor
			if it.feature == Place {
				score *= t.cap
			}
			if score == 0 {
				continue
			}
			t.shares = append(t.shares, share{it, score, it.list.facts[at], at})
			if it.held != nil && named[it.held] {
				t.met[it.held] = true
			}
		}
		m.credit(t)
	}
	slices.SortStableFunc(ranked, func(x, y *tally) int { return m.compare(*x, *y) })
}

// nearness is what the distance leaves of a network's content: regional ones
// fall off, others keep the same everywhere. It is 1 when the asker named no
// place.
func (m *Matcher) nearness(p *place.Place, c *card) float64 {
	if p == nil || !inState(p) || p.Kind == place.State {
		return 1
	}
	switch c.network.Reach {
	case profile.Statewide:
		return m.model.Statewide
	case profile.National, profile.International:
		return m.model.Wide
	}
	if c.point == nil {
		return m.model.Unknown
	}
	km := max(0, distance(p, *c)-p.RadiusKm/2)
	near := m.model.Far + (1-m.model.Far)*math.Exp(-km/m.model.ScaleKm)
	if c.region != "" && slices.Contains(p.Regions, c.region) {
		return max(near, m.model.SameRegion)
	}
	return near
}

// distance is in kilometres; −1 when one of the two places is not known.
func distance(p *place.Place, c card) float64 {
	if p == nil || c.point == nil {
		return -1
	}
	return place.DistanceKm(p.Lat, p.Lon, c.point.Lat, c.point.Lon)
}
