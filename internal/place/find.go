package place

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Find returns the place that a text as a whole names: a postcode, a town, a
// district, a region, a landscape or a state. Case, umlaut spelling, hyphens and
// "Region" or "Raum" before the name do not matter; a postcode and a town
// together ("78532 Tuttlingen") are the postcode. Of several places of one name
// the one in Baden-Württemberg wins, then the largest. It reports false when
// there is none.
func (g *Gazetteer) Find(text string) (Place, bool) {
	all := g.FindAll(text)
	if len(all) == 0 {
		return Place{}, false
	}
	return all[0], true
}

// FindAll returns every place that a text as a whole names, in the order
// described at Find; none for an unknown name.
func (g *Gazetteer) FindAll(text string) []Place {
	key := keyOf(text)
	if first, _, _ := strings.Cut(key, " "); isPostcode(first) {
		if p, ok := g.postcodes[first]; ok {
			return []Place{*p}
		}
		return nil
	}
	list := g.byKey[key]
	if list == nil {
		list = g.byKey[trimLead(key)]
	}
	if list == nil {
		list = g.quarterOf(text)
	}
	places := make([]Place, len(list))
	for i, e := range list {
		places[i] = *e.Place
	}
	return places
}

// quarterOf finds the town behind "Gerstetten-Heldenfingen" and "Stuttgart,
// Vaihingen": what stands before the first hyphen, comma or bracket.
func (g *Gazetteer) quarterOf(text string) []entry {
	i := strings.IndexAny(text, "-,/(")
	if i < 0 {
		return nil
	}
	list := g.byKey[keyOf(text[:i])]
	if len(list) == 0 || list[0].Kind != Town {
		return nil
	}
	return list
}

// leads are words before a name that mean its surroundings.
var leads = []string{"region ", "raum ", "umgebung ", "in ", "bei ", "um ", "nahe ", "grossraum ", "stadt ", "gemeinde ", "landkreis ", "kreis "}

func trimLead(key string) string {
	for _, lead := range leads {
		if rest, ok := strings.CutPrefix(key, lead); ok {
			return trimLead(rest)
		}
	}
	return key
}

func isPostcode(s string) bool {
	if len(s) != 5 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Regions returns the twelve regions in the order of their names. The caller
// must not change them.
func (g *Gazetteer) Regions() []RegionInfo { return g.regions }

// Region returns the region of that id or name.
func (g *Gazetteer) Region(idOrName string) (RegionInfo, bool) {
	if r, ok := g.byRegion[idOrName]; ok {
		return r, true
	}
	key := keyOf(idOrName)
	for _, r := range g.regions {
		if key != "" && keyOf(r.Name) == key {
			return r, true
		}
	}
	return RegionInfo{}, false
}

// NearestRegions returns the regions by rising distance of their middle from a
// point given in degrees.
func (g *Gazetteer) NearestRegions(lat, lon float64) []RegionInfo {
	list := slices.Clone(g.regions)
	slices.SortStableFunc(list, func(a, b RegionInfo) int {
		return cmp.Compare(DistanceKm(lat, lon, a.Lat, a.Lon), DistanceKm(lat, lon, b.Lat, b.Lon))
	})
	return list
}

// sortedEntry is the first place of a key, for completion.
type sortedEntry struct {
	key string
	entry
}

// heavier orders entries by falling weight, equal ones by district so that the
// order is the same on every build.
func heavier(a, b entry) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.District, b.District), strings.Compare(a.Name, b.Name))
}

// Towns returns the towns of Baden-Württemberg, each name once: of several towns that
// share one the largest.
func (g *Gazetteer) Towns() []Place {
	largest := map[string]entry{}
	for _, e := range g.sorted {
		if old, ok := largest[e.Name]; e.InHome() && e.Kind == Town && (!ok || heavier(e.entry, old) < 0) {
			largest[e.Name] = e.entry
		}
	}
	towns := make([]Place, 0, len(largest))
	for _, name := range slices.Sorted(maps.Keys(largest)) {
		towns = append(towns, *largest[name].Place)
	}
	return towns
}

// Complete returns at most limit places of Baden-Württemberg whose name begins
// with prefix, large before small; none for an empty prefix.
func (g *Gazetteer) Complete(prefix string, limit int) []Place {
	key := keyOf(prefix)
	if key == "" || limit <= 0 {
		return nil
	}
	from, _ := slices.BinarySearchFunc(g.sorted, key, func(e sortedEntry, k string) int { return strings.Compare(e.key, k) })
	var found []entry
	for _, e := range g.sorted[from:] {
		if !strings.HasPrefix(e.key, key) {
			break
		}
		if e.InHome() && !slices.ContainsFunc(found, func(f entry) bool { return f.Name == e.Name && f.District == e.District }) {
			found = append(found, e.entry)
		}
	}
	slices.SortStableFunc(found, heavier)
	var places []Place
	for _, e := range found[:min(limit, len(found))] {
		places = append(places, *e.Place)
	}
	return places
}
