package widget

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// ScriptPath and FramePath are where Mount puts the script and the page for
// iframes. Websites out there have them in their sources: they never change.
const (
	ScriptPath = "/embed/v1/cluster-search.js"
	FramePath  = "/embed/v1/box"
)

// scriptCache lets browsers keep the script for an hour and use an old one for
// a day while they ask for the new one.
const scriptCache = "public, max-age=3600, stale-while-revalidate=86400"

//go:embed assets/cluster-search.js
var script []byte

//go:embed assets/box.html
var framePage string

// Config is all that a Widget needs.
type Config struct {
	// BaseURL is the public address of the server, such as
	// https://lotse.example.org, for the lines that people copy into their
	// pages. Those lines are relative when it is empty.
	BaseURL string
}

// Widget serves the box. It is safe for concurrent use.
type Widget struct {
	base  string
	etag  string
	frame *template.Template
}

// New checks c. An error says that BaseURL is not an http or https address.
func New(c Config) (*Widget, error) {
	base := strings.TrimRight(c.BaseURL, "/")
	if base != "" {
		u, err := url.Parse(base)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
			return nil, fmt.Errorf("widget: %q is no base address; write one such as https://lotse.example.org", c.BaseURL)
		}
	}
	page, err := template.New("box").Parse(framePage)
	if err != nil {
		return nil, fmt.Errorf("widget: %w", err)
	}
	sum := sha256.Sum256(script)
	return &Widget{base: base, etag: `"` + hex.EncodeToString(sum[:8]) + `"`, frame: page}, nil
}

// Mount adds the script and the page for iframes to r.
func (w *Widget) Mount(r gin.IRouter) {
	for path, handler := range map[string]gin.HandlerFunc{ScriptPath: w.script, FramePath: w.box} {
		r.GET(path, handler)
		r.HEAD(path, handler)
	}
}

// Integrity returns the hash of the script for the attribute integrity of a
// script element (Subresource Integrity). It changes with every new version of
// the script.
func Integrity() string {
	sum := sha512.Sum384(script)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// script serves the file to pages of any origin: a browser refuses to check the
// hash of a script of another origin that does not allow it.
func (w *Widget) script(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Type", "text/javascript; charset=utf-8")
	h.Set("Cache-Control", scriptCache)
	h.Set("ETag", w.etag)
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(script))
}
