package server

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"

	"clusterlotse/internal/api"
)

func TestProbes(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	for target, want := range map[string]string{
		"/healthz": `{"status":"ok"}`, "/readyz": `{"networks":3,"status":"ready"}`,
	} {
		if w := do(s, "GET", target, ""); w.Code != 200 || w.Body.String() != want {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
	s, logs := fakeServer(t, fails, 0)
	w := do(s, "GET", "/readyz", "")
	if w.Code != 503 || strings.Contains(w.Body.String(), "secret") || !strings.Contains(w.Body.String(), `"code":"not_ready"`) {
		t.Errorf("not ready: %d %s", w.Code, w.Body)
	}
	if !strings.Contains(logs.String(), "secret") {
		t.Errorf("the cause is not logged: %s", logs)
	}
}

func TestPanic(t *testing.T) {
	s, logs := fakeServer(t, panics, 0)
	for target, want := range map[string]string{
		"/api/v1/search": `"code":"internal"`, "/panic": "Fehlerseite",
	} {
		for _, accept := range []string{"", "gzip"} {
			w := do(s, "GET", target, "", "Accept-Encoding", accept)
			if w.Code != 500 || !strings.Contains(w.Body.String(), want) || w.Header().Get("Content-Encoding") != "" {
				t.Errorf("%s: %d %s %v", target, w.Code, w.Body, w.Header())
			}
			if strings.Contains(w.Body.String(), "secret") || strings.Contains(w.Body.String(), ".go:") {
				t.Errorf("%s tells too much: %s", target, w.Body)
			}
		}
	}
	if w := do(s, "GET", "/late", ""); w.Body.String() != "halb" {
		t.Errorf("an answer under way was changed: %s", w.Body)
	}
	if !strings.Contains(logs.String(), "secret") || !strings.Contains(logs.String(), "server_test.go") && !strings.Contains(logs.String(), "fake_test.go") {
		t.Error("cause and stack are not logged")
	}
}

func TestNotFoundAndMethod(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	for _, tc := range []struct {
		method, target string
		status         int
		want           string
	}{
		{"GET", "/api/v1/none", 404, `"code":"not_found"`}, {"GET", "/api", 404, `"code":"not_found"`},
		{"GET", "/none", 404, "Fehlerseite"}, {"GET", "/none/", 404, "Fehlerseite"}, {"GET", "/apiary", 404, "Fehlerseite"},
		{"DELETE", "/api/v1/search", 405, `"code":"method_not_allowed"`}, {"DELETE", "/", 405, "Fehlerseite"},
		{"GET", "/api/v1/match", 405, `"code":"method_not_allowed"`}, {"POST", "/healthz", 405, `"code":"method_not_allowed"`},
	} {
		w := do(s, tc.method, tc.target, "")
		if w.Code != tc.status || !strings.Contains(w.Body.String(), tc.want) {
			t.Errorf("%s %s: %d %s", tc.method, tc.target, w.Code, w.Body)
		}
		if tc.status == 405 && w.Header().Get("Allow") == "" {
			t.Errorf("%s %s: no Allow", tc.method, tc.target)
		}
	}
}

func TestSecurityHeaders(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	for _, target := range []string{"/", "/none", "/panic", "/api/v1/search", "/api/v1/none", "/healthz"} {
		h := do(s, "GET", target, "").Header()
		if csp := h.Get("Content-Security-Policy"); csp != contentSecurity || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", target, csp)
		}
		for _, name := range []string{"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"} {
			if h.Get(name) == "" {
				t.Errorf("%s: no %s", target, name)
			}
		}
		if len(h.Values("Set-Cookie")) > 0 {
			t.Errorf("%s sets a cookie", target)
		}
	}
}

func TestCORS(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	for _, tc := range []struct {
		method, target, asked string
		open                  bool
	}{
		{"GET", "/api/v1/search", "", true}, {"GET", "/api/v1/none", "", true}, {"POST", "/api/v1/match", "", true},
		{"OPTIONS", "/api/v1/match", "POST", true}, {"OPTIONS", "/api/v1/search", "GET", true},
		{"OPTIONS", "/api/v1/networks/x", "PUT", false}, {"OPTIONS", "/api/v1/search", "POST", false},
		{"PUT", "/api/v1/networks/x", "", false}, {"POST", "/form", "", false}, {"GET", "/", "", false}, {"GET", "/metrics", "", false},
	} {
		w := do(s, tc.method, tc.target, "{}", "Origin", "https://example.org", "Access-Control-Request-Method", tc.asked)
		if got := w.Header().Get("Access-Control-Allow-Origin"); (got == "*") != tc.open {
			t.Errorf("%s %s %s: allowed for %q", tc.method, tc.target, tc.asked, got)
		}
		if w.Header().Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s: credentials", tc.target)
		}
		if tc.asked != "" && tc.open && (w.Code != 204 || w.Header().Get("Access-Control-Allow-Methods") != tc.asked) {
			t.Errorf("preflight %s: %d %v", tc.target, w.Code, w.Header())
		}
	}
}

