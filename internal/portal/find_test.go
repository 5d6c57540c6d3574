package portal_test

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"clusterlotse/internal/portal"
)

const testBase = "https://lotse.example.org"

// findBed serves the real data with all that finding needs.
func findBed(t *testing.T, change func(*portal.Config)) *bed {
	t.Helper()
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Config{Searcher: p.engine, Matcher: p.matcher, Directory: p.engine, Suggester: p.engine, BaseURL: testBase, DataDate: "2026"}
	if change != nil {
		change(&c)
	}
	return newBed(t, c)
}

// read gets a file, checks its type, and decodes its XML into out.
func (b *bed) read(target, mime string, out any) {
	b.t.Helper()
	w := b.get(target)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != mime+"; charset=utf-8" {
		b.t.Fatalf("%s: status %d, type %q", target, w.Code, w.Header().Get("Content-Type"))
	}
	if err := xml.Unmarshal(w.Body.Bytes(), out); err != nil {
		b.t.Fatalf("%s: %v", target, err)
	}
}

type sitemapFile struct {
	URLs []struct {
		Location string `xml:"loc"`
		Modified string `xml:"lastmod"`
		Links    []struct {
			Lang string `xml:"hreflang,attr"`
			URL  string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"url"`
}

// TestSitemap: every address answers, may be indexed, calls itself canonical,
// and names the same alternates as its page.
func TestSitemap(t *testing.T) {
	b := findBed(t, nil)
	var file sitemapFile
	b.read("/sitemap.xml", "application/xml", &file)
	seen := map[string]bool{}
	for _, u := range file.URLs {
		if seen[u.Location] {
			t.Errorf("%s stands twice", u.Location)
		}
		seen[u.Location] = true
		if u.Modified != "" {
			t.Errorf("%s: lastmod %s though nobody knows", u.Location, u.Modified)
		}
		if len(u.Links) != 3 {
			t.Errorf("%s: %d alternates", u.Location, len(u.Links))
		}
	}
	for _, want := range []string{"/?lang=de", "/networks/cyber-valley?lang=en", "/regions/stuttgart?lang=de", "/technologies/robotics?lang=en"} {
		if !seen[testBase+want] {
			t.Errorf("%s is missing", want)
		}
	}
	if len(file.URLs) < 600 {
		t.Errorf("only %d addresses", len(file.URLs))
	}
	for i := 0; i < len(file.URLs); i += 13 { // each page takes two places, so both languages come up
		u := file.URLs[i]
		robots, links := headOf(t, b, strings.TrimPrefix(u.Location, testBase))
		if robots != "" || links["canonical"] != u.Location {
			t.Errorf("%s: robots %q, canonical %q", u.Location, robots, links["canonical"])
		}
		for _, l := range u.Links {
			if links["alternate "+l.Lang] != l.URL {
				t.Errorf("%s: page says %q for %s, sitemap %q", u.Location, links["alternate "+l.Lang], l.Lang, l.URL)
			}
		}
	}
}

// reported is the way to report an error on a profile of a service without a
// mail address for that.
var reported = regexp.MustCompile(`<p><a href="/imprint\?lang=..">(Fehler in diesem Profil melden|Report an error)`)

// TestTitlesAreUnique: no two pages of a language that a search engine may show
// share a title or a description, though a technology and an industry may share a
// name; and every profile says where to report errors.
func TestTitlesAreUnique(t *testing.T) {
	b := findBed(t, nil)
	var file sitemapFile
	b.read("/sitemap.xml", "application/xml", &file)
	seen := map[string]string{}
	for _, u := range file.URLs {
		target := strings.TrimPrefix(u.Location, testBase)
		body := b.get(target).Body.String()
		for _, what := range []string{`<title>([^<]+)`, `name="description" content="([^"]+)`} {
			found := regexp.MustCompile(what).FindString(body)
			key := target[len(target)-len("lang=de"):] + found
			if first, taken := seen[key]; taken || found == "" {
				t.Errorf("%s and %s: %q", first, target, found)
			}
			seen[key] = target
		}
		if strings.HasPrefix(target, "/networks/") && !reported.MatchString(body) {
			t.Errorf("%s: no way to report an error", target)
		}
	}
}

// headOf returns what the page tells robots, and its links by rel and language.
func headOf(t *testing.T, b *bed, target string) (robots string, links map[string]string) {
	t.Helper()
	w := b.get(target)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: status %d", target, w.Code)
	}
	doc, err := html.Parse(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	links = map[string]string{}
	for n := range doc.Descendants() {
		switch {
		case n.Data == "meta" && attr(n, "name") == "robots":
			robots = attr(n, "content")
		case n.Data == "link":
			links[strings.TrimSpace(attr(n, "rel")+" "+attr(n, "hreflang"))] = attr(n, "href")
		}
	}
	return robots, links
}

func TestResultsAreNotIndexed(t *testing.T) {
	b := findBed(t, nil)
	for _, target := range []string{"/search", "/search?q=KI", "/compare?id=cyber-valley"} {
		if robots, links := headOf(t, b, target); robots != "noindex" || links["canonical"] != "" {
			t.Errorf("%s: robots %q, canonical %q", target, robots, links["canonical"])
		}
	}
	if body := b.get("/robots.txt").Body.String(); !strings.Contains(body, "Disallow: /search\n") || !strings.Contains(body, "Sitemap: "+testBase+"/sitemap.xml\n") {
		t.Errorf("robots.txt: %s", body)
	}
}

func TestOpenSearch(t *testing.T) {
	b := findBed(t, nil)
	var d struct {
		XMLName   xml.Name
		ShortName string
		URLs      []struct {
			Type     string `xml:"type,attr"`
			Template string `xml:"template,attr"`
		} `xml:"Url"`
	}
	b.read("/opensearch.xml?lang=en", "application/opensearchdescription+xml", &d)
	if d.XMLName.Space != "http://a9.com/-/spec/opensearch/1.1/" || d.ShortName == "" || len(d.ShortName) > 16 {
		t.Errorf("%+v", d)
	}
	for _, u := range d.URLs {
		target, ok := strings.CutPrefix(strings.ReplaceAll(u.Template, "{searchTerms}", url.QueryEscape("Medizin & mehr")), testBase)
		w := b.get(target)
		if got := w.Header().Get("Content-Type"); !ok || w.Code != http.StatusOK || !strings.HasPrefix(got, u.Type) {
			t.Errorf("%s: status %d, type %q", u.Template, w.Code, got)
		}
	}
	if len(d.URLs) != 4 {
		t.Errorf("%d addresses", len(d.URLs))
	}
}

func TestBrowserSuggestions(t *testing.T) {
	b := findBed(t, nil)
	for _, c := range []struct {
		query string
		some  bool
	}{{"Medizin", true}, {"med", true}, {"", false}, {"qqqzzz", false}, {`"</script>`, false}, {strings.Repeat("x", 600), false}} {
		w := b.get("/suggest.json?q=" + url.QueryEscape(c.query))
		var answer [2]json.RawMessage
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code != http.StatusOK {
			t.Fatalf("%q: status %d, %v, %s", c.query, w.Code, err, w.Body)
		}
		var query string
		var texts []string
		if err := json.Unmarshal(answer[0], &query); err != nil || query != c.query {
			t.Errorf("%q comes back as %q, %v", c.query, query, err)
		}
		if err := json.Unmarshal(answer[1], &texts); err != nil || texts == nil || (len(texts) > 0) != c.some || len(texts) > 8 || len(slices.Compact(slices.Sorted(slices.Values(texts)))) < len(texts) {
			t.Errorf("%q: %q, %v", c.query, texts, err)
		}
	}
}

// TestBase: without a configured address the one of the request is used, and a
// Host that would be more than a host is not.
func TestBase(t *testing.T) {
	b := findBed(t, func(c *portal.Config) { c.BaseURL = "" })
	for _, c := range []struct{ host, proto, want string }{
		{"lotse.example:8080", "", "http://lotse.example:8080/sitemap.xml"},
		{"lotse.example", "https", "https://lotse.example/sitemap.xml"},
		{"lotse.example", "javascript", "http://lotse.example/sitemap.xml"},
		{"evil/path?x=", "", "http://localhost/sitemap.xml"},
		{"user@evil", "", "http://localhost/sitemap.xml"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/robots.txt", nil)
		r.Host = c.host
		r.Header.Set("X-Forwarded-Proto", c.proto)
		if lines := strings.Fields(b.do(r).Body.String()); !slices.Contains(lines, c.want) {
			t.Errorf("%s: %s", c.host, lines[len(lines)-1])
		}
	}
}
