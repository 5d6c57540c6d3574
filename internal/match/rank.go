package match

import (
	"cmp"
	"slices"

	"clusterlotse/internal/vocabulary"
)

// tally is what one network reaches.
type tally struct {
	card int
	// content is what it reaches without place, role the part of it for what it is,
	// recalled that by experience, near what nearness leaves of it.
	content, role, recalled, near float64
	// factor is what its kind leaves of every share, names of the names of the place.
	factor, names float64

	// shares are what content is made of, and met by what the network meets a wish:
	// the concept itself, also by something narrower, or the one above it; filled by
	// explain.
	shares []share
	met    map[*vocabulary.Concept]*vocabulary.Concept
}

// share is an item's part in the score of one network.
type share struct {
	item  *item
	score float64
	// facts state the item, the first ones, as many as direct says, by itself and not
	// by something narrower.
	facts  []int
	direct int
}

// total is the score of the match.
func (t *tally) total() float64 { return t.content * t.near }

// factorOf is what the network keeps of what an item gives.
func (t *tally) factorOf(it *item) float64 {
	if it.feature == Place {
		return t.names
	}
	return t.factor
}

// rank returns the best networks worth naming, at most depth, best first, equal
// ones by id.
func (m *Matcher) rank(a *asker, depth int) []*tally {
	a.items = m.items(a)
	s := m.score(a)
	best := make([]tally, 0, depth+1)
	for number := range m.cards {
		t, ok := m.tally(a, &s, number)
		// Nearness adds nothing to the content.
		if !ok || len(best) == depth && t.content < best[depth-1].total() {
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

// tally weighs what a network has in common with the asker by its kind, and adds
// what its role and experience are worth; false when that is not worth naming.
func (m *Matcher) tally(a *asker, s *sums, number int) (tally, bool) {
	c := &m.cards[number]
	t := tally{card: number, factor: m.kept(a, c)}
	t.role = m.role(a, c, s.field[number]) * s.unit
	// Its town and a shared word alone make no network fit.
	t.names = t.factor
	if !c.open && !s.field[number] {
		t.names *= m.model.OtherField
		t.factor *= s.unmet
	}
	subject := s.subject[number] * t.factor
	t.recalled = s.recalled[number] * s.unit
	t.content = subject + s.names[number]*t.names + t.role + t.recalled
	return t, subject+t.role+t.recalled >= m.model.MinContent*s.scale
}

// explain fills in what the tallies are made of: the shares of the items, and what
// of the asker's wishes each network meets.
func (m *Matcher) explain(a *asker, ranked []*tally) {
	for _, t := range ranked {
		held := map[*vocabulary.Concept]bool{}
		for i := range a.items {
			it := &a.items[i]
			at, ok := slices.BinarySearch(it.list.cards, int32(t.card))
			if !ok {
				continue
			}
			if score := it.gives(at) * t.factorOf(it); score > 0 {
				t.shares = append(t.shares, share{it, score, it.list.facts[at], it.list.direct[at]})
				held[it.held] = true
			}
		}
		t.met = a.metBy(held)
	}
}

// metBy says by which of the held concepts each wish is met: by itself, else by
// the one above it, unless that is as broad as its branch and says nothing.
func (a *asker) metBy(held map[*vocabulary.Concept]bool) map[*vocabulary.Concept]*vocabulary.Concept {
	met := map[*vocabulary.Concept]*vocabulary.Concept{}
	for _, w := range a.concepts {
		if held[w.concept] {
			met[w.concept] = w.concept
			continue
		}
		for _, above := range w.concept.Broader() {
			if held[above] && len(above.Broader()) > 0 {
				met[w.concept] = above
				break
			}
		}
	}
	return met
}
