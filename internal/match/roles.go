package match

import (
	"math"
	"slices"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// role is what a network is worth for what it is, whatever the subject of the
// asker: an adviser names the founders' centre next door to every founder.
func (m *Matcher) role(a *asker, c *card, sharesField bool) float64 {
	if a.network || !c.founders || len(c.young) == 0 {
		return 0
	}
	return m.model.Founder * m.founderRole(a, c, sharesField)
}

// founderRole is the share of a contact point for founders: by how likely the
// asker is one, by his field, and by whom it is there for.
func (m *Matcher) founderRole(a *asker, c *card, sharesField bool) float64 {
	share := float64(a.stage)
	if c.firms {
		share += (1 - share) * m.model.FirmAtBoth
	}
	switch {
	case c.open:
	case sharesField:
		share *= m.model.SameField
	default:
		share *= m.model.OtherField
	}
	if !c.reaches(a) {
		share *= m.model.OtherAudience
	}
	return share
}

// reaches tells whether a contact point for founders is there for the asker: in his
// phase, and for founders of every kind or for a group that he names.
func (c *card) reaches(a *asker) bool {
	if phases := c.network.Phases; a.Phase != "" && len(phases) > 0 && !slices.Contains(phases, profile.Phase(a.Phase)) {
		return false
	}
	if len(c.groups) == 0 {
		return true
	}
	return slices.ContainsFunc(c.groups, func(g *vocabulary.Concept) bool {
		return founderGroups.has(g) || slices.ContainsFunc(a.concepts, func(w wish) bool { return w.concept == g })
	})
}

// kept is what a network keeps of what it has in common with the asker.
func (m *Matcher) kept(a *asker, c *card) float64 {
	p := float64(a.stage)
	if a.network {
		return c.focus() * m.model.kindFactor(c.network.Kind)
	}
	switch {
	case c.founders && c.firms:
		return p + (1-p)*m.model.FirmAtBoth
	case c.founders:
		return p + (1-p)*m.model.FirmAtFounders
	}
	return m.model.kindFactor(c.network.Kind) * (1 - p + p*m.model.FounderAtFirms)
}

// focus is what a network keeps for another one that asks: the more it holds
// besides, the less it is like any other (the length of its vector, as in the
// cosine of Salton).
func (c *card) focus() float64 {
	return 1 / math.Sqrt(float64(max(1, len(c.tagged))))
}

// most is what a network can reach for the asker, against the best of all in
// everything he named: with all that its role and experience may add.
func (m *Matcher) most(a *asker, unit float64) float64 {
	p := float64(a.stage)
	role := m.model.Founder * (p + (1-p)*m.model.FirmAtBoth) * max(1, m.model.SameField) * max(1, m.model.OtherAudience)
	if a.network {
		return 1
	}
	return max(1, 1-p+p*m.model.FounderAtFirms) + unit*(role+m.model.Experience)
}

// typicalSize is how many networks say what a good answer to a request reaches.
const typicalSize = 10

// typicalOf is the mean of the highest sums: what a good answer reaches.
func typicalOf(sums []float64) float64 {
	var top [typicalSize]float64
	for _, v := range sums {
		if v <= top[typicalSize-1] {
			continue
		}
		i := typicalSize - 1
		for ; i > 0 && top[i-1] < v; i-- {
			top[i] = top[i-1]
		}
		top[i] = v
	}
	sum := 0.0
	for _, v := range top {
		sum += v
	}
	return sum / typicalSize
}
