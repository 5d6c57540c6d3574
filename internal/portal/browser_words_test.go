package portal_test

import (
	"net/url"
	"testing"

	"clusterlotse/internal/browsertest"
)

// brokenWords are the words inside the elements of a selector that go on in the
// next line. Hyphens are off, for not every browser has a dictionary of German:
// without one a broken word shows no hyphen.
const brokenWords = `(selector => {
	const broken = [], range = document.createRange();
	for (const e of document.querySelectorAll(selector)) {
		for (const inner of [e, ...e.querySelectorAll("*")]) inner.style.hyphens = "manual";
		const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
		for (let text; text = texts.nextNode();) for (const word of text.data.matchAll(/\p{L}+/gu)) {
			range.setStart(text, word.index);
			range.setEnd(text, word.index + word[0].length);
			const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
			if (lines.size > 1) broken.push(word[0]);
		}
	}
	return broken.join(", ");
})`

// TestWordsStayWhole: chips and tables have room for the long words of the field.
func TestWordsStayWhole(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	asked := "/match?" + url.Values{"text": {"Wir fertigen Präzisionsteile aus Aluminium und suchen Partner für Automatisierung, " +
		"Kunststoffverarbeitung, Oberflächentechnik und Medizintechnik in Tuttlingen."}}.Encode()
	compared := "/compare?id=packaging-valley-germany&id=cyber-valley&id=afbw&id=bwcon"
	for _, c := range []struct {
		address, selector string
		width             int64
	}{
		{asked, ".pick, .cover, .reasons", 1280}, {asked, ".pick, .cover, .reasons", 320},
		{compared, ".compare", 1280}, {compared, ".compare thead, .compare tbody th", 320},
		{"/data", ".plain", 1280}, {"/data", ".plain", 320}, {"/founders", ".kern-card", 320},
	} {
		b.size(c.width, 900, 1)
		b.open(c.address, "de")
		b.want(`document.querySelector("` + c.selector + `")`)
		if broken := b.text(brokenWords + `("` + c.selector + `")`); broken != "" {
			t.Errorf("%s in %d pixels breaks %s", c.address, c.width, broken)
		}
	}
}

// TestCompareSideBySide: in the narrowest view the networks stand beside one
// another in each row, and what is to be scrolled can be reached by the keyboard.
func TestCompareSideBySide(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	b.size(320, 256, 4)
	b.open("/compare?id=packaging-valley-germany&id=cyber-valley&id=afbw&id=bwcon", "de")
	b.want(`[...document.querySelectorAll(".compare tbody tr")].every(row => {
		const [label, ...cells] = [...row.children].map(e => e.getBoundingClientRect());
		return cells.length === 4 && cells.every((c, i) => c.top === cells[0].top && c.top >= label.bottom && (!i || c.left >= cells[i-1].right));
	})`)
	b.want(`(e => e.tabIndex === 0 && e.getAttribute("role") === "region" && e.getAttribute("aria-label") && e.scrollWidth > e.clientWidth)(document.querySelector(".compare").parentElement)`)
}

// TestPortfolioIsNotCut: in the narrowest view nothing of who covers what lies beyond
// the edge, however many networks there are.
func TestPortfolioIsNotCut(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	b.size(320, 640, 1)
	b.open("/match?"+url.Values{"text": {"Wir stellen Fenster aus Holz und Aluminium her, möchten die Fertigung automatisieren und suchen Fachkräfte in Schwäbisch Hall"}}.Encode(), "de")
	b.want(`document.querySelector(".cover.of3, .cover.of4")`)
	b.want(`(e => e.scrollWidth <= e.clientWidth)(document.querySelector(".cover").parentElement)`)
}
