package widget

import (
	"html"
	"html/template"
	"net/url"
	"strings"
)

// Snippet returns the HTML that a website copies into its page: the script with
// its integrity hash, and the element with the plain form inside. Everything that
// o holds is escaped.
func (w *Widget) Snippet(o Options) string {
	tag := `<script async src="` + html.EscapeString(w.base+ScriptPath) + `" integrity="` + Integrity() + `" crossorigin="anonymous"></script>`
	return tag + "\n" + o.element(w.base)
}

// FrameSnippet returns the HTML of the iframe for websites that allow no foreign
// script. The list of suggestions opens inside, so it is high enough for that.
func (w *Widget) FrameSnippet(o Options) string {
	title := o.form("").Label
	return `<iframe src="` + html.EscapeString(w.base+o.FrameAddress()) + `" title="` + html.EscapeString(title) +
		`" width="100%" height="440" loading="lazy"></iframe>`
}

// frameValues are the parameters of the page for iframes.
func (o Options) frameValues() url.Values {
	v := url.Values{}
	for _, a := range append(o.attributes(), attribute{"accent", matching(hexColour, o.Accent)}, attribute{"background", matching(hexColour, o.Background)}) {
		switch {
		case a.Name == "instant":
			v.Set(a.Name, "1")
		case a.Value != "":
			v.Set(a.Name, a.Value)
		}
	}
	return v
}

// element writes the element and its plain form; base is the address of the
// server without a slash at its end.
func (o Options) element(base string) string {
	var b strings.Builder
	b.WriteString("<cluster-search" + attributesHTML(o.attributes()) + ">\n")
	b.WriteString(o.form(base).html())
	b.WriteString("</cluster-search>")
	return b.String()
}

func (f plainForm) html() string {
	attributes := []attribute{{"action", f.Action}, {"method", f.Method}}
	if f.Target != "" {
		attributes = append(attributes, attribute{"target", f.Target})
	}
	var b strings.Builder
	b.WriteString("  <form" + attributesHTML(attributes) + ">\n")
	for _, h := range f.Hidden {
		b.WriteString(`    <input type="hidden"` + attributesHTML([]attribute{{"name", h.Name}, {"value", h.Value}}) + ">\n")
	}
	field := `<input type="search" name="q" maxlength="500">`
	if f.Sentence {
		field = `<textarea name="text" rows="3" maxlength="20000" required></textarea>`
	}
	b.WriteString("    <label>" + html.EscapeString(f.Label) + " " + field + "</label>\n")
	b.WriteString("    <button>" + html.EscapeString(f.Button) + "</button>\n  </form>\n")
	return b.String()
}

func attributesHTML(list []attribute) string {
	var b strings.Builder
	for _, a := range list {
		b.WriteString(" " + a.Name)
		if a.Value != "" {
			b.WriteString(`="` + html.EscapeString(a.Value) + `"`)
		}
	}
	return b.String()
}

// elementHTML is element for a template; it is safe because element escapes all
// that it is given.
func (o Options) elementHTML(base string) template.HTML {
	return template.HTML(o.element(base))
}
