package bleveindex

import (
	"math"

	"clusterlotse/index"
)

// earthKm is the mean radius of the Earth, the one Lucene uses.
const earthKm = 6371.0087714

// place is a point made ready for distances; known is false without a point.
type place struct {
	lat, lon, cos float64 // radians; the cosine of lat
	known         bool
}

func newPlace(p index.Point) place {
	lat := p.Lat * math.Pi / 180
	return place{lat: lat, lon: p.Lon * math.Pi / 180, cos: math.Cos(lat), known: true}
}

// km is the great-circle distance by the haversine formula.
func (a place) km(c place) float64 {
	lat, lon := math.Sin((c.lat-a.lat)/2), math.Sin((c.lon-a.lon)/2)
	h := lat*lat + a.cos*c.cos*lon*lon
	return 2 * earthKm * math.Asin(math.Sqrt(min(h, 1)))
}

// circle is an index.Circle made ready.
type circle struct {
	center place
	km     float64
	exempt test
	exists bool // whether there is an exemption
}

func (c *columns) circle(w *index.Circle) *circle {
	if w == nil {
		return nil
	}
	out := &circle{center: newPlace(w.Center), km: w.Km}
	if w.Exempt != nil {
		out.exempt, out.exists = c.test(*w.Exempt), true
	}
	return out
}

// lets tells whether the document passes; a nil circle lets all pass.
func (w *circle) lets(c *columns, doc uint32) bool {
	if w == nil || !c.places[doc].known || w.exists && w.exempt.lets(doc) {
		return true
	}
	return w.center.km(c.places[doc]) <= w.km
}

// decay is an index.Near made ready.
type decay struct {
	center               place
	offset, scale, floor float64
	exemptFactor         float64
	exempt               test
	exists               bool // whether there is an exemption
}

func (c *columns) decay(n *index.Near) *decay {
	if n == nil {
		return nil
	}
	out := &decay{center: newPlace(n.Center), offset: n.OffsetKm, scale: n.ScaleKm, floor: n.Floor, exemptFactor: n.ExemptFactor}
	if n.Exempt != nil {
		out.exempt, out.exists = c.test(*n.Exempt), true
	}
	return out
}

// factor is what the document's score is multiplied by; 1 for a nil decay.
func (n *decay) factor(c *columns, doc uint32) float64 {
	switch {
	case n == nil:
		return 1
	case n.exists && n.exempt.lets(doc):
		return n.exemptFactor
	case !c.places[doc].known:
		return n.floor
	}
	km := n.center.km(c.places[doc]) - n.offset
	if km <= 0 { // whatever the scale, even 0
		return 1
	}
	return n.floor + (1-n.floor)*math.Exp(-km/n.scale)
}

// distance is Hit.DistanceKm: to the centre of Near or else of Within, else −1.
func (c *columns) distance(q index.Query, doc uint32) float64 {
	p := c.places[doc]
	switch {
	case !p.known:
		return -1
	case q.Near != nil:
		return newPlace(q.Near.Center).km(p)
	case q.Within != nil:
		return newPlace(q.Within.Center).km(p)
	}
	return -1
}
