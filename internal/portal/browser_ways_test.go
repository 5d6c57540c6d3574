package portal_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/storage"

	"clusterlotse/internal/browsertest"
)

// TestCompanyByKeyboard goes the way of a small company with Tab, Enter and
// letters only: start, a sentence, matches with reasons, a profile.
func TestCompanyByKeyboard(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		t.Run(lang, func(t *testing.T) {
			b := newTab(t, browsertest.Start(t))
			b.open("/", lang)
			b.tabTo(`e.matches(".doors a, main a") && new URL(e.href).pathname === "/match"`)
			b.enter()
			b.wait(`location.pathname === "/match" && document.getElementById("text")`)
			b.tabTo(`e.id === "text"`)
			b.types("Wir fräsen Teile für die Medizintechnik in Tuttlingen")
			b.tabTo(`e.matches(".matchform button")`)
			b.enter()
			b.wait(`document.querySelector(".hits .reasons")`)
			b.tabTo(`e.matches(".hits h3 a")`)
			name := b.text(`document.activeElement.textContent`)
			b.enter()
			b.wait(`location.pathname.startsWith("/networks/")`)
			if got := b.text(`document.querySelector("h1").textContent`); got != name {
				t.Errorf("%q led to %q", name, got)
			}
			b.tabTo(`e.matches(".sources a")`)
			if b.text("document.documentElement.lang") != lang {
				t.Error("the way lost the language")
			}
		})
	}
}

// TestFounderByKeyboard goes the way of a founder: start, the founders' page, a
// sentence, contact points.
func TestFounderByKeyboard(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	b.open("/", "de")
	b.tabTo(`e.matches("main a") && new URL(e.href).pathname === "/founders"`)
	b.enter()
	b.wait(`location.pathname === "/founders" && document.querySelector("main form [name=text]")`)
	b.tabTo(`e.matches("main form [name=text]")`)
	b.types("Software für Medizintechnik")
	b.tabTo(`e.matches("main form [name=place]")`)
	b.types("Mannheim")
	b.tabTo(`e.matches("main form button, main form [type=submit]")`)
	b.enter()
	b.wait(`location.search.includes("Mannheim") && document.querySelector("main a[href*='/networks/']")`)
	b.tabTo(`e.matches("main a[href*='/networks/']")`)
	b.enter()
	b.wait(`location.pathname.startsWith("/networks/") && document.querySelector("h1")`)
}

// TestSearchByKeyboard goes the way of somebody who comes from a search box:
// results, a filter, the way back, a profile.
func TestSearchByKeyboard(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	b.open("/", "de")
	b.tabTo(`e.matches(".skip")`)
	b.enter()
	b.wait(`document.activeElement.id === "main"`)
	b.tabTo(`e.id === "q"`)
	b.types("Energie")
	b.enter()
	b.wait(`location.pathname === "/search" && document.getElementById("count")`)
	all := b.text(`document.getElementById("count").textContent`)
	b.tabTo(`e.matches("[name=kind]")`)
	b.eval(`window.stayed = true`, nil)
	b.types(" ")
	b.wait(`location.search.includes("kind=") && document.querySelector(".chips a") && document.querySelector("[role=status]").textContent`)
	b.want(`window.stayed`)
	b.want(`document.activeElement.matches("[name=kind]:checked")`)
	few := b.text(`document.getElementById("count").textContent`)
	if few == all {
		t.Errorf("the filter changed nothing: %s", all)
	}
	if spoken := b.text(`document.querySelector("[role=status]").textContent`); spoken != few {
		t.Errorf("spoken %q, shown %q", spoken, few)
	}
	b.eval(`history.back()`, nil)
	b.wait(`!location.search.includes("kind=") && !document.querySelector(".chips")`)
	if back := b.text(`document.getElementById("count").textContent`); back != all {
		t.Errorf("after the way back %q, before %q", back, all)
	}
	b.tabTo(`e.matches(".hits h3 a")`)
	b.enter()
	b.wait(`location.pathname.startsWith("/networks/")`)
}

