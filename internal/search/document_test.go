package search

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"clusterlotse/index"
	"clusterlotse/internal/profile"
)

func TestDocumentHoldsFieldsPartsAndSurfaces(t *testing.T) {
	e := realEngine(t)
	n := testNetwork("a", "Zerspanungsforum")
	n.Technologies = []string{"Medizintechnik", "Künstliche Intelligenz"}
	n.SummaryEN = "A network for machining and the turning of parts."
	d := e.document(n)
	if d.ID != "a" {
		t.Errorf("ID = %q", d.ID)
	}
	holds := func(field, word string) bool {
		terms := e.analyzer.Terms(word, "de")
		return len(terms) == 1 && slices.Contains(d.Text[field], terms[0])
	}
	for _, c := range []struct {
		field, word string
		want        bool
	}{
		{"technologies", "Medizintechnik", true},
		{"technologies", "Technik", false},
		{"technologies" + partsSuffix, "Technik", true},
		{"technologies" + partsSuffix, "Medizin", true},
		{"technologies" + partsSuffix, "Intelligenz", false}, // no compound, no parts
		{"name", "Zerspanungsforum", true},
		{"place", "Tuttlingen", true},
		{"text", "Zerspanungsforum", true}, // from the German summary
		{"name", "Tuttlingen", false},
	} {
		if got := holds(c.field, c.word); got != c.want {
			t.Errorf("field %s holds %s = %v, want %v: %v", c.field, c.word, got, c.want, d.Text[c.field])
		}
	}
	if got := d.Text["text_en"]; slices.Contains(got, "the") || !slices.Contains(got, "machin") {
		t.Errorf("text_en = %v, want English stems without stop words", got)
	}
	surfaces := d.Text[fieldSurface]
	if !slices.IsSorted(surfaces) || len(slices.Compact(slices.Clone(surfaces))) != len(surfaces) {
		t.Errorf("surfaces are not sorted and distinct: %v", surfaces)
	}
	if !slices.Contains(surfaces, "medizintechnik") || slices.Contains(surfaces, "und") || slices.Contains(surfaces, "the") {
		t.Errorf("surfaces = %v", surfaces)
	}
}

func TestDocumentHoldsConceptsWithBroaderOnes(t *testing.T) {
	e := realEngine(t)
	n := testNetwork("a", "Verein")
	n.Technologies = []string{"Maschinelles Lernen"}
	mentions := e.vocabulary.FindIn("technologies", "Maschinelles Lernen")
	if len(mentions) != 1 || len(mentions[0].Above()) == 0 {
		t.Fatalf("the vocabulary has no concept with a broader one for machine learning: %v", mentions)
	}
	own := mentions[0]
	d := e.document(n)
	if !slices.Contains(d.Text[fieldConceptOwn], conceptTerm(own)) || !slices.Contains(d.Text[fieldConcept], conceptTerm(own)) {
		t.Errorf("the concept itself is missing: %v, %v", d.Text[fieldConceptOwn], d.Text[fieldConcept])
	}
	for above := range own.Above() {
		if !slices.Contains(d.Text[fieldConcept], conceptTerm(above)) {
			t.Errorf("%s lacks %s", fieldConcept, conceptTerm(above))
		}
		if slices.Contains(d.Text[fieldConceptOwn], conceptTerm(above)) {
			t.Errorf("%s holds the broader %s", fieldConceptOwn, conceptTerm(above))
		}
		if !slices.Contains(d.Keywords["technology"], above.ID) {
			t.Errorf("a filter on %s would not let the network through", above.ID)
		}
	}
	if slices.Contains(d.Text[fieldConceptName], conceptTerm(own)) {
		t.Errorf("the name %q does not name %s, but %s holds it", n.Name, own.ID, fieldConceptName)
	}
}

func TestDocumentKeywords(t *testing.T) {
	e := realEngine(t)
	n := testNetwork("a", "Verein")
	n.Reach = profile.Statewide
	d := e.document(n)
	for field, want := range map[string][]string{
		"kind": {"cluster-initiative"}, fieldStatus: {statusLiving}, fieldReach: {"statewide"},
		"region": {regionID(t, e, "Schwarzwald-Baar-Heuberg")},
	} {
		if !slices.Equal(d.Keywords[field], want) {
			t.Errorf("%s = %v, want %v", field, d.Keywords[field], want)
		}
	}
	n.Status = profile.Dissolved
	if got := e.document(n).Keywords[fieldStatus]; !slices.Equal(got, []string{statusEnded}) {
		t.Errorf("status of a dissolved network = %v", got)
	}
}

func regionID(t *testing.T, e *Engine, name string) string {
	t.Helper()
	r, ok := e.gazetteer.Region(name)
	if !ok {
		t.Fatalf("no region %q", name)
	}
	return r.ID
}

