package portal_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// addresses are one of each page over the real data.
var addresses = []string{
	"/", "/search", "/search?q=Wasserstoff", "/search?q=wasserstof+Freibrug&kind=alliance",
	"/search?q=KI&near=Freiburg&radius_km=50", "/search?q=qqqzzzxxx", "/search?offset=50",
	"/networks/cyber-valley", "/networks/3h2-initiative", "/match", "/match?text=Wir+fräsen",
	"/about", "/imprint", "/privacy", "/accessibility", "/leichte-sprache", "/no-such-page",
	"/regions", "/regions/stuttgart", "/technologies", "/technologies/robotics", "/industries", "/needs",
	"/search?region=stuttgart", "/founders", "/founders?phase=idea&place=Mannheim&text=Medizintechnik&need=mentoring",
	"/compare", "/compare?id=cyber-valley&id=medicalmountains&id=nope",
	"/compare?id=cyber-valley&id=medicalmountains&id=bwcon&id=biopro-bw&id=nxtgn&diff=1",
	"/ranking", "/data", "/api",
	"/embed", "/embed?mode=match&box_lang=en&region=stuttgart&accent=%23aa0055&theme=dark", "/embed?mode=founders",
	"/networks/cyber-valley/appearances",
}

// TestPages holds every page in both languages to what all pages share.
func TestPages(t *testing.T) {
	b := realBed(t, nil)
	for _, target := range addresses {
		for _, lang := range []string{"de", "en"} {
			t.Run(lang+target, func(t *testing.T) {
				u, _ := url.Parse(target)
				q := u.Query()
				q.Set("lang", lang)
				u.RawQuery = q.Encode()
				w := b.get(u.String())
				want := http.StatusOK
				if target == "/no-such-page" {
					want = http.StatusNotFound
				}
				if w.Code != want {
					t.Fatalf("status %d, want %d", w.Code, want)
				}
				checkPage(t, w, lang)
			})
		}
	}
}

func TestMatchPages(t *testing.T) {
	b := realBed(t, nil)
	for name, form := range map[string]url.Values{
		"fits":     {"text": {"Wir fräsen Präzisionsteile für die Medizintechnik in Tuttlingen"}, "size": {"10-49"}},
		"abstains": {"text": {"qqqzzz"}},
		"place":    {"text": {"Wasserstoff"}, "place": {"Freiburg"}, "phase": {"seed"}},
	} {
		for _, lang := range []string{"de", "en"} {
			t.Run(name+" "+lang, func(t *testing.T) {
				form.Set("lang", lang)
				w := b.post("/match", form)
				if w.Code != http.StatusOK {
					t.Fatalf("status %d", w.Code)
				}
				if got := w.Header().Get("Cache-Control"); got != "no-store" {
					t.Errorf("Cache-Control %q", got)
				}
				checkPage(t, w, lang)
			})
		}
	}
	if w := b.post("/match", url.Values{}); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `role="alert"`) {
		t.Errorf("empty form: status %d", w.Code)
	}
	if w := b.post("/match", url.Values{"place": {"Atlantis<b>"}}); w.Code != http.StatusBadRequest {
		t.Errorf("unknown place: status %d", w.Code)
	}
	if w := b.post("/match", url.Values{"text": {strings.Repeat("x", 600<<10)}}); w.Code != http.StatusBadRequest {
		t.Errorf("huge form: status %d", w.Code)
	}
}

var inlineStyle = regexp.MustCompile(`(?i)<style|\sstyle=|\son[a-z]+=|javascript:`)

// checkPage checks language, landmarks, headings, ids, labels, links that are
// handed the language, and that nothing is loaded from another host.
func checkPage(t *testing.T, w *httptest.ResponseRecorder, lang string) {
	t.Helper()
	body := w.Body.String()
	if w.Header().Get("Set-Cookie") != "" {
		t.Error("sets a cookie")
	}
	if w.Header().Get("Content-Language") != lang {
		t.Errorf("Content-Language %q", w.Header().Get("Content-Language"))
	}
	if found := inlineStyle.FindString(body); found != "" {
		t.Errorf("has %q, which the policy forbids", found)
	}
	if strings.Contains(body, "ZgotmplZ") || strings.Contains(body, "%!") {
		t.Error("has a value that the template refused or a text with a wrong argument")
	}
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	p := inspect(t, doc)
	if p.lang != lang {
		t.Errorf("html lang=%q", p.lang)
	}
	for _, tag := range []string{"h1", "main", "title"} {
		if p.tags[tag] != 1 {
			t.Errorf("%d <%s>", p.tags[tag], tag)
		}
	}
	for id, label := range p.controls {
		if !p.labels[id] {
			t.Errorf("control %s %s has no label", id, label)
		}
	}
	for _, link := range p.links {
		if strings.HasPrefix(link, "/") && !strings.HasPrefix(link, "/static/") && !strings.Contains(link, "lang=") && !strings.HasPrefix(link, "/api/v1/") {
			t.Errorf("link %s loses the language", link)
		}
	}
}
