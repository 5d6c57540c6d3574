package widget_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
	"clusterlotse/internal/widget"
)

// hostileStyle is worse than what themes of WordPress and TYPO3 do to a page.
const hostileStyle = `<style>
html{font-size:62.5%}
*,*::before{all:unset!important;display:inline!important;visibility:hidden!important;color:#eee!important;font:italic 7px cursive!important;letter-spacing:1em!important;text-transform:uppercase!important;line-height:.5!important;opacity:1!important}
form,input,label,button,ul,li{display:none!important}
ul li::before{content:"»"!important}
#q,#list,.box,.row,.pop{position:fixed!important;left:-9999px!important}
cluster-search{display:inline!important;text-align:right!important;cursor:wait!important;direction:rtl}
</style>`

func TestHostileStyles(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	measure := `[...$$(".box, label, #q, button, li, li span")].map(e => { const s = getComputedStyle(e); return [e.localName, s.display, s.visibility, s.color, s.fontSize, s.letterSpacing, s.textTransform, s.lineHeight, s.textAlign, s.position, Math.round(e.getBoundingClientRect().height)].join() }).join("\n")`
	r.open(`<cluster-search></cluster-search>`)
	r.suggestions("me")
	plain := r.text(measure)
	r.open(hostileStyle + `<cluster-search></cluster-search>`)
	r.suggestions("me")
	if hostile := r.text(measure); hostile != plain {
		t.Errorf("the page's styles reach into the box:\n%s\ninstead of\n%s", hostile, plain)
	}
	r.tap(`$$("[role=option]")[0]`)
	r.want(`q.value === "Medizintechnik"`)
}

// TestStrictPolicy uses the policy that EMBED.md names, with nothing unsafe and
// with Trusted Types.
func TestStrictPolicy(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	at := r.server.URL
	r.csp = "default-src 'none'; script-src " + at + "; connect-src " + at + "; form-action " + at + "; require-trusted-types-for 'script'; base-uri 'none'"
	r.open(`<cluster-search></cluster-search>`)
	r.want(`getComputedStyle($(".box")).paddingTop === "12px"`)
	r.suggestions("me")
	r.keys(kb.ArrowDown, kb.Enter, kb.Enter)
	r.wait(`document.title === "results"`)
}

// TestBlockedScript lets the integrity fail, as after an update of the server.
func TestBlockedScript(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	w, _ := widget.New(widget.Config{BaseURL: r.server.URL})
	snippet := strings.Replace(w.Snippet(widget.Options{Region: "ulm"}), "sha384-", "sha384-AAAA", 1)
	r.show(`<!doctype html><title>Stadt</title>` + snippet)
	r.wait(`document.readyState === "complete"`)
	r.want(`document.querySelector("cluster-search").shadowRoot === null`)
	r.plainFormWorks()
}

func TestScriptOff(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	w, _ := widget.New(widget.Config{BaseURL: r.server.URL})
	call(r, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	r.show(`<!doctype html><title>Stadt</title>` + w.Snippet(widget.Options{Region: "ulm"}))
	r.plainFormWorks()
}

func (r *rig) plainFormWorks() {
	r.t.Helper()
	r.want(`document.querySelector("label").checkVisibility()`)
	r.keys(kb.Tab, "x", kb.Enter)
	r.wait(`document.title === "results"`)
	if got := r.text(`document.getElementById("form").textContent`); got != "GET /search?lang=de&q=x&region=ulm" {
		r.t.Errorf("the plain form sent %s", got)
	}
}

func TestTypedBeforeTheScriptCame(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.show(`<!doctype html><html lang="de"><title>Stadt</title><cluster-search><form action="/x"><input name="q" value="schon getippt" autofocus></form></cluster-search>`)
	r.eval(`document.querySelector("[name=q]").focus()`)
	r.eval(`new Promise(done => { const s = document.createElement("script"); s.src = "` + r.server.URL + widget.ScriptPath + `"; s.onload = () => done(null); document.head.append(s) })`)
	r.want(`q.value === "schon getippt" && box.activeElement === q`)
}

func TestTwoBoxes(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	// The second copy of the script finds the element defined and does nothing.
	r.open(`<cluster-search></cluster-search><cluster-search id="second" mode="founders" lang="en"></cluster-search>` + r.script())
	const second = `document.getElementById("second").shadowRoot`
	r.suggestions("me")
	r.want(second + `.querySelectorAll("[role=option]").length === 0`)
	r.want(second + `.querySelector("label").textContent === "Find help to start a company"`)
	r.eval(second + `.querySelector("#q").focus()`)
	r.want(`$("#list").hidden`)
	r.keys("m", "e", "d")
	r.wait(second + `.querySelectorAll("[role=option]").length === 2`)
	r.want(`q.value === "me"`)
}

// TestLateAnswers holds the answer to "me" back until "med" is answered; once
// with requests that can be broken off, once where that does not help.
func TestLateAnswers(t *testing.T) {
	browser := browsertest.Start(t)
	for name, prepare := range map[string]string{"aborted": `null`, "not aborted": `(AbortController.prototype.abort = () => {}, null)`} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, browser)
			r.open(`<cluster-search region="langsam"></cluster-search>`)
			r.eval(prepare)
			r.eval(`q.focus()`)
			r.keys("m", "e")
			for len(r.requests("/api/")) == 0 {
				r.eval(`new Promise(done => setTimeout(() => done(null), 10))`)
			}
			r.keys("d")
			r.wait(`$$("[role=option]").length === 2`)
			r.release()
			// When another answer is there, the one before it is, too.
			r.eval(`fetch("` + r.server.URL + `/api/v1/suggest?q=me").then(() => null)`)
			r.eval(`new Promise(done => requestAnimationFrame(() => setTimeout(() => done(null))))`)
			r.want(`$$("[role=option]").length === 2`)
		})
	}
}

