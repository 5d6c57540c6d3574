package match

import (
	"math"
	"slices"

	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
)

// nearness is what the distance leaves of a network's content: regional ones fall
// off, state-wide ones keep a share everywhere. It is 1 when the asker named no
// place to be near to.
func (m *Matcher) nearness(p *place.Place, c *card) float64 {
	if !isSomewhere(p) {
		return 1
	}
	return max(m.keptAnywhere(c), m.closeness(p, c))
}

// isSomewhere tells whether networks can be near to a place: all of them are in
// the state itself.
func isSomewhere(p *place.Place) bool {
	return p != nil && (p.Kind != place.State || !p.InHome())
}

// keptAnywhere is what the network keeps at any distance.
func (m *Matcher) keptAnywhere(c *card) float64 {
	switch c.network.Reach {
	case profile.Statewide:
		return m.model.Statewide
	case profile.National, profile.International:
		return m.model.Wide
	}
	return m.seatless(c)
}

// seatless is what a regional network keeps when nobody knows where it sits.
func (m *Matcher) seatless(c *card) float64 {
	if c.point == nil {
		return m.model.Unknown
	}
	return 0
}

// closeness is what the distance of its seat leaves, 0 when that is not known.
func (m *Matcher) closeness(p *place.Place, c *card) float64 {
	if c.point == nil {
		return 0
	}
	km := max(0, distance(p, *c)-p.RadiusKm/2)
	near := m.model.Far + (1-m.model.Far)*math.Exp(-km/m.model.ScaleKm)
	if c.region != "" && slices.Contains(p.Regions, c.region) {
		return max(near, m.model.SameRegion)
	}
	return near
}

// reachesOut tells whether the network is near by its reach and not by its seat.
func (m *Matcher) reachesOut(p *place.Place, c *card) bool {
	return m.keptAnywhere(c) >= m.closeness(p, c)
}

// elsewhere is what would be left of the nearness without the fact that it rests
// on: without the reach as for a regional network, without the seat as for one
// whose seat nobody knows.
func (m *Matcher) elsewhere(p *place.Place, c *card) float64 {
	switch {
	case !isSomewhere(p):
		return 1
	case m.reachesOut(p, c):
		return max(m.closeness(p, c), m.seatless(c))
	}
	unknown := *c
	unknown.point = nil
	return m.keptAnywhere(&unknown)
}

// distance is in kilometres; −1 when one of the two places is not known.
func distance(p *place.Place, c card) float64 {
	if p == nil || c.point == nil {
		return -1
	}
	return place.DistanceKm(p.Lat, p.Lon, c.point.Lat, c.point.Lon)
}
