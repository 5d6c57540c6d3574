package match

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"clusterlotse/data"
	"clusterlotse/index/bleveindex"
	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// testYear is our time in tests, so that no test ages.
const testYear = 2026

// lists are what a Matcher is made of beside the networks.
type lists struct {
	analyzer   *german.Analyzer
	vocabulary *vocabulary.Vocabulary
	gazetteer  *place.Gazetteer
	networks   []*profile.Network
}

var sharedLists = sync.OnceValues(func() (*lists, error) {
	words, err := german.LoadWords(data.FS, "words")
	if err != nil {
		return nil, err
	}
	l := &lists{analyzer: german.New(words)}
	if l.gazetteer, err = place.Load(data.FS, "places"); err != nil {
		return nil, err
	}
	if l.vocabulary, err = vocabulary.Load(data.FS, "vocabulary", l.analyzer); err != nil {
		return nil, err
	}
	l.networks, err = profile.Read(data.FS, "networks")
	return l, err
})

func realLists(t testing.TB) *lists {
	t.Helper()
	l, err := sharedLists()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// corpusOf analyses networks with an engine of their own.
func (l *lists) corpusOf(networks []*profile.Network) (*Corpus, error) {
	ix, err := bleveindex.OpenMemory()
	if err != nil {
		return nil, err
	}
	e, _, err := search.New(context.Background(), search.Config{
		Index: ix, Networks: networks, Analyzer: l.analyzer, Vocabulary: l.vocabulary, Gazetteer: l.gazetteer,
	})
	if err != nil {
		return nil, err
	}
	c := NewCorpus(e, l.analyzer, l.vocabulary, l.gazetteer)
	c.Year = testYear
	return c, nil
}

var sharedMatcher = sync.OnceValues(func() (*Matcher, error) {
	l, err := sharedLists()
	if err != nil {
		return nil, err
	}
	c, err := l.corpusOf(l.networks)
	if err != nil {
		return nil, err
	}
	return c.With(DefaultModel()), nil
})

// realMatcher serves all tests over the embedded data.
func realMatcher(t testing.TB) *Matcher {
	t.Helper()
	m, err := sharedMatcher()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// answer matches a text, and fails the test on an error.
func answer(t testing.TB, m *Matcher, r Request) *Outcome {
	t.Helper()
	if r.Lang == "" {
		r.Lang = "de"
	}
	out, err := m.Match(context.Background(), r)
	if err != nil {
		t.Fatalf("%+v: %v", r.Company, err)
	}
	return out
}

func saying(text string) Request { return Request{Company: profile.Company{Text: text}} }

func idsOf(matches []Match) []string {
	ids := []string{}
	for _, x := range matches {
		ids = append(ids, x.Network.ID)
	}
	return ids
}

func judgementFile(t testing.TB, name string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "data", "judgements", name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// clone copies a network deep enough for its lists of facts to be changed.
func clone(n *profile.Network) *profile.Network {
	c := *n
	for _, list := range []*[]string{&c.Aliases, &c.Industries, &c.Technologies, &c.Applications, &c.ValueChain, &c.Services, &c.FounderSupport, &c.TargetGroups} {
		*list = slices.Clone(*list)
	}
	c.Phases, c.Activities = slices.Clone(c.Phases), slices.Clone(c.Activities)
	return &c
}
