package server

import (
	"net/http"
	"strings"
	"testing"

	"clusterlotse/internal/widget"
)

// TestWidgetIsServed: other websites may load the box and frame its page, under a
// policy of its own, and neither counts for the rate limit.
func TestWidgetIsServed(t *testing.T) {
	box, err := widget.New(widget.Config{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Config{Searcher: fake{works}, Matcher: fake{works}, Portal: pages{}, Widget: box, RateLimit: 1})
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		w := do(s, http.MethodGet, widget.ScriptPath, "")
		if w.Code != http.StatusOK || w.Header().Get("Access-Control-Allow-Origin") != "*" || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/javascript") {
			t.Fatalf("script: %d %v", w.Code, w.Header())
		}
		w = do(s, http.MethodGet, widget.FramePath+"?accent=%23123456", "")
		policies := w.Header().Values("Content-Security-Policy")
		if w.Code != http.StatusOK || len(policies) != 1 || !strings.Contains(policies[0], "frame-ancestors *") || !strings.Contains(policies[0], "style-src 'sha256-") {
			t.Fatalf("frame: %d %q", w.Code, policies)
		}
	}
	if w := do(s, http.MethodGet, "/", ""); !strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
		t.Error("the portal can be framed")
	}
}
