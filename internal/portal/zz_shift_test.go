package portal_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"clusterlotse/internal/browsertest"
)

func TestZZ(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	call(b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 20})
	b.size(1280, 900, 1)
	for range 25 {
		b.open("/search?q=wasserstof+Freibrug&kind=alliance", "en")
		b.eval(`new Promise(r => setTimeout(r, 100))`, nil)
		b.clean(state{name: "x"})
	}
}
