package match

import (
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// generalKinds are the kinds that can be a general contact.
var generalKinds = map[profile.Kind]bool{profile.StateAgency: true, profile.StateNetwork: true}

// contact returns whom to ask when no network fits or something stays open: of
// the state-wide agencies that serve every field the one with the broadest
// offer, for founders the contact point of that kind. Nil when there is none.
func (m *Matcher) contact(a *asker) *profile.Network {
	var best *profile.Network
	most := 0
	for i := range m.cards {
		c := &m.cards[i]
		if c.network.Reach != profile.Statewide || !c.open {
			continue
		}
		if a.stage.likely() && !c.founders || !a.stage.likely() && !generalKinds[c.network.Kind] {
			continue
		}
		if n := c.offers(); n > most || n == most && best != nil && c.network.ID < best.ID {
			best, most = c.network, n
		}
	}
	return best
}

// offers counts the different needs and phases that a network serves.
func (c *card) offers() int {
	n := 0
	for _, concept := range c.tagged {
		if concept.Scheme == vocabulary.Needs || concept.Scheme == vocabulary.Phases {
			n++
		}
	}
	return n
}
