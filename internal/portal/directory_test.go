package portal_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"clusterlotse/internal/portal"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// TestConceptPages: every concept that networks have has a page in both
// languages, with its label, the number that the search finds, and an index
// that leads there; one without networks is not for search engines.
func TestConceptPages(t *testing.T) {
	b := realBed(t, nil)
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	for path, filter := range map[string]string{"technologies": "technology", "industries": "industry", "needs": "need"} {
		counts := facetCounts(t, p.engine, filter)
		index := b.get("/" + path).Body.String()
		for _, c := range p.engine.Vocabulary().Concepts(path) {
			address := "/" + path + "/" + c.ID
			n := counts[c.ID]
			if listed := strings.Contains(index, `href="`+address+`"`); listed != (n > 0) {
				t.Errorf("%s with %d networks: listed %t", address, n, listed)
			}
			w := b.get(address + "?lang=en")
			body := w.Body.String()
			if w.Code != http.StatusOK || !strings.Contains(body, "<h1>"+escaped(c.Label("en"))+"</h1>") {
				t.Errorf("%s: status %d, or no label %q", address, w.Code, c.Label("en"))
			}
			if noindex := strings.Contains(body, `content="noindex"`); noindex != (n == 0) {
				t.Errorf("%s with %d networks: noindex %t", address, n, noindex)
			}
			if n > 0 && !strings.Contains(body, fmt.Sprintf("<p class=\"lead\">%d network", n)) {
				t.Errorf("%s does not say %d", address, n)
			}
		}
		if w := b.get("/" + path + "/no-such"); w.Code != http.StatusNotFound {
			t.Errorf("unknown concept of %s: status %d", path, w.Code)
		}
	}
}

// facetCounts are the networks behind each value of a filter.
func facetCounts(t *testing.T, engine *search.Engine, filter string) map[string]int {
	t.Helper()
	everything, err := engine.Search(t.Context(), search.Request{Limit: 1, Lang: "de"})
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, f := range everything.Facets {
		if f.Name == filter {
			for _, bucket := range f.Buckets {
				counts[bucket.Value] = bucket.Count
			}
		}
	}
	return counts
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "'", "&#39;", "+", "&#43;").Replace(s)
}

// TestConceptNeighbours: broader, narrower, related and synonyms are there.
func TestConceptNeighbours(t *testing.T) {
	b := realBed(t, nil)
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	c := p.engine.Vocabulary().Concept(vocabulary.Ref{Scheme: vocabulary.Technologies, ID: "robotics"})
	body := b.get("/technologies/robotics?lang=de").Body.String()
	for _, n := range append(c.Broader(), c.Narrower()...) {
		if !strings.Contains(body, `href="/technologies/`+n.ID+`?lang=de"`) {
			t.Errorf("no link to %s", n.ID)
		}
	}
	for _, label := range c.AltLabels("de") {
		if !strings.Contains(body, label) {
			t.Errorf("no synonym %s", label)
		}
	}
}

func TestRegionPages(t *testing.T) {
	b := realBed(t, nil)
	body := b.get("/regions").Body.String()
	if got := strings.Count(body, "<path "); got != 12 {
		t.Errorf("%d regions on the map", got)
	}
	if strings.Count(body, "<circle ") < 40 {
		t.Error("few towns on the map")
	}
	for _, want := range []string{`href="/search?region=stuttgart" aria-label="Stuttgart: `, `href="/regions/stuttgart"`, "GeoBasis-DE / BKG 2017"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	region := b.get("/regions/ostwuerttemberg").Body.String()
	for _, want := range []string{"Region Ostwürttemberg", `aria-current="true"`, `class="hit"`, `href="/technologies/`} {
		if !strings.Contains(region, want) {
			t.Errorf("the region has no %s", want)
		}
	}
	if strings.Contains(region, `content="noindex"`) {
		t.Error("the region is hidden from search engines")
	}
	if w := b.get("/regions/atlantis"); w.Code != http.StatusNotFound {
		t.Errorf("unknown region: status %d", w.Code)
	}
}

// TestWithoutDirectory: the pages that need it are left out, and nothing links
// to them.
func TestWithoutDirectory(t *testing.T) {
	b := newBed(t, portal.Config{Searcher: &fake{}, Matcher: &fake{}})
	for _, path := range []string{"/regions", "/technologies", "/data", "/api"} {
		if w := b.get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", path, w.Code)
		}
		if strings.Contains(b.get("/").Body.String(), `href="`+path+`"`) {
			t.Errorf("the start page links to %s", path)
		}
	}
	for _, path := range []string{"/", "/founders", "/founders?phase=idea", "/compare", "/ranking"} {
		if w := b.get(path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}

func TestDataPage(t *testing.T) {
	b := realBed(t, nil)
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	sources := 0
	for _, n := range p.engine.Networks() {
		sources += len(n.Sources)
	}
	body := b.get("/data").Body.String()
	for _, want := range []string{
		fmt.Sprintf("%d Profile aus %d öffentlichen Quellen", len(p.engine.Networks()), sources),
		"GeoNames", "GeoBasis-DE / BKG 2017 (Daten verändert)", "KERN", "clusterportal-bw.de",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestAPIPage(t *testing.T) {
	body := realBed(t, nil).get("/api").Body.String()
	for _, want := range []string{"GET /api/v1/search", "POST /api/v1/match", `id="schema-HitBody"`, `href="#schema-Problem"`, "radius_km"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	f := &fake{}
	if _, err := portal.New(portal.Config{Searcher: f, Matcher: f, OpenAPI: []byte("{")}); err == nil {
		t.Error("takes a broken description")
	}
}

func TestRankingPage(t *testing.T) {
	b := realBed(t, nil)
	for lang, wants := range map[string][]string{"de": {"name de", "2,5", "Clusterlotse test"}, "en": {"name en", "2.5", "Newest source of the profiles: 2026"}} {
		body := b.get("/ranking?lang=" + lang).Body.String()
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s", lang, want)
			}
		}
	}
}
