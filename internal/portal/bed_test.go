package portal_test

import (
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/gin-gonic/gin"

	"clusterlotse/index/bleveindex"
	"clusterlotse/index/german"
	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// product is the real engine over the real data, made once.
var product = sync.OnceValues(func() (p struct {
	engine  *search.Engine
	matcher *match.Matcher
}, err error) {
	source := os.DirFS("../../data")
	words, err := german.LoadWords(source, "words")
	if err != nil {
		return p, err
	}
	analyzer := german.New(words)
	gazetteer, err := place.Load(source, "places")
	if err != nil {
		return p, err
	}
	concepts, err := vocabulary.Load(source, "vocabulary", analyzer)
	if err != nil {
		return p, err
	}
	networks, err := profile.Read(source, "networks")
	if err != nil {
		return p, err
	}
	ix, err := bleveindex.OpenMemory()
	if err != nil {
		return p, err
	}
	p.engine, _, err = search.New(context.Background(), search.Config{
		Index: ix, Networks: networks, Analyzer: analyzer, Vocabulary: concepts, Gazetteer: gazetteer,
	})
	if err != nil {
		return p, err
	}
	p.matcher = match.New(p.engine, analyzer, concepts, gazetteer)
	return p, nil
})

// bed is a portal behind a router.
type bed struct {
	t       *testing.T
	handler http.Handler
	portal  *portal.Portal
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
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	spec, err := os.ReadFile("../../docs/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	return newBed(t, portal.Config{
		Searcher: p.engine, Matcher: p.matcher, Texts: texts,
		Directory: p.engine, Places: os.DirFS("../../data/places"), OpenAPI: spec,
		Ranking: func(lang string) []portal.RankingRow {
			return []portal.RankingRow{{Name: "name " + lang, Text: "what it means", Value: 2.5}, {Name: "other", Value: 1}}
		},
		BaseURL: "https://lotse.example.org", DataDate: "2026", Version: "test",
	})
}

func (b *bed) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
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
