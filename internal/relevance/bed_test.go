package relevance

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/search"
)

var update = flag.Bool("update", false, "rewrite the scoreboard")

// boardYear is the year that the scoreboard is made for: the calendar must not
// change who counts as young.
const boardYear = 2026

// house is the program over the embedded data.
type house struct {
	engine    *search.Engine
	gazetteer *place.Gazetteer
	corpus    *match.Corpus
}

var sharedHouse = sync.OnceValues(func() (*house, error) {
	p, err := realdata.Read()
	if err != nil {
		return nil, err
	}
	h := &house{p.Engine, p.Gazetteer, match.NewCorpus(p.Networks, p.Analyzer, p.Vocabulary, p.Gazetteer)}
	h.corpus.Year = boardYear
	return h, nil
})

func realHouse(t testing.TB) *house {
	t.Helper()
	h, err := sharedHouse()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// search returns the ids of the first page.
func (h *house) search(ctx context.Context, query string) ([]string, error) {
	result, err := h.engine.Search(ctx, search.Request{Query: query, Lang: "de", Limit: search.DefaultLimit})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, hit := range result.Hits {
		ids = append(ids, hit.Network.ID)
	}
	return ids, nil
}

func (h *house) bench(companies []Company) *Bench {
	return NewBench(h.corpus, companies, h.knows)
}

func (h *house) knows(town string) bool {
	_, ok := h.gazetteer.Find(town)
	return ok
}

// judgements is where the judged sets are.
var judgements = filepath.Join("..", "..", "data", "judgements")

func judgedQueries(t testing.TB, name string) []Query {
	t.Helper()
	f, err := os.Open(filepath.Join(judgements, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	queries, err := ReadQueries(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return queries
}

func judgedCompanies(t testing.TB, name string) []Company {
	t.Helper()
	f, err := os.Open(filepath.Join(judgements, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	companies, err := ReadCompanies(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return companies
}
