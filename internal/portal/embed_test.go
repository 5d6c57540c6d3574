package portal_test

import (
	"html/template"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"clusterlotse/internal/portal"
)

// boxBed serves the portal with a box that shows what it was asked for.
func boxBed(t *testing.T) (*bed, *url.Values) {
	t.Helper()
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	var asked url.Values
	b := newBed(t, portal.Config{
		Searcher: p.engine, Matcher: p.matcher, BaseURL: "https://lotse.example.org",
		Embed: func(base string, v url.Values) portal.EmbedBox {
			asked = v
			return portal.EmbedBox{
				Script: "/embed/v1/cluster-search.js", Element: template.HTML("<cluster-search></cluster-search>"),
				Snippet: "<script src=\"" + base + "\"></script>", Frame: "<iframe src=\"" + base + "\"></iframe>", FrameURL: "/embed/v1/box?",
			}
		},
	})
	return b, &asked
}

// TestEmbedPage: the page hands the choices on, shows them as chosen, loads the
// script from its own host, and shows the lines as text.
func TestEmbedPage(t *testing.T) {
	b, asked := boxBed(t)
	for _, lang := range []string{"de", "en"} {
		w := b.get("/embed?lang=" + lang + "&box_lang=en&mode=founders&region=stuttgart&kind=nonsense&limit=10&accent=%23aa0055")
		checkPage(t, w, lang)
		if got := *asked; got.Get("lang") != "en" || got.Get("region") != "stuttgart" || got.Get("kind") != "" || got.Get("accent") != "#aa0055" {
			t.Errorf("the box was asked for %v", got)
		}
		body := w.Body.String()
		for _, want := range []string{`<option value="founders" selected`, `<option value="stuttgart" selected`, `<option value="10" selected`,
			`<script src="/embed/v1/cluster-search.js"></script>`, "&lt;script src=&#34;https://lotse.example.org", "script-src https://lotse.example.org"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s", lang, want)
			}
		}
	}
	if w := newBed(t, portal.Config{Searcher: &fake{}, Matcher: &fake{}}).get("/embed"); w.Code != 404 {
		t.Errorf("without a box: %d", w.Code)
	}
}

func TestEmbedPageShowsHTMLAsText(t *testing.T) {
	b, _ := boxBed(t)
	q := url.QueryEscape(evil)
	w := b.get("/embed?label=" + q + "&placeholder=" + q + "&accent=" + q + "&mode=" + q + "&region=" + q + "&box_lang=" + q)
	doc, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "script" && attr(n, "src") == "" && attr(n, "type") == "" || attr(n, "onerror") != "" || attr(n, "style") != "" {
			t.Errorf("markup got through: %s %v", n.Data, n.Attr)
		}
	}
}
