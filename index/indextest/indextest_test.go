package indextest

import (
	"testing"

	"clusterlotse/index"
)

// TestModel holds the naive model to the suite, so that the tables and the
// model vouch for each other.
func TestModel(t *testing.T) {
	open := func(*testing.T) index.Index { return newModel() }
	reopen := func(_ *testing.T, x index.Index) index.Index {
		m := x.(*model)
		return &model{docs: m.docs, fingerprint: m.fingerprint}
	}
	Run(t, open, reopen)
}
