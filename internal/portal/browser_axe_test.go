package portal_test

import (
	"maps"
	"os"
	"slices"
	"strings"
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
			b.want(`document.querySelector(".picks [name=keep]") && document.querySelector(".reasons") && document.querySelector(".cover .covers")`)
			b.eval(fold, nil)
		},
		"/match with none": func(b *tab, lang string) {
			b.match("qqqzzz", lang)
			b.want(`document.querySelector(".kern-alert--info") && !document.querySelector(".reasons")`)
		},
		"/ with suggestions":                    func(b *tab, lang string) { b.open("/", lang); b.suggest("me") },
		"/search with suggestions":              func(b *tab, lang string) { b.open("/search?near=Ulm", lang); b.suggest("me") },
		"/embed with suggestions":               func(b *tab, lang string) { b.open("/embed", lang); b.suggest("me") },
		"/embed for founders, with suggestions": func(b *tab, lang string) { b.open("/embed?mode=founders", lang); b.suggest("me") },
		"/match with a problem":                 func(b *tab, lang string) { b.match("", lang) },
	}
	for _, name := range slices.Sorted(maps.Keys(more)) {
		all = append(all, state{name, more[name], true})
	}
	return all
}

// TestAxe runs axe-core on every page and state in both languages, wide and 320
// pixels narrow, as a window of 1280 shows at 400 % zoom, light and dark. What is
// dark differs from what is light in its colours only, so only they are checked
// anew; what is wide is the same in both languages.
func TestAxe(t *testing.T) {
	axe := readAxe(t)
	for _, lang := range []string{"de", "en"} {
		t.Run(lang, func(t *testing.T) {
			b := newTab(t, browsertest.Start(t))
			for _, s := range states() {
				b.media("prefers-color-scheme", "light")
				b.size(1280, 900, 1)
				s.reach(b, lang)
				b.clean(s)
				b.run(axe)
				if lang == "de" {
					b.axe(s.name+" wide", everything)
				}
				b.size(320, 256, 4)
				b.axe(s.name+" narrow", everything)
				b.zoomed(s.name)
				b.media("prefers-color-scheme", "dark")
				b.axe(s.name+" dark", colours)
			}
		})
	}
}

// readAxe is axe-core as a step that puts it into a page.
func readAxe(t *testing.T) chromedp.Action[chromedp.Void] {
	t.Helper()
	source, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatal(err)
	}
	return chromedp.Evaluate[chromedp.Void](string(source))
}

// TestForcedColours shows one of each page, and its states, as somebody sees it
// whose system brings its own few colours.
func TestForcedColours(t *testing.T) {
	axe := readAxe(t)
	b := newTab(t, browsertest.Start(t))
	b.media("forced-colors", "active")
	for _, s := range states() {
		if strings.Contains(s.name, "?") {
			continue
		}
		s.reach(b, "de")
		b.run(axe)
		b.axe(s.name+" in forced colours", colours)
		// Buttons and fields must keep an edge where backgrounds are taken away.
		b.want(`[document, ...boxes()].flatMap(d => [...d.querySelectorAll("main .kern-btn, main .kern-form-input__input, .box input, .box textarea, .box button, .box .pop")]).every(e =>
			["Top", "Right", "Bottom", "Left"].every(s => parseFloat(getComputedStyle(e)["border" + s + "Width"]) >= 1))`)
		// What is chosen must differ from what is not.
		b.want(`boxes().every(d => !d.querySelector("[aria-selected=true]") ||
			getComputedStyle(d.querySelector("[aria-selected=true]")).backgroundColor !== getComputedStyle(d.querySelector("[aria-selected=false]")).backgroundColor)`)
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
	if !s.moves && !b.holds(`seen.shift === 0`) {
		b.t.Errorf("%s: layout shift of %s", s.name, b.text(`seen.shift + ": " + seen.moved.join("; ")`))
	}
}

// rules are those of axe-core that a check runs, and how many of them must at
// least find something to check, so that the page was seen.
type rules struct {
	options string
	least   int
}

var (
	everything = rules{`rules: {"target-size": {enabled: true}}`, 10}
	colours    = rules{`runOnly: ["color-contrast", "link-in-text-block"]`, 1}
)

// axe fails for each violation that axe-core finds, the sizes of targets
// included. axe-core must be in the page.
func (b *tab) axe(where string, r rules) {
	b.t.Helper()
	var found struct {
		Passed     int
		Violations []string
	}
	b.eval(`axe.run(document, {resultTypes: ["violations"], `+r.options+`}).then(a => ({Passed: a.passes.length,
		Violations: a.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; "))}))`, &found)
	for _, v := range found.Violations {
		b.t.Errorf("%s: axe: %s", where, v)
	}
	if found.Passed < r.least {
		b.t.Errorf("%s: axe checked only %d rules; it did not see the page", where, found.Passed)
	}
}

// zoomed looks at a page in 320 by 256 pixels: nothing must be scrolled sideways
// or stand fixed before the text, and suggestions stay at their field, where
// somebody with a screen magnifier looks.
func (b *tab) zoomed(where string) {
	b.t.Helper()
	if !b.holds(`document.documentElement.scrollWidth <= innerWidth`) {
		b.t.Errorf("%s: wider than the view: %s", where, b.text(`[...document.querySelectorAll("main *, header *, footer *")]
			.filter(e => !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 150)).join("\n")`))
	}
	b.want(`![...document.querySelectorAll("*")].some(e => ["fixed", "sticky"].includes(getComputedStyle(e).position))`)
	b.want(`boxes().flatMap(d => [...d.querySelectorAll("#list:not([hidden])")]).every(list => (([field, box]) =>
		box.left === field.left && box.right === field.right && box.top >= field.bottom && box.top - field.bottom <= 8)
		([list.parentNode.querySelector("#q"), list].map(e => e.getBoundingClientRect())))`)
}
