package portal_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"clusterlotse/internal/browsertest"
)

func TestZZLook(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	b.base = "http://127.0.0.1:18095"
	axe, _ := os.ReadFile("../widget/testdata/axe.min.js")
	m := "/match?text=Wir+fr%C3%A4sen+Titan+f%C3%BCr+Implantate+und+suchen+Partner+f%C3%BCr+Laserstrukturierung+und+Innovationsgutscheine%2C+keine+Softwarefirma%2C+Quuxifizierung%2C+Raum+Tuttlingen"
	for name, at := range map[string]string{
		"match": m, "drop": m + "&drop=place&drop=industries:medical-technology", "none": "/match?text=Friseur+in+Berlin",
		"net": "/networks/medicalmountains", "app": "/networks/medicalmountains/appearances",
		"embed": "/embed?mode=search&region=ulm&accent=%23aa0055&background=%23ffeedd&kind=cluster-initiative", "founders": "/founders?phase=seed&place=Mannheim&text=Medizintechnik&need=mentoring",
	} {
		for _, w := range []int64{320, 1200} {
			for _, scheme := range []string{"dark", "light"} {
				b.media("prefers-color-scheme", scheme)
				b.size(w, 900, 1)
				b.open(at, "de")
				var wide bool
				b.eval(`document.documentElement.scrollWidth > innerWidth`, &wide)
				if wide {
					t.Errorf("%s at %d scrolls sideways", name, w)
				}
				var faults []string
				b.run(chromedp.Evaluate[chromedp.Void](string(axe)))
				b.eval(`[...seen.faults, ...(await axe.run(document, {iframes: false})).violations.map(v => v.id + " " + v.nodes.map(n => n.html.slice(0, 120)).slice(0,3).join(" | "))]`, &faults)
				for _, f := range faults {
					t.Errorf("%s %d %s: %s", name, w, scheme, f)
				}
				if scheme == "dark" {
					continue
				}
				beyond := true
				shot := call(b, page.CaptureScreenshot, page.CaptureScreenshotParams{CaptureBeyondViewport: &beyond})
				n := name + "-wide"
				if w == 320 {
					n = name + "-320"
				}
				_ = os.WriteFile("/tmp/shots4/"+n+".png", shot.Data, 0o644)
			}
		}
	}
	_ = json.Valid
}
