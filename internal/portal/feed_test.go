package portal_test

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"clusterlotse/internal/portal"
	"clusterlotse/internal/search"
)

// readFeed is a feed as a reader sees it.
type readFeed struct {
	XMLName xml.Name
	Lang    string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      string `xml:"id"`
	Title   string `xml:"title"`
	Updated string `xml:"updated"`
	Author  string `xml:"author>name"`
	Links   []struct {
		Rel string `xml:"rel,attr"`
		URL string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Summary string `xml:"summary"`
		Date    string `xml:"http://purl.org/dc/elements/1.1/ date"`
		Link    struct {
			URL string `xml:"href,attr"`
		} `xml:"link"`
	} `xml:"entry"`
}

var (
	released = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	w3cDate  = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
)

// check holds a feed to RFC 4287.
func (f *readFeed) check(t *testing.T, lang string) {
	t.Helper()
	if f.XMLName.Space != "http://www.w3.org/2005/Atom" || f.XMLName.Local != "feed" || f.Lang != lang || f.Title == "" || f.Author == "" || !strings.HasPrefix(f.ID, "tag:lotse.example.org,2026:") {
		t.Errorf("feed %v %q %q %q %q", f.XMLName, f.Lang, f.ID, f.Title, f.Author)
	}
	newest, ids := time.Time{}, map[string]bool{}
	for _, e := range f.Entries {
		at, err := time.Parse(time.RFC3339, e.Updated)
		if err != nil || e.Title == "" || e.Summary == "" || ids[e.ID] || !strings.HasPrefix(e.ID, "tag:lotse.example.org,2026:networks/") {
			t.Errorf("entry %+v: %v", e, err)
		}
		if e.Date != "" && !w3cDate.MatchString(e.Date) {
			t.Errorf("%s: date %q", e.ID, e.Date)
		}
		if !strings.HasPrefix(e.Link.URL, testBase+"/networks/") {
			t.Errorf("%s leads to %s", e.ID, e.Link.URL)
		}
		ids[e.ID] = true
		if at.After(newest) {
			newest = at
		}
	}
	if len(f.Entries) > 0 && f.Updated != newest.Format(time.RFC3339) {
		t.Errorf("feed updated %s, newest entry %s", f.Updated, newest)
	}
}

// TestFeed: all profiles; one known to be changed comes first, the others carry
// the day of publication and stand by the dates they name.
func TestFeed(t *testing.T) {
	changed := time.Date(2026, 4, 2, 10, 30, 0, 0, time.UTC)
	b := findBed(t, func(c *portal.Config) {
		c.Released = released
		c.Changed = func(id string) (time.Time, bool) { return changed, id == "cyber-valley" }
	})
	for _, lang := range []string{"de", "en"} {
		var f readFeed
		b.read("/feed.atom?lang="+lang, "application/atom+xml", &f)
		f.check(t, lang)
		if len(f.Entries) < 274 {
			t.Fatalf("%d entries", len(f.Entries))
		}
		if !strings.HasSuffix(f.Entries[0].ID, "networks/cyber-valley") || f.Entries[0].Updated != "2026-04-02T10:30:00Z" {
			t.Errorf("first entry %+v", f.Entries[0])
		}
		rest := f.Entries[1:]
		for i, e := range rest {
			if e.Updated != "2026-03-01T08:00:00Z" || i > 0 && rest[i-1].Date < e.Date {
				t.Errorf("%s: updated %s, dated %q after %q", e.ID, e.Updated, e.Date, rest[max(0, i-1)].Date)
			}
		}
	}
	var s sitemapFile
	b.read("/sitemap.xml", "application/xml", &s)
	for _, u := range s.URLs {
		if known := strings.Contains(u.Location, "/networks/cyber-valley?"); known != (u.Modified == "2026-04-02T10:30:00Z") {
			t.Errorf("%s: lastmod %q", u.Location, u.Modified)
		}
	}
}

// TestSearchFeed: the entries are the hits, and the id outlives page and order
// of the parameters.
func TestSearchFeed(t *testing.T) {
	b := findBed(t, func(c *portal.Config) { c.Released = released })
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	result, err := p.engine.Search(t.Context(), search.Request{Query: "Wasserstoff", Kinds: []string{"alliance"}, Lang: "de", Limit: search.MaxLimit})
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, h := range result.Hits {
		want = append(want, "tag:lotse.example.org,2026:networks/"+h.Network.ID)
	}
	var f, again readFeed
	b.read("/search.atom?q=Wasserstoff&kind=alliance&lang=de&offset=10&limit=1", "application/atom+xml", &f)
	b.read("/search.atom?lang=de&kind=alliance&q=Wasserstoff", "application/atom+xml", &again)
	f.check(t, "de")
	for _, e := range f.Entries {
		got = append(got, e.ID)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) || len(got) == 0 {
		t.Errorf("entries %v, hits %v", got, want)
	}
	if f.ID != again.ID || !strings.Contains(f.Title, "Wasserstoff") {
		t.Errorf("id %s or %s, title %s", f.ID, again.ID, f.Title)
	}
	var empty readFeed
	b.read("/search.atom?q=qqqzzzxxx&lang=en", "application/atom+xml", &empty)
	empty.check(t, "en")
	if len(empty.Entries) != 0 {
		t.Errorf("%d entries for nothing", len(empty.Entries))
	}
	if w := b.get("/search.atom?near=Atlantis"); w.Code != http.StatusBadRequest {
		t.Errorf("bad place: status %d", w.Code)
	}
}

// TestFeedEscapes: markup in texts and in what was asked stays text.
func TestFeedEscapes(t *testing.T) {
	b := evilBed(t)
	var f readFeed
	b.read("/search.atom?lang=de&q="+url.QueryEscape(evil), "application/atom+xml", &f)
	if !strings.Contains(f.Title, evil) || f.Entries[0].Title != evil || f.Entries[0].Summary != evil {
		t.Errorf("title %q, entry %+v", f.Title, f.Entries[0])
	}
}
