package place

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

func gazetteer(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(os.DirFS("../../data"), "places")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestFind(t *testing.T) {
	g := gazetteer(t)
	tests := []struct {
		text, name string
		kind       Kind
		region     string
	}{
		{"Tuttlingen", "Tuttlingen", Town, "schwarzwald-baar-heuberg"},
		{"tuttlingen", "Tuttlingen", Town, "schwarzwald-baar-heuberg"},
		{"78532", "78532 Tuttlingen", Postcode, "schwarzwald-baar-heuberg"},
		{"78532 Tuttlingen", "78532 Tuttlingen", Postcode, "schwarzwald-baar-heuberg"},
		{"Raum Tuttlingen", "Tuttlingen", Town, "schwarzwald-baar-heuberg"},
		{"Landkreis Tuttlingen", "Landkreis Tuttlingen", District, "schwarzwald-baar-heuberg"},
		{"Ostalbkreis", "Ostalbkreis", District, "ostwuerttemberg"},
		{"Ostalb", "Ostalb", Landscape, ""},
		{"Allgaeu", "Allgäu", Landscape, ""},
		{"Überlingen", "Überlingen", Town, "bodensee-oberschwaben"},
		{"Ueberlingen", "Überlingen", Town, "bodensee-oberschwaben"},
		{"U\u0308berlingen", "Überlingen", Town, "bodensee-oberschwaben"},
		{"uberlingen", "Überlingen", Town, "bodensee-oberschwaben"},
		{"Freiburg", "Freiburg im Breisgau", Town, "suedlicher-oberrhein"},
		{"Biberach", "Biberach an der Riß", Town, "donau-iller"},
		{"Villingen", "Villingen-Schwenningen", Town, "schwarzwald-baar-heuberg"},
		{"villingen schwenningen", "Villingen-Schwenningen", Town, "schwarzwald-baar-heuberg"},
		{"Gmünd", "Schwäbisch Gmünd", Town, "ostwuerttemberg"},
		{"Stuttgart", "Stuttgart", Town, "stuttgart"},
		{"Region Stuttgart", "Stuttgart", Region, "stuttgart"},
		{"Neckar-Alb", "Neckar-Alb", Region, "neckar-alb"},
		{"Baden-Württemberg", "Baden-Württemberg", State, ""},
		{"Bavaria", "Bayern", State, ""},
		{"München", "München", Town, ""},
		{"Lake Constance", "Bodensee", Landscape, ""},
		{"Gerstetten-Heldenfingen", "Gerstetten", Town, "ostwuerttemberg"},
		{"Stuttgart, Vaihingen", "Stuttgart", Town, "stuttgart"},
	}
	for _, tt := range tests {
		p, ok := g.Find(tt.text)
		if !ok || p.Name != tt.name || p.Kind != tt.kind || p.Region != tt.region {
			t.Errorf("Find(%q) = %q %s %q, %v; want %q %s %q", tt.text, p.Name, p.Kind, p.Region, ok, tt.name, tt.kind, tt.region)
		}
	}
	for _, text := range []string{"", " ", "Atlantis", "00000", "x\xff", "Tuttlingen Tuttlingen"} {
		if p, ok := g.Find(text); ok {
			t.Errorf("Find(%q) = %+v, want nothing", text, p)
		}
	}
}

func TestMentions(t *testing.T) {
	g := gazetteer(t)
	tests := []struct {
		text string
		want string // marked words, joined by |
	}{
		{"Wir fräsen Titan für Implantate, Raum Tuttlingen", "Tuttlingen"},
		{"coworking bruchsal", "bruchsal"},
		{"Holz Allgäu", "Allgäu"},
		{"Firma aus 78532 Tuttlingen", "78532 Tuttlingen"},
		{"in der Region Neckar-Alb", "Region Neckar-Alb"},
		{"Medizintechnik Villingen-Schwenningen", "Villingen-Schwenningen"},
		{"Tuttlinger und Karlsruher Firmen", "Tuttlinger|Karlsruher"},
		{"wir essen Kuchen im Wald", ""},
		{"ein Werk in Essen", "Essen"},
		{"ein Wort zu den Kosten", ""},
		{"Maschinenbau und Software", ""},
		{"Ostalbkreis Digitalisierung", "Ostalbkreis"},
		{"", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range g.Mentions(tt.text) {
			got = append(got, tt.text[m.Start:m.End])
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("Mentions(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestMentionsOffsetsCutAtWords(t *testing.T) {
	g := gazetteer(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text") + rapid.SampledFrom([]string{" Ulm ", " Bad Mergentheim", "78532", ""}).Draw(t, "place") + rapid.String().Draw(t, "rest")
		last := 0
		for _, m := range g.Mentions(text) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mention %d..%d of %d bytes after %d", m.Start, m.End, len(text), last)
			}
			last = m.End
		}
	})
}

func TestRegions(t *testing.T) {
	g := gazetteer(t)
	if n := len(g.Regions()); n != 12 {
		t.Fatalf("%d regions, want 12", n)
	}
	for _, r := range g.Regions() {
		byName, ok := g.Region(r.Name)
		if !ok || byName.ID != r.ID {
			t.Errorf("Region(%q) = %q, %v", r.Name, byName.ID, ok)
		}
		if nearest := g.NearestRegions(r.Lat, r.Lon); nearest[0].ID != r.ID {
			t.Errorf("the region nearest to the middle of %s is %s", r.ID, nearest[0].ID)
		}
	}
	if _, ok := g.Region("bayern"); ok {
		t.Error("bayern is no region")
	}
}

func TestComplete(t *testing.T) {
	g := gazetteer(t)
	if got := g.Complete("Tuttl", 5); len(got) == 0 || got[0].Name != "Tuttlingen" {
		t.Errorf("Complete(Tuttl) = %+v", got)
	}
	if got := g.Complete("ueberl", 1); len(got) != 1 || got[0].Name != "Überlingen" {
		t.Errorf("Complete(ueberl) = %+v", got)
	}
	if got := g.Complete("", 5); got != nil {
		t.Errorf("Complete of nothing = %+v", got)
	}
}

func TestDistance(t *testing.T) {
	// Stuttgart to Karlsruhe is 61 to 65 km as the crow flies.
	if d := DistanceKm(48.7758, 9.1829, 49.0069, 8.4037); math.Abs(d-62.5) > 2 {
		t.Errorf("distance = %.1f km", d)
	}
	rapid.Check(t, func(t *rapid.T) {
		lat, lon := rapid.Float64Range(-90, 90), rapid.Float64Range(-180, 180)
		a, b, c, d := lat.Draw(t, "a"), lon.Draw(t, "b"), lat.Draw(t, "c"), lon.Draw(t, "d")
		there, back := DistanceKm(a, b, c, d), DistanceKm(c, d, a, b)
		if there < 0 || there > 20016 || math.Abs(there-back) > 1e-6 {
			t.Fatalf("there %f, back %f", there, back)
		}
	})
}

func TestLoadNamesFileAndLine(t *testing.T) {
	good := fstest.MapFS{}
	for _, name := range []string{"postcodes-de.csv", "districts-bw.csv", "states.csv", "landscapes.csv", "ambiguous.txt"} {
		raw, err := os.ReadFile("../../data/places/" + name)
		if err != nil {
			t.Fatal(err)
		}
		good["p/"+name] = &fstest.MapFile{Data: raw}
	}
	tests := []struct{ file, extra, want string }{
		{"landscapes.csv", "Nirgends,,x,9,1,stuttgart\n", "landscapes.csv:"},
		{"landscapes.csv", "Nirgends,,48,9,1,atlantis\n", `unknown region "atlantis"`},
		{"postcodes-de.csv", "99999,Ort,Bayern,09999,,north,9\n", "postcodes-de.csv:"},
		{"postcodes-de.csv", "99999,Ort\n", "wrong number of fields"},
		{"postcodes-de.csv", "99999,Ort,Baden-Württemberg,08999,stuttgart,48,9\n", `district "08999"`},
	}
	for _, tt := range tests {
		broken := fstest.MapFS{}
		for name, file := range good {
			broken[name] = file
		}
		raw := string(good["p/"+tt.file].Data) + tt.extra
		broken["p/"+tt.file] = &fstest.MapFile{Data: []byte(raw)}
		if _, err := Load(broken, "p"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s with %q: %v, want %q", tt.file, tt.extra, err, tt.want)
		}
	}
	if _, err := Load(fstest.MapFS{}, "p"); err == nil {
		t.Error("nothing to read, and no error")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		gazetteer(b)
	}
}

func BenchmarkMentions(b *testing.B) {
	g := gazetteer(b)
	for b.Loop() {
		g.Mentions("Wir fräsen Titan für Implantate und suchen Partner für Laserstrukturierung, Raum Tuttlingen")
	}
}