func TestNoListAfterLeaving(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search region="langsam"></cluster-search>`)
	r.eval(`(AbortController.prototype.abort = () => {}, q.focus(), null)`)
	r.keys("m", "e")
	for len(r.requests("/api/")) == 0 {
		r.eval(`new Promise(done => setTimeout(() => done(null), 10))`)
	}
	r.keys(kb.Tab)
	r.release()
	r.eval(`fetch("` + r.server.URL + `/api/v1/suggest?q=me").then(() => null)`)
	r.want(`$("#list").hidden && q.getAttribute("aria-expanded") === "false"`)
}

func TestServerFails(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search></cluster-search>`)
	r.eval(`q.focus()`)
	r.keys("k", "a", "p", "u", "t", "t")
	r.wait(`!$("p.pop").hidden && $("p.pop").textContent.includes("nicht erreichbar")`)
	if s := r.spoken(); strings.Contains(s, "Keine Treffer") {
		t.Errorf("a failure is spoken as %q", s)
	}
}

func TestTextIsNeverHTML(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search label="&lt;img src=x&gt;" placeholder="&quot;&gt;&lt;b&gt;"></cluster-search>`)
	r.suggestions("<im")
	r.want(`!$("img") && $("li span").textContent.startsWith("<img src=x") && $("li b").textContent === "<im" && document.title === "Stadt"`)
	r.want(`$("label").textContent === "<img src=x>"`)
}

// TestServerAttribute allows http addresses only.
func TestServerAttribute(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	for value, want := range map[string]string{
		"": r.server.URL + "/search", "https://lotse.example.org/a?x#y": "https://lotse.example.org/a/search",
		"javascript:alert(1)": r.server.URL + "/search", "http://[": r.server.URL + "/search",
	} {
		r.open(`<cluster-search server="` + value + `"></cluster-search>`)
		if got := r.text(`$("form").action`); got != want {
			t.Errorf("server=%q leads to %s, not %s", value, got, want)
		}
	}
}

func TestAttributesCanChange(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search></cluster-search>`)
	r.suggestions("me")
	r.eval(`(document.querySelector("cluster-search").setAttribute("lang", "en"), null)`)
	r.want(`$("button").textContent === "Search" && q.value === "me" && $("#list").hidden`)
	r.eval(`(document.querySelector("cluster-search").setAttribute("target", "_blank"), null)`)
	r.want(`$("form").rel === "noopener" && $("button").textContent === "Search (opens a new window)"`)
}

func TestFrame(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.csp = "default-src 'none'; frame-src " + r.server.URL
	w, _ := widget.New(widget.Config{BaseURL: r.server.URL})
	r.show(`<!doctype html><title>Stadt</title>` + w.FrameSnippet(widget.Options{Region: "ulm", Accent: "#ff0000"}))
	r.wait(`document.readyState === "complete"`)
	// A frame of another origin cannot be looked into from its page; shown by
	// itself it is the same document under the same policy.
	r.run(chromedp.Navigate(r.server.URL + widget.FramePath + "?region=ulm&accent=%23ff0000"))
	r.wait(`!!q`)
	r.want(`$("form").target === "_top" && getComputedStyle($("button")).backgroundColor.replace("color(srgb 1 0 0)", "rgb(255, 0, 0)") === "rgb(255, 0, 0)"`)
	r.suggestions("me")
	r.keys(kb.Escape, kb.Enter)
	r.wait(`document.title === "results"`)
	if got := r.requests(widget.FramePath); len(got) != 2 {
		t.Errorf("the page was asked for %d times: %q", len(got), got)
	}
	if got := r.requests(widget.ScriptPath); len(got) < 1 {
		t.Error("the frame did not load the script")
	}
}
