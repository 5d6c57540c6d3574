package widget_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
)

// active is the number of the chosen option, −1 when there is none.
const active = `$$("[role=option]").findIndex(o => o.getAttribute("aria-selected") === "true")`

func TestKeyboard(t *testing.T) {
	browser := browsertest.Start(t)
	const open, closed = `!$("#list").hidden`, `$("#list").hidden`
	for _, c := range []struct {
		name, keys string
		want       []string
	}{
		{"down goes round through the field", kb.ArrowDown + kb.ArrowDown + kb.ArrowDown + kb.ArrowDown + kb.ArrowDown, []string{open, active + " === -1"}},
		{"up begins at the end", kb.ArrowUp, []string{open, active + " === 3"}},
		{"home goes to the first option", kb.ArrowUp + kb.Home, []string{active + " === 0"}},
		{"end goes to the last option", kb.ArrowDown + kb.End, []string{active + " === 3"}},
		{"home without a choice moves in the text", kb.Home, []string{active + " === -1", `q.selectionStart === 0`}},
		{"left goes back to the text", kb.ArrowDown + kb.ArrowLeft, []string{open, active + " === -1", `q.selectionStart === 1`}},
		{"escape closes and keeps the text", kb.ArrowDown + kb.Escape, []string{closed, `q.value === "me"`, active + " === -1"}},
		{"escape twice empties the field", kb.Escape + kb.Escape, []string{closed, `q.value === ""`}},
		{"down opens the list again", kb.Escape + kb.ArrowDown, []string{open, active + " === 0"}},
		{"tab leaves and takes nothing", kb.ArrowDown + kb.Tab, []string{closed, `q.value === "me"`, `box.activeElement.localName === "button"`}},
		{"typing drops the choice", kb.ArrowDown + "d", []string{active + " === -1", `q.value === "med"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, browser)
			r.open(`<cluster-search></cluster-search>`)
			r.suggestions("me")
			r.keys(strings.Split(c.keys, "")...)
			for _, want := range c.want {
				r.want(want)
			}
		})
	}
}

func TestAltArrowsOpenAndCloseOnly(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search></cluster-search>`)
	r.suggestions("me")
	r.run(chromedp.KeyEvent(kb.ArrowUp, chromedp.KeyModifiers(1)))
	r.want(`$("#list").hidden`)
	r.run(chromedp.KeyEvent(kb.ArrowDown, chromedp.KeyModifiers(1)))
	r.want(`!$("#list").hidden && ` + active + ` === -1`)
}

// TestEscapeKeepsADialogOpen puts the box into a dialog: the first Escape is the
// list's, and only one that means nothing to the box is the dialog's.
func TestEscapeKeepsADialogOpen(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<div id="dialog"><cluster-search></cluster-search></div>`)
	r.eval(`(window.escapes = 0, document.getElementById("dialog").addEventListener("keydown", () => escapes++), null)`)
	r.suggestions("me")
	before := r.eval(`escapes`)
	r.keys(kb.Escape, kb.Escape)
	if got := r.eval(`escapes`); got != before {
		t.Errorf("the page around saw %s keys, then %s", before, got)
	}
	r.keys(kb.Escape)
	r.want(`escapes === ` + before + ` + 1`)
}

func TestEnterWithoutChoiceSearches(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search region="stuttgart, ulm" phase="idea" lang="en"></cluster-search>`)
	r.suggestions("me")
	r.keys(kb.Enter)
	r.wait(`document.title === "results"`)
	if got := r.text(`document.getElementById("form").textContent`); got != "GET /search?lang=en&phase=idea&q=me&region=stuttgart&region=ulm" {
		t.Errorf("the form sent %s", got)
	}
	if got := r.requests("/api/v1/suggest?"); len(got) == 0 || !strings.Contains(got[len(got)-1], "q=me&limit=6&lang=en&region=stuttgart&region=ulm&phase=idea") {
		t.Errorf("asked for suggestions: %q", got)
	}
}

func TestInstantSearchesOnChoice(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search instant></cluster-search>`)
	r.suggestions("me")
	r.keys(kb.ArrowDown, kb.Enter)
	r.wait(`document.title === "results"`)
}

func TestMatchSendsTheSentence(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search mode="match" technology="robotik" kind="alliance"></cluster-search>`)
	r.want(`q.localName === "textarea" && !$("[role=combobox]")`)
	r.eval(`q.focus()`)
	r.keys("W", "i", "r")
	r.tap(`$$("button")[0]`)
	r.wait(`document.title === "results"`)
	if got := r.text(`document.getElementById("form").textContent`); got != "POST /match?lang=de&technologies=robotik&text=Wir" {
		t.Errorf("the form sent %s", got)
	}
	if got := r.requests("/api/"); len(got) > 0 {
		t.Errorf("the sentence was sent while it was typed: %q", got)
	}
}

func TestFoundersLookForStartUpContacts(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search mode="founders"></cluster-search>`)
	r.want(`q.labels[0].textContent === "Hilfe beim Gründen finden"`)
	r.eval(`q.focus()`)
	r.keys(kb.Enter)
	r.wait(`document.title === "results"`)
	if got := r.text(`document.getElementById("form").textContent`); got != "GET /search?kind=startup-contact&lang=de&q=" {
		t.Errorf("the form sent %s", got)
	}
}
