package portal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// Searcher answers searches and knows the networks.
type Searcher interface {
	Search(ctx context.Context, r search.Request) (*search.Result, error)
	Network(id string) (n *profile.Network, redirect string, ok bool)
	Label(scheme, id, lang string) string
}

// Matcher finds networks for a company, networks alike, and what a network is
// found for.
type Matcher interface {
	Match(ctx context.Context, r match.Request) (*match.Outcome, error)
	Related(ctx context.Context, id, lang string, limit int) ([]match.Match, error)
	Experience(id string) (fitting, all int)
	Appearances(ctx context.Context, id, lang string) (found []match.Appearance, lacking []search.Concept, err error)
}

// Directory lists all networks and concepts, for the pages that count them.
type Directory interface {
	Networks() []*profile.Network
	Seat(n *profile.Network) (place.Place, bool)
	Vocabulary() *vocabulary.Vocabulary
}

// Config is all that a Portal needs. Searcher and Matcher are required.
type Config struct {
	Searcher Searcher
	Matcher  Matcher
	// Directory serves the pages by concept and region, and those that count
	// networks; nil leaves these pages out.
	Directory Directory
	// Places holds regionen-bw.geojson, the outlines of the regions for the map;
	// nil leaves the map out.
	Places fs.FS
	// Ranking lists the weights in force with their explanation in the language;
	// nil leaves the table out of the page that explains the order.
	Ranking func(lang string) []RankingRow
	// OpenAPI is the description of the JSON interface; its page is left out when
	// this is empty.
	OpenAPI []byte
	// Texts holds the operator's pages (about.de.md, imprint.de.md, …, the same
	// with .en.md) and contact.txt, the mail address for reports of errors. A
	// file that is missing, or nil, leaves the page that comes with the program,
	// and no address.
	Texts fs.FS
	// BaseURL is the public address, such as https://lotse.example.org, for
	// links that must be absolute; links stay relative when it is empty.
	BaseURL string
	// DataDate says how new the profiles are, in words.
	DataDate string
	// Version is the program's, RankingVersion that of the numbers that order
	// matches; empty ones are not shown.
	Version, RankingVersion string
	// Suggester serves the suggestions of a browser's own search box; nil leaves
	// them out.
	Suggester Suggester
	// Embed makes the search box for other websites from the parameters of its
	// page; the search fields of these pages use its script as well. nil leaves
	// the page out, and the fields without suggestions.
	Embed func(base string, values url.Values) EmbedBox
	// Changed says when the record of that id was last changed, for sitemap and
	// feeds; ok is false where nobody knows. It may be nil.
	Changed func(id string) (at time.Time, ok bool)
	// Released is when this set of profiles was published, the date that records
	// without a known change carry in feeds. Zero stands for the moment of New,
	// from which on this service published them.
	Released time.Time
}

// Portal serves the pages. It is safe for concurrent use.
type Portal struct {
	Config
	locales map[string]*locale
	pages   map[string]pageSet
	files   map[string]staticFile
	texts   map[string]text
	contact string
	regions []regionShape
	apiDoc  *apiDocument
	// boxScript is the path of the search box's script, empty without a box.
	boxScript string
}

// New reads templates, locales and the operator's texts. An error names what is
// missing or cannot be read.
func New(c Config) (*Portal, error) {
	if c.Searcher == nil || c.Matcher == nil {
		return nil, errors.New("portal: needs a Searcher and a Matcher")
	}
	p := &Portal{Config: c}
	if p.Released.IsZero() {
		p.Released = time.Now()
	}
	var err error
	if p.BaseURL, err = checkBaseURL(c.BaseURL); err != nil {
		return nil, err
	}
	if p.locales, err = loadLocales(); err != nil {
		return nil, err
	}
	if p.files, err = loadStatic(); err != nil {
		return nil, err
	}
	if p.pages, err = loadTemplates(p.locales); err != nil {
		return nil, err
	}
	if p.texts, err = loadTexts(c.Texts); err != nil {
		return nil, err
	}
	if p.contact, err = loadContact(c.Texts); err != nil {
		return nil, err
	}
	if p.regions, err = loadMap(c.Places); err != nil {
		return nil, err
	}
	if c.Embed != nil {
		p.boxScript = c.Embed(p.BaseURL, url.Values{}).Script
	}
	p.apiDoc, err = readOpenAPI(c.OpenAPI)
	return p, err
}

func checkBaseURL(base string) (string, error) {
	base = strings.TrimRight(base, "/")
	if base == "" {
		return "", nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" {
		return "", fmt.Errorf("portal: %q is no base address; write one such as https://lotse.example.org", base)
	}
	return base, nil
}

// Mount adds all pages and static files to r.
func (p *Portal) Mount(r gin.IRouter) {
	get := func(path string, h gin.HandlerFunc) {
		r.GET(path, h)
		r.HEAD(path, h)
	}
	get("/", p.home)
	get("/search", p.search)
	get("/networks/:id", p.network)
	get("/networks/:id/appearances", p.appearances)
	get("/match", p.matchForm)
	r.POST("/match", p.match)
	for _, name := range textNames {
		get("/"+name, p.textPage(name))
	}
	get("/compare", p.compare)
	r.POST("/compare", p.compareChosen)
	get("/ranking", p.ranking)
	get("/founders", p.founders)
	if p.Directory != nil {
		p.mountDirectory(get)
	}
	if p.apiDoc != nil {
		get("/api", p.apiPage)
	}
	if p.Embed != nil {
		get("/embed", p.embedPage)
	}
	p.mountFinding(get)
	get("/static/:hash/:file", p.static)
}

// mountDirectory adds the pages that need all networks or concepts.
func (p *Portal) mountDirectory(get func(string, gin.HandlerFunc)) {
	for _, s := range conceptSections {
		get("/"+s.path, p.conceptIndex(s))
		get("/"+s.path+"/:id", p.conceptPage(s))
	}
	get("/regions", p.regionIndex)
	get("/regions/:id", p.regionPage)
	get("/data", p.dataPage)
}

// Error answers with the page for that status. It is the last handler's doing:
// what was written before must be nothing.
func (p *Portal) Error(c *gin.Context, status int) {
	pg := p.newPage(c, "")
	key := fmt.Sprintf("error.%d", status)
	if !pg.locale.has(key + ".title") {
		key = "error.other"
	}
	pg.NoIndex = true
	pg.Title = pg.locale.text(key + ".title")
	pg.Data = errorView{Title: pg.Title, Help: pg.locale.text(key + ".help"), Status: status}
	p.render(c, status, "error", pg)
}

type errorView struct {
	Title, Help string
	Status      int
}

// fail notes an inner error for the log and shows the page for it; what went
// wrong inside is never sent.
func (p *Portal) fail(c *gin.Context, err error) {
	_ = c.Error(err)
	p.Error(c, http.StatusInternalServerError)
}
