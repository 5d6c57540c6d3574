package widget

import (
	"html/template"
	"strings"
)

// At returns the Widget for another public address of the server, for lines that
// people copy where no address is configured.
func (w *Widget) At(base string) *Widget {
	at := *w
	at.base = strings.TrimRight(base, "/")
	return &at
}

// FrameAddress returns the path and query of the page for iframes with these
// choices.
func (o Options) FrameAddress() string { return FramePath + "?" + o.frameValues().Encode() }

// Element returns the element with its plain form for a page of this server, to
// try it out. It needs the script at ScriptPath. It is safe as HTML whatever o
// holds.
func (o Options) Element() template.HTML { return o.elementHTML("") }

// Style returns the CSS rule that sets the colours of the box, or an empty string
// where o names none.
func (o Options) Style() string { return o.style() }
