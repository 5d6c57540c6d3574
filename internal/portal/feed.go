package portal

import (
	"cmp"
	"encoding/xml"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

const atomMIME = "application/atom+xml; charset=utf-8"

// atomFeed is a feed after RFC 4287, with dates in Dublin Core.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	DC      string      `xml:"xmlns:dc,attr"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Rights  string      `xml:"rights"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	URL  string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Link       atomLink       `xml:"link"`
	Summary    string         `xml:"summary"`
	Categories []atomCategory `xml:"category"`
	// Date is how new the facts are, as exactly as known, or empty.
	Date string `xml:"dc:date,omitempty"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// feed holds all profiles, those changed last first.
func (p *Portal) feed(c *gin.Context) {
	lang, _ := chooseLanguage(c.Request)
	base, l := p.base(c.Request), p.locales[lang]
	feed := p.newFeed(lang, p.Directory.Networks(), base)
	feed.ID = tagURI(base, "networks")
	feed.Title = l.text("feed.title")
	feed.Links = []atomLink{
		{"self", "application/atom+xml", canonical(base, "/feed.atom", lang)},
		{"alternate", "text/html", canonical(base, "/search", lang)},
	}
	p.writeFeed(c, feed)
}

// searchFeed holds the networks that a search finds, the best search.MaxLimit
// of them, those changed last first. Whoever subscribes to it sees when
// something new fits.
func (p *Portal) searchFeed(c *gin.Context) {
	lang, _ := chooseLanguage(c.Request)
	values := c.Request.URL.Query()
	values.Set("lang", lang)
	request, err := search.ParseRequest(values)
	request.Offset, request.Limit = 0, search.MaxLimit
	var result *search.Result
	if err == nil {
		result, err = p.Searcher.Search(c.Request.Context(), request)
	}
	var problem *search.InputError
	if errors.As(err, &problem) {
		c.String(http.StatusBadRequest, "%s %s\n", problem.Problem, problem.Fix)
		return
	}
	if err != nil {
		p.fail(c, err)
		return
	}
	var found []*profile.Network
	for _, h := range result.Hits {
		found = append(found, h.Network)
	}
	base, asked := p.base(c.Request), feedValues(&request, lang)
	feed := p.newFeed(lang, found, base)
	feed.ID = tagURI(base, "search?"+asked.Encode())
	feed.Title = p.locales[lang].text("feed.title_search")
	if request.Query != "" {
		feed.Title = p.locales[lang].text("feed.title_search_for", request.Query)
	}
	feed.Links = []atomLink{
		{"self", "application/atom+xml", base + address("/search.atom", asked)},
		{"alternate", "text/html", base + address("/search", asked)},
	}
	p.writeFeed(c, feed)
}

// feedValues are the parameters of a search that outlive its pages.
func feedValues(r *search.Request, lang string) url.Values {
	all := *r
	all.Offset, all.Limit = 0, 0
	v := valuesOf(&all)
	v.Set("lang", lang)
	return v
}

func (p *Portal) writeFeed(c *gin.Context, feed atomFeed) {
	c.Header("Vary", "Accept-Language")
	p.writeXML(c, atomMIME, feed)
}

// newFeed makes the entries; what names the feed is the caller's.
func (p *Portal) newFeed(lang string, networks []*profile.Network, base string) atomFeed {
	l, last := p.locales[lang], yearOf(p.DataDate)
	networks = slices.Clone(networks)
	slices.SortStableFunc(networks, func(a, b *profile.Network) int {
		return cmp.Or(p.updated(b.ID).Compare(p.updated(a.ID)), cmp.Compare(newestDate(b, last), newestDate(a, last)))
	})
	feed := atomFeed{
		DC: "http://purl.org/dc/elements/1.1/", Lang: lang,
		Author: l.text("brand"), Rights: l.text("footer.licence"), Updated: instant(p.Released),
	}
	if len(networks) > 0 {
		feed.Updated = instant(p.updated(networks[0].ID))
	}
	for _, n := range networks {
		feed.Entries = append(feed.Entries, p.entry(lang, n, base))
	}
	return feed
}

func (p *Portal) entry(lang string, n *profile.Network, base string) atomEntry {
	e := atomEntry{
		ID: tagURI(base, "networks/"+n.ID), Title: n.Name, Updated: instant(p.updated(n.ID)),
		Link:    atomLink{"alternate", "text/html", canonical(base, "/networks/"+n.ID, lang)},
		Summary: n.Summary(lang), Date: newestDate(n, yearOf(p.DataDate)),
	}
	kind := string(n.Kind)
	e.Categories = append(e.Categories, atomCategory{kind, p.Searcher.Label("kind", kind, lang)})
	if n.Region != "" {
		e.Categories = append(e.Categories, atomCategory{n.Region, n.Region})
	}
	return e
}

func instant(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
