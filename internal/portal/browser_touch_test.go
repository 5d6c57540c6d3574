package portal_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"clusterlotse/internal/browsertest"
)

// phone makes the tab a phone's: 320 CSS pixels wide, with a touch screen.
func phone(t *testing.T) *tab {
	t.Helper()
	b := newTab(t, browsertest.Start(t))
	call(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 2})
	b.run(chromedp.EmulateViewport(320, 640, chromedp.EmulateMobile, chromedp.EmulateScale(2)))
	return b
}

// tap brings the middle of an element into view and touches it there.
func (b *tab) tap(element string) {
	b.t.Helper()
	var at [2]float64
	b.eval(`(e => { e.scrollIntoView({block: "center", behavior: "instant"}); const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] })(`+element+`)`, &at)
	browsertest.Finger(b.t, b.ctx, at[0], at[1], 0)
}

// TestTouchMenus goes through menu, search with suggestions, filters and language
// with a finger.
func TestTouchMenus(t *testing.T) {
	b := phone(t)
	b.open("/", "de")
	b.tap(`document.querySelector("nav a[href*='/regions']")`)
	b.wait(`location.pathname === "/regions" && document.readyState === "complete"`)
	b.tap(`document.querySelector(".brand")`)
	b.wait(`location.pathname === "/" && boxes().length === 1 && boxes()[0].querySelector("#q")`)
	b.tap(`document.getElementById("q")`)
	b.want(`focused().getAttribute("role") === "combobox"`)
	b.types("medizint")
	b.wait(`boxes()[0].querySelectorAll("[role=option]").length > 0 && !boxes()[0].querySelector("#list").hidden`)
	b.tap(`boxes()[0].querySelector("[role=option]")`)
	b.wait(`document.getElementById("q").value === "Medizintechnik"`)
	b.tap(`document.querySelector(".hero button")`)
	b.wait(`location.search.includes("q=Medizintechnik") && document.getElementById("count")`)
	b.eval(`window.stayed = true`, nil)
	b.tap(`document.querySelector(".filters > summary")`)
	b.tap(`document.querySelector("[name=kind]").closest("label")`)
	b.wait(`location.search.includes("kind=") && document.querySelector(".chips a")`)
	b.tap(`document.querySelector(".chips a")`)
	b.wait(`!location.search.includes("kind=") && !document.querySelector(".chips")`)
	b.want(`window.stayed`)
	b.tap(`document.querySelector(".lang")`)
	b.wait(`document.documentElement.lang === "en" && location.search.includes("q=Medizintechnik")`)
}

// TestTouchMap chooses a region on the map with a finger, as a filter and as a way
// into a region.
func TestTouchMap(t *testing.T) {
	b := phone(t)
	b.open("/regions", "de")
	b.tap(`document.querySelector(".map a[aria-label^=Stuttgart] path")`)
	b.wait(`location.pathname === "/search" && location.search.includes("region=stuttgart") && document.readyState === "complete"`)
	b.open("/search?q=Energie", "de")
	b.eval(`window.stayed = true`, nil)
	b.tap(`document.querySelector(".mapfilter summary")`)
	b.tap(`document.querySelector(".mapfilter .map a[aria-label^=Stuttgart] path")`)
	b.wait(`location.search.includes("region=stuttgart") && document.querySelector(".chips a")`)
	b.want(`window.stayed && document.querySelector(".mapfilter").open`)
}
