package search

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/place"
	"clusterlotse/internal/spelling"
)

// TestSeatGridCountsAsOneByOne holds the grid against every distance by itself.
func TestSeatGridCountsAsOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Whole hundredths of a degree make equal seats and borders of bands likely.
		degree := func(name string, from, to int) float64 {
			return float64(rapid.IntRange(from, to).Draw(t, name)) / 100
		}
		seats := make([]seat, rapid.IntRange(0, 40).Draw(t, "seats"))
		for i := range seats {
			seats[i] = seat{degree("lat", 4750, 4850), degree("lon", 750, 850)}
		}
		town := place.Place{Lat: degree("town lat", 4750, 4850), Lon: degree("town lon", 750, 850)}
		want := 0
		for _, s := range seats {
			if place.DistanceKm(s.lat, s.lon, town.Lat, town.Lon) <= townKm {
				want++
			}
		}
		if got := newSeatGrid(seats).near(town); got != want {
			t.Errorf("%d of %v near %+v, want %d", got, seats, town, want)
		}
	})
}

// TestBeginsLikeIsOneError holds the comparison in one pass against the edit
// distance to every beginning of the key.
func TestBeginsLikeIsOneError(t *testing.T) {
	word := rapid.StringMatching(`[abc]{1,9}`)
	rapid.Check(t, func(t *rapid.T) {
		key, prefix := word.Draw(t, "key"), word.Draw(t, "prefix")
		want := false
		for end := range len(key) + 1 {
			want = want || spelling.Distance(prefix, key[:end], 1) <= 1
		}
		if got := beginsLike(key, prefix); got != want {
			t.Errorf("beginsLike(%q, %q) = %v, want %v", key, prefix, got, want)
		}
	})
}

// TestShortlistIsSortedAndDistinct holds the single pass against sorting all.
func TestShortlistIsSortedAndDistinct(t *testing.T) {
	c := realEngine(t).completer
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.SampledFrom(c.entries).Draw(t, "entry").key
		prefix, limit := key[:rapid.IntRange(1, len(key)).Draw(t, "length")], rapid.IntRange(1, MaxSuggestions).Draw(t, "limit")
		var all, want []completion
		for entry := range c.beginning(prefix) {
			all = append(all, *entry)
		}
		slices.SortStableFunc(all, func(a, b completion) int {
			return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.Count, a.Count), cmp.Compare(len(a.key), len(b.key)))
		})
		for _, entry := range all {
			if len(want) < limit && !slices.ContainsFunc(want, entry.isSame) {
				want = append(want, entry)
			}
		}
		if got := shortlist(c.beginning(prefix), limit, nil); !slices.Equal(got, want) {
			t.Errorf("%q: %+v, want %+v", prefix, got, want)
		}
	})
}
