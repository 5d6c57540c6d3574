package portal

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"clusterlotse/internal/search"
)

var pathForm = regexp.MustCompile(`^(M\d+(\.\d)? \d+(\.\d)?l(-? ?\d+(\.\d)?)+z)+$`)

// TestLoadMap: the twelve regions are drawn with one decimal, inside the map.
func TestLoadMap(t *testing.T) {
	shapes, err := loadMap(os.DirFS("../../data/places"))
	if err != nil {
		t.Fatal(err)
	}
	if len(shapes) != 12 {
		t.Fatalf("%d regions", len(shapes))
	}
	bytes := 0
	for _, s := range shapes {
		if !pathForm.MatchString(s.path) {
			t.Errorf("%s: path %.60s…", s.id, s.path)
		}
		if s.x < 0 || s.x > mapWidth || s.y < 0 || s.y > s.project.height {
			t.Errorf("%s: number at %f %f", s.id, s.x, s.y)
		}
		for _, p := range corners(t, s.path) {
			if p[0] < mapMargin-0.1 || p[0] > mapWidth-mapMargin+0.1 || p[1] < mapMargin-0.1 || p[1] > s.project.height {
				t.Fatalf("%s: corner at %v", s.id, p)
			}
		}
		bytes += len(s.path)
	}
	if bytes > 25_000 {
		t.Errorf("the outlines weigh %d bytes", bytes)
	}
	i := slices.IndexFunc(shapes, func(s regionShape) bool { return s.id == "stuttgart" })
	x, y := shapes[i].project.point(9.18, 48.78)
	if d := (x-shapes[i].x)*(x-shapes[i].x) + (y-shapes[i].y)*(y-shapes[i].y); d > 60*60 {
		t.Errorf("Stuttgart lies at %f %f, its region about %f %f", x, y, shapes[i].x, shapes[i].y)
	}
}

var pathNumber = regexp.MustCompile(`-?\d+(?:\.\d)?`)

// corners adds up the relative steps of a path.
func corners(t *testing.T, path string) [][2]float64 {
	t.Helper()
	var points [][2]float64
	for _, ring := range strings.Split(strings.Trim(path, "Mz"), "zM") {
		var at [2]float64
		for i, text := range pathNumber.FindAllString(ring, -1) {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatal(err)
			}
			at[i%2] += v
			if i%2 == 1 {
				points = append(points, at)
			}
		}
	}
	return points
}

func TestLoadMapFaults(t *testing.T) {
	if shapes, err := loadMap(nil); shapes != nil || err != nil {
		t.Errorf("without places: %v, %v", shapes, err)
	}
	for name, files := range map[string]fs.FS{
		"missing": fstest.MapFS{}, "broken": fstest.MapFS{mapFile: {Data: []byte("{")}},
		"point": fstest.MapFS{mapFile: {Data: []byte(`{"features":[{"geometry":{"type":"Polygon","coordinates":[1,2]}}]}`)}},
	} {
		if _, err := loadMap(files); err == nil || !strings.Contains(err.Error(), mapFile) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestLevel: more networks never give a paler region; none gives none.
func TestLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.IntRange(1, 1000).Draw(t, "most")
		a := rapid.IntRange(0, most).Draw(t, "a")
		b := rapid.IntRange(a, most).Draw(t, "b")
		la, lb := level(a, most), level(b, most)
		if la > lb || lb > 4 || (a == 0) != (la == 0) {
			t.Fatalf("%d of %d is %d, %d is %d", a, most, la, b, lb)
		}
	})
	if level(0, 0) != 0 {
		t.Error("an empty map has a colour")
	}
}

// TestFilterMap: a region leads to the search in it alone, the one in force back.
func TestFilterMap(t *testing.T) {
	shapes, err := loadMap(os.DirFS("../../data/places"))
	if err != nil {
		t.Fatal(err)
	}
	locales, err := loadLocales()
	if err != nil {
		t.Fatal(err)
	}
	p := &Portal{regions: shapes}
	pg := &page{locale: locales["de"]}
	r := &search.Request{Query: "KI", Regions: []string{"stuttgart"}, Limit: 10, Offset: 20}
	result := &search.Result{Facets: []search.Facet{{Name: "region", Buckets: []search.Bucket{{Value: "ostwuerttemberg", Count: 3}}}}}
	for i, region := range p.filterMap(pg, r, result).Regions {
		switch id := shapes[i].id; {
		case strings.Contains(region.URL, "offset"):
			t.Errorf("%s keeps the page: %s", id, region.URL)
		case id == "stuttgart":
			if !region.Selected || strings.Contains(region.URL, "region=") {
				t.Errorf("the region in force leads to %s", region.URL)
			}
		case id != "ostwuerttemberg":
			if region.URL != "" || region.Count != 0 {
				t.Errorf("%s without hits leads to %q", id, region.URL)
			}
		default:
			if region.Selected || !strings.Contains(region.URL, "region="+id) || strings.Contains(region.URL, "stuttgart") {
				t.Errorf("%s leads to %s", id, region.URL)
			}
			if region.Count != 3 {
				t.Errorf("%s counts %d", id, region.Count)
			}
		}
	}
}