func TestSeatByPostcodeTownRegion(t *testing.T) {
	e := realEngine(t)
	town, _ := e.gazetteer.Find("Tuttlingen")
	postcode, _ := e.gazetteer.Find("78532")
	region, _ := e.gazetteer.Region("Ostwürttemberg")
	for name, c := range map[string]struct {
		change   func(*profile.Network)
		lat, lon float64
		known    bool
	}{
		"postcode":          {func(*profile.Network) {}, postcode.Lat, postcode.Lon, true},
		"town":              {func(n *profile.Network) { n.Postcode = "" }, town.Lat, town.Lon, true},
		"unknown postcode":  {func(n *profile.Network) { n.Postcode = "00000" }, town.Lat, town.Lon, true},
		"region":            {func(n *profile.Network) { n.Postcode, n.City, n.Region = "", "", "Ostwürttemberg" }, region.Lat, region.Lon, true},
		"unknown town":      {func(n *profile.Network) { n.Postcode, n.City, n.Region = "", "Nirgendshausen", "Ostwürttemberg" }, region.Lat, region.Lon, true},
		"nothing":           {func(n *profile.Network) { n.Postcode, n.City, n.Region = "", "", "" }, 0, 0, false},
		"nothing but words": {func(n *profile.Network) { n.Postcode, n.City, n.Region = "", "", "landesweit" }, 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			n := testNetwork("a", "Verein")
			c.change(n)
			seat, ok := e.Seat(n)
			if ok != c.known || math.Abs(seat.Lat-c.lat) > 1e-9 || math.Abs(seat.Lon-c.lon) > 1e-9 {
				t.Errorf("Seat = %+v, %v; want %v, %v, %v", seat, ok, c.lat, c.lon, c.known)
			}
			if d := e.document(n); (d.Point != nil) != c.known {
				t.Errorf("Point = %v", d.Point)
			}
		})
	}
}

func TestRecordsRegionWinsOverTheTowns(t *testing.T) {
	e := realEngine(t)
	n := testNetwork("a", "Verein")
	n.Region = "Neckar-Alb"
	seat, _ := e.Seat(n)
	if want := regionID(t, e, "Neckar-Alb"); seat.Region != want || seat.RegionName != "Neckar-Alb" {
		t.Errorf("region = %q (%q), want %q", seat.Region, seat.RegionName, want)
	}
}

// TestEveryDocumentIsWellFormed holds every real profile to the contract of
// index.Document.
func TestEveryDocumentIsWellFormed(t *testing.T) {
	e := realEngine(t)
	for _, n := range e.networks {
		d := e.document(n)
		for _, field := range slices.Sorted(maps.Keys(d.Text)) {
			for _, term := range d.Text[field] {
				if term == "" || strings.ContainsAny(term, " \t\n\u00a0") {
					t.Errorf("%s: field %s holds the term %q", n.ID, field, term)
				}
			}
		}
		if len(d.Text["name"]) == 0 || len(d.Text["text"]) == 0 || len(d.Text["text_en"]) == 0 {
			t.Errorf("%s: an empty field", n.ID)
		}
		if _, placed := e.gazetteer.Region(n.Region); d.Point == nil && (placed || n.Postcode != "") {
			t.Errorf("%s stands nowhere, though it names %s %s", n.ID, n.Postcode, n.Region)
		}
		if again := e.document(n); !sameDocument(d, again) {
			t.Errorf("%s: two documents of one profile differ", n.ID)
		}
	}
}

func sameDocument(a, b index.Document) bool {
	same := func(x, y map[string][]string) bool { return maps.EqualFunc(x, y, slices.Equal[[]string]) }
	return a.ID == b.ID && same(a.Text, b.Text) && same(a.Keywords, b.Keywords) &&
		(a.Point == nil) == (b.Point == nil) && (a.Point == nil || *a.Point == *b.Point)
}

func TestEndedNetworksRankBehindLivingOnes(t *testing.T) {
	strong := testNetwork("a-ended", "Lasertechnik Lasertechnik")
	strong.Status, strong.Successor = profile.Merged, "c-living"
	strong.Technologies = []string{"Lasertechnik"}
	weak := testNetwork("b-living", "Verein")
	weak.Partners = []string{"Eine lange Liste von Partnern, unter denen auch jemand mit Lasertechnik steht"}
	living := testNetwork("c-living", "Forum")
	living.Technologies = []string{"Lasertechnik"}
	e := memoryEngine(t, []*profile.Network{strong, weak, living})
	r := ask(t, e, "Lasertechnik")
	if got := ids(r.Hits); !slices.Equal(got, []string{"c-living", "b-living", "a-ended"}) {
		t.Errorf("hits = %v", got)
	}
	if s := r.Hits[2].Successor; s != living {
		t.Errorf("successor = %v", s)
	}
}

func TestEndedNetworksComeLastInEveryRealSearch(t *testing.T) {
	e := realEngine(t)
	found := 0
	for _, query := range []string{"", "Cluster", "Netzwerk", "Automobil", "Digitalisierung", "Gründer", "Stuttgart", "Innovation"} {
		r := askFor(t, e, Request{Query: query, Lang: "de", Limit: MaxLimit})
		for offset := 0; ; {
			ended := false
			for _, h := range r.Hits {
				if ended && !h.Network.Ended() {
					t.Errorf("%q: %s stands behind an ended network", query, h.Network.ID)
				}
				ended = ended || h.Network.Ended()
			}
			if ended {
				found++
			}
			if offset += MaxLimit; offset >= r.Total {
				break
			}
			r = askFor(t, e, Request{Query: query, Lang: "de", Limit: MaxLimit, Offset: offset})
		}
	}
	if found == 0 {
		t.Error("no search found an ended network: the test shows nothing")
	}
}