func TestGzip(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	w := do(s, "GET", "/", "", "Accept-Encoding", "gzip")
	if w.Header().Get("Content-Encoding") != "gzip" || !strings.Contains(strings.Join(w.Header().Values("Vary"), ","), "Accept-Encoding") {
		t.Fatalf("headers %v", w.Header())
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if page, err := io.ReadAll(z); err != nil || len(page) != 6000 {
		t.Errorf("%d bytes, %v", len(page), err)
	}
}

// TestLog holds the log to naming neither the client nor the question.
func TestLog(t *testing.T) {
	s, logs := fakeServer(t, works, 0)
	do(s, "GET", "/api/v1/search?q=geheim", "")
	do(s, "GET", "/geheim?q=geheim", "")
	do(s, "GET", "/noted", "")
	got := logs.String()
	for _, want := range []string{"method=GET", "route=/api/v1/search", "status=200", "route=none", "status=404", "duration=", "secret inner text"} {
		if !strings.Contains(got, want) {
			t.Errorf("the log lacks %s: %s", want, got)
		}
	}
	if strings.Contains(got, "geheim") || strings.Contains(got, "192.0.2.1") {
		t.Errorf("the log tells too much: %s", got)
	}
}

func TestMetrics(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	do(s, "GET", "/api/v1/networks/erfunden", "")
	do(s, "BREW", "/erfunden", "")
	w := do(s, "GET", "/metrics", "", "Accept-Encoding", "gzip;q=0")
	got := w.Body.String()
	if w.Header().Get("Content-Encoding") == "gzip" {
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := io.ReadAll(z)
		got = string(raw)
	}
	for _, want := range []string{
		`clusterlotse_http_requests_total{route="/api/v1/networks/:id",status="404"} 1`,
		`clusterlotse_http_requests_total{route="none",status="404"} 1`,
		`clusterlotse_http_request_duration_seconds_count{route="none"} 1`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "erfunden") || strings.Contains(got, "BREW") {
		t.Error("input of askers became a label")
	}
}

// TestRun serves over a real connection: HEAD has no body, and an end of the
// context ends serving.
func TestRun(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- Run(ctx, listener, s, slog.New(slog.DiscardHandler)) }()
	base := "http://" + listener.Addr().String()
	answer, err := http.Head(base + "/api/v1/search")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, _ := io.ReadAll(answer.Body); answer.StatusCode != 200 || len(body) != 0 {
		t.Errorf("HEAD: %d %s", answer.StatusCode, body)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if _, err := http.Get(base + "/healthz"); err == nil {
		t.Error("still serving")
	}
}

func TestRunReportsListener(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener.Close()
	s, _ := fakeServer(t, works, 0)
	if err := Run(t.Context(), listener, s, slog.New(slog.DiscardHandler)); err == nil {
		t.Error("no error")
	}
}

func TestNewNeedsParts(t *testing.T) {
	if _, err := New(Config{}); err == nil {
		t.Error("no error")
	}
	s, err := New(Config{Searcher: fake{works}, Matcher: fake{works}})
	if err != nil {
		t.Fatal(err)
	}
	w := do(s, "GET", "/", "")
	var p api.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != 404 {
		t.Errorf("without portal: %d %s", w.Code, w.Body)
	}
}
