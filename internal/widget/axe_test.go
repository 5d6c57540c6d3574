package widget_test

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
)

//go:embed testdata/axe.min.js
var axe string

// states are what a visitor can see of the box.
var states = []struct {
	name, box string
	reach     func(r *rig)
}{
	{"empty", `<cluster-search placeholder="z. B. Laser"></cluster-search>`, func(*rig) {}},
	{"open", `<cluster-search></cluster-search>`, func(r *rig) { r.suggestions("me") }},
	{"chosen", `<cluster-search></cluster-search>`, func(r *rig) { r.suggestions("me"); r.keys(kb.ArrowDown, kb.ArrowDown) }},
	{"taken", `<cluster-search></cluster-search>`, func(r *rig) { r.suggestions("me"); r.keys(kb.ArrowDown, kb.Enter); r.spoken() }},
	{"none", `<cluster-search></cluster-search>`, func(r *rig) {
		r.eval(`q.focus()`)
		r.keys("x", "x")
		r.wait(`!$("p.pop").hidden`)
	}},
	{"match", `<cluster-search mode="match" target="_blank"></cluster-search>`, func(*rig) {}},
	{"founders", `<cluster-search mode="founders" lang="en"></cluster-search>`, func(r *rig) { r.suggestions("me") }},
	{"two", `<cluster-search></cluster-search><cluster-search mode="founders"></cluster-search>`, func(r *rig) { r.suggestions("me") }},
	{"colours", `<style>cluster-search{--cluster-accent:#ffed00;--cluster-background:#7a7a7a}</style><cluster-search></cluster-search>`,
		func(r *rig) { r.suggestions("me"); r.keys(kb.ArrowDown) }},
}

// TestAxe runs axe-core on every state, light and dark, wide and 320 pixels
// narrow, which is also a page 1280 pixels wide at 400 % zoom.
func TestAxe(t *testing.T) {
	browser := browsertest.Start(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, state := range states {
			t.Run(scheme+" "+state.name, func(t *testing.T) {
				r := newRig(t, browser)
				media(r, "prefers-color-scheme", scheme)
				for _, width := range []int64{1000, 320} {
					r.run(chromedp.EmulateViewport(width, 700))
					r.open(state.box)
					state.reach(r)
					r.axe()
					r.want(`document.documentElement.scrollWidth <= ` + fmt.Sprint(width))
					r.picture(fmt.Sprintf("%s-%s-%d", state.name, scheme, width))
				}
			})
		}
	}
}

func TestForcedColours(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	media(r, "forced-colors", "active")
	r.open(`<cluster-search></cluster-search>`)
	r.suggestions("me")
	r.keys(kb.ArrowDown)
	r.want(`(([a, b]) => a !== b)($$("li").map(li => getComputedStyle(li).backgroundColor))`)
	r.want(`getComputedStyle(q).borderTopWidth === "2px"`)
	r.axe()
	r.picture("forced-colours")
}

// media makes the tab prefer something.
func media(r *rig, name, value string) {
	call(r, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}})
}

// axe fails for each violation that axe-core finds, target size included.
func (r *rig) axe() {
	r.t.Helper()
	value(r, chromedp.Evaluate[chromedp.Void](axe))
	raw := r.eval(`axe.run(document, {rules: {"target-size": {enabled: true}}}).then(a => ({passed: a.passes.length,
		violations: a.violations.map(v => v.id + ": " + v.nodes.map(n => n.html + " " + n.failureSummary).join("; "))}))`)
	var found struct {
		Passed     int
		Violations []string
	}
	if err := json.Unmarshal([]byte(raw), &found); err != nil {
		r.t.Fatalf("%v: %s", err, raw)
	}
	for _, v := range found.Violations {
		r.t.Errorf("axe: %s", v)
	}
	if found.Passed < 10 {
		r.t.Errorf("axe checked only %d rules; it did not see the box", found.Passed)
	}
}

// picture writes what the tab shows where WIDGET_SCREENSHOTS names a folder.
func (r *rig) picture(name string) {
	r.t.Helper()
	dir := os.Getenv("WIDGET_SCREENSHOTS")
	if dir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), value(r, chromedp.CaptureScreenshot()), 0o600); err != nil {
		r.t.Fatal(err)
	}
}
