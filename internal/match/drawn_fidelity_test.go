package match

import (
	"testing"

	"pgregory.net/rapid"
)

// TestDrawnFidelity deletes what the reasons of the best match to any request name: the
// reason is gone and the score falls. TestFidelity says by how much, for firms.
func TestDrawnFidelity(t *testing.T) {
	lab := newLab(t)
	rapid.Check(t, func(t *rapid.T) {
		r := lab.m.drawRequest(t)
		r.Company.Text = drawText(t)
		r.Lang = "de"
		if _, err := lab.m.understand(&r); err != nil {
			t.Skip("refused") // rapid draws another, and fails when most are
		}
		for _, x := range lab.try("drawn", r, 1) {
			if x.still || x.after >= x.before {
				t.Errorf("%s: without %s (%.5f) the score goes from %.5f to %.5f; still given: %v", x.network, x.reason, x.share, x.before, x.after, x.still)
			}
		}
	})
}
