package place

import (
	"slices"
	"strings"
)

// The weights order places of the same name: the town before the region that
// is named after it, Baden-Württemberg before the rest, large before small.
const (
	weightHome      = 1000
	weightTown      = 100
	weightSeat      = 50 // a town that its district is named after
	weightPiece     = 4  // half a name goes before small towns elsewhere, not before cities
	weightLandscape = 1050
	weightDistrict  = 1040
	weightRegion    = 1060
	weightState     = 1090
)

// town gathers the postcodes of one town.
type town struct {
	Place
	count          int
	sumLat, sumLon float64
}

func (t *town) include(p Place) {
	t.count++
	t.sumLat += p.Lat
	t.sumLon += p.Lon
}

// addTown enters a town under its name and, where it is longer, under the short
// name that people use ("Freiburg" for "Freiburg im Breisgau").
func (g *Gazetteer) addTown(t *town) {
	p := t.Place
	p.Lat, p.Lon = t.sumLat/float64(t.count), t.sumLon/float64(t.count)
	weight := weightTown + float64(t.count)
	if p.InHome() {
		weight += weightHome
	}
	short := shortName(p.Name)
	if short == shortName(p.DistrictName) {
		weight += weightSeat
	}
	g.add(p, weight, p.Name)
	if short != p.Name {
		g.add(p, weight-1, short)
	}
	if p.InHome() {
		for _, piece := range pieces(short) {
			g.add(p, weight-weightHome+weightPiece, piece)
		}
	}
}

// minPiece is the length in bytes from which a piece of a double name stands
// for the town.
const minPiece = 5

// pieces returns the names within a double name that people use alone:
// "Villingen" and "Schwenningen", "Mergentheim" for "Bad Mergentheim".
func pieces(name string) []string {
	for _, lead := range []string{"Bad ", "Schwäbisch "} {
		if rest, ok := strings.CutPrefix(name, lead); ok {
			return []string{rest}
		}
	}
	list := strings.Split(name, "-")
	if len(list) == 1 || slices.ContainsFunc(list, func(s string) bool { return len(s) < minPiece }) {
		return nil
	}
	return list
}

// shortName cuts what tells towns of one name apart: "im Breisgau", "(Neckar)",
// "an der Fils", "/Württemberg".
func shortName(name string) string {
	for _, cut := range []string{" im ", " in ", " am ", " an ", " a. ", " bei ", " ob ", " auf ", " vor ", " unter ", " (", "/", ","} {
		if head, _, ok := strings.Cut(name, cut); ok && len(head) > 3 {
			return head
		}
	}
	return name
}

// addAreas enters districts, regions and states, made of their postcodes.
func (l *loader) addAreas() error {
	byDistrict, byRegion, byState := map[string][]Place{}, map[string][]Place{}, map[string][]Place{}
	for _, p := range l.points {
		byDistrict[p.District] = append(byDistrict[p.District], p)
		byRegion[p.Region] = append(byRegion[p.Region], p)
		byState[p.State] = append(byState[p.State], p)
	}
	for ags, d := range l.districts {
		p := area(byDistrict[ags])
		p.Name, p.Kind, p.State, p.District = d.fullName(), District, Home, ags
		p.DistrictName, p.Region, p.RegionName, p.Regions = d.name, d.region, d.regionName, []string{d.region}
		l.g.add(p, weightDistrict, d.name)
		l.g.add(p, weightDistrict, d.kind+" "+d.name)
		l.g.add(p, weightDistrict, "Kreis "+d.name)
	}
	for id, r := range l.g.byRegion {
		p := area(byRegion[id])
		r.Lat, r.Lon = p.Lat, p.Lon
		l.g.byRegion[id] = r
		p.Name, p.Kind, p.State, p.Region, p.RegionName, p.Regions = r.Name, Region, Home, id, r.Name, []string{id}
		for _, name := range []string{r.Name, "Region " + r.Name, "Metropolregion " + r.Name, "Großraum " + r.Name} {
			l.g.add(p, weightRegion, name)
		}
	}
	for state, points := range byState {
		p := area(points)
		p.Name, p.Kind, p.State = state, State, state
		l.g.add(p, weightState, state)
		for written, german := range l.states {
			if german == state {
				l.g.add(p, weightState, written)
			}
		}
	}
	return nil
}

// fullName is the name with the word Landkreis where it is needed to tell the
// district from the town.
func (d district) fullName() string {
	if strings.HasSuffix(strings.ToLower(d.name), "kreis") {
		return d.name
	}
	return d.kind + " " + d.name
}

// area is the middle of points and the radius that holds them all.
func area(points []Place) Place {
	var p Place
	for _, q := range points {
		p.Lat += q.Lat / float64(len(points))
		p.Lon += q.Lon / float64(len(points))
	}
	for _, q := range points {
		p.RadiusKm = max(p.RadiusKm, DistanceKm(p.Lat, p.Lon, q.Lat, q.Lon))
	}
	return p
}

// add enters a place under a name; an empty name is passed over.
func (g *Gazetteer) add(p Place, weight float64, name string) {
	key := keyOf(name)
	if key == "" {
		return
	}
	g.byKey[key] = append(g.byKey[key], entry{&p, weight})
	g.longest = max(g.longest, 1+strings.Count(key, " "))
}

// finish orders what was entered.
func (g *Gazetteer) finish() {
	for key, list := range g.byKey {
		slices.SortStableFunc(list, heavier)
		g.sorted = append(g.sorted, sortedEntry{key, list[0]})
	}
	slices.SortFunc(g.sorted, func(a, b sortedEntry) int { return strings.Compare(a.key, b.key) })
	for _, r := range g.byRegion {
		g.regions = append(g.regions, r)
	}
	slices.SortFunc(g.regions, func(a, b RegionInfo) int { return strings.Compare(a.Name, b.Name) })
}
