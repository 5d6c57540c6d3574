package portal

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
)

// The map is drawn in units of its viewBox: mapWidth wide, the height follows
// from the shape of the state.
const (
	mapWidth  = 600.0
	mapMargin = 6.0
	mapFile   = "regionen-bw.geojson"
)

// regionShape is a region drawn: an SVG path in units of the map, and the point
// where its number stands.
type regionShape struct {
	id, name string
	path     string
	x, y     float64
	project  projection
}

// projection maps degrees of WGS84 to units of the map. It is equirectangular
// about the middle of the state, which errs by less than one unit here.
type projection struct {
	west, north, scaleX, scaleY, height float64
}

func (p projection) point(lon, lat float64) (x, y float64) {
	return mapMargin + (lon-p.west)*p.scaleX, mapMargin + (p.north-lat)*p.scaleY
}

// rings are the outlines of one region; the first ring of a polygon is the outer
// one.
type rings [][][2]float64

type geoFeature struct {
	Properties struct {
		Region string `json:"region"`
		Name   string `json:"region_name"`
	} `json:"properties"`
	Geometry struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

// loadMap reads and draws the regions, in the order of their names; none when
// places is nil.
func loadMap(places fs.FS) ([]regionShape, error) {
	if places == nil {
		return nil, nil
	}
	raw, err := fs.ReadFile(places, mapFile)
	if err != nil {
		return nil, fmt.Errorf("portal: map: %w", err)
	}
	var file struct{ Features []geoFeature }
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, fmt.Errorf("portal: map: %s: %w", mapFile, err)
	}
	outlines := make([]rings, len(file.Features))
	for i, f := range file.Features {
		if outlines[i], err = f.rings(); err != nil {
			return nil, fmt.Errorf("portal: map: %s: region %q: %w", mapFile, f.Properties.Region, err)
		}
	}
	project := fit(outlines)
	var shapes []regionShape
	for i, f := range file.Features {
		s := regionShape{id: f.Properties.Region, name: f.Properties.Name, path: draw(outlines[i], project), project: project}
		s.x, s.y = middle(outlines[i], project)
		shapes = append(shapes, s)
	}
	slices.SortFunc(shapes, func(a, b regionShape) int { return strings.Compare(sortKey(a.name), sortKey(b.name)) })
	return shapes, nil
}

func (f geoFeature) rings() (rings, error) {
	var polygon rings
	if f.Geometry.Type == "Polygon" {
		err := json.Unmarshal(f.Geometry.Coordinates, &polygon)
		return polygon, err
	}
	var polygons []rings
	if err := json.Unmarshal(f.Geometry.Coordinates, &polygons); err != nil {
		return nil, err
	}
	return slices.Concat(polygons...), nil
}

// fit is the projection that fills the width of the map with all outlines.
func fit(outlines []rings) projection {
	west, east, south, north := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, outline := range outlines {
		for _, ring := range outline {
			for _, p := range ring {
				west, east = min(west, p[0]), max(east, p[0])
				south, north = min(south, p[1]), max(north, p[1])
			}
		}
	}
	p := projection{west: west, north: north}
	p.scaleX = (mapWidth - 2*mapMargin) / (east - west)
	p.scaleY = p.scaleX / math.Cos((south+north)/2*math.Pi/180)
	p.height = math.Ceil((north-south)*p.scaleY + 2*mapMargin)
	return p
}

// draw writes the outlines as a path of one decimal, in relative steps, which
// are shorter. Steps are taken between rounded points, so that neighbours share
// their border and no error adds up.
func draw(outline rings, project projection) string {
	var b strings.Builder
	tenths := func(p [2]float64) (x, y int) {
		fx, fy := project.point(p[0], p[1])
		return int(math.Round(fx * 10)), int(math.Round(fy * 10))
	}
	for _, ring := range outline {
		atX, atY := tenths(ring[0])
		b.WriteString("M" + decimal(atX) + " " + decimal(atY) + "l")
		for _, p := range ring[1:] {
			x, y := tenths(p)
			if x == atX && y == atY {
				continue
			}
			b.WriteString(step(x-atX) + step(y-atY))
			atX, atY = x, y
		}
		b.WriteString("z")
	}
	return strings.ReplaceAll(b.String(), "l ", "l")
}

func decimal(tenths int) string {
	return strconv.FormatFloat(float64(tenths)/10, 'f', -1, 64)
}

// step is a number of a path with a blank before it where its sign does not
// part it from the one before.
func step(tenths int) string {
	if tenths < 0 {
		return decimal(tenths)
	}
	return " " + decimal(tenths)
}

// middle is the centroid of the largest outline by the shoelace formula.
func middle(outline rings, project projection) (x, y float64) {
	largest := 0.0
	for _, ring := range outline {
		var area, sx, sy float64
		for i := range ring {
			next := ring[(i+1)%len(ring)]
			ax, ay := project.point(ring[i][0], ring[i][1])
			bx, by := project.point(next[0], next[1])
			cross := ax*by - bx*ay
			area, sx, sy = area+cross/2, sx+(ax+bx)*cross, sy+(ay+by)*cross
		}
		if math.Abs(area) > largest {
			largest = math.Abs(area)
			x, y = sx/(6*area), sy/(6*area)
		}
	}
	return x, y
}

// mapPoint is the networks of one town on the map.
type mapPoint struct {
	X, Y, R string
	Label   string
}

// pointsOf gathers networks by town, the many first, so that small points are
// drawn upon large ones. Networks whose town is not known have no point.
func (p *Portal) pointsOf(networks []*profile.Network, label func(town string, count int) string) []mapPoint {
	type spot struct {
		place.Place
		count int
	}
	spots := map[string]*spot{}
	for _, n := range networks {
		seat, ok := p.Directory.Seat(n)
		if !ok || n.City == "" || !seat.InHome() || len(p.regions) == 0 {
			continue
		}
		if spots[n.City] == nil {
			spots[n.City] = &spot{Place: seat}
		}
		spots[n.City].count++
	}
	var towns []string
	for town := range spots {
		towns = append(towns, town)
	}
	slices.SortFunc(towns, func(a, b string) int {
		return cmp.Or(cmp.Compare(spots[b].count, spots[a].count), strings.Compare(a, b))
	})
	var points []mapPoint
	for _, town := range towns {
		s := spots[town]
		x, y := p.regions[0].project.point(s.Lon, s.Lat)
		r := 2 + 1.6*math.Sqrt(float64(s.count))
		points = append(points, mapPoint{unit(x), unit(y), unit(r), label(town, s.count)})
	}
	return points
}

// unit writes a length of the map with one decimal.
func unit(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }
