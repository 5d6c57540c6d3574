package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"clusterlotse/internal/api"
)

// TestInnerErrors holds every endpoint to telling the log and not the asker.
func TestInnerErrors(t *testing.T) {
	for _, request := range [][3]string{
		{"GET", "/api/v1/search?q=x", ""}, {"GET", "/api/v1/suggest?q=x", ""},
		{"GET", "/api/v1/networks/new/related", ""}, {"POST", "/api/v1/match", `{"text":"x"}`},
	} {
		var logs bytes.Buffer
		w := do(brokenRouter(t, &logs), request[0], request[1], request[2])
		var p api.Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatalf("%s: %v", request[1], err)
		}
		if w.Code != 500 || p.Status != 500 || p.Code != "internal" || p.Fix == "" {
			t.Errorf("%s: status %d, problem %+v", request[1], w.Code, p)
		}
		if got := w.Header().Get("Content-Type"); got != api.ProblemType {
			t.Errorf("%s: content type %q", request[1], got)
		}
		if strings.Contains(w.Body.String(), "secret") || !strings.Contains(logs.String(), "secret") {
			t.Errorf("%s: sent %s, logged %s", request[1], w.Body, &logs)
		}
	}
}

func TestRedirectOfEndedID(t *testing.T) {
	router := brokenRouter(t, &bytes.Buffer{})
	for target, location := range map[string]string{
		"/api/v1/networks/old":                 "/api/v1/networks/new",
		"/api/v1/networks/old?lang=en":         "/api/v1/networks/new?lang=en",
		"/api/v1/networks/old/related?limit=3": "/api/v1/networks/new/related?limit=3",
	} {
		w := do(router, "GET", target, "")
		if w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != location {
			t.Errorf("%s: status %d, location %q", target, w.Code, w.Header().Get("Location"))
		}
	}
	w := do(router, "GET", "/api/v1/networks/new", "")
	if w.Code != 200 || strings.Contains(w.Body.String(), "null") {
		t.Errorf("a bare network: status %d, %s", w.Code, w.Body)
	}
}

func TestProblemLanguage(t *testing.T) {
	router := brokenRouter(t, &bytes.Buffer{})
	for _, tc := range []struct{ target, accept, title string }{
		{"/api/v1/networks/none", "", "Nicht gefunden"},
		{"/api/v1/networks/none", "en-GB,en;q=0.9", "Not Found"},
		{"/api/v1/networks/none", "de-AT, en;q=0.5", "Nicht gefunden"},
		{"/api/v1/networks/none", "fr", "Nicht gefunden"},
		{"/api/v1/networks/none", strings.Repeat("-", 5000), "Nicht gefunden"},
		{"/api/v1/networks/none?lang=en", "de", "Not Found"},
		{"/api/v1/networks/none?lang=de", "en", "Nicht gefunden"},
		{"/api/v1/networks/none?lang=", "en", "Not Found"},
		{"/api/v1/networks/none?lang=fr", "en", "Bad Request"},
		{"/api/v1/networks/none?lang=%00", "", "Falsche Anfrage"},
	} {
		w := do(router, "GET", tc.target, "", "Accept-Language", tc.accept)
		if !strings.Contains(w.Body.String(), `"title":"`+tc.title+`"`) {
			t.Errorf("%s with %.20q: %s", tc.target, tc.accept, w.Body)
		}
	}
}

// TestProblemTexts finds problems that lack a text in one of the languages.
func TestProblemTexts(t *testing.T) {
	for _, status := range []int{301, 400, 404, 405, 406, 408, 413, 415, 418, 422, 429, 499, 500, 503} {
		for _, lang := range []string{"de", "en"} {
			p := api.NewProblem(status, "no such code", lang)
			if p.Title == "" || p.Detail == "" || p.Fix == "" || p.Status != status || p.Type == "" {
				t.Errorf("%d in %s: %+v", status, lang, p)
			}
		}
		if de, en := api.NewProblem(status, "x", "de"), api.NewProblem(status, "x", "en"); de.Detail == en.Detail || de.Fix == en.Fix {
			t.Errorf("%d says the same in both languages: %+v", status, de)
		}
	}
}
