package match

import (
	"context"
	"slices"
	"sync"
	"testing"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/realdata"
)

// testYear is our time in tests, so that no test ages.
const testYear = 2026

// corpusOf analyses networks.
func corpusOf(t testing.TB, networks []*profile.Network) *Corpus {
	t.Helper()
	return corpusOver(realdata.Load(t), networks)
}

func corpusOver(p *realdata.Parts, networks []*profile.Network) *Corpus {
	c := NewCorpus(networks, p.Analyzer, p.Vocabulary, p.Gazetteer)
	c.Year = testYear
	return c
}

var sharedMatcher = sync.OnceValues(func() (*Matcher, error) {
	p, err := realdata.Read()
	if err != nil {
		return nil, err
	}
	return corpusOver(p, p.Networks).With(DefaultModel()), nil
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

// clone copies a network deep enough for its lists of facts to be changed.
func clone(n *profile.Network) *profile.Network {
	c := *n
	for _, list := range []*[]string{&c.Aliases, &c.Industries, &c.Technologies, &c.Applications, &c.ValueChain, &c.Services, &c.FounderSupport, &c.TargetGroups} {
		*list = slices.Clone(*list)
	}
	c.Phases, c.Activities = slices.Clone(c.Phases), slices.Clone(c.Activities)
	return &c
}
