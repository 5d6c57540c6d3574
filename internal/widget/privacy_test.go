package widget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
	"clusterlotse/internal/widget"
)

// TestPrivacy goes through everything the box can do and looks at what it left
// behind and whom it asked.
func TestPrivacy(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search></cluster-search><cluster-search mode="match"></cluster-search>`)
	r.suggestions("me")
	r.spoken()
	r.keys(kb.ArrowDown, kb.Enter)
	r.want(`document.cookie === "" && localStorage.length === 0 && sessionStorage.length === 0`)
	r.want(`Promise.all([indexedDB.databases(), caches?.keys() ?? []]).then(all => all.every(list => list.length === 0))`)
	if found := call(r, storage.GetCookies, storage.GetCookiesParams{}); len(found.Cookies) != 0 {
		t.Errorf("%d cookies", len(found.Cookies))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, url := range r.urls {
		path, ours := strings.CutPrefix(url, r.server.URL)
		allowed := path == widget.ScriptPath || strings.HasPrefix(path, "/api/v1/suggest?q=me")
		if !ours && url != r.host.URL+"/" && url != r.host.URL+"/favicon.ico" || ours && !allowed {
			t.Errorf("the page asked for %s", url)
		}
	}
	if !slices.ContainsFunc(r.urls, func(u string) bool { return strings.Contains(u, "/api/v1/suggest") }) {
		t.Error("the requests were not seen at all")
	}
}