// TestSuggestionByKeyboard takes a suggestion on the start page, and another on
// the page of results, which stays loaded.
func TestSuggestionByKeyboard(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	b.open("/", "de")
	b.tabTo(`e.id === "q"`)
	b.want(`focused().getAttribute("aria-label") === document.querySelector("label[for=q]").textContent`)
	b.suggest("Medizint")
	b.enter()
	b.wait(`document.getElementById("q").value === "Medizintechnik"`)
	b.want(`location.pathname === "/"`)
	b.enter()
	b.wait(`location.pathname === "/search" && location.search.includes("q=Medizintechnik") && document.getElementById("count")`)
	b.eval(`window.stayed = true, document.getElementById("q").value = ""`, nil)
	b.suggest("Roboti")
	b.enter()
	b.enter()
	b.wait(`location.search.includes("q=Robotik") && document.title.includes("Robotik")`)
	b.want(`window.stayed && document.activeElement.id === "count"`)
}

// TestInstantFiltering holds the script to what a page loaded anew would show.
func TestInstantFiltering(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	b.open("/search?q=Energie&region=stuttgart", "de")
	b.eval(`window.stayed = true, document.querySelector(".chips a").click()`, nil)
	b.wait(`!location.search.includes("region=") && !document.querySelector(".chips")`)
	b.want(`document.activeElement.id === "count"`)
	b.eval(`document.querySelector(".pager [rel=next]").click()`, nil)
	b.wait(`location.search.includes("offset=10") && document.querySelector(".hits").start === 11`)
	b.eval(`document.getElementById("q").value = "Wasserstof", document.querySelector("#search button").click()`, nil)
	b.wait(`location.search.includes("q=Wasserstof") && document.title.includes("Wasserstof")`)
	b.want(`window.stayed`)
	b.want(`document.querySelector("a.lang").href.includes("q=Wasserstof")`)
	shown := `document.querySelector(".columns").innerText + document.getElementById("q").value`
	before := b.text(shown)
	b.eval(`location.reload()`, nil)
	b.wait(`!window.stayed && document.readyState === "complete"`)
	if after := b.text(shown); after != before {
		t.Errorf("the script shows\n%s\nand the page itself\n%s", before, after)
	}
	b.eval(`document.getElementById("near").value = "Atlantis", document.querySelector("#search button").click()`, nil)
	b.wait(`document.querySelector("[role=alert]") && document.querySelector("[role=status]").textContent`)
}

// TestScriptOff goes through search and match without any script.
func TestScriptOff(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.open("/search?q=Energie", "de")
	b.wait(`document.querySelector(".hits")`)
	b.want(`!document.querySelector("[role=status]") && document.getElementById("q").localName === "input"`)
	b.eval(`document.querySelector("[name=kind]").click()`, nil)
	b.eval(`document.querySelector(".filters button").click()`, nil)
	b.wait(`location.search.includes("kind=") && document.querySelector(".chips a")`)
	b.match("Wir fräsen Teile für die Medizintechnik", "de")
	b.want(`document.querySelector(".hits h3 a")`)
}

// TestPrivacy visits every page and looks whom it asked and what it left behind.
func TestPrivacy(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	for _, target := range addresses {
		b.open(target, "de")
	}
	b.open("/", "de")
	b.suggest("me")
	b.match("Wir fräsen Teile für die Medizintechnik", "de")
	b.want(`document.cookie === "" && localStorage.length === 0 && sessionStorage.length === 0`)
	if found := call(b, storage.GetCookies, storage.GetCookiesParams{}); len(found.Cookies) != 0 {
		t.Errorf("%d cookies", len(found.Cookies))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, u := range b.urls {
		if !strings.HasPrefix(u, b.base+"/") {
			t.Errorf("asked %s", u)
		}
	}
	if len(b.urls) < len(addresses) {
		t.Error("the requests were not seen")
	}
}
