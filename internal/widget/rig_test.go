package widget_test

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/gin-gonic/gin"

	"clusterlotse/internal/browsertest"
	"clusterlotse/internal/widget"
)

// canned are the suggestions of the server in the tests, by what was typed.
var canned = map[string][]map[string]any{
	"me": {
		{"text": "Medizintechnik", "kind": "industries", "id": "medizintechnik", "count": 31},
		{"text": "Medical Mountains", "kind": "network", "id": "medical-mountains", "count": 1},
		{"text": "Messtechnik", "kind": "technologies", "id": "messtechnik", "count": 1},
		{"text": "Metropolregion Mitte", "kind": "place", "id": "mitte", "count": 12},
	},
	"med": {
		{"text": "Medizintechnik", "kind": "industries", "id": "medizintechnik", "count": 31},
		{"text": "Medical Mountains", "kind": "network", "id": "medical-mountains", "count": 1},
	},
	"medi": {{"text": "Medizintechnik", "kind": "industries", "id": "medizintechnik", "count": 31}},
	"<im":  {{"text": `<img src=x onerror="document.title='broken'">`, "kind": "network", "id": "x", "count": 1}},
}

// rig is a server with the box, a website of another origin, and a tab.
type rig struct {
	t            *testing.T
	ctx          context.Context
	server, host *httptest.Server
	mu           sync.Mutex
	body, csp    string
	asked        []string // requests to server: path and query
	urls         []string // every address the tab asked for
	hold         chan struct{}
}

// newRig opens a tab in browser, and the two servers.
func newRig(t *testing.T, browser context.Context) *rig {
	t.Helper()
	gin.SetMode(gin.TestMode)
	r := &rig{t: t, hold: make(chan struct{})}
	w, err := widget.New(widget.Config{})
	if err != nil {
		t.Fatal(err)
	}
	router := gin.New()
	router.Use(r.record)
	w.Mount(router)
	router.GET("/api/v1/suggest", r.suggest)
	for _, path := range []string{"/search", "/match"} {
		router.Any(path, func(c *gin.Context) {
			_ = c.Request.ParseForm()
			c.Data(http.StatusOK, "text/html; charset=utf-8", []byte("<!doctype html><title>results</title><p id=form>"+c.Request.Method+" "+c.Request.URL.Path+"?"+html.EscapeString(c.Request.Form.Encode())))
		})
	}
	r.server = httptest.NewServer(router)
	t.Cleanup(r.server.Close)
	t.Cleanup(r.release)
	r.host = httptest.NewServer(http.HandlerFunc(r.page))
	t.Cleanup(r.host.Close)
	r.ctx = browsertest.Tab(t, browser)
	err = chromedp.Listen(r.ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.urls = append(r.urls, e.Request.URL)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	call(r, network.Enable, network.EnableParams{})
	return r
}

func (r *rig) record(c *gin.Context) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked = append(r.asked, c.Request.URL.RequestURI())
}

// release lets the answers go that are held back.
func (r *rig) release() {
	r.mu.Lock()
	defer r.mu.Unlock()
	select {
	case <-r.hold:
	default:
		close(r.hold)
	}
}

// suggest answers like the real one; "me" is held back on pages that ask for a
// slow server, and "kaputt" fails.
func (r *rig) suggest(c *gin.Context) {
	q := c.Query("q")
	c.Header("Access-Control-Allow-Origin", "*")
	if q == "kaputt" {
		c.AbortWithStatus(http.StatusServiceUnavailable)
		return
	}
	if c.Query("region") == "langsam" && q == "me" {
		<-r.hold
	}
	list := canned[q]
	if list == nil {
		list = []map[string]any{}
	}
	c.JSON(http.StatusOK, gin.H{"suggestions": list})
}

