package search

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"clusterlotse/internal/place"
)

// minMisspelt is the letters from which one typing error is forgiven.
const minMisspelt = 4

// misspelt gives the entries that begin with one of the prefixes but for one
// error behind the first letter: a letter added, dropped, changed or swapped. None
// for prefixes that are too short to tell.
func (c *completer) misspelt(prefixes ...string) iter.Seq[*completion] {
	return func(yield func(*completion) bool) {
		for _, prefix := range prefixes {
			if utf8.RuneCountInString(prefix) < minMisspelt {
				continue
			}
			_, size := utf8.DecodeRuneInString(prefix)
			for entry := range c.beginning(prefix[:size]) {
				if beginsLike(entry.key, prefix) && !yield(entry) {
					return
				}
			}
		}
	}
}

// beginsLike tells whether key begins with prefix but for at most one error.
// Where they first differ, the error must lie: what follows it must be alike.
func beginsLike(key, prefix string) bool {
	at := 0
	for at < len(prefix) && at < len(key) && prefix[at] == key[at] {
		at++
	}
	if at >= len(prefix)-1 {
		return true
	}
	key, prefix = key[at:], prefix[at:]
	added := strings.HasPrefix(key, prefix[1:])
	if added || key == "" {
		return added
	}
	dropped, changed := strings.HasPrefix(key[1:], prefix), strings.HasPrefix(key[1:], prefix[1:])
	swapped := len(key) > 1 && key[0] == prefix[1] && key[1] == prefix[0] && strings.HasPrefix(key[2:], prefix[2:])
	return dropped || changed || swapped
}

// addTowns enters the towns that have a living network nearby, with the number
// of these, and keeps the seats of the living networks.
func (c *completer) addTowns(e *Engine) {
	for _, n := range e.networks {
		if p, ok := e.Seat(n); ok && !n.Ended() && p.Kind != place.Region {
			c.seats[n.ID] = seat{p.Lat, p.Lon}
		}
	}
	grid := newSeatGrid(slices.Collect(maps.Values(c.seats)))
	for _, town := range e.gazetteer.Towns() {
		if near := grid.near(town); near > 0 {
			c.towns[town.Name] = town
			c.add(town.Name, completion{Suggestion: Suggestion{Text: town.Name, Kind: "place", Count: near}, rank: rankPlace})
		}
	}
}
