package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"clusterlotse/data"
	"clusterlotse/index"
	"clusterlotse/index/bleveindex"
	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// parts are what an Engine is made of, read once from the embedded data.
var parts = sync.OnceValues(func() (Config, error) {
	words, err := german.LoadWords(data.FS, "words")
	if err != nil {
		return Config{}, err
	}
	c := Config{Analyzer: german.New(words)}
	if c.Gazetteer, err = place.Load(data.FS, "places"); err != nil {
		return c, err
	}
	if c.Vocabulary, err = vocabulary.Load(data.FS, "vocabulary", c.Analyzer); err != nil {
		return c, err
	}
	c.Networks, err = profile.Read(data.FS, "networks")
	c.Fingerprint = Fingerprint{Words: "w", Vocabulary: "v", Places: "p", Catalogue: "c"}
	return c, err
})

// realConfig is the configuration over the embedded data, without an index.
func realConfig(t testing.TB) Config {
	t.Helper()
	c, err := parts()
	if err != nil {
		t.Fatal(err)
	}
	c.Networks = slices.Clone(c.Networks)
	return c
}

// sharedEngine serves all tests that only search.
var sharedEngine = sync.OnceValues(func() (*Engine, error) {
	c, err := parts()
	if err != nil {
		return nil, err
	}
	if c.Index, err = bleveindex.OpenMemory(); err != nil {
		return nil, err
	}
	e, _, err := New(context.Background(), c)
	return e, err
})

func realEngine(t testing.TB) *Engine {
	t.Helper()
	e, err := sharedEngine()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// memoryEngine builds an engine of its own over the given networks.
func memoryEngine(t testing.TB, networks []*profile.Network) *Engine {
	t.Helper()
	c := realConfig(t)
	c.Networks, c.Index = networks, openMemory(t)
	e, _, err := New(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func openMemory(t testing.TB) index.Index {
	t.Helper()
	ix, err := bleveindex.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

// ask searches and fails the test on an error.
func ask(t testing.TB, e *Engine, query string) *Result {
	t.Helper()
	return askFor(t, e, Request{Query: query, Lang: "de", Limit: 10})
}

func askFor(t testing.TB, e *Engine, r Request) *Result {
	t.Helper()
	result, err := e.Search(context.Background(), r)
	if err != nil {
		t.Fatalf("Search(%q): %v", r.Query, err)
	}
	return result
}

func ids(hits []Hit) []string {
	list := []string{}
	for _, h := range hits {
		list = append(list, h.Network.ID)
	}
	return list
}

// fingerprintOf is a ranking in words, to compare two answers to the last bit of the score.
func fingerprintOf(r *Result) []string {
	list := []string{fmt.Sprint(r.Total)}
	for _, h := range r.Hits {
		list = append(list, fmt.Sprintf("%s %x", h.Network.ID, h.Score))
	}
	return list
}

// testNetwork is a minimal network to build on.
func testNetwork(id, name string) *profile.Network {
	return &profile.Network{
		ID: id, Name: name, Kind: profile.ClusterInitiative, City: "Tuttlingen", Postcode: "78532",
		Region: "Schwarzwald-Baar-Heuberg", SummaryDE: name + ".", SummaryEN: name + ".",
	}
}

// seeded is a source of random numbers that is the same in every run.
func seeded(n uint64) *rand.Rand { return rand.New(rand.NewPCG(n, 0)) }
