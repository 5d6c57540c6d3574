package widget_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/widget"
)

// maxKilobytes is what script and style together may weigh, gzipped.
const maxKilobytes = 10

func get(t *testing.T, target string, header map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	gin.SetMode(gin.TestMode)
	w, err := widget.New(widget.Config{})
	if err != nil {
		t.Fatal(err)
	}
	router := gin.New()
	// As the server does for all answers; the page for iframes must undo it.
	router.Use(func(c *gin.Context) {
		c.Header("Content-Security-Policy", "frame-ancestors 'none'")
		c.Header("X-Frame-Options", "DENY")
	})
	w.Mount(router)
	req := httptest.NewRequest(http.MethodGet, target, nil)
	for name, value := range header {
		req.Header.Set(name, value)
	}
	answer := httptest.NewRecorder()
	router.ServeHTTP(answer, req)
	return answer
}

func TestWeight(t *testing.T) {
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.DefaultCompression)
	_, _ = z.Write(get(t, widget.ScriptPath, nil).Body.Bytes())
	_ = z.Close()
	t.Logf("script and style: %.2f kB gzipped", float64(packed.Len())/1000)
	if packed.Len() > maxKilobytes*1000 {
		t.Errorf("%d bytes gzipped, more than %d kB", packed.Len(), maxKilobytes)
	}
	stated := fmt.Sprintf("%.1f kB", float64(packed.Len())/1000)
	for _, name := range []string{"README.md", "ARCHITECTURE.md", "CHANGELOG.md"} {
		if raw, err := os.ReadFile("../../" + name); err != nil || !bytes.Contains(raw, []byte(stated)) {
			t.Errorf("%s does not say %s: %v", name, stated, err)
		}
	}
}

func TestScriptHeaders(t *testing.T) {
	a := get(t, widget.ScriptPath, nil)
	for name, want := range map[string]string{
		"Content-Type": "text/javascript; charset=utf-8", "Access-Control-Allow-Origin": "*",
		"Cache-Control": "public, max-age=3600, stale-while-revalidate=86400", "X-Content-Type-Options": "nosniff",
	} {
		if got := a.Header().Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if a.Header().Get("Set-Cookie") != "" {
		t.Error("the script sets a cookie")
	}
	again := get(t, widget.ScriptPath, map[string]string{"If-None-Match": "W/" + a.Header().Get("ETag")})
	if again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("asked again with its ETag: %d and %d bytes", again.Code, again.Body.Len())
	}
	sum := sha512.Sum384(a.Body.Bytes())
	if want := "sha384-" + base64.StdEncoding.EncodeToString(sum[:]); widget.Integrity() != want {
		t.Errorf("Integrity is %s, the script's hash %s", widget.Integrity(), want)
	}
}

func TestFramePage(t *testing.T) {
	a := get(t, widget.FramePath+"?lang=en&region=ulm,stuttgart&limit=3&mode=founders&label=%3Cb%3E%22&accent=%23abc&background=red%3B%7D&target=_self&instant=1", nil)
	policy := a.Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "frame-ancestors *") || strings.Contains(policy, "unsafe") || a.Header().Get("X-Frame-Options") != "" {
		t.Errorf("policy %q, X-Frame-Options %q", policy, a.Header().Get("X-Frame-Options"))
	}
	body := a.Body.String()
	for _, want := range []string{
		`<html lang="en">`, `<style>cluster-search{--cluster-accent:#abc;}</style>`, `<title>&lt;b&gt;&#34;</title>`,
		`<cluster-search lang="en" mode="founders" region="ulm,stuttgart" limit="3" target="_top" label="&lt;b&gt;&#34;" instant>`,
		`<form action="../../search" method="get" target="_top">`, `name="region" value="stuttgart"`, `name="kind" value="startup-contact"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s\n%s", want, body)
		}
	}
}

// TestFrameTakesNothingBad fills every parameter with what must not come through.
func TestFrameTakesNothingBad(t *testing.T) {
	const bad = `"><script>alert(1)</script>`
	v := url.Values{}
	for _, name := range []string{"lang", "mode", "kind", "region", "industry", "technology", "need", "phase", "limit", "target", "theme", "label", "placeholder", "accent", "background"} {
		v.Set(name, bad)
	}
	body := get(t, widget.FramePath+"?"+v.Encode(), nil).Body.String()
	if strings.Contains(body, "<script>") || strings.Contains(body, `""`) {
		t.Error(body)
	}
	if strings.Count(body, "&lt;script&gt;") != 4 { // title, label twice, placeholder
		t.Errorf("label and placeholder are not shown as text:\n%s", body)
	}
}

func TestSnippet(t *testing.T) {
	w, err := widget.New(widget.Config{BaseURL: "https://lotse.example.org/"})
	if err != nil {
		t.Fatal(err)
	}
	got := w.Snippet(widget.Options{Lang: "en", Mode: "match", Need: "funding", Label: `A "B"`})
	want := `<script async src="https://lotse.example.org/embed/v1/cluster-search.js" integrity="` + widget.Integrity() + `" crossorigin="anonymous"></script>
<cluster-search lang="en" mode="match" need="funding" label="A &#34;B&#34;">
  <form action="https://lotse.example.org/match" method="post">
    <input type="hidden" name="lang" value="en">
    <input type="hidden" name="needs" value="funding">
    <label>A &#34;B&#34; <textarea name="text" rows="3" maxlength="20000" required></textarea></label>
    <button>Show fitting networks</button>
  </form>
</cluster-search>`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBaseURL(t *testing.T) {
	for base, ok := range map[string]bool{"": true, "https://a.example/b/": true, "lotse": false, "ftp://a.example": false, "https://a.example?x=1": false, "https://%": false} {
		if _, err := widget.New(widget.Config{BaseURL: base}); (err == nil) != ok {
			t.Errorf("BaseURL %q: %v", base, err)
		}
	}
}

// TestEveryTestNamedInTheListExists holds ACCEPTANCE.md to the tests.
func TestEveryTestNamedInTheListExists(t *testing.T) {
	doc, err := os.ReadFile("ACCEPTANCE.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`(\\d\\d_[a-z_]+)`").FindAllSubmatch(doc, -1)
	if len(named) != len(acceptance) {
		t.Fatalf("the list has %d rows, the test %d", len(named), len(acceptance))
	}
	for i, n := range named {
		if string(n[1]) != acceptance[i].name {
			t.Errorf("row %d names %s, the test is %s", i+1, n[1], acceptance[i].name)
		}
	}
}
