package server

import (
	"fmt"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"clusterlotse/internal/api"

	"golang.org/x/time/rate"
	"pgregory.net/rapid"
)

func TestRateLimit(t *testing.T) {
	s, _ := fakeServer(t, works, 0.001) // one request, and the next in a quarter of an hour
	ask := func(target, addr string, headers ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", target, nil)
		r.RemoteAddr = addr
		for i := 0; i+1 < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	if w := ask("/api/v1/search", "198.51.100.1:1"); w.Code != 200 {
		t.Fatalf("first: %d", w.Code)
	}
	w := ask("/api/v1/search", "198.51.100.1:2")
	after, err := strconv.Atoi(w.Header().Get("Retry-After"))
	if w.Code != 429 || err != nil || after < 1 || !strings.Contains(w.Body.String(), `"code":"rate_limited"`) {
		t.Errorf("second: %d, Retry-After %q, %s", w.Code, w.Header().Get("Retry-After"), w.Body)
	}
	if w := ask("/", "198.51.100.1:3"); w.Code != 429 || w.Body.String() != "Fehlerseite" {
		t.Errorf("page: %d %s", w.Code, w.Body)
	}
	for _, free := range []string{"/healthz", "/readyz", "/metrics", "/static/x.css"} {
		if w := ask(free, "198.51.100.1:4"); w.Code != 200 {
			t.Errorf("%s: %d", free, w.Code)
		}
	}
	if w := ask("/", "198.51.100.1:5", "X-Forwarded-For", "203.0.113.9"); w.Code != 429 {
		t.Errorf("a client chose its address: %d", w.Code)
	}
	for _, client := range []string{"203.0.113.1", "203.0.113.2"} {
		if w := ask("/", "127.0.0.1:9", "X-Forwarded-For", client); w.Code != 200 {
			t.Errorf("%s behind our own proxy: %d", client, w.Code)
		}
	}
	if w := ask("/", "[2001:db8::1]:1"); w.Code != 200 {
		t.Errorf("IPv6: %d", w.Code)
	}
	if w := ask("/", "[2001:db8::ffff]:1"); w.Code != 429 {
		t.Errorf("the same IPv6 network: %d", w.Code)
	}
}

func TestNoRateLimit(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	for range 50 {
		if w := do(s, "GET", "/", ""); w.Code != 200 {
			t.Fatalf("%d", w.Code)
		}
	}
}

// TestClientsAreBounded floods the memory with addresses.
func TestClientsAreBounded(t *testing.T) {
	c := newClients(0.001)
	for i := range 3*maxClients + 5 {
		c.ask(fmt.Sprintf("10.%d.%d.%d", i>>16, i>>8&255, i&255))
		if i%1000 == 0 && c.ask("192.0.2.7") == 0 && i > 0 {
			t.Fatalf("a client who keeps asking was forgotten after %d others", i)
		}
	}
	if n := len(c.young) + len(c.old); n > 2*maxClients {
		t.Errorf("%d clients remembered", n)
	}
}

// TestBurst: whatever the limit, one request passes, and no more than the limit
// rounded up pass at once.
func TestBurst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		perSecond := rapid.Float64Range(1e-6, 50).Draw(t, "per second")
		c := newClients(perSecond)
		c.perSecond = rate.Every(time.Hour) // so that no token comes back meanwhile
		passed := 0
		for range 100 {
			if c.ask("192.0.2.1") == 0 {
				passed++
			}
		}
		if passed < 1 || float64(passed) >= perSecond+1 {
			t.Fatalf("%d passed at %g a second", passed, perSecond)
		}
	})
}

func TestClientKey(t *testing.T) {
	for a, b := range map[string]string{
		"192.0.2.1": "::ffff:192.0.2.1", "2001:db8::1": "2001:db8::2", "fe80::1%eth0": "fe80::2", "": "no address",
	} {
		if clientKey(a) != clientKey(b) {
			t.Errorf("%q and %q differ", a, b)
		}
	}
	if clientKey("192.0.2.1") == clientKey("192.0.2.2") {
		t.Error("two addresses are one client")
	}
}

func TestBodyLimit(t *testing.T) {
	s, _ := fakeServer(t, works, 0)
	large := strings.Repeat("x", api.MaxBodyBytes+1)
	for target, want := range map[string]string{"/api/v1/match": `"code":"body_too_large"`, "/form": "Fehlerseite"} {
		if w := do(s, "POST", target, large); w.Code != 413 || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
		r := httptest.NewRequest("POST", target, strings.NewReader(large))
		r.ContentLength = -1 // does not say how much comes
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != 413 {
			t.Errorf("%s without length: %d %s", target, w.Code, w.Body)
		}
	}
	if w := do(s, "POST", "/form", large[1:]); w.Code != 200 {
		t.Errorf("exactly the limit: %d", w.Code)
	}
}
