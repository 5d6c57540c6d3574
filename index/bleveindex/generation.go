package bleveindex

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
)

// generation is one immutable state of an index: the outcome of one Apply. It
// counts its users and releases its store when the last one has gone.
type generation struct {
	fingerprint string
	name        string // folder within the index directory; "" has none
	store       *store // nil when there are no documents
	*columns

	refs    atomic.Int64
	doomed  atomic.Bool // remove path with the last user
	path    string
	scratch sync.Pool // of *scratch
}

// newGeneration wraps a store, which may be nil, with one reference held.
func newGeneration(s *store, fingerprint string) (*generation, error) {
	g := &generation{fingerprint: fingerprint, store: s, columns: newColumns(nil)}
	if s != nil {
		c, err := s.columns()
		if err != nil {
			return nil, err
		}
		g.columns = c
	}
	g.refs.Store(1)
	g.scratch.New = func() any { return newScratch(len(g.ids)) }
	return g, nil
}

func emptyGeneration(fingerprint string) *generation {
	g, _ := newGeneration(nil, fingerprint) // reads nothing, so cannot fail
	return g
}

func (g *generation) hold() { g.refs.Add(1) }

// drop gives up one reference; the last one closes the store.
func (g *generation) drop() error {
	if g.refs.Add(-1) > 0 {
		return nil
	}
	var err error
	if g.store != nil {
		err = g.store.close()
	}
	if g.doomed.Load() && g.path != "" {
		if e := os.RemoveAll(g.path); err == nil {
			err = e
		}
	}
	if err != nil {
		return fmt.Errorf("bleveindex: release: %w", err)
	}
	return nil
}

// retire drops the index's own reference to a generation that has been
// replaced, and lets its files go with its last user.
func (g *generation) retire() error {
	g.doomed.Store(true)
	return g.drop()
}
