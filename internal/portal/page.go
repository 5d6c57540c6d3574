package portal

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

//go:embed templates
var templateFS embed.FS

var pageNames = []string{"home", "search", "network", "match", "matches", "text", "error",
	"regions", "region", "concepts", "concept", "founders", "compare", "ranking", "data", "api",
	"embed", "appearances"}

// sharedTemplates are parsed with every page.
var sharedTemplates = []string{"layout", "parts", "fields", "hit", "map"}

// pageSet holds the templates of all pages in one language.
type pageSet map[string]*template.Template

func loadTemplates(locales map[string]*locale) (map[string]pageSet, error) {
	sets := map[string]pageSet{}
	for lang, l := range locales {
		sets[lang] = pageSet{}
		for _, name := range pageNames {
			var files []string
			for _, file := range append(slices.Clone(sharedTemplates), name) {
				files = append(files, "templates/"+file+".html")
			}
			t, err := template.New(name).Funcs(template.FuncMap{"t": l.lookup, "tn": l.count, "seen": l.seen}).ParseFS(templateFS, files...)
			if err != nil {
				return nil, fmt.Errorf("portal: %w", err)
			}
			sets[lang][name] = t
		}
	}
	return sets, nil
}

// page is what every template gets; Data is the view of the page itself.
type page struct {
	Lang, OtherLang string
	Title           string
	// Section is the entry of the navigation that the page belongs to.
	Section    string
	Alternates []alternate
	NoIndex    bool
	// Canonical is the address that search engines are to know the page by.
	Canonical string
	// Feed is the feed of what the page shows, with its title; nil for none.
	Feed *link
	// JSONLD states for machines what the page shows.
	JSONLD        []any
	CSS, Icon, JS string
	// Report is where errors are reported, a mail or a page.
	Report   string
	DataDate string
	Version  string
	// Browse and API say which pages there are.
	Browse, API bool
	// BoxScript is the path of the search box's script, which makes the fields of
	// these pages suggest; empty without one.
	BoxScript string
	// Back is this page's address within the portal, for what leads away from it and
	// back; empty when no address gives the page again.
	Back string
	Data any

	locale   *locale
	explicit bool
	// base and path are the parts of the address.
	base, path string
}

// alternate is the same page in a language.
type alternate struct{ Lang, URL string }

// newPage fills in what all pages share.
func (p *Portal) newPage(c *gin.Context, section string) *page {
	lang, explicit := chooseLanguage(c.Request)
	pg := &page{
		Lang: lang, OtherLang: other(lang), Section: section,
		CSS: p.staticURL("site.css"), Icon: p.staticURL("icon.svg"), JS: p.staticURL("site.js"),
		DataDate: p.DataDate, Version: p.Version,
		Browse: p.Directory != nil, API: p.apiDoc != nil, BoxScript: p.boxScript,
		locale: p.locales[lang], explicit: explicit,
		base: p.base(c.Request), path: c.Request.URL.Path,
	}
	if c.Request.Method != http.MethodPost {
		pg.Back = c.Request.URL.RequestURI()
	}
	query := c.Request.URL.Query()
	for _, l := range languages {
		query.Set("lang", l)
		pg.Alternates = append(pg.Alternates, alternate{l, pg.base + address(pg.path, query)})
	}
	query.Del("lang")
	pg.Alternates = append(pg.Alternates, alternate{"x-default", pg.base + address(pg.path, query)})
	pg.Canonical = canonical(pg.base, pg.path, lang)
	if p.Directory != nil {
		pg.Feed = &link{pg.locale.text("feed.title"), pg.Link("/feed.atom")}
	}
	return pg
}

func other(lang string) string {
	if lang == languages[0] {
		return languages[1]
	}
	return languages[0]
}

// reportLink opens the asker's mail program with the page's name filled in. Where
// the operator named no address for that, it leads to who answers for the pages.
func (p *Portal) reportLink(pg *page) string {
	if p.contact == "" {
		return pg.Link("/imprint")
	}
	subject := pg.locale.text("report.subject", p.BaseURL+pg.path)
	return "mailto:" + p.contact + "?subject=" + url.PathEscape(subject)
}

// Explicit reports whether the address names the language, so that forms and
// links hand it on; no cookie remembers it.
func (pg *page) Explicit() bool { return pg.explicit }

// Base is the public address of the service, without a slash at its end.
func (pg *page) Base() string { return pg.base }

// Switch is this page's address in the other language.
func (pg *page) Switch() string {
	for _, a := range pg.Alternates {
		if a.Lang == pg.OtherLang {
			return relative(a.URL)
		}
	}
	return "/"
}

func relative(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "/"
	}
	return u.RequestURI()
}

// Link is an address within the portal with parameters given as names and
// values in turn.
func (pg *page) Link(path string, pairs ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return pg.link(path, v)
}

// link hands the language on when it was chosen, and leaves it to the browser
// when it was not.
func (pg *page) link(path string, v url.Values) string {
	v.Del("lang")
	if pg.explicit {
		v.Set("lang", pg.Lang)
	}
	return address(path, v)
}

func address(path string, v url.Values) string {
	path = (&url.URL{Path: path}).EscapedPath()
	if strings.HasPrefix(path, "//") { // would name a host
		path = "/"
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// render writes a page, or nothing of it when its template fails.
func (p *Portal) render(c *gin.Context, status int, name string, pg *page) {
	pg.JSONLD, pg.Report = p.describe(pg), p.reportLink(pg)
	var b bytes.Buffer
	if err := p.pages[pg.Lang][name].ExecuteTemplate(&b, "layout", pg); err != nil {
		_ = c.Error(fmt.Errorf("portal: %w", err))
		c.String(http.StatusInternalServerError, pg.locale.text("error.500.title"))
		return
	}
	h := c.Writer.Header()
	h.Set("Content-Language", pg.Lang)
	h.Add("Vary", "Accept-Language")
	c.Data(status, "text/html; charset=utf-8", b.Bytes())
}
