package bleveindex

import (
	"context"

	"clusterlotse/index"
)

// Search implements index.Index.
func (x *Index) Search(ctx context.Context, q index.Query) (index.Result, error) {
	g, err := x.acquire(ctx)
	if err != nil {
		return index.Result{}, err
	}
	defer x.release(g)
	s := g.scratch.Get().(*scratch)
	defer g.scratch.Put(s)
	e := &evaluation{ctx: ctx, columns: g.columns, scratch: s}
	return e.search(q)
}

// search matches, filters, scores and counts in one pass over the documents.
func (e *evaluation) search(q index.Query) (index.Result, error) {
	matched := list{docs: e.all, boost: 1}
	if q.Clause != nil {
		var err error
		if matched, err = e.clause(q.Clause); err != nil {
			return index.Result{}, err
		}
	}
	defer e.done(matched)
	filters, within := e.gate(q.Filters), e.circle(q.Within)
	counters := e.counters(q.Facets, filters)
	rules, near := e.rules(q.Rules), e.decay(q.Near)
	offset, size := e.page(q)
	best := top{size: size}
	total := 0
	for i, doc := range matched.docs {
		verdict := filters.check(doc)
		if verdict == blocked || !within.lets(e.columns, doc) {
			continue
		}
		for f := range counters {
			counters[f].count(doc, verdict)
		}
		if verdict != passed {
			continue
		}
		total++
		if size == 0 {
			continue
		}
		score := matched.score(i) * factor(rules, doc) * near.factor(e.columns, doc)
		best.add(candidate{doc, score})
	}
	if err := e.ctx.Err(); err != nil {
		return index.Result{}, err
	}
	return index.Result{Total: total, Hits: e.hits(q, best.sorted(offset)), Facets: facets(counters)}, nil
}

// page returns the offset and how many candidates must be kept for the page.
func (e *evaluation) page(q index.Query) (offset, size int) {
	n := len(e.ids)
	offset, limit := min(max(q.Offset, 0), n), min(max(q.Limit, 0), n)
	if limit == 0 {
		return offset, 0
	}
	return offset, min(offset+limit, n)
}

func (e *evaluation) hits(q index.Query, page []candidate) []index.Hit {
	hits := make([]index.Hit, len(page))
	for i, c := range page {
		hits[i] = index.Hit{ID: e.ids[c.doc], Score: c.score, DistanceKm: e.distance(q, c.doc)}
		if q.Explain && q.Clause != nil {
			hits[i].Explanations = e.explain(q.Clause, c.doc)
		}
	}
	return hits
}

// Terms implements index.Index.
func (x *Index) Terms(ctx context.Context, field string) ([]index.TermCount, error) {
	g, err := x.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer x.release(g)
	return g.termCounts(field), nil
}

// State implements index.Index.
func (x *Index) State(ctx context.Context) (index.State, error) {
	g, err := x.acquire(ctx)
	if err != nil {
		return index.State{}, err
	}
	defer x.release(g)
	return index.State{Fingerprint: g.fingerprint, Documents: len(g.ids)}, nil
}
