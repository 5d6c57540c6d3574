package portal_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"clusterlotse/internal/portal"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/widget"
)

// maxPageBytes is what the page of results may weigh, styles and
// scripts included.
const maxPageBytes = 60_000

func TestWeight(t *testing.T) {
	b := realBed(t, nil)
	page := b.get("/search?q=Digitalisierung&limit=10").Body.Bytes()
	css := regexp.MustCompile(`/static/[0-9a-f]{12}/site\.css`).Find(page)
	if css == nil {
		t.Fatal("no styles with a hash")
	}
	w := b.get(string(css))
	if got := w.Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("styles: Cache-Control %q", got)
	}
	js := regexp.MustCompile(`/static/[0-9a-f]{12}/site\.js`).Find(page)
	if js == nil {
		t.Fatal("no script with a hash")
	}
	if !bytes.Contains(page, []byte(`src="`+widget.ScriptPath+`"`)) {
		t.Fatal("no script for the field")
	}
	weight := zipped(t, page) + zipped(t, w.Body.Bytes()) + zipped(t, b.get(string(js)).Body.Bytes()) + zipped(t, b.get(widget.ScriptPath).Body.Bytes())
	t.Logf("page of results with styles and both scripts: %d bytes", weight)
	if weight > maxPageBytes {
		t.Errorf("weighs %d bytes, at most %d", weight, maxPageBytes)
	}
}

func zipped(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestStaticUnderOldHash(t *testing.T) {
	b := newBed(t, portal.Config{Searcher: &fake{}, Matcher: &fake{}})
	if w := b.get("/static/000000000000/site.css"); w.Code != http.StatusOK || w.Header().Get("Cache-Control") != "no-cache" {
		t.Errorf("status %d, Cache-Control %q", w.Code, w.Header().Get("Cache-Control"))
	}
	if w := b.get("/static/000000000000/portal.go"); w.Code != http.StatusNotFound {
		t.Errorf("unknown file: status %d", w.Code)
	}
}

func TestLanguage(t *testing.T) {
	b := newBed(t, portal.Config{Searcher: &fake{}, Matcher: &fake{}})
	for _, c := range []struct{ query, accept, want string }{
		{"", "", "de"}, {"", "en-GB,en;q=0.9,de;q=0.5", "en"}, {"", "de-CH", "de"}, {"", "fr", "de"},
		{"?lang=en", "de", "en"}, {"?lang=de", "en", "de"}, {"?lang=xx", "en", "en"}, {"", ";;;", "de"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/about"+c.query, nil)
		r.Header.Set("Accept-Language", c.accept)
		if got := b.do(r).Header().Get("Content-Language"); got != c.want {
			t.Errorf("%q with %q: %s, want %s", c.query, c.accept, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	f := &fake{err: errors.New("secret inside")}
	b := newBed(t, portal.Config{Searcher: f, Matcher: f})
	w := b.get("/search?q=x")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("status %d, body %s", w.Code, w.Body)
	}
	f.err = &search.InputError{Code: "c", Field: "near", Problem: "P<1>", Fix: "F"}
	w = b.get("/search?q=kept&near=zz")
	if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "P&lt;1&gt;") || !strings.Contains(w.Body.String(), `value="kept"`) {
		t.Errorf("input error: status %d, body %s", w.Code, w.Body)
	}
	if w := b.get("/search?limit=0"); w.Code != http.StatusBadRequest {
		t.Errorf("limit=0: status %d", w.Code)
	}
	if w := b.get("/networks/none"); w.Code != http.StatusNotFound {
		t.Errorf("unknown network: status %d", w.Code)
	}
}

func TestRedirectAndEnded(t *testing.T) {
	f := &fake{redirect: map[string]string{"gone": "heir"}, networks: map[string]*profile.Network{
		"old":  {ID: "old", Name: "Old", Status: profile.Merged, Successor: "heir", SummaryDE: "Alt."},
		"heir": {ID: "heir", Name: "Heir", SummaryDE: "Neu."},
	}}
	b := newBed(t, portal.Config{Searcher: f, Matcher: f})
	if w := b.get("/networks/gone"); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/networks/heir" {
		t.Errorf("status %d to %q", w.Code, w.Header().Get("Location"))
	}
	if body := b.get("/networks/old").Body.String(); !strings.Contains(body, `href="/networks/heir"`) || !strings.Contains(body, "gibt es so nicht mehr") {
		t.Error("ended network does not lead to its successor")
	}
}

func TestProfileOfRealNetwork(t *testing.T) {
	b := realBed(t, nil)
	body := b.get("/networks/cyber-valley?lang=en").Body.String()
	m := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(body)
	if m == nil {
		t.Fatal("no JSON-LD")
	}
	var org struct {
		Context string `json:"@context"`
		Type    string `json:"@type"`
		Name    string `json:"name"`
	}
	if err := json.Unmarshal([]byte(m[1]), &org); err != nil || org.Context != "https://schema.org" || org.Type != "Organization" || !strings.HasPrefix(org.Name, "Cyber Valley") {
		t.Errorf("JSON-LD %+v, %v", org, err)
	}
	for _, want := range []string{`hreflang="de" href="https://lotse.example.org/networks/cyber-valley?lang=de"`, `lang="de"`, "Source:"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestOperatorTexts(t *testing.T) {
	texts := fstest.MapFS{
		"imprint.de.md": {Data: []byte("# Wir\n\n<script>alert(1)</script> [x](javascript:alert(1)) [y](https://example.org/a_b)\n")},
		"contact.txt":   {Data: []byte("info@example.org\n")},
	}
	f := &fake{}
	b := newBed(t, portal.Config{Searcher: f, Matcher: f, Texts: texts})
	body := b.get("/imprint").Body.String()
	for _, want := range []string{"<h1 lang=\"de\">Wir</h1>", "&lt;script&gt;", `<a href="https://example.org/a_b">y</a>`, "mailto:info@example.org?subject="} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in %s", want, body)
		}
	}
	if strings.Contains(body, `href="javascript:`) {
		t.Error("links to a script")
	}
	if en := b.get("/imprint?lang=en").Body.String(); !strings.Contains(en, `<h1 lang="de">Wir</h1>`) {
		t.Error("the English page hides the operator's German imprint")
	}
	if en := b.get("/privacy?lang=en").Body.String(); !strings.Contains(en, "has not provided") {
		t.Error("an unwritten page does not say so")
	}
	texts["contact.txt"] = &fstest.MapFile{Data: []byte("nobody")}
	if _, err := portal.New(portal.Config{Searcher: f, Matcher: f, Texts: texts}); err == nil {
		t.Error("takes a bad contact")
	}
	if _, err := portal.New(portal.Config{Searcher: f, Matcher: f, BaseURL: "lotse"}); err == nil {
		t.Error("takes a bad base address")
	}
}
