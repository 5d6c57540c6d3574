package api_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"clusterlotse/internal/api"
	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"

	"github.com/gin-gonic/gin"
)

// broken fails at everything, with a text that nobody outside may read, and
// redirects the id "old". It stands in for an index that is gone.
type broken struct{}

var errSecret = errors.New("disk /secret/path is on fire")

func (broken) Search(context.Context, search.Request) (*search.Result, error) { return nil, errSecret }
func (broken) SuggestWithin(context.Context, search.Request) ([]search.Suggestion, error) {
	return nil, errSecret
}
func (broken) Label(string, string, string) string                          { return "" }
func (broken) Seat(*profile.Network) (place.Place, bool)                    { return place.Place{}, false }
func (broken) Match(context.Context, match.Request) (*match.Outcome, error) { return nil, errSecret }
func (broken) Related(context.Context, string, string, int) ([]match.Match, error) {
	return nil, errSecret
}
func (broken) Network(id string) (*profile.Network, string, bool) {
	switch id {
	case "old":
		return nil, "new", true
	case "new":
		return &profile.Network{ID: "new", Name: "Neu"}, "", true
	}
	return nil, "", false
}

// brokenRouter serves the API over broken and logs to logs.
func brokenRouter(t *testing.T, logs io.Writer) http.Handler {
	t.Helper()
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	err := api.Mount(router, api.Config{Searcher: broken{}, Matcher: broken{}, Logger: slog.New(slog.NewTextHandler(logs, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return router
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
