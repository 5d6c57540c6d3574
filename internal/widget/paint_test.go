package widget_test

import (
	"testing"

	"clusterlotse/internal/browsertest"
)

// TestFirstSuggestionsArePainted logs how long after the key the first list is
// on the screen, with a server on this machine. The bar is 100 ms; as every time
// it depends on the machine, so it is a figure to read and not to fail on.
func TestFirstSuggestionsArePainted(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(`<cluster-search></cluster-search>`)
	r.eval(`(window.painted = new Promise(done => {
		let key;
		q.addEventListener("input", e => { key = e.timeStamp });
		new MutationObserver(() => { if (!$("#list").hidden) requestAnimationFrame(() => setTimeout(() => done(performance.now() - key))) })
			.observe($("#list"), {attributes: true, attributeFilter: ["hidden"]});
	}), null)`)
	r.suggestions("me")
	t.Logf("from the key to the painted list: %s ms", r.eval(`window.painted`))
}
