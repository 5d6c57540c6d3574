package portal

import (
	"context"
	"encoding/xml"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/search"
)

// sitemapLimit is how many addresses the protocol allows in one file.
const sitemapLimit = 50_000

// urlSet is a file of the sitemap protocol with the alternates by language.
type urlSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Location string `xml:"loc"`
	// Modified is empty where nobody knows when the page changed.
	Modified   string        `xml:"lastmod,omitempty"`
	Alternates []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	URL  string `xml:"href,attr"`
}

// sitemapIndex lists the parts of a sitemap that is too long for one file.
type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []sitemapURL `xml:"sitemap"`
}

// indexable is a page that may be found, and when it changed, as far as known.
type indexable struct {
	path    string
	changed time.Time
}

func (p *Portal) sitemap(c *gin.Context) {
	pages, err := p.indexable(c.Request.Context())
	if err != nil {
		p.fail(c, err)
		return
	}
	file := sitemapFile(p.base(c.Request), pages, c.Query("part"), sitemapLimit)
	if file == nil {
		p.Error(c, http.StatusNotFound)
		return
	}
	p.writeXML(c, "application/xml; charset=utf-8", file)
}

// sitemapFile is the set of all pages in all languages, or when there are more
// than limit, the index of its parts and each part under its number from 1. It
// is nil for a part that there is not.
func sitemapFile(base string, pages []indexable, part string, limit int) any {
	size := limit / len(languages) // pages in a part
	parts := slices.Collect(slices.Chunk(pages, size))
	if part == "" && len(parts) > 1 {
		var index sitemapIndex
		for i := range parts {
			index.Parts = append(index.Parts, sitemapURL{Location: base + "/sitemap.xml?part=" + strconv.Itoa(i+1)})
		}
		return index
	}
	number := 1
	if part != "" {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > len(parts) {
			return nil
		}
		number = n
	}
	set := urlSet{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, page := range parts[number-1] {
		set.URLs = append(set.URLs, inAllLanguages(base, page)...)
	}
	return set
}

func inAllLanguages(base string, page indexable) []sitemapURL {
	var links []sitemapLink
	for _, lang := range languages {
		links = append(links, sitemapLink{"alternate", lang, canonical(base, page.path, lang)})
	}
	links = append(links, sitemapLink{"alternate", "x-default", base + address(page.path, nil)})
	modified := ""
	if !page.changed.IsZero() {
		modified = page.changed.UTC().Format(time.RFC3339)
	}
	var urls []sitemapURL
	for _, lang := range languages {
		urls = append(urls, sitemapURL{canonical(base, page.path, lang), modified, links})
	}
	return urls
}

// indexable lists the pages that a search engine may show: all but results and
// answers.
func (p *Portal) indexable(ctx context.Context) ([]indexable, error) {
	var pages []indexable
	add := func(paths ...string) {
		for _, path := range paths {
			pages = append(pages, indexable{path: path})
		}
	}
	add("/", "/match", "/founders", "/ranking")
	for _, name := range textNames {
		add("/" + name)
	}
	if p.apiDoc != nil {
		add("/api")
	}
	if p.Embed != nil {
		add("/embed")
	}
	if p.Directory == nil {
		return pages, nil
	}
	add("/data", "/regions")
	everything, err := p.Searcher.Search(ctx, search.Request{Lang: languages[0], Limit: 1})
	if err != nil {
		return nil, err
	}
	for _, b := range buckets(everything, "region") {
		add("/regions/" + b.Value)
	}
	for _, s := range conceptSections {
		add("/" + s.path)
		for _, b := range buckets(everything, s.filter) {
			add("/" + s.path + "/" + b.Value)
		}
	}
	for _, n := range p.Directory.Networks() {
		pages = append(pages, indexable{"/networks/" + n.ID, p.changed(n.ID)})
	}
	return pages, nil
}

// robots keeps crawlers from the endless searches; everything else is open.
func (p *Portal) robots(c *gin.Context) {
	c.Header("Cache-Control", cacheHour)
	c.String(http.StatusOK, "User-agent: *\nDisallow: /search\nDisallow: /suggest.json\nDisallow: /compare\nDisallow: /api/\n\nSitemap: "+
		p.base(c.Request)+"/sitemap.xml\n")
}
