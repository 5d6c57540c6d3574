package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// reasons makes a tally readable: one reason for each concept the asker named
// and one for each fact with shared words, then founders, experience and place. Their scores
// sum to the score of the match.
func (m *Matcher) reasons(a *asker, t *tally) []profile.Reason {
	c := m.cards[t.card]
	// What would be left without the fact that makes it near belongs to the content,
	// the rest to the place.
	content := min(t.near, m.elsewhere(a.Understood.Place, &c))
	var reasons []profile.Reason
	for _, g := range group(t.shares) {
		reasons = append(reasons, m.reasonOf(a, c, g, content))
	}
	if t.role > 0 {
		reasons = append(reasons, profile.Reason{
			Feature: string(Founder), Concept: string(c.network.Kind), Score: t.role * content, Text: say(a.lang, "founder"),
			Field: c.facts[c.young[0]].field, Evidence: evidence(c, c.young),
		})
	}
	if t.recalled > 0 {
		reasons = append(reasons, m.recalledReason(a, t, content))
	}
	if extra := t.content * (t.near - content); extra > 0 {
		reasons = append(reasons, m.placeReason(a, c, extra))
	}
	slices.SortStableFunc(reasons, func(x, y profile.Reason) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Text, y.Text))
	})
	return reasons
}

// grouped are the shares that one reason tells of.
type grouped struct {
	item   *item
	score  float64
	facts  []int
	words  []string
	shares []share
	direct bool // the profile holds the concept itself, not only a broader one
}

// group joins the shares of one wish, and the words found in one fact.
func group(shares []share) []*grouped {
	var groups []*grouped
	byWish := map[*vocabulary.Concept]*grouped{}
	byFact := map[int]*grouped{}
	for _, s := range shares {
		var g *grouped
		if s.item.asked != nil {
			g = byWish[s.item.asked]
		} else {
			g = byFact[s.facts[0]]
		}
		if g == nil {
			g = &grouped{item: s.item}
			groups = append(groups, g)
			if s.item.asked != nil {
				byWish[s.item.asked] = g
			} else {
				byFact[s.facts[0]] = g
			}
		}
		g.take(s)
	}
	return groups
}

func (g *grouped) take(s share) {
	g.score += s.score
	g.shares = append(g.shares, s)
	g.direct = g.direct || s.item.asked != nil && s.item.asked == s.item.held
	if s.item.surface != "" && !slices.Contains(g.words, s.item.surface) {
		g.words = append(g.words, s.item.surface)
	}
	for _, f := range s.facts {
		if !slices.Contains(g.facts, f) {
			g.facts = append(g.facts, f)
		}
	}
}

func (m *Matcher) reasonOf(a *asker, c card, g *grouped, factor float64) profile.Reason {
	feature := g.item.feature
	if g.item.asked != nil {
		feature = featureOf[g.item.asked.Scheme]
	}
	r := profile.Reason{Feature: string(feature), Score: g.score * factor, Field: c.facts[g.facts[0]].field, Evidence: evidence(c, g.facts)}
	field := fieldName(c.facts[g.facts[0]].field, a.lang)
	switch {
	case g.item.asked == nil:
		r.Text = say(a.lang, wordsKey(g), field, quote(a.lang, g.words))
	case g.direct:
		r.Concept, r.Text = g.item.asked.ID, say(a.lang, "concept", field, g.item.asked.Label(a.lang))
	default:
		r.Concept, r.Text = g.item.asked.ID, say(a.lang, "kin", field, g.item.held.Label(a.lang), g.item.asked.Label(a.lang))
	}
	return r
}

// wordsKey chooses the sentence for words without a concept.
func wordsKey(g *grouped) string {
	switch {
	case g.item.feature == Place:
		return "names_place"
	case len(g.words) == 1:
		return "word"
	}
	return "words"
}

// evidence names the facts behind a reason.
func evidence(c card, facts []int) string {
	var values []string
	for _, f := range facts {
		values = append(values, c.facts[f].value)
	}
	return strings.Join(values, "; ")
}

// placeReason says why the place adds to the score: by the reach of the network
// or by its seat, whichever leaves more.
func (m *Matcher) placeReason(a *asker, c card, score float64) profile.Reason {
	r := profile.Reason{Feature: string(Place), Score: score}
	if !m.reachesOut(a.Understood.Place, &c) {
		r.Field, r.Evidence = "city", seatName(c.network)
		r.Text = say(a.lang, "near", r.Evidence, math.Round(distance(a.Understood.Place, c)))
		return r
	}
	r.Field, r.Evidence, r.Text = "reach", string(c.network.Reach), say(a.lang, "wide")
	if c.network.Reach == profile.Statewide {
		r.Text = say(a.lang, "statewide")
	}
	return r
}

func seatName(n *profile.Network) string {
	if n.City != "" {
		return n.City
	}
	return n.Region
}
