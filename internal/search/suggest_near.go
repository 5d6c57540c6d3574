package search

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"clusterlotse/internal/place"
)

const (
	// minMisspelt is the letters from which one typing error is forgiven.
	minMisspelt = 4
	// townKm is how near a network must be for its town to be suggested.
	townKm = 25
	// kmPerDegree is the least length of a degree of latitude.
	kmPerDegree = 110.5
	// allTowns is above the number of towns that begin with one letter.
	allTowns = 5000
)

// findMisspelt returns the entries that begin with the prefix but for one error
// behind the first letter: a letter added, dropped, changed or swapped. None for
// prefixes that are too short to tell.
func (c *completer) findMisspelt(prefix string) []completion {
	if utf8.RuneCountInString(prefix) < minMisspelt {
		return nil
	}
	_, size := utf8.DecodeRuneInString(prefix)
	first := prefix[:size]
	from, _ := slices.BinarySearchFunc(c.entries, first, func(e completion, p string) int { return strings.Compare(e.key, p) })
	var found []completion
	for _, entry := range c.entries[from:] {
		if !strings.HasPrefix(entry.key, first) {
			break
		}
		if beginsLike(entry.key, prefix) {
			found = append(found, entry)
		}
	}
	return best(found)
}

// beginsLike tells whether key begins with prefix but for at most one error.
func beginsLike(key, prefix string) bool {
	for length := len(prefix) - 1; length <= min(len(prefix)+1, len(key)); length++ {
		if editDistance(prefix, key[:length], 1) <= 1 {
			return true
		}
	}
	return false
}

// addTowns enters the towns that have a living network nearby, with the number
// of these.
func (c *completer) addTowns(e *Engine) {
	var seats []place.Place
	for _, n := range e.networks {
		if seat, ok := e.Seat(n); ok && !n.Ended() && seat.Kind != place.Region {
			seats = append(seats, seat)
		}
	}
	for letter := 'a'; letter <= 'z'; letter++ {
		for _, town := range e.gazetteer.Complete(string(letter), allTowns) {
			if town.Kind != place.Town {
				continue
			}
			if near := countNear(seats, town); near > 0 {
				c.towns[town.Name] = town
				c.add(town.Name, completion{Suggestion: Suggestion{Text: town.Name, Kind: "place", Count: near}, rank: rankPlace})
			}
		}
	}
}

func countNear(seats []place.Place, town place.Place) int {
	count := 0
	for _, s := range seats {
		if math.Abs(s.Lat-town.Lat)*kmPerDegree <= townKm && place.DistanceKm(s.Lat, s.Lon, town.Lat, town.Lon) <= townKm {
			count++
		}
	}
	return count
}
