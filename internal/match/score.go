package match

import (
	"math"
	"slices"

	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// item is one thing that the asker's wishes are compared by: a concept that he
// named or one that is broader, or a word of his text.
type item struct {
	feature Feature
	// asked is the concept he named, held the one that profiles hold; nil for
	// words.
	asked, held *vocabulary.Concept
	surface     string
	weight      float64
	list        *list
}

// share is an item's part in the score of one network.
type share struct {
	item  *item
	score float64
	facts []int
}

// tally gathers the shares of one network.
type tally struct {
	card    int
	shares  []share
	content float64
	// subject is the part of content that is no place's name.
	subject float64
	// near is what nearness leaves of the content, founder the share of a contact
	// point for founders.
	near, founder float64
	met           map[*vocabulary.Concept]bool
}

// featureOf says which feature the concepts of a scheme belong to.
var featureOf = map[string]Feature{
	vocabulary.Technologies: Technologies,
	vocabulary.Industries:   Industries,
	vocabulary.Needs:        Needs,
	vocabulary.Phases:       Phase,
	vocabulary.TargetGroups: TargetGroup,
}

// items lists what the asker is compared by. A broader concept counts once, for
// the wish that is nearest to it.
func (m *Matcher) items(a *asker) []item {
	best := map[*vocabulary.Concept]int{}
	var items []item
	offer := func(asked, held *vocabulary.Concept, weight float64) {
		l := m.postings.concepts[held.Ref]
		if l == nil {
			return
		}
		it := item{feature: featureOf[held.Scheme], asked: asked, held: held, weight: weight * l.idf, list: l}
		if i, ok := best[held]; !ok {
			best[held] = len(items)
			items = append(items, it)
		} else if it.weight > items[i].weight {
			items[i] = it
		}
	}
	families := a.families()
	for _, w := range a.concepts {
		feature := m.model.weightOf(featureOf[w.concept.Scheme]) * w.sure * math.Pow(families[w.concept], m.model.Family)
		offer(w.concept, w.concept, feature)
		for above, steps := range w.concept.Above() {
			offer(w.concept, above, feature*math.Pow(m.model.Broader, float64(steps)))
		}
		for _, r := range w.concept.Related() {
			offer(w.concept, r, m.model.weightOf(featureOf[r.Scheme])*w.sure*m.model.Related)
		}
	}
	for _, t := range a.terms {
		items = append(items, item{feature: Text, surface: t.surface, weight: m.model.Text * t.weight * t.list.idf, list: t.list})
	}
	for _, t := range a.places {
		items = append(items, item{feature: Place, surface: t.surface, weight: m.model.PlaceName * t.list.idf, list: t.list})
	}
	return items
}

// families counts for every wish how often the asker names it or a concept of
// the same branch: what comes up again and again is what he is about.
func (a *asker) families() map[*vocabulary.Concept]float64 {
	branches := map[*vocabulary.Concept]float64{}
	for _, w := range a.concepts {
		for _, top := range tops(w.concept) {
			branches[top] += float64(w.count)
		}
	}
	families := map[*vocabulary.Concept]float64{}
	for _, w := range a.concepts {
		for _, top := range tops(w.concept) {
			families[w.concept] = max(families[w.concept], branches[top])
		}
	}
	return families
}

// tops returns the broadest concepts above c, or c itself.
func tops(c *vocabulary.Concept) []*vocabulary.Concept {
	var list []*vocabulary.Concept
	for above := range c.Above() {
		if len(above.Broader()) == 0 {
			list = append(list, above)
		}
	}
	if len(list) == 0 {
		list = append(list, c)
	}
	return list
}

// score compares every living network with the asker and returns those worth
// naming. The score is 1 for a network that is the best of all in everything the
// asker named, and is next door.
func (m *Matcher) score(a *asker) []*tally {
	items := m.items(a)
	// Nobody can reach more than the sum of what the best of all networks reaches
	// in each item.
	ideal := 0.0
	for _, it := range items {
		ideal += it.weight * it.list.max
	}
	ideal = max(ideal, math.SmallestNonzeroFloat64) * (1 + m.model.Founder) * max(1, m.model.FounderAtFirms)
	tallies := make([]*tally, len(m.cards))
	for i := range items {
		it := &items[i]
		for _, p := range it.list.postings {
			t := tallies[p.card]
			if t == nil {
				t = &tally{card: p.card, met: map[*vocabulary.Concept]bool{}}
				tallies[p.card] = t
			}
			t.add(it, it.weight*p.impact/ideal, p.facts)
		}
	}
	var kept []*tally
	for number, t := range tallies {
		if t == nil && (a.stage < founder || !m.cards[number].founders) {
			continue
		}
		if t == nil {
			t = &tally{card: number, met: map[*vocabulary.Concept]bool{}}
		}
		if m.finish(a, t); t.subject >= m.model.MinContent {
			kept = append(kept, t)
		}
	}
	return kept
}

// total is the score of the match.
func (t *tally) total() float64 { return t.content * t.near }

func (t *tally) add(it *item, score float64, facts []int) {
	t.shares = append(t.shares, share{it, score, facts})
	t.content += score
	if it.feature != Place {
		t.subject += score
	}
	if it.asked != nil {
		t.met[it.asked] = true
	}
}

// finish weighs the content by the kind of network and by place.
func (m *Matcher) finish(a *asker, t *tally) {
	c := &m.cards[t.card]
	p, other := float64(a.stage), m.model.FounderAtFirms
	factor := (1 - p + p*other) * m.model.kindFactor(c.network.Kind)
	if c.founders {
		factor = p + (1-p)*m.model.FirmAtFounders
		t.founder = p * m.model.Founder / ((1 + m.model.Founder) * max(1, m.model.FounderAtFirms))
		if !c.open && !t.sharesField() {
			t.founder *= m.model.OtherField
		}
	}
	m.capPlace(t)
	for i := range t.shares {
		t.shares[i].score *= factor
	}
	t.content = t.content*factor + t.founder
	t.subject = t.subject*factor + t.founder
	t.near = m.nearness(a.Understood.Place, c)
}

// capPlace keeps a network from being named for its town alone: the names of the
// place add at most PlaceCap times what the subject gives.
func (m *Matcher) capPlace(t *tally) {
	names := t.content - t.subject
	most := t.subject * m.model.PlaceCap
	if names <= most {
		return
	}
	for i := range t.shares {
		if t.shares[i].item.feature == Place {
			t.shares[i].score *= most / names
		}
	}
	t.content = t.subject + most
}

// sharesField tells whether the network holds a technology or industry that the
// asker named.
func (t *tally) sharesField() bool {
	for _, s := range t.shares {
		if s.item.asked != nil && s.item.asked == s.item.held && (s.item.feature == Technologies || s.item.feature == Industries) {
			return true
		}
	}
	return false
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
