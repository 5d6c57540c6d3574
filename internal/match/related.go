package match

import (
	"context"
	"slices"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// neighbourKm is how far next door reaches.
const neighbourKm = 25

// minBrought is how many technologies of its own make a network complementary.
const minBrought = 2

// Related returns living networks that stand near to the one of that id, best
// first: those alike, those that share the industries and bring other
// technologies (Missing names these), and those next door. What the network says
// of itself is matched against the others. limit is 1 to MaxLimit, 0 means
// DefaultLimit; ErrUnknownNetwork is returned for an id that names none.
func (m *Matcher) Related(ctx context.Context, id, lang string, limit int) ([]Match, error) {
	n, ok := m.byID[id]
	if !ok {
		return nil, ErrUnknownNetwork
	}
	if limit < 0 || limit > MaxLimit {
		return nil, search.NewInputError(lang, "out_of_range", "limit", 1, MaxLimit)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := m.askerOf(n, lang)
	related := []Match{}
	ranked := m.rank(a, limitOf(limit)+1)
	m.explain(a, ranked)
	for _, t := range ranked {
		if m.cards[t.card].network.ID == id {
			continue
		}
		if len(related) == limitOf(limit) {
			break
		}
		match := m.present(a, t)
		match.Relation, match.Missing, match.Sentence = m.relation(a, t), m.brings(a, t), ""
		if match.Relation != Complementary {
			match.Missing = []string{}
		}
		related = append(related, match)
	}
	return related, nil
}

// askerOf lets a network ask by its own concepts and seat.
func (m *Matcher) askerOf(n *profile.Network, lang string) *asker {
	a := &asker{lang: lang, network: true}
	a.Understood.Concepts = []Understanding{}
	tags, _ := m.vocabulary.Tag(n) // of an ended network too, which has no card
	for _, t := range tags {
		if s := t.Concept.Scheme; s == vocabulary.Technologies || s == vocabulary.Industries {
			a.add(t.Concept, "", 1, true)
		}
	}
	if n.Kind == profile.StartupContact {
		a.stage = founder
	}
	if seat, ok := search.Seat(m.gazetteer, n); ok {
		a.Understood.Place = &seat
	}
	return a
}

// relation tells how a ranked network stands to the asking one: by the shares of
// its score.
func (m *Matcher) relation(a *asker, t *tally) Relation {
	shares := map[Feature]float64{}
	for _, s := range t.shares {
		shares[s.item.feature] += s.score
	}
	switch {
	case shares[Technologies] >= shares[Industries]:
		return Alike
	case len(m.brings(a, t)) >= minBrought:
		return Complementary
	}
	if km := m.shownDistance(a, m.cards[t.card]); km >= 0 && km <= neighbourKm {
		return Neighbour
	}
	return Alike
}

// brings names the technologies that the ranked network has and the asking one
// has not.
func (m *Matcher) brings(a *asker, t *tally) []string {
	brought := []string{}
	for _, c := range m.cards[t.card].tagged {
		own := slices.ContainsFunc(a.concepts, func(w wish) bool { return w.concept == c })
		label := c.Label(a.lang)
		if c.Scheme == vocabulary.Technologies && !own && !slices.Contains(brought, label) {
			brought = append(brought, label)
		}
	}
	return brought
}

// Appearance says how a network ranks for one concept.
type Appearance struct {
	search.Concept
	// Rank is the place among the Of networks that hold the concept, 1 being the
	// best; equal ones share a place.
	Rank, Of int
	// Facts are the facts of the profile that stand behind it, Fields the key of
	// the profile that states each.
	Facts, Fields []string
}

// Appearances tells a network's people for which technologies, industries and
// needs it is found, best ranks first, and which concepts the networks most alike
// hold and it does not. ErrUnknownNetwork is returned for an id that names no
// living network.
func (m *Matcher) Appearances(ctx context.Context, id, lang string) (found []Appearance, lacking []search.Concept, err error) {
	number := slices.IndexFunc(m.cards, func(c card) bool { return c.network.ID == id })
	if number < 0 {
		return nil, nil, ErrUnknownNetwork
	}
	a := &asker{lang: lang}
	found = []Appearance{}
	for _, scheme := range []string{vocabulary.Technologies, vocabulary.Industries, vocabulary.Needs} {
		for _, c := range m.vocabulary.Concepts(scheme) {
			if appearance, ok := m.appearance(a, c, number); ok {
				found = append(found, appearance)
			}
		}
	}
	slices.SortStableFunc(found, func(x, y Appearance) int { return x.Rank - y.Rank })
	related, err := m.Related(ctx, id, lang, alikeForGaps)
	if err != nil {
		return nil, nil, err
	}
	// Its text may hold what its lists do not name.
	isFound := func(c search.Concept) bool {
		return slices.ContainsFunc(found, func(x Appearance) bool { return x.Scheme == c.Scheme && x.ID == c.ID })
	}
	return found, slices.DeleteFunc(m.lacking(a, number, related), isFound), nil
}

// alikeForGaps is how many alike networks a network is compared with, and
// minAlike how many of them must hold what it lacks.
const (
	alikeForGaps = 8
	minAlike     = 4
)

func (m *Matcher) appearance(a *asker, c *vocabulary.Concept, number int) (Appearance, bool) {
	l := m.postings.concepts[c.Ref]
	if l == nil {
		return Appearance{}, false
	}
	i, ok := slices.BinarySearch(l.cards, int32(number))
	if !ok {
		return Appearance{}, false
	}
	x := Appearance{Concept: m.conceptOf(a, c), Rank: 1, Of: len(l.cards), Facts: []string{}}
	for _, impact := range l.impacts {
		if impact > l.impacts[i] {
			x.Rank++
		}
	}
	for _, f := range l.facts[i] {
		fact := m.cards[number].facts[f]
		x.Facts, x.Fields = append(x.Facts, fact.value), append(x.Fields, fact.field)
	}
	return x, true
}

// lacking are the concepts that most of the alike networks hold and this one
// does not.
func (m *Matcher) lacking(a *asker, number int, related []Match) []search.Concept {
	counts := map[*vocabulary.Concept]int{}
	var order []*vocabulary.Concept
	for _, r := range related {
		other := slices.IndexFunc(m.cards, func(c card) bool { return c.network == r.Network })
		for _, c := range m.cards[other].tagged {
			if featureOf[c.Scheme] == "" || slices.Contains(m.cards[number].tagged, c) {
				continue
			}
			if counts[c]++; counts[c] == 1 {
				order = append(order, c)
			}
		}
	}
	lacking := []search.Concept{}
	for _, c := range order {
		if counts[c] >= minAlike {
			lacking = append(lacking, m.conceptOf(a, c))
		}
	}
	return lacking
}
