package portal_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"

	"clusterlotse/internal/browsertest"
)

var screenshots = flag.String("screenshots", "", "write a picture of every page and state into this `folder`")

var notName = regexp.MustCompile(`[^a-z0-9]+`)

// TestScreenshots writes every page and state, wide and narrow, in both
// languages, light and dark, for a reviewer to look at. It runs when asked to.
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no -screenshots folder named")
	}
	if err := os.MkdirAll(*screenshots, 0o750); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"de", "en"} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(lang+" "+scheme, func(t *testing.T) {
				b := newTab(t, browsertest.Start(t))
				b.media("prefers-color-scheme", scheme)
				for _, s := range states() {
					for _, width := range []int64{1280, 320} {
						b.size(width, 900, 1)
						s.reach(b, lang)
						b.picture(fmt.Sprintf("%s-%s-%s-%d", fileName(s.name), lang, scheme, width), true)
					}
				}
			})
		}
	}
}

func fileName(state string) string {
	name := strings.Trim(notName.ReplaceAllString(strings.ToLower(state), "-"), "-")
	if name == "" {
		return "start"
	}
	return name[:min(len(name), 60)]
}

// TestReadmeScreenshot takes the picture of the README, docs/screenshot.png, anew.
func TestReadmeScreenshot(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no -screenshots folder named")
	}
	b := newTab(t, browsertest.Start(t))
	b.media("prefers-color-scheme", "light")
	b.size(1280, 1000, 1)
	b.open("/", "de")
	b.suggest("Medizin")
	b.picture("readme", false)
}

// picture writes what the view shows, or the whole page.
func (b *tab) picture(name string, beyond bool) {
	b.t.Helper()
	shot := call(b, page.CaptureScreenshot, page.CaptureScreenshotParams{CaptureBeyondViewport: &beyond})
	if err := os.WriteFile(filepath.Join(*screenshots, name+".png"), shot.Data, 0o600); err != nil {
		b.t.Fatal(err)
	}
}
