package portal_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"clusterlotse/internal/browsertest"
)

// axePath is the one copy of axe-core in the project; its licence lies beside it.
const axePath = "../widget/testdata/axe.min.js"

// state is a page as somebody can come to see it.
type state struct {
	name  string
	reach func(b *tab, lang string)
	// moves says that it is reached by a script of the test, which moves things.
	moves bool
}

// states are all pages, and what else can be seen on them.
func states() []state {
	var all []state
	for _, address := range addresses {
		all = append(all, state{name: address, reach: func(b *tab, lang string) { b.open(address, lang) }})
	}
	fold := `document.querySelectorAll("main details").forEach(d => d.open = true)`
	more := map[string]func(b *tab, lang string){
		"/search with all folds open": func(b *tab, lang string) { b.open("/search?q=Energie", lang); b.eval(fold, nil) },
		"/search after instant filtering": func(b *tab, lang string) {
			b.open("/search?q=Energie", lang)
			b.eval(`document.querySelector(".filters").open = true, document.querySelector("[name=kind]").click()`, nil)
			b.wait(`document.querySelector(".chips")`)
		},
		"/search with a problem":     func(b *tab, lang string) { b.open("/search?near=Atlantis", lang) },
		"/match with all folds open": func(b *tab, lang string) { b.open("/match", lang); b.eval(fold, nil) },
		"/match with matches": func(b *tab, lang string) {
			b.match("Wir fertigen Präzisionsteile für die Medizintechnik in Tuttlingen und suchen Partner für die Automatisierung.", lang)
			b.eval(fold, nil)
		},
		"/match with none":      func(b *tab, lang string) { b.match("qqqzzz", lang) },
		"/match with a problem": func(b *tab, lang string) { b.match("", lang) },
	}
	for _, name := range slices.Sorted(maps.Keys(more)) {
		all = append(all, state{name, more[name], true})
	}
	return all
}

// TestAxe runs axe-core on every page and state in both languages, light and
// dark, wide, and 320 pixels narrow, as a window of 1280 shows at 400 % zoom.
func TestAxe(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"de", "en"} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(lang+" "+scheme, func(t *testing.T) {
				b := newTab(t, browsertest.Start(t))
				b.media("prefers-color-scheme", scheme)
				for _, s := range states() {
					b.size(1280, 900, 1)
					s.reach(b, lang)
					b.clean(s)
					b.run(chromedp.Evaluate[chromedp.Void](string(axe)))
					b.axe(s.name + " wide")
					b.size(320, 256, 4)
					b.axe(s.name + " narrow")
					b.fits(s.name)
				}
			})
		}
	}
}

func TestForcedColours(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatal(err)
	}
	b := newTab(t, browsertest.Start(t))
	b.media("forced-colors", "active")
	for _, target := range []string{"/", "/search?q=KI&kind=alliance", "/match", "/networks/cyber-valley", "/regions"} {
		b.open(target, "de")
		b.run(chromedp.Evaluate[chromedp.Void](string(axe)))
		b.axe(target + " in forced colours")
		// Buttons and fields must keep an edge where backgrounds are taken away.
		b.want(`[...document.querySelectorAll("main .kern-btn, main .kern-form-input__input")].every(e =>
			["Top", "Right", "Bottom", "Left"].every(s => parseFloat(getComputedStyle(e)["border" + s + "Width"]) >= 1))`)
	}
}

// clean fails when the page broke the policy, threw an error, or moved under the
// eyes of its reader.
func (b *tab) clean(s state) {
	b.t.Helper()
	b.eval(`new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))`, nil)
	if faults := b.text(`seen.faults.join("; ")`); faults != "" {
		b.t.Errorf("%s: %s", s.name, faults)
	}
	// A label that is painted before its last letters came in moves by less.
	if !s.moves && !b.holds(`seen.shift < 0.0005`) {
		b.t.Errorf("%s: layout shift of %s", s.name, b.text(`seen.shift + ": " + seen.moved.join("; ")`))
	}
}

// axe fails for each violation that axe-core finds, the sizes of targets
// included. axe-core must be in the page.
func (b *tab) axe(where string) {
	b.t.Helper()
	var found struct {
		Passed     int
		Violations []string
	}
	b.eval(`axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(a => ({Passed: a.passes.length,
		Violations: a.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; "))}))`, &found)
	for _, v := range found.Violations {
		b.t.Errorf("%s: axe: %s", where, v)
	}
	if found.Passed < 10 {
		b.t.Errorf("%s: axe checked only %d rules; it did not see the page", where, found.Passed)
	}
}

// fits fails when the page must be scrolled sideways, and names what sticks out.
func (b *tab) fits(where string) {
	b.t.Helper()
	if b.holds(`document.documentElement.scrollWidth <= innerWidth`) {
		return
	}
	b.t.Errorf("%s: wider than the view: %s", where, b.text(`[...document.querySelectorAll("main *, header *, footer *")]
		.filter(e => !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 150)).join("\n")`))
}
