package search

import (
	"context"
	"fmt"
)

// Search answers a request. Nothing found is a Result with Total 0 and what was
// understood, not an error. An *InputError says what the asker must mend; any
// other error is the index's.
func (e *Engine) Search(ctx context.Context, r Request) (*Result, error) {
	if r.Limit <= 0 {
		r.Limit = DefaultLimit
	}
	u, err := e.understand(&r)
	if err != nil {
		return nil, err
	}
	found, err := e.index.Search(ctx, e.plan(&r, u))
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	result := &Result{Total: found.Total, Understood: u.Understood, Corrected: u.corrected, Hits: []Hit{}, Alternatives: []Alternative{}}
	marked := newMarker(u)
	for _, h := range found.Hits {
		n, ok := e.byID[h.ID]
		if !ok {
			return nil, fmt.Errorf("search: the index holds %q, which is no network", h.ID)
		}
		result.Hits = append(result.Hits, e.dress(n, h, marked, r.Lang))
	}
	if result.Alternatives, err = e.alternatives(ctx, &r, &u, found.Total); err != nil {
		return nil, err
	}
	result.Absent = absent(&r, &u, found.Total, result.Alternatives)
	for _, f := range found.Facets {
		result.Facets = append(result.Facets, e.dressFacet(f, &r))
	}
	return result, nil
}
