package indextest

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"

	"clusterlotse/index"
)

// model is the naive engine: it keeps the documents and scans them all for
// every question, following the words of the contract.
type model struct {
	mu          sync.Mutex
	docs        map[string]index.Document
	fingerprint string
	closed      bool
}

var _ index.Index = (*model)(nil)

func newModel() *model { return &model{docs: map[string]index.Document{}} }

// enter locks the model, or says why a call cannot be served.
func (m *model) enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	if m.closed {
		m.mu.Unlock()
		return index.ErrClosed
	}
	return nil
}

// Apply implements index.Index.
func (m *model) Apply(ctx context.Context, c index.Changes) error {
	if err := m.enter(ctx); err != nil {
		return err
	}
	defer m.mu.Unlock()
	next := map[string]index.Document{}
	if !c.Replace {
		maps.Copy(next, m.docs)
	}
	for _, id := range c.Delete {
		delete(next, id)
	}
	put := map[string]bool{}
	for _, d := range c.Put {
		if put[d.ID] {
			return errors.New("two documents with one ID")
		}
		put[d.ID] = true
		next[d.ID] = d
	}
	m.docs, m.fingerprint = next, c.Fingerprint
	return nil
}

// Terms implements index.Index.
func (m *model) Terms(ctx context.Context, field string) ([]index.TermCount, error) {
	if err := m.enter(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	counts := map[string]int{}
	for _, d := range m.docs {
		for _, term := range unique(d.Text[field]) {
			counts[term]++
		}
	}
	var out []index.TermCount
	for _, term := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, index.TermCount{Term: term, Documents: counts[term]})
	}
	return out, nil
}

// State implements index.Index.
func (m *model) State(ctx context.Context) (index.State, error) {
	if err := m.enter(ctx); err != nil {
		return index.State{}, err
	}
	defer m.mu.Unlock()
	return index.State{Fingerprint: m.fingerprint, Documents: len(m.docs)}, nil
}

// Close implements index.Index.
func (m *model) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

func unique(values []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(values)))
}
