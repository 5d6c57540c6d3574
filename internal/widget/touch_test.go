package widget_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"clusterlotse/internal/browsertest"
)

// touchScreen makes the tab a phone's: 320 CSS pixels wide, with fingers.
func touchScreen(r *rig) {
	r.t.Helper()
	call(r, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 2})
	r.run(chromedp.EmulateViewport(320, 640, chromedp.EmulateMobile, chromedp.EmulateScale(2)))
}

// finger lays a finger on the middle of an element, moves it by dy pixels, and
// lifts it.
func (r *rig) finger(element string, dy float64) {
	r.t.Helper()
	at := r.middle(element)
	browsertest.Finger(r.t, r.ctx, at[0], at[1], dy)
}

// TestTouch goes the whole way with a finger: the field, a suggestion, the button.
func TestTouch(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	touchScreen(r)
	r.open(`<cluster-search></cluster-search>`)
	r.eval(`(window.touches = 0, addEventListener("touchstart", () => touches++, true), null)`)
	r.finger(`q`, 0)
	r.want(`box.activeElement === q && touches === 1`)
	r.typed("me")
	r.finger(`$$("[role=option]")[1]`, 0)
	r.wait(`q.value === "Medical Mountains" && $("#list").hidden`)
	r.want(`box.activeElement === q`)
	r.finger(`$("button")`, 0)
	r.wait(`document.title === "results"`)
}

// TestSwipeScrollsTheList: a finger that moves scrolls what does not fit, takes
// nothing, and leaves the list open.
func TestSwipeScrollsTheList(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	touchScreen(r)
	r.run(chromedp.EmulateViewport(320, 240, chromedp.EmulateMobile, chromedp.EmulateScale(2)))
	r.open(`<cluster-search></cluster-search>`)
	r.finger(`q`, 0)
	r.typed("me")
	r.eval(`q.scrollIntoView()`)
	r.want(`$("#list").scrollHeight > $("#list").clientHeight`)
	r.finger(`$$("[role=option]")[1]`, -60)
	r.wait(`$("#list").scrollTop > 0`)
	r.want(`q.value === "me" && !$("#list").hidden && box.activeElement === q`)
}

// TestTouchElsewhereCloses: a tap on the page puts the list away.
func TestTouchElsewhereCloses(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	touchScreen(r)
	r.open(`<cluster-search></cluster-search><p style="margin-top:400px">Text der Stadt</p>`)
	r.finger(`q`, 0)
	r.typed("me")
	r.finger(`document.querySelector("p")`, 0)
	r.wait(`$("#list").hidden && q.value === "me"`)
}

// TestMagnifier: whoever sees a small part of the screen finds the suggestions
// at the field, each with its kind right behind it, also at 400 % zoom and after
// the page was scrolled.
func TestMagnifier(t *testing.T) {
	browser := browsertest.Start(t)
	for _, c := range []struct {
		width, height int64
		scale         float64
	}{{1280, 900, 1}, {320, 256, 4}} {
		t.Run(fmt.Sprint(c.width), func(t *testing.T) {
			r := newRig(t, browser)
			r.run(chromedp.EmulateViewport(c.width, c.height, chromedp.EmulateScale(c.scale)))
			r.open(`<p style="height:300px">Text</p><cluster-search></cluster-search><p style="height:900px">Text</p>`)
			r.suggestions("me")
			const near = `(([f, l]) => l.left === f.left && l.right === f.right && l.top - f.bottom >= 0 && l.top - f.bottom <= 8)([q, $("#list")].map(e => e.getBoundingClientRect()))`
			r.want(near)
			r.eval(`scrollBy(0, 40)`)
			r.want(near)
			r.want(`$$("li").every(li => (([row, name, kind]) => name.left - row.left < 24 && (kind.left - name.right < 24 || kind.top >= name.bottom - 4))
				([li, ...li.children].map(e => e.getBoundingClientRect())))`)
			r.want(`document.documentElement.scrollWidth <= innerWidth`)
		})
	}
}
