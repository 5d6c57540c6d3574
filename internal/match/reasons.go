package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// told is a reason and how a sentence about its network tells it.
type told struct {
	profile.Reason
	// fact is the first fact behind it, as the sentence quotes it.
	fact string
	// key and args make Text, and with "say_" before the key the sentence.
	key  string
	args []any
	// kin says that the fact states something akin to what was asked for, narrower
	// that it states something narrower.
	kin, narrower bool
}

// tell words a reason.
func (a *asker) tell(t told) told {
	t.Text = say(a.lang, t.key, t.args...)
	return t
}

// reasons makes a tally readable: one reason for each concept the asker named and
// one for each fact with shared words, then founders, experience and place, by
// falling score. Their scores sum to the score of the match.
func (m *Matcher) reasons(a *asker, t *tally) []told {
	c := m.cards[t.card]
	// What would be left without the fact that makes it near belongs to the content,
	// the rest to the place.
	content := min(t.near, m.elsewhere(a.Understood.Place, &c))
	var reasons []told
	for _, g := range group(t.shares) {
		reasons = append(reasons, m.reasonOf(a, c, g, content))
	}
	if t.role > 0 {
		r := told{key: "founder", fact: m.shown(a, c.facts[c.young[0]])}
		r.Feature, r.Concept, r.Score = string(Founder), string(c.network.Kind), t.role*content
		r.Field, r.Evidence = c.facts[c.young[0]].field, m.evidence(a, c, c.young)
		reasons = append(reasons, a.tell(r))
	}
	if t.recalled > 0 {
		reasons = append(reasons, m.recalledReason(a, t, content))
	}
	if extra := t.content * (t.near - content); extra > 0 {
		reasons = append(reasons, m.placeReason(a, c, extra))
	}
	slices.SortStableFunc(reasons, func(x, y told) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Text, y.Text))
	})
	return reasons
}

// grouped are the shares that one reason tells of, the one that says most first.
type grouped struct {
	score  float64
	facts  []int
	words  []string
	shares []share
}

// groupKey is what the shares of one reason have in common: the wish, or the fact
// and the feature of its words.
type groupKey struct {
	asked   *vocabulary.Concept
	fact    int
	feature Feature
}

// group joins the shares of one wish, and the words found in one fact.
func group(shares []share) []*grouped {
	var groups []*grouped
	by := map[groupKey]*grouped{}
	for _, s := range shares {
		key := groupKey{asked: s.item.asked}
		if key.asked == nil {
			key = groupKey{fact: s.facts[0], feature: s.item.feature}
		}
		if by[key] == nil {
			by[key] = &grouped{}
			groups = append(groups, by[key])
		}
		by[key].shares = append(by[key].shares, s)
	}
	for _, g := range groups {
		g.sum()
	}
	return groups
}

// sum puts first what the reason shall name: the concept itself before what is
// akin to it, then what weighs most.
func (g *grouped) sum() {
	slices.SortStableFunc(g.shares, func(x, y share) int {
		switch {
		case x.item.isDirect() && !y.item.isDirect():
			return -1
		case y.item.isDirect() && !x.item.isDirect():
			return 1
		}
		return cmp.Compare(y.score, x.score)
	})
	for _, s := range g.shares {
		g.score += s.score
		if s.item.surface != "" && !slices.Contains(g.words, s.item.surface) {
			g.words = append(g.words, s.item.surface)
		}
		for _, f := range s.facts {
			if !slices.Contains(g.facts, f) {
				g.facts = append(g.facts, f)
			}
		}
	}
}

// names tells whether the asker names the concept, and does not only hint at it.
func (a *asker) names(c *vocabulary.Concept) bool {
	return slices.ContainsFunc(a.concepts, func(w wish) bool { return w.concept == c && w.named })
}

// isDirect tells whether the item is a concept that the asker named himself.
func (it *item) isDirect() bool { return it.asked != nil && it.asked == it.held }

func (m *Matcher) reasonOf(a *asker, c card, g *grouped, factor float64) told {
	it, fact := g.shares[0].item, c.facts[g.facts[0]]
	r := told{fact: m.shown(a, fact)}
	r.Feature, r.Score, r.Field, r.Evidence = string(it.feature), g.score*factor, fact.field, m.evidence(a, c, g.facts)
	field := fieldName(fact.field, a.lang)
	if it.asked == nil {
		r.key, r.args = wordsKey(g), []any{field, quote(a.lang, g.words)}
		return a.tell(r)
	}
	r.Feature, r.Concept = string(featureOf[it.asked.Scheme]), it.asked.ID
	r.narrower = g.shares[0].direct == 0 || !a.names(it.asked)
	r.key, r.args = "concept", []any{field, it.asked.Label(a.lang)}
	if r.kin = !it.isDirect(); r.kin {
		r.key, r.args = "kin", []any{field, it.held.Label(a.lang), it.asked.Label(a.lang)}
	}
	return a.tell(r)
}

// wordsKey chooses the sentence for words without a concept.
func wordsKey(g *grouped) string {
	switch {
	case g.shares[0].item.feature == Place:
		return "names_place"
	case len(g.words) == 1:
		return "word"
	}
	return "words"
}

// evidence names the facts behind a reason.
func (m *Matcher) evidence(a *asker, c card, facts []int) string {
	var values []string
	for _, f := range facts {
		values = append(values, m.shown(a, c.facts[f]))
	}
	return strings.Join(values, "; ")
}

// shown is a fact as the asker reads it: keys of phases by their names.
func (m *Matcher) shown(a *asker, f fact) string {
	if f.field == "phases" {
		if c := m.vocabulary.Concept(vocabulary.Ref{Scheme: vocabulary.Phases, ID: f.value}); c != nil {
			return c.Label(a.lang)
		}
	}
	return f.value
}

// placeReason says why the place adds to the score: by the reach of the network
// or by its seat, whichever leaves more.
func (m *Matcher) placeReason(a *asker, c card, score float64) told {
	var r told
	r.Feature, r.Score = string(Place), score
	p := a.Understood.Place
	switch {
	case m.reachesOut(p, &c) && c.network.Reach == profile.Statewide:
		r.Field, r.Evidence, r.key = "reach", say(a.lang, "in_state"), "statewide"
	case m.reachesOut(p, &c):
		r.Field, r.Evidence, r.key = "reach", say(a.lang, "beyond_state"), "wide"
	case c.network.City == "":
		// The middle of a region is no seat, and no distance.
		r.Field, r.Evidence, r.key, r.args = "region", c.network.Region, "in_region", []any{c.network.Region}
	default:
		r.Field, r.Evidence, r.key = "city", c.network.City, "near"
		r.args = []any{c.network.City, math.Round(distance(p, c))}
	}
	return a.tell(r)
}
