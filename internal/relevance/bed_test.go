package relevance

import (
	"flag"
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

// benchOf measures a judged set of companies in a language.
func (h *house) benchOf(companies []Company, lang string) *Bench {
	return NewBench(h.corpus, companies, lang, h.gazetteer)
}

// companiesOf reads a judged set of companies.
func companiesOf(t testing.TB, set string) []Company {
	t.Helper()
	return realdata.Judged(t, set+".jsonl", ReadCompanies)
}

// queriesOf reads a judged set of queries.
func queriesOf(t testing.TB, set string) []Query {
	t.Helper()
	return realdata.Judged(t, set+".jsonl", ReadQueries)
}
