package server_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/server"
)

// real is the server over the embedded data, made once.
var real struct {
	sync.Once
	*server.Server
}

func realServer(t *testing.T) *server.Server {
	t.Helper()
	p := realdata.Load(t)
	real.Do(func() {
		var err error
		real.Server, err = server.New(server.Config{
			Searcher: p.Engine, Matcher: match.New(p.Networks, p.Analyzer, p.Vocabulary, p.Gazetteer),
			Networks: len(p.Networks), Logger: slog.New(slog.DiscardHandler),
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	return real.Server
}

// send sends a request and returns the answer. headers are pairs.
func send(h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/", strings.NewReader(body))
	u, query, _ := strings.Cut(target, "?")
	r.URL.Path, r.URL.RawQuery, r.RequestURI = u, query, target
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// object is any JSON object.
type object = map[string]any

// fetch sends a request that must succeed and returns the answer.
func fetch(t *testing.T, method, target, body string) object {
	t.Helper()
	w := send(realServer(t), method, target, body)
	if w.Code != 200 {
		t.Fatalf("%s %s: %d %s", method, target, w.Code, w.Body)
	}
	if got := w.Header().Get("Content-Type"); !strings.HasPrefix(got, "application/json") {
		t.Errorf("%s: content type %q", target, got)
	}
	var o object
	if err := json.Unmarshal(w.Body.Bytes(), &o); err != nil {
		t.Fatalf("%s: %v", target, err)
	}
	if path := findNull("", o); path != "" {
		t.Errorf("%s: %s is null", target, path)
	}
	return o
}

// findNull returns the path of the first null in a value, or "".
func findNull(path string, v any) string {
	switch v := v.(type) {
	case nil:
		return path
	case object:
		for key, value := range v {
			if found := findNull(path+"."+key, value); found != "" {
				return found
			}
		}
	case []any:
		for i, value := range v {
			if found := findNull(fmt.Sprintf("%s[%d]", path, i), value); found != "" {
				return found
			}
		}
	}
	return ""
}