func (r *rig) page(w http.ResponseWriter, req *http.Request) {
	if req.URL.Path != "/" {
		http.NotFound(w, req)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if r.csp != "" {
		w.Header().Set("Content-Security-Policy", r.csp)
	}
	fmt.Fprint(w, r.body)
}

// script is the line that a website has in its page.
func (r *rig) script() string {
	return `<script async src="` + r.server.URL + widget.ScriptPath + `" integrity="` + widget.Integrity() + `" crossorigin="anonymous"></script>`
}

// open shows a page of the website with the given body and waits for its boxes.
func (r *rig) open(body string) {
	r.t.Helper()
	r.show(`<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Stadt</title><meta name="color-scheme" content="light dark">` +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` + r.script() + `</head><body><main><h1>Stadt</h1>` + body + `</main></body></html>`)
	r.wait(`[...document.querySelectorAll("cluster-search")].every(e => e.shadowRoot?.querySelector("#q"))`)
}

// show shows a whole page of the website.
func (r *rig) show(page string) {
	r.t.Helper()
	r.body = page
	r.run(chromedp.Navigate(r.host.URL + "/"))
}

func (r *rig) run(steps ...chromedp.Action[chromedp.Void]) {
	r.t.Helper()
	if err := chromedp.Do(r.ctx, steps...); err != nil {
		r.t.Fatal(err)
	}
}

// value runs an action and returns what it found.
func value[T any](r *rig, a chromedp.Action[T]) T {
	r.t.Helper()
	v, err := chromedp.Run(r.ctx, a)
	for tries := 0; leaving(err) && tries < 100; tries++ {
		time.Sleep(20 * time.Millisecond)
		v, err = chromedp.Run(r.ctx, a)
	}
	if err != nil {
		r.t.Fatal(err)
	}
	return v
}

// call gives the tab one command of the DevTools protocol.
func call[P, R any](r *rig, c cdp.Command[P, R], params P) R {
	r.t.Helper()
	return value(r, func(ctx context.Context, t *chromedp.Target) (R, error) { return cdp.Call(ctx, t, c, params) })
}

// eval runs script in the page; box is the shadow root of the first box, q its
// field. It returns the JSON of the result, or null.
func (r *rig) eval(script string) string {
	r.t.Helper()
	const prelude = `((box, q) => { const $ = (s) => box.querySelector(s), $$ = (s) => [...box.querySelectorAll(s)]; const v = (`
	const args = `); return v === undefined ? null : v })(document.querySelector("cluster-search")?.shadowRoot, document.querySelector("cluster-search")?.shadowRoot?.querySelector("#q"))`
	return string(value(r, chromedp.Evaluate[[]byte](prelude+script+args, chromedp.EvalAwaitPromise)))
}

// leaving tells the errors of a command that met a page on its way to the next.
func leaving(err error) bool {
	if err == nil {
		return false
	}
	for _, words := range []string{"navigated or closed", "context was destroyed", "Cannot find context"} {
		if strings.Contains(err.Error(), words) {
			return true
		}
	}
	return false
}

// text is eval for a string.
func (r *rig) text(script string) string {
	r.t.Helper()
	var s string
	if err := json.Unmarshal([]byte(r.eval(script)), &s); err != nil {
		r.t.Fatalf("%s is no text: %v", script, err)
	}
	return s
}

// want fails unless script is true in the page.
func (r *rig) want(script string) {
	r.t.Helper()
	if got := r.eval(script); got != "true" {
		r.t.Errorf("not so: %s\nbox: %s", script, r.eval(`box?.querySelector(".box").outerHTML`))
	}
}

// wait waits until script is true in the page.
func (r *rig) wait(script string) {
	r.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if r.eval(script) == "true" {
			return
		}
	}
	r.t.Fatalf("never came: %s\nbox: %s", script, r.eval(`box?.querySelector(".box").outerHTML`))
}

// keys presses keys one after another. Enter goes as one event with its letter,
// as from a keyboard: as two, the letter would arrive though the page has
// handled the key.
func (r *rig) keys(keys ...string) {
	r.t.Helper()
	for _, key := range keys {
		if key == kb.Enter {
			enter := input.DispatchKeyEventParams{Type: "keyDown", Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13}
			call(r, input.DispatchKeyEvent, enter)
			enter.Type, enter.Text = "keyUp", ""
			call(r, input.DispatchKeyEvent, enter)
			continue
		}
		r.run(chromedp.KeyEvent(key))
	}
}

// middle is where on the screen the middle of an element is, in CSS pixels.
func (r *rig) middle(element string) (at [2]float64) {
	r.t.Helper()
	raw := r.eval(`(b => [b.x + b.width / 2, b.y + b.height / 2])((` + element + `).getBoundingClientRect())`)
	if err := json.Unmarshal([]byte(raw), &at); err != nil {
		r.t.Fatalf("%s is nowhere: %v", element, err)
	}
	return at
}

// suggestions focuses the first box, types text and waits for the list.
func (r *rig) suggestions(text string) {
	r.t.Helper()
	r.eval(`q.focus()`)
	r.typed(text)
}

// typed types text into what has the focus and waits for the list.
func (r *rig) typed(text string) {
	r.t.Helper()
	r.keys(strings.Split(text, "")...)
	r.wait(`q.getAttribute("aria-expanded") === "true" && $$("[role=option]").length === ` + fmt.Sprint(len(canned[text])))
}

// requests returns what the server was asked for under a path.
func (r *rig) requests(path string) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var list []string
	for _, uri := range r.asked {
		if strings.HasPrefix(uri, path) {
			list = append(list, uri)
		}
	}
	return list
}

// spoken waits for the next text in the live region.
func (r *rig) spoken() string {
	r.t.Helper()
	r.wait(`$("[role=status]").textContent !== ""`)
	return r.text(`$("[role=status]").textContent`)
}
