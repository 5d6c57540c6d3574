package portal

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
)

//go:embed templates
var templateFS embed.FS

var pageNames = []string{"home", "search", "network", "match", "matches", "text", "error"}

// pageSet holds the templates of all pages in one language.
type pageSet map[string]*template.Template

func loadTemplates(locales map[string]*locale) (map[string]pageSet, error) {
	sets := map[string]pageSet{}
	for lang, l := range locales {
		sets[lang] = pageSet{}
		for _, name := range pageNames {
			t, err := template.New(name).Funcs(template.FuncMap{"t": l.lookup, "tn": l.count}).
				ParseFS(templateFS, "templates/layout.html", "templates/parts.html", "templates/fields.html", "templates/"+name+".html")
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
	CSS, Icon  string
	Report     string
	DataDate   string
	Version    string
	Data       any

	locale   *locale
	explicit bool
}

// alternate is the same page in a language.
type alternate struct{ Lang, URL string }

// newPage fills in what all pages share.
func (p *Portal) newPage(c *gin.Context, section string) *page {
	lang, explicit := chooseLanguage(c.Request)
	pg := &page{
		Lang: lang, OtherLang: other(lang), Section: section,
		CSS: p.staticURL("site.css"), Icon: p.staticURL("icon.svg"),
		DataDate: p.DataDate, Version: p.Version,
		locale: p.locales[lang], explicit: explicit,
	}
	query := c.Request.URL.Query()
	for _, l := range languages {
		query.Set("lang", l)
		pg.Alternates = append(pg.Alternates, alternate{l, p.BaseURL + address(c.Request.URL.Path, query)})
	}
	if p.contact != "" {
		pg.Report = p.reportLink(pg, c.Request.URL.Path)
	}
	return pg
}

func other(lang string) string {
	if lang == languages[0] {
		return languages[1]
	}
	return languages[0]
}

// reportLink opens the asker's mail program with the page's name filled in.
func (p *Portal) reportLink(pg *page, path string) string {
	subject := pg.locale.text("report.subject", p.BaseURL+path)
	return "mailto:" + p.contact + "?subject=" + url.PathEscape(subject)
}

// Explicit reports whether the address names the language, so that forms and
// links hand it on; no cookie remembers it.
func (pg *page) Explicit() bool { return pg.explicit }

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
