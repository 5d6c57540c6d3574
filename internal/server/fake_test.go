package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"

	"github.com/gin-gonic/gin"
)

// fake does what a test tells it, to force errors and panics.
type fake struct {
	do func() error
}

func (f fake) Search(context.Context, search.Request) (*search.Result, error) {
	return &search.Result{}, f.do()
}
func (f fake) SuggestWithin(context.Context, search.Request) ([]search.Suggestion, error) {
	return nil, f.do()
}
func (fake) Network(string) (*profile.Network, string, bool) { return nil, "", false }
func (fake) Label(string, string, string) string             { return "" }
func (fake) Seat(*profile.Network) (place.Place, bool)       { return place.Place{}, false }
func (fake) Match(context.Context, match.Request) (*match.Outcome, error) {
	return &match.Outcome{}, nil
}
func (fake) Related(context.Context, string, string, int) ([]match.Match, error) { return nil, nil }

func works() error  { return nil }
func fails() error  { return errors.New("secret inner text") }
func panics() error { panic("secret inner text") }

// pages is a portal with one good page, one that panics and one that notes an
// error.
type pages struct{}

func (pages) Mount(r gin.IRouter) {
	r.GET("/", func(c *gin.Context) { c.String(http.StatusOK, strings.Repeat("Seite ", 1000)) })
	r.GET("/panic", func(*gin.Context) { panic("secret inner text") })
	r.GET("/late", func(c *gin.Context) { c.String(http.StatusOK, "halb"); panic("secret inner text") })
	r.GET("/noted", func(c *gin.Context) { _ = c.Error(fails()); c.String(http.StatusOK, "x") })
	r.GET("/static/:file", func(c *gin.Context) { c.String(http.StatusOK, "x") })
	r.POST("/form", func(c *gin.Context) {
		if _, err := io.ReadAll(c.Request.Body); err != nil {
			c.String(http.StatusRequestEntityTooLarge, "x")
		}
	})
}

func (pages) Error(c *gin.Context, status int) { c.String(status, "Fehlerseite") }

// logBuffer collects the log of several goroutines.
type logBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// fakeServer is a Server over a fake, and its log.
func fakeServer(t *testing.T, do func() error, rateLimit float64) (*Server, *logBuffer) {
	t.Helper()
	logs := &logBuffer{}
	s, err := New(Config{
		Searcher: fake{do}, Matcher: fake{do}, Portal: pages{}, RateLimit: rateLimit, Networks: 3,
		Logger: slog.New(slog.NewTextHandler(logs, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, logs
}

// do sends a request and returns the answer. headers are pairs.
func do(h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
