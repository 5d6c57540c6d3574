package portal_test

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/match"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/search"
	"clusterlotse/internal/widget"
)

// product is the real engine over the real data, made once.
var product = sync.OnceValues(func() (p struct {
	engine  *search.Engine
	matcher *match.Matcher
}, err error) {
	parts, err := realdata.Read()
	if err != nil {
		return p, err
	}
	p.engine, p.matcher = parts.Engine, match.New(parts.Networks, parts.Analyzer, parts.Vocabulary, parts.Gazetteer)
	return p, nil
})

// bed is a portal behind a router.
type bed struct {
	t      *testing.T
	router *gin.Engine
	portal *portal.Portal
}

func newBed(t *testing.T, c portal.Config) *bed {
	t.Helper()
	gin.SetMode(gin.TestMode)
	p, err := portal.New(c)
	if err != nil {
		t.Fatal(err)
	}
	r := gin.New()
	r.NoRoute(func(c *gin.Context) { p.Error(c, http.StatusNotFound) })
	p.Mount(r)
	return &bed{t, r, p}
}

// realBed serves the real data.
func realBed(t *testing.T, texts fs.FS) *bed {
	t.Helper()
	c, box, err := realConfig()
	if err != nil {
		t.Fatal(err)
	}
	c.Texts, c.BaseURL = texts, "https://lotse.example.org"
	b := newBed(t, c)
	box.Mount(b.router)
	return b
}

// realConfig is a portal with all its parts over the real data, and the box that
// it shows.
func realConfig() (portal.Config, *widget.Widget, error) {
	p, err := product()
	if err != nil {
		return portal.Config{}, nil, err
	}
	spec, err := os.ReadFile("../../docs/openapi.json")
	if err != nil {
		return portal.Config{}, nil, err
	}
	box, err := widget.New(widget.Config{})
	return portal.Config{
		Searcher: p.engine, Matcher: p.matcher, Directory: p.engine, Suggester: p.engine,
		Places: os.DirFS("../../data/places"), OpenAPI: spec, DataDate: "2026", Version: "test",
		Ranking: func(lang string) []portal.RankingRow {
			return []portal.RankingRow{{Name: "name " + lang, Text: "what it means", Value: 2.5}, {Name: "other", Value: 1}}
		},
		Embed: func(base string, v url.Values) portal.EmbedBox {
			o, at := widget.ParseOptions(v), box.At(base)
			return portal.EmbedBox{Script: widget.ScriptPath, Element: o.Element(), Style: o.Style(), Snippet: at.Snippet(o), Frame: at.FrameSnippet(o), FrameURL: o.FrameAddress()}
		},
	}, box, err
}

func (b *bed) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	b.router.ServeHTTP(w, r)
	return w
}

func (b *bed) get(target string) *httptest.ResponseRecorder {
	b.t.Helper()
	return b.do(httptest.NewRequest(http.MethodGet, target, nil))
}

func (b *bed) post(target string, form url.Values) *httptest.ResponseRecorder {
	b.t.Helper()
	r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.do(r)
}
