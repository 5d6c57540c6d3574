package portal

import (
	"math"
	"slices"

	"clusterlotse/internal/search"
)

// mapView is the map made ready: regions with their numbers, and points.
type mapView struct {
	ViewBox string
	Label   string
	Regions []mapRegion
	Points  []mapPoint
}

// mapRegion is a region of the map; Level is 0 for none to 4 for the most. One
// without a URL leads nowhere.
type mapRegion struct {
	Name, URL, Path string
	X, Y            string
	Count, Level    int
	Selected        bool
}

// newMap draws the numbers of buckets; url makes the address behind a region.
// It is nil when the portal has no outlines.
func (p *Portal) newMap(label string, counts []search.Bucket, url func(id string) string) *mapView {
	if len(p.regions) == 0 {
		return nil
	}
	byID := map[string]search.Bucket{}
	most := 0
	for _, b := range counts {
		byID[b.Value] = b
		most = max(most, b.Count)
	}
	view := &mapView{
		ViewBox: "0 0 " + unit(mapWidth) + " " + unit(p.regions[0].project.height), Label: label,
	}
	for _, s := range p.regions {
		b := byID[s.id]
		view.Regions = append(view.Regions, mapRegion{
			Name: s.name, URL: url(s.id), Path: s.path, X: unit(s.x), Y: unit(s.y),
			Count: b.Count, Level: level(b.Count, most), Selected: b.Selected,
		})
	}
	return view
}

// level is 0 for no network and else 1 to 4 by the square root of count against
// the most, so that one large region does not make all others alike.
func level(count, most int) int {
	if count == 0 || most == 0 {
		return 0
	}
	return min(4, 1+int(4*math.Sqrt(float64(count)/float64(most))))
}

// filterMap leads from each region with hits to the same search in that region
// alone, and from the region in force back to all.
func (p *Portal) filterMap(pg *page, r *search.Request, result *search.Result) *mapView {
	view := p.newMap(pg.locale.text("map.label_filter"), buckets(result, "region"), func(id string) string {
		next := *r
		next.Offset, next.Regions = 0, []string{id}
		if len(r.Regions) == 1 && r.Regions[0] == id {
			next.Regions = nil
		}
		return pg.link("/search", valuesOf(&next))
	})
	if view != nil {
		for i := range view.Regions {
			region := &view.Regions[i]
			region.Selected = slices.Contains(r.Regions, p.regions[i].id)
			if region.Count == 0 && !region.Selected {
				region.URL = ""
			}
		}
	}
	return view
}
