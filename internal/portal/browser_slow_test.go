package portal_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/network"

	"clusterlotse/internal/browsertest"
)

// bytesPerSecond is slow enough for a browser to paint a page several times while
// it comes in.
const bytesPerSecond = 15_000

// TestNothingMovesOnASlowLine opens every page over a slow line, with the styles
// there at once and the box's script late, so that the browser paints parts of
// the page: what was painted stays where it is.
func TestNothingMovesOnASlowLine(t *testing.T) {
	b := newTab(t, browsertest.Start(t))
	call(b, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{
		{URLPattern: b.base + "/static/*", DownloadThroughput: -1, UploadThroughput: -1},
		{URLPattern: b.base + "/embed/v1/*", Latency: 300, DownloadThroughput: -1, UploadThroughput: -1},
		{Latency: 20, DownloadThroughput: bytesPerSecond, UploadThroughput: -1},
	}})
	parts := 0
	for i, target := range addresses {
		width := []int64{1280, 320}[i%2]
		b.size(width, 900, 1)
		b.open(target, "de")
		b.clean(state{name: fmt.Sprintf("%s, %d wide", target, width)})
		if b.holds(`performance.getEntriesByType("paint")[0].startTime < performance.getEntriesByType("navigation")[0].responseEnd`) {
			parts++
		}
	}
	if parts < 10 {
		t.Errorf("only %d pages were painted before they had come in", parts)
	}
}
