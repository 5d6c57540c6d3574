// Package browsertest runs tests in a real browser, Debian's Chromium. It is
// for tests only.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Patience is how long one test may use the browser before it is ended.
const Patience = 5 * time.Minute

var names = []string{"chromium", "chromium-browser", "google-chrome"}

// Start starts a headless browser that reaches this machine only, and returns
// the context of its first tab for chromedp. The browser ends with the test.
//
// Without a browser the test is skipped, with a line that says so; where the
// environment has CI=true it fails instead, so that a missing browser cannot
// hide what these tests would find. With -short (under the race detector, which
// sees nothing of a browser) it is skipped as well.
func Start(t testing.TB) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: browser tests skipped")
	}
	path := find()
	if path == "" {
		const missing = "no Chromium found (looked for chromium, chromium-browser and google-chrome)"
		if os.Getenv("CI") == "true" {
			t.Fatal(missing)
		}
		t.Skip(missing + "; browser tests skipped")
	}
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	t.Cleanup(cancel)
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // a container's root has no other way
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("hide-scrollbars", false),
		chromedp.WindowSize(1000, 800),
	)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return ctx
}

// Tab opens a tab that shares no cookie, storage or cache with any other in the
// browser of ctx. It is closed when t ends.
func Tab(t testing.TB, ctx context.Context) context.Context {
	t.Helper()
	tab, cancel := chromedp.NewContext(ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	if err := chromedp.Do(tab); err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	return tab
}

func find() string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Finger lays a finger on a point of the view, in CSS pixels, moves it by dy, and
// lifts it. Without a move that is a tap.
func Finger(t testing.TB, ctx context.Context, x, y, dy float64) {
	t.Helper()
	const steps = 6
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		t.Helper()
		_, err := chromedp.Run(ctx, func(ctx context.Context, tab *chromedp.Target) (cdp.Empty, error) {
			return cdp.Call(ctx, tab, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: append([]*input.TouchPoint{}, points...)})
		})
		if err != nil {
			t.Fatalf("touch %s: %v", kind, err)
		}
	}
	touch("touchStart", &input.TouchPoint{X: x, Y: y})
	for step := 1; dy != 0 && step <= steps; step++ {
		touch("touchMove", &input.TouchPoint{X: x, Y: y + dy*float64(step)/steps})
	}
	touch("touchEnd")
}
