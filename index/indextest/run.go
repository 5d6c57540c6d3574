package indextest

import (
	"context"
	"testing"

	"clusterlotse/index"
)

// Open returns a new, empty engine. The suite closes it.
type Open func(t *testing.T) index.Index

// Reopen closes an engine and opens it again with what it held.
type Reopen func(t *testing.T, x index.Index) index.Index

// Run holds an engine to the contract of package index. It calls open for every
// test and in properties many times. An engine that keeps nothing after Close
// passes nil for reopen. Run it under the race detector too.
func Run(t *testing.T, open Open, reopen Reopen) {
	s := &suite{open: open, reopen: reopen}
	for _, c := range []struct {
		name string
		run  func(t *testing.T, s *suite)
	}{
		{"Clauses", testClauses},
		{"Filters", testFilters},
		{"Facets", testFacets},
		{"Rules", testRules},
		{"Near", testNear},
		{"Within", testWithin},
		{"Pages", testPages},
		{"Explanations", testExplanations},
		{"Terms", testTerms},
		{"Empty", testEmpty},
		{"Apply", testApply},
		{"OddDocuments", testOddDocuments},
		{"RefusedPut", testRefusedPut},
		{"Cancelled", testCancelled},
		{"Closed", testClosed},
		{"CloseWhileSearching", testCloseWhileSearching},
		{"OneGeneration", testOneGeneration},
		{"Reopen", testReopen},
		{"Model", testModel},
		{"Batches", testBatches},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, s) })
	}
}

// suite is what every test needs to make engines.
type suite struct {
	open   Open
	reopen Reopen
}

// with opens an engine that holds docs, closed at the end of the test.
func (s *suite) with(t *testing.T, docs ...index.Document) index.Index {
	t.Helper()
	x := s.open(t)
	t.Cleanup(func() { mustClose(t, x) })
	mustApply(t, x, index.Changes{Replace: true, Put: docs, Fingerprint: "fixture"})
	return x
}

func mustClose(t *testing.T, x index.Index) {
	t.Helper()
	if err := x.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

func mustApply(t *testing.T, x index.Index, c index.Changes) {
	t.Helper()
	if err := x.Apply(context.Background(), c); err != nil {
		t.Fatalf("Apply: %v", err)
	}
}

func mustSearch(t *testing.T, x index.Index, q index.Query) index.Result {
	t.Helper()
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("Search(%+v): %v", q, err)
	}
	return r
}

func mustState(t *testing.T, x index.Index) index.State {
	t.Helper()
	s, err := x.State(context.Background())
	if err != nil {
		t.Fatalf("State: %v", err)
	}
	return s
}

func mustTerms(t *testing.T, x index.Index, field string) []index.TermCount {
	t.Helper()
	terms, err := x.Terms(context.Background(), field)
	if err != nil {
		t.Fatalf("Terms(%q): %v", field, err)
	}
	return terms
}
