package search

import (
	"math"

	"clusterlotse/internal/place"
)

const (
	// townKm is how near a network must be for its town to be suggested.
	townKm = 25
	// kmPerDegree is the least length of a degree of latitude.
	kmPerDegree = 110.5
)

// seat is where a network stands.
type seat struct{ lat, lon float64 }

// seatGrid counts seats in bands of latitude that are townKm wide: what is near
// a town stands in its own band or in one of the two beside it. Networks of one
// seat are kept as one, so that a look-up grows with the towns and not with the
// networks. The zero value holds none.
type seatGrid map[int][]seatCount

type seatCount struct {
	seat
	networks int
}

func newSeatGrid(seats []seat) seatGrid {
	counts := map[seat]int{}
	for _, s := range seats {
		counts[s]++
	}
	g := seatGrid{}
	for s, n := range counts {
		g[bandOf(s.lat)] = append(g[bandOf(s.lat)], seatCount{s, n})
	}
	return g
}

func bandOf(lat float64) int { return int(math.Floor(lat * kmPerDegree / townKm)) }

// near counts the networks within townKm of a town.
func (g seatGrid) near(town place.Place) int {
	count, band := 0, bandOf(town.Lat)
	for b := band - 1; b <= band+1; b++ {
		for _, s := range g[b] {
			if place.DistanceKm(s.lat, s.lon, town.Lat, town.Lon) <= townKm {
				count += s.networks
			}
		}
	}
	return count
}
