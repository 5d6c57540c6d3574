package portal_test

import (
	"encoding/json"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
)

// basics gathers what every page owes its readers.
const basics = `(() => {
	const faults = [], all = (s, e = document) => [...e.querySelectorAll(s)];
	const seen = (e) => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width > 1;
	const name = (e) => e.outerHTML.slice(0, 120);
	const one = (s) => { const n = all(s).length; if (n !== 1) faults.push(n + " " + s) };
	["h1", "main", "body > header", "footer", "head > title", "meta[name=description][content]", ".skip"].forEach(one);
	if (!document.querySelector("meta[name=description]").content) faults.push("empty description");
	let level = 0;
	for (const h of all("h1, h2, h3, h4, h5, h6").filter(seen)) {
		const now = +h.tagName[1];
		if (now > level + 1) faults.push("h" + now + " after h" + level + ": " + h.textContent.trim());
		if (!h.textContent.trim()) faults.push("empty heading");
		level = now;
	}
	for (const f of all("input:not([type=hidden]), select, textarea"))
		if (!f.labels.length && !f.ariaLabel) faults.push("no label: " + name(f));
	for (const e of all("a[href], button, input:not([type=hidden]), select, textarea, summary").filter(seen)) {
		const label = e.closest("label"), box = (label ?? e).getBoundingClientRect();
		const flow = e.matches("a") && getComputedStyle(e).display === "inline" && e.parentElement.textContent.trim().length > e.textContent.trim().length;
		if (!flow && !e.matches(".skip") && (box.width < 24 || box.height < 23.5))
			faults.push("target " + Math.round(box.width) + "x" + Math.round(box.height) + ": " + name(e));
		if (e.matches("a, button, summary") && !(e.ariaLabel || e.textContent.trim() || e.querySelector("[alt]:not([alt=''])"))) faults.push("no name: " + name(e));
	}
	for (const a of all("a[href^='#']")) if (!document.querySelector(a.getAttribute("href"))) faults.push("leads nowhere: " + name(a));
	return {Title: document.title, Lang: document.documentElement.lang, Faults: faults};
})()`

// TestBasics holds every page to title, description, language, headings, labels,
// landmarks, names, the size of targets, and the skip link.
func TestBasics(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		t.Run(lang, func(t *testing.T) {
			b := newTab(t, browsertest.Start(t))
			titles := map[string]string{}
			for _, target := range addresses {
				b.size(1280, 900, 1)
				b.open(target, lang)
				var page struct {
					Title, Lang string
					Faults      []string
				}
				b.eval(basics, &page)
				for _, fault := range page.Faults {
					t.Errorf("%s: %s", target, fault)
				}
				if page.Lang != lang {
					t.Errorf("%s: language %q", target, page.Lang)
				}
				if first, taken := titles[page.Title]; taken && !sameSearch(first, target) {
					t.Errorf("%s has the title of %s: %s", target, first, page.Title)
				}
				titles[page.Title] = target
				b.skips(target)
			}
		})
	}
}

// sameSearch reports whether two addresses are the same page with other
// parameters, which may share a title.
func sameSearch(a, b string) bool {
	path := func(s string) string {
		for i := range s {
			if s[i] == '?' {
				return s[:i]
			}
		}
		return s
	}
	return path(a) == path(b)
}

// skips takes the skip link by keyboard.
func (b *tab) skips(target string) {
	b.t.Helper()
	b.run(chromedp.KeyEvent(kb.Tab))
	if !b.holds(`(e => e.matches(".skip") && e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().height >= 24)(document.activeElement)`) {
		b.t.Errorf("%s: the first Tab leads to %s", target, b.text(`document.activeElement.outerHTML.slice(0, 100)`))
		return
	}
	b.enter()
	b.wait(`document.activeElement.id === "main"`)
}

// TestJSONLDInBrowser reads what a machine would read, after the browser parsed
// it.
func TestJSONLDInBrowser(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	for target, want := range map[string][]string{
		"/": {"WebSite"}, "/search?q=KI": {"ItemList"}, "/networks/cyber-valley": {"Organization", "BreadcrumbList"},
		"/technologies/robotics": {"BreadcrumbList"}, "/regions/stuttgart": {"BreadcrumbList"}, "/about": {},
	} {
		b.open(target, "en")
		got := []string{}
		b.eval(`[...document.querySelectorAll("script[type='application/ld+json']")].map(s => JSON.parse(s.textContent)["@type"])`, &got)
		a, _ := json.Marshal(got)
		if w, _ := json.Marshal(want); string(a) != string(w) {
			t.Errorf("%s: %s, want %s", target, a, w)
		}
	}
}
