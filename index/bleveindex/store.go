package bleveindex

import (
	"fmt"
	"runtime"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleve "github.com/blevesearch/bleve_index_api"

	"clusterlotse/index"
)

// The fields of a scorch document. Text and keyword fields of one name must not
// meet, hence the prefixes.
const (
	textPrefix    = "t"
	keywordPrefix = "k"
	pointField    = "p" // one term: latitude and longitude, see pointTerm
	sourceField   = "s" // stored only: the document itself, see encode
)

// store is a scorch index that was filled by one batch and is only read since.
type store struct {
	index bleve.Index
}

// buildStore fills a new scorch index with docs, of which there is at least
// one. An empty path means in memory. On disk everything is synced when it
// returns.
func buildStore(path string, docs []index.Document) (*store, error) {
	queue := bleve.NewAnalysisQueue(runtime.GOMAXPROCS(0))
	defer queue.Close()
	s, err := openScorch(map[string]any{"path": path}, queue)
	if err != nil {
		return nil, err
	}
	batch := bleve.NewBatch()
	for _, d := range docs {
		batch.Update(scorchDocument(d))
	}
	if err := s.index.Batch(batch); err != nil {
		_ = s.close() // the error to report is the first
		return nil, fmt.Errorf("index batch: %w", err)
	}
	return s, nil
}

// openStore opens the finished scorch index at path for reading. The time limit
// keeps a lock on its files from blocking for ever.
func openStore(path string) (*store, error) {
	return openScorch(map[string]any{"path": path, "read_only": true, "bolt_timeout": "500ms"}, nil)
}

func openScorch(config map[string]any, queue *bleve.AnalysisQueue) (*store, error) {
	x, err := scorch.NewScorch(scorch.Name, config, queue)
	if err != nil {
		return nil, fmt.Errorf("scorch: %w", err)
	}
	if err := x.Open(); err != nil {
		return nil, fmt.Errorf("scorch: %w", err)
	}
	return &store{index: x}, nil
}

func (s *store) close() error { return s.index.Close() }

// terms stands in for an analyzer: the terms were analysed before.
type terms []string

// Analyze returns the terms it holds, whatever the text.
func (t terms) Analyze([]byte) analysis.TokenStream {
	tokens := make([]analysis.Token, len(t))
	stream := make(analysis.TokenStream, len(t))
	for i, term := range t {
		tokens[i].Term = []byte(term)
		tokens[i].Position = i + 1
		stream[i] = &tokens[i]
	}
	return stream
}

// scorchDocument lays a document out for scorch.
func scorchDocument(d index.Document) *document.Document {
	out := document.NewDocument(d.ID)
	add := func(name string, t terms) {
		out.AddField(document.NewTextFieldCustom(name, nil, nil, bleve.IndexField, t))
	}
	for name, t := range d.Text {
		add(textPrefix+name, t)
	}
	for name, values := range d.Keywords {
		add(keywordPrefix+name, values)
	}
	if d.Point != nil {
		add(pointField, terms{pointTerm(*d.Point)})
	}
	out.AddField(document.NewTextFieldCustom(sourceField, nil, encode(d), bleve.StoreField, terms(nil)))
	return out
}

// documents reads every document back, in no particular order.
func (s *store) documents() ([]index.Document, error) {
	r, err := s.index.Reader()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	ids, err := externalIDs(r)
	if err != nil {
		return nil, err
	}
	docs := make([]index.Document, 0, len(ids))
	for _, id := range ids {
		stored, err := r.Document(id)
		if err != nil {
			return nil, err
		}
		var source []byte
		stored.VisitFields(func(f bleve.Field) {
			if f.Name() == sourceField {
				source = f.Value()
			}
		})
		d, err := decode(source)
		if err != nil {
			return nil, fmt.Errorf("document %q: %w", id, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// externalIDs lists the IDs of all documents by scorch's document number.
func externalIDs(r bleve.IndexReader) (map[uint64]string, error) {
	all, err := r.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer func() { _ = all.Close() }()
	ids := make(map[uint64]string)
	for {
		internal, err := all.Next()
		if err != nil || internal == nil {
			return ids, err
		}
		if ids[internal.Value()], err = r.ExternalID(internal); err != nil {
			return nil, err
		}
	}
}
