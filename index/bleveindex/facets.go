package bleveindex

import (
	"cmp"
	"slices"

	"clusterlotse/index"
)

// counter counts one requested facet.
type counter struct {
	request index.FacetRequest
	field   *keywordField // nil when no document has it
	group   int           // the gate's group on the same field, or passed
	counts  []uint32      // by number of a value
}

func (c *columns) counters(requests []index.FacetRequest, g *gate) []counter {
	out := make([]counter, len(requests))
	for i, r := range requests {
		group, ok := g.number[r.Field]
		if !ok {
			group = passed
		}
		out[i] = counter{request: r, field: c.keywords[r.Field], group: group}
		if out[i].field != nil {
			out[i].counts = make([]uint32, len(out[i].field.values))
		}
	}
	return out
}

// count counts a document with the gate's verdict on it, which is not blocked.
func (f *counter) count(doc uint32, verdict int) {
	if f.field == nil || verdict != passed && verdict != f.group {
		return
	}
	for _, v := range f.field.of(doc) {
		f.counts[v]++
	}
}

// facet returns the buckets in order.
func (f *counter) facet() index.Facet {
	facet := index.Facet{Field: f.request.Field, Buckets: []index.Bucket{}}
	if f.field == nil {
		return facet
	}
	var found []uint32
	for v, n := range f.counts {
		if n > 0 {
			found = append(found, uint32(v))
		}
	}
	slices.SortFunc(found, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(f.counts[b], f.counts[a]), cmp.Compare(a, b))
	})
	if size := f.request.Size; size > 0 && size < len(found) {
		found = found[:size]
	}
	for _, v := range found {
		facet.Buckets = append(facet.Buckets, index.Bucket{Value: f.field.values[v], Count: int(f.counts[v])})
	}
	return facet
}

func facets(counters []counter) []index.Facet {
	out := make([]index.Facet, len(counters))
	for i := range counters {
		out[i] = counters[i].facet()
	}
	return out
}
