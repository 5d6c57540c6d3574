package widget_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"clusterlotse/internal/browsertest"
)

// luminance is WCAG's, of a colour as Chromium computes it.
const luminance = `((text) => {
	const linear = text.includes("srgb-linear"), scale = text.startsWith("rgb(") ? 255 : 1;
	const [r, g, b] = text.replace(/srgb-linear|srgb/, "").match(/-?[\d.]+(e-?\d+)?/g).map(Number).map(v => v / scale)
		.map(v => linear ? v : v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
	return .2126 * r + .7152 * g + .0722 * b;
})`

// TestAnyColourIsReadable sets many accents and backgrounds: text and lines keep
// 4.5 to 1 on each.
func TestAnyColourIsReadable(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search></cluster-search>`)
	const seed = 5
	random := rand.New(rand.NewPCG(seed, seed))
	colours := []string{`"#000"`, `"#fff"`, `"#767676"`, `"#757575"`, `"transparent"`, `"rgb(255 255 255 / .1)"`, `"hsl(60 100% 50%)"`, `"oklch(.6 .3 150)"`}
	for range 300 {
		colours = append(colours, fmt.Sprintf(`"#%06x"`, random.IntN(1<<24)))
	}
	worst := r.text(`((luminance, e) => [` + strings.Join(colours, ",") + `].map((c) => {
		e.style.setProperty("--cluster-accent", c);
		e.style.setProperty("--cluster-background", c);
		const ratio = (el) => { const s = getComputedStyle(el), l = [s.color, s.backgroundColor].map(luminance).sort((a, b) => b - a); return (l[0] + .05) / (l[1] + .05) };
		return [Math.min(ratio($(".box")), ratio(q), ratio($("button"))), c];
	}).sort((a, b) => a[0] - b[0])[0].join(" "))(` + luminance + `, document.querySelector("cluster-search"))`)
	ratio, colour, _ := strings.Cut(worst, " ")
	if least, err := strconv.ParseFloat(ratio, 64); err != nil || least < 4.5 {
		t.Errorf("the worst contrast is %s, with %s", ratio, colour)
	}
	t.Logf("worst contrast of %d colours: %s, with %s", len(colours), ratio, colour)
}

func TestThemeFollowsTheVisitorOrTheAttribute(t *testing.T) {
	browser := browsertest.Start(t)
	const dark = `(` + luminance + `)(getComputedStyle($(".box")).backgroundColor) < .2`
	for _, c := range []struct{ visitor, theme, dark string }{
		{"light", "", "false"}, {"dark", "", "true"}, {"dark", "light", "false"}, {"light", "dark", "true"},
	} {
		t.Run(c.visitor+" "+c.theme, func(t *testing.T) {
			r := newRig(t, browser)
			media(r, "prefers-color-scheme", c.visitor)
			r.open(`<cluster-search theme="` + c.theme + `"></cluster-search>`)
			if got := r.eval(dark); got != c.dark {
				t.Errorf("dark: %s, want %s", got, c.dark)
			}
		})
	}
}
