package bleveindex

import (
	"math"
	"slices"

	"clusterlotse/index"
)

// The parameters of BM25, see index.OpTerm.
const (
	bm25K1 = 1.2
	bm25B  = 0.75
)

// columns is what searches read: everything by dense document number, which is
// a document's place among the sorted IDs.
type columns struct {
	ids      []string
	all      []uint32 // every document number
	text     map[string]*textField
	keywords map[string]*keywordField
	places   []place // by document
}

func newColumns(ids []string) *columns {
	c := &columns{
		ids: ids, all: make([]uint32, len(ids)), places: make([]place, len(ids)),
		text: map[string]*textField{}, keywords: map[string]*keywordField{},
	}
	for i := range c.all {
		c.all[i] = uint32(i)
	}
	return c
}

// postings are the documents of one term, rising, each with its BM25 score.
type postings struct {
	docs    []uint32
	impacts []float64
}

// textField is the inverted file of one text field.
type textField struct {
	names []string // the terms in byte order
	terms map[string]postings
}

// keywordField is one keyword field, by value and by document.
type keywordField struct {
	values []string          // sorted
	number map[string]uint32 // of a value: its place in values
	docs   [][]uint32        // by value, rising
	starts []uint32          // by document: where its values begin in held
	held   []uint32          // numbers of values
}

// of returns the numbers of a document's values.
func (f *keywordField) of(doc uint32) []uint32 {
	return f.held[f.starts[doc]:f.starts[doc+1]]
}

// newKeywordField arranges values, sorted, with their documents.
func newKeywordField(documents int, values []string, docs [][]uint32) *keywordField {
	f := &keywordField{values: values, docs: docs, number: make(map[string]uint32, len(values))}
	f.starts = make([]uint32, documents+1)
	for v, list := range docs {
		f.number[values[v]] = uint32(v)
		for _, d := range list {
			f.starts[d+1]++
		}
	}
	for d := range documents {
		f.starts[d+1] += f.starts[d]
	}
	f.held = make([]uint32, f.starts[documents])
	next := slices.Clone(f.starts)
	for v, list := range docs {
		for _, d := range list {
			f.held[next[d]] = uint32(v)
			next[d]++
		}
	}
	return f
}

// entry is one posting before scoring: document in the upper half, term
// frequency in the lower, so that entries sort by document.
type entry uint64

func newEntry(doc uint32, tf uint64) entry {
	return entry(uint64(doc)<<32 | min(tf, math.MaxUint32))
}

func (e entry) doc() uint32 { return uint32(e >> 32) }
func (e entry) tf() uint32  { return uint32(e) }

// newTextField scores the entries of every term. A document has the field when
// it holds at least one term of it.
func newTextField(documents int, names []string, entries [][]entry) *textField {
	lengths := make([]uint64, documents)
	var total, having uint64
	count := 0
	for _, list := range entries {
		count += len(list)
		for _, e := range list {
			if lengths[e.doc()] == 0 {
				having++
			}
			lengths[e.doc()] += uint64(e.tf())
			total += uint64(e.tf())
		}
	}
	average := float64(total) / float64(having)
	f := &textField{names: names, terms: make(map[string]postings, len(names))}
	docs, impacts := make([]uint32, 0, count), make([]float64, 0, count)
	for t, list := range entries {
		df := float64(len(list))
		idf := math.Log(1 + (float64(having)-df+0.5)/(df+0.5))
		from := len(docs)
		for _, e := range list {
			tf := float64(e.tf())
			docs = append(docs, e.doc())
			impacts = append(impacts, idf*tf*(bm25K1+1)/(tf+bm25K1*(1-bm25B+bm25B*float64(lengths[e.doc()])/average)))
		}
		f.terms[names[t]] = postings{docs[from:len(docs):len(docs)], impacts[from:len(docs):len(docs)]}
	}
	return f
}

// termCounts lists the dictionary of a text field.
func (c *columns) termCounts(field string) []index.TermCount {
	f := c.text[field]
	if f == nil {
		return nil
	}
	counts := make([]index.TermCount, len(f.names))
	for i, name := range f.names {
		counts[i] = index.TermCount{Term: name, Documents: len(f.terms[name].docs)}
	}
	return counts
}
