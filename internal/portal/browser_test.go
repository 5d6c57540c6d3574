package portal_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/server"
)

// site is the real server over the real data on a port of this machine, made
// once for all tests with a browser.
var site = sync.OnceValues(func() (string, error) {
	p, err := product()
	if err != nil {
		return "", err
	}
	config, box, err := realConfig()
	if err != nil {
		return "", err
	}
	pages, err := portal.New(config)
	if err != nil {
		return "", err
	}
	handler, err := server.New(server.Config{Searcher: p.engine, Matcher: p.matcher, Portal: pages, Widget: box, Networks: 1})
	if err != nil {
		return "", err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() { _ = server.Run(context.Background(), listener, handler, slog.New(slog.DiscardHandler)) }()
	return "http://" + listener.Addr().String(), nil
})

// watch runs in every page before its own script: it sums up layout shifts and
// gathers what the policy forbade and what went wrong. focused is what has the
// focus, also inside a box; boxes are the insides of all boxes.
const watch = `window.focused = (e = document.activeElement) => e?.shadowRoot?.activeElement ? focused(e.shadowRoot.activeElement) : e;
window.boxes = () => [...document.querySelectorAll("cluster-search")].map(e => e.shadowRoot).filter(Boolean);
window.seen = {shift: 0, moved: [], faults: []};
new PerformanceObserver((l) => {
	for (const e of l.getEntries()) if (!e.hadRecentInput) {
		seen.shift += e.value;
		for (const s of e.sources) seen.moved.push((s.node?.outerHTML ?? s.node?.textContent ?? "").slice(0, 80) + " " + s.previousRect.y + ">" + s.currentRect.y);
	}
})
	.observe({type: "layout-shift", buffered: true});
addEventListener("securitypolicyviolation", (e) => seen.faults.push("policy: " + e.violatedDirective + " " + e.blockedURI));
addEventListener("error", (e) => seen.faults.push("error: " + e.message));
addEventListener("unhandledrejection", (e) => seen.faults.push("rejection: " + e.reason));`

// tab is a tab of the browser on the site.
type tab struct {
	t    *testing.T
	ctx  context.Context
	base string
	mu   sync.Mutex
	urls []string // every address it asked for
}

// newTab opens a tab in browser.
func newTab(t *testing.T, browser context.Context) *tab {
	t.Helper()
	base, err := site()
	if err != nil {
		t.Fatal(err)
	}
	b := &tab{t: t, ctx: browsertest.Tab(t, browser), base: base}
	err = chromedp.Listen(b.ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.urls = append(b.urls, e.Request.URL)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
	return b
}

func (b *tab) run(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// value runs an action and returns what it found.
func value[T any](b *tab, a chromedp.Action[T]) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, a)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// call gives the tab one command of the DevTools protocol.
func call[P, R any](b *tab, c cdp.Command[P, R], params P) R {
	b.t.Helper()
	return value(b, func(ctx context.Context, t *chromedp.Target) (R, error) { return cdp.Call(ctx, t, c, params) })
}

// media makes the tab prefer things, given as names and values in turn.
func (b *tab) media(pairs ...string) {
	b.t.Helper()
	var features []*emulation.MediaFeature
	for i := 0; i+1 < len(pairs); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
}

// size sets the view in CSS pixels; scale is how many pixels of the screen one
// of them takes, as browsers zoom.
func (b *tab) size(width, height int64, scale float64) {
	b.t.Helper()
	b.run(chromedp.EmulateViewport(width, height, chromedp.EmulateScale(scale)))
}

// open goes to an address of the site in a language.
func (b *tab) open(target, lang string) {
	b.t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		b.t.Fatal(err)
	}
	q := u.Query()
	q.Set("lang", lang)
	u.RawQuery = q.Encode()
	b.run(chromedp.Navigate(b.base + u.String()))
}

// eval runs an expression in the page, waits for what it promises, and decodes
// its JSON into out, unless that is nil.
func (b *tab) eval(script string, out any) {
	b.t.Helper()
	raw := value(b, chromedp.Evaluate[[]byte]("(async () => { const v = await ("+script+"); return v === undefined ? null : v })()", chromedp.EvalAwaitPromise))
	if out == nil {
		return
	}
	if err := json.Unmarshal(raw, out); err != nil {
		b.t.Fatalf("%s: %v: %s", script, err, raw)
	}
}

// text is eval for a string.
func (b *tab) text(script string) (s string) {
	b.t.Helper()
	b.eval(script, &s)
	return s
}

// holds reports whether script is true in the page.
func (b *tab) holds(script string) (yes bool) {
	b.t.Helper()
	b.eval("!!("+script+")", &yes)
	return yes
}

// want fails unless script is true in the page.
func (b *tab) want(script string) {
	b.t.Helper()
	if !b.holds(script) {
		b.t.Errorf("not so on %s: %s", b.text("location.href"), script)
	}
}

// wait waits until script is true in the page.
func (b *tab) wait(script string) {
	b.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		// While a page goes and the next comes, there is nothing to ask.
		raw, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+script+")"))
		if err == nil && raw {
			return
		}
	}
	b.t.Fatalf("never came: %s on %s", script, b.text("location.href"))
}

// enter presses Enter as a keyboard does, with its letter in the same event.
func (b *tab) enter() {
	b.t.Helper()
	key := input.DispatchKeyEventParams{Type: "keyDown", Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13}
	call(b, input.DispatchKeyEvent, key)
	key.Type, key.Text = "keyUp", ""
	call(b, input.DispatchKeyEvent, key)
}

// types types a text into what has the focus.
func (b *tab) types(text string) {
	b.t.Helper()
	for _, letter := range text {
		b.run(chromedp.KeyEvent(string(letter)))
	}
}

// tabTo presses Tab until the element in focus is the one wanted, and fails for
// each on the way whose focus cannot be seen.
func (b *tab) tabTo(wanted string) {
	b.t.Helper()
	for range 400 {
		b.run(chromedp.KeyEvent(kb.Tab))
		if !b.holds(`(e => e === document.body || e.tagName === "SUMMARY" || getComputedStyle(e).outlineStyle !== "none" && parseFloat(getComputedStyle(e).outlineWidth) >= 2)(focused())`) {
			b.t.Errorf("focus not seen on %s", b.text("focused().outerHTML.slice(0, 200)"))
		}
		if b.holds("(e => " + wanted + ")(focused())") {
			return
		}
	}
	b.t.Fatalf("no way by Tab to %s on %s", wanted, b.text("location.href"))
}

// suggest types a text into the first box of the page, waits for its list and
// chooses a row.
func (b *tab) suggest(text string) {
	b.t.Helper()
	b.wait(`boxes().length > 0 && boxes()[0].querySelector("#q")`)
	b.eval(`document.querySelector("cluster-search").focus()`, nil)
	b.types(text)
	b.wait(`!boxes()[0].querySelector("#list").hidden && boxes()[0].querySelectorAll("[role=option]").length > 1`)
	b.run(chromedp.KeyEvent(kb.ArrowDown))
	b.want(`boxes()[0].querySelector("[role=option][aria-selected=true]")`)
}

// match sends the match form with a text and waits for the answer.
func (b *tab) match(text, lang string) {
	b.t.Helper()
	b.open("/match", lang)
	raw, _ := json.Marshal(text)
	b.eval(`document.getElementById("text").value = `+string(raw), nil)
	b.eval(`document.querySelector(".matchform").requestSubmit()`, nil)
	b.wait(`document.getElementById("understood") || document.querySelector("[role=alert]")`)
	b.wait(`document.readyState === "complete"`)
}
