package widget

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"
)

// frameView is what box.html shows.
type frameView struct {
	Lang, Title, ColorScheme string
	// Style is the page's only style sheet, or empty; the policy names its hash.
	Style   template.HTML
	Element template.HTML
}

// box serves the page for iframes; its parameters are the attributes of the
// element, and accent and background. The results never open inside the iframe:
// the result page does not allow it.
func (w *Widget) box(c *gin.Context) {
	o := ParseOptions(c.Request.URL.Query())
	if o.Target == "_self" {
		o.Target = "_top"
	}
	view := frameView{Lang: o.Lang, Title: o.form("").Label, ColorScheme: o.Theme, Element: o.elementHTML("../..")}
	if view.ColorScheme == "" {
		view.ColorScheme = "light dark"
	}
	style := o.style()
	if style != "" {
		view.Style = template.HTML("<style>" + style + "</style>")
	}
	var page bytes.Buffer
	if err := w.frame.Execute(&page, view); err != nil {
		_ = c.Error(fmt.Errorf("widget: %w", err))
		c.Status(http.StatusInternalServerError)
		return
	}
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", framePolicy(style))
	h.Set("Cache-Control", "public, max-age=3600")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Robots-Tag", "noindex")
	h.Del("X-Frame-Options")
	c.Data(http.StatusOK, "text/html; charset=utf-8", page.Bytes())
}

// framePolicy allows every website to frame the page, and the page nothing but
// its script, its suggestions, its form and the one style sheet.
func framePolicy(style string) string {
	styles := "'none'"
	if style != "" {
		sum := sha256.Sum256([]byte(style))
		styles = "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'none'; script-src 'self'; connect-src 'self'; style-src " + styles +
		"; form-action 'self'; base-uri 'none'; frame-ancestors *"
}
