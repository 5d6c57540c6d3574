package bleveindex

import (
	"context"
	"slices"
	"strings"

	bleve "github.com/blevesearch/bleve_index_api"
)

// columns reads the whole of a store.
func (s *store) columns() (*columns, error) {
	r, err := s.index.Reader()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	external, err := externalIDs(r)
	if err != nil {
		return nil, err
	}
	l := newLoader(r, external)
	names, err := r.Fields()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := l.field(name); err != nil {
			return nil, err
		}
	}
	return l.to, nil
}

// loader reads a store into columns.
type loader struct {
	from  bleve.IndexReader
	to    *columns
	dense []uint32 // by scorch's document number
}

func newLoader(r bleve.IndexReader, external map[uint64]string) *loader {
	ids := make([]string, 0, len(external))
	last := uint64(0)
	for n, id := range external {
		ids = append(ids, id)
		last = max(last, n)
	}
	slices.Sort(ids)
	l := &loader{from: r, to: newColumns(ids), dense: make([]uint32, last+1)}
	for n, id := range external {
		place, _ := slices.BinarySearch(ids, id)
		l.dense[n] = uint32(place)
	}
	return l
}

// field reads one field of the store into the column it belongs to.
func (l *loader) field(name string) error {
	n := len(l.to.ids)
	switch {
	case name == pointField:
		terms, entries, err := l.inverted(name, false)
		if err != nil {
			return err
		}
		for t, list := range entries {
			for _, e := range list {
				if p := pointOf(terms[t]); p != nil {
					l.to.places[e.doc()] = newPlace(*p)
				}
			}
		}
	case strings.HasPrefix(name, textPrefix):
		terms, entries, err := l.inverted(name, true)
		if err != nil || len(terms) == 0 {
			return err
		}
		l.to.text[name[len(textPrefix):]] = newTextField(n, terms, entries)
	case strings.HasPrefix(name, keywordPrefix):
		values, entries, err := l.inverted(name, false)
		if err != nil || len(values) == 0 {
			return err
		}
		docs := make([][]uint32, len(entries))
		for v, list := range entries {
			for _, e := range list {
				docs[v] = append(docs[v], e.doc())
			}
		}
		l.to.keywords[name[len(keywordPrefix):]] = newKeywordField(n, values, docs)
	}
	return nil
}

// inverted reads the terms of a field in byte order and the entries of each,
// rising by document. Without freq the term frequencies are meaningless.
func (l *loader) inverted(field string, freq bool) ([]string, [][]entry, error) {
	dict, err := l.from.FieldDict(field)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = dict.Close() }()
	var names []string
	var entries [][]entry
	for {
		d, err := dict.Next()
		if err != nil || d == nil {
			return names, entries, err
		}
		list, err := l.entries(field, d.Term, int(d.Count), freq)
		if err != nil {
			return nil, nil, err
		}
		names = append(names, d.Term)
		entries = append(entries, list)
	}
}

func (l *loader) entries(field, term string, count int, freq bool) ([]entry, error) {
	r, err := l.from.TermFieldReader(context.Background(), []byte(term), field, freq, false, false)
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	list := make([]entry, 0, count)
	var p bleve.TermFieldDoc
	for {
		d, err := r.Next(p.Reset())
		if err != nil {
			return nil, err
		}
		if d == nil {
			slices.Sort(list)
			return list, nil
		}
		list = append(list, newEntry(l.dense[d.ID.Value()], d.Freq))
	}
}
