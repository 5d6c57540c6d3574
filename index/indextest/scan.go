package indextest

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"clusterlotse/index"
)

// Search implements index.Index by a scan of all documents.
func (m *model) Search(ctx context.Context, q index.Query) (index.Result, error) {
	if err := m.enter(ctx); err != nil {
		return index.Result{}, err
	}
	defer m.mu.Unlock()
	var hits []index.Hit
	for _, id := range slices.Sorted(maps.Keys(m.docs)) {
		d := m.docs[id]
		score, ok := 1.0, true
		if q.Clause != nil {
			score, ok = m.score(*q.Clause, d)
		}
		if !ok || !passes(q.Filters, d) || !inside(q.Within, d) {
			continue
		}
		hit := index.Hit{ID: id, Score: score * factors(q, d), DistanceKm: distanceOf(q, d)}
		if q.Explain && q.Clause != nil {
			hit.Explanations = m.explain(*q.Clause, d)
		}
		hits = append(hits, hit)
	}
	slices.SortStableFunc(hits, func(a, b index.Hit) int { return cmp.Compare(b.Score, a.Score) })
	result := index.Result{Total: len(hits)}
	from := min(max(q.Offset, 0), len(hits))
	result.Hits = hits[from : from+min(max(q.Limit, 0), len(hits)-from)]
	for _, f := range q.Facets {
		result.Facets = append(result.Facets, m.facet(q, f))
	}
	return result, nil
}

// score gives the score of a clause for a document, and whether it matches.
func (m *model) score(c index.Clause, d index.Document) (float64, bool) {
	score, ok := m.bare(c, d)
	if c.Boost != 0 {
		score *= c.Boost
	}
	return score, ok
}

// bare is score before the clause's own boost.
func (m *model) bare(c index.Clause, d index.Document) (float64, bool) {
	switch c.Op {
	case index.OpTerm:
		return m.bm25(c.Field, c.Term, d)
	case index.OpKeyword:
		return 1, slices.Contains(d.Keywords[c.Field], c.Term)
	}
	matched, sum, best, first := 0, 0.0, math.Inf(-1), false
	for i, child := range c.Children {
		if s, ok := m.score(child, d); ok {
			matched++
			sum += s
			best = max(best, s)
			first = first || i == 0
		}
	}
	switch c.Op {
	case index.OpAny:
		return best, matched > 0
	case index.OpSum:
		share := float64(matched) / float64(max(len(c.Children), 1))
		return sum * (1 - c.Coord + c.Coord*share), matched >= max(1, c.MinMatch)
	case index.OpLead:
		return sum, first
	default:
		return sum, matched > 0 && matched == len(c.Children)
	}
}

// bm25 counts everything anew from the documents.
func (m *model) bm25(field, term string, d index.Document) (float64, bool) {
	tf := count(d.Text[field], term)
	if tf == 0 {
		return 0, false
	}
	var n, df, length float64
	for _, other := range m.docs {
		if terms := other.Text[field]; len(terms) > 0 {
			n++
			length += float64(len(terms))
			if count(terms, term) > 0 {
				df++
			}
		}
	}
	return bm25(n, df, tf, float64(len(d.Text[field])), length/n), true
}

// bm25 is the formula of index.OpTerm: n documents have the field, df of them
// hold the term, this one tf times among length terms, average being usual.
func bm25(n, df, tf, length, average float64) float64 {
	const k1, b = 1.2, 0.75
	idf := math.Log(1 + (n-df+0.5)/(df+0.5))
	return idf * tf * (k1 + 1) / (tf + k1*(1-b+b*length/average))
}

func count(terms []string, term string) float64 {
	n := 0.0
	for _, t := range terms {
		if t == term {
			n++
		}
	}
	return n
}

// lets tells whether a filter lets a document through.
func lets(f index.Filter, d index.Document) bool {
	if len(f.Values) == 0 {
		return true
	}
	has := slices.ContainsFunc(d.Keywords[f.Field], func(v string) bool { return slices.Contains(f.Values, v) })
	return has != f.Not
}

func passes(filters []index.Filter, d index.Document) bool {
	return !slices.ContainsFunc(filters, func(f index.Filter) bool { return !lets(f, d) })
}

func inside(w *index.Circle, d index.Document) bool {
	if w == nil || d.Point == nil || w.Exempt != nil && lets(*w.Exempt, d) {
		return true
	}
	return kilometres(w.Center, *d.Point) <= w.Km
}

// factors is the product of the rules that apply and of nearness.
func factors(q index.Query, d index.Document) float64 {
	f := 1.0
	for _, r := range q.Rules {
		if lets(r.Filter, d) {
			f *= r.Factor
		}
	}
	n := q.Near
	switch {
	case n == nil:
		return f
	case n.Exempt != nil && lets(*n.Exempt, d):
		return f * n.ExemptFactor
	case d.Point == nil:
		return f * n.Floor
	}
	return f * (n.Floor + (1-n.Floor)*math.Exp(-max(kilometres(n.Center, *d.Point)-n.OffsetKm, 0)/n.ScaleKm))
}

func distanceOf(q index.Query, d index.Document) float64 {
	switch {
	case d.Point == nil:
		return -1
	case q.Near != nil:
		return kilometres(q.Near.Center, *d.Point)
	case q.Within != nil:
		return kilometres(q.Within.Center, *d.Point)
	}
	return -1
}

// kilometres is the haversine distance on a sphere of the Earth's mean radius.
func kilometres(a, b index.Point) float64 {
	const radius, degree = 6371.0087714, math.Pi / 180
	lat, lon := math.Sin((b.Lat-a.Lat)*degree/2), math.Sin((b.Lon-a.Lon)*degree/2)
	h := lat*lat + math.Cos(a.Lat*degree)*math.Cos(b.Lat*degree)*lon*lon
	return 2 * radius * math.Asin(math.Sqrt(min(h, 1)))
}

func (m *model) explain(c index.Clause, d index.Document) []index.Explanation {
	var out []index.Explanation
	if s, ok := m.score(c, d); ok && c.Label != "" {
		out = append(out, index.Explanation{Label: c.Label, Score: s})
	}
	for _, child := range c.Children {
		out = append(out, m.explain(child, d)...)
	}
	return out
}

// facet counts anew, with the filters of all other fields only.
func (m *model) facet(q index.Query, f index.FacetRequest) index.Facet {
	others := slices.DeleteFunc(slices.Clone(q.Filters), func(x index.Filter) bool { return x.Field == f.Field })
	counts := map[string]int{}
	for _, d := range m.docs {
		if q.Clause != nil {
			if _, ok := m.score(*q.Clause, d); !ok {
				continue
			}
		}
		if passes(others, d) && inside(q.Within, d) {
			for _, v := range unique(d.Keywords[f.Field]) {
				counts[v]++
			}
		}
	}
	out := index.Facet{Field: f.Field}
	for v, n := range counts {
		out.Buckets = append(out.Buckets, index.Bucket{Value: v, Count: n})
	}
	slices.SortFunc(out.Buckets, func(a, b index.Bucket) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	if f.Size > 0 && f.Size < len(out.Buckets) {
		out.Buckets = out.Buckets[:f.Size]
	}
	return out
}
