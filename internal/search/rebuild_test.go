package search

import (
	"context"
	"errors"
	"slices"
	"testing"

	"clusterlotse/index"
	"clusterlotse/index/bleveindex"
	"clusterlotse/internal/profile"
)

// sampleQueries touch words, compounds, concepts, places, spelling and lists.
var sampleQueries = []string{
	"", "Medizintechnik", "KI", "Holz Allgäu", "additive Fertigung", "Medizntechnik", "Coworking Bruchsal",
	"packaging machinery", "Gründer", "Netzwerk für Wasserstoff in Ulm", "nichtsdergleichen", "Technik",
}

func answers(t *testing.T, e *Engine) [][]string {
	t.Helper()
	var all [][]string
	for _, q := range sampleQueries {
		all = append(all, fingerprintOf(askFor(t, e, Request{Query: q, Lang: "de", Limit: 50})))
	}
	return all
}

func sameAnswers(t *testing.T, what string, got, want [][]string) {
	t.Helper()
	for i, q := range sampleQueries {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%s: %q gives another ranking:\n%v\n%v", what, q, got[i], want[i])
		}
	}
}

// openers are the kinds of embedded index; open may be called again after Close.
func openers(t *testing.T) map[string]func() index.Index {
	dir := t.TempDir()
	return map[string]func() index.Index{
		"memory": func() index.Index { return openMemory(t) },
		"disk": func() index.Index {
			ix, err := bleveindex.Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { ix.Close() })
			return ix
		},
	}
}

func TestSameHitsOnOneBatchAndOnTwenty(t *testing.T) {
	e := memoryEngine(t, realConfig(t).Networks[:100])
	want := answers(t, e)
	state, err := e.index.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, open := range openers(t) {
		t.Run(name, func(t *testing.T) {
			ix := open()
			const batches = 20
			for b := range batches {
				var docs []index.Document
				for i := b; i < len(e.networks); i += batches {
					docs = append(docs, e.document(e.networks[i]))
				}
				if err := ix.Apply(t.Context(), index.Changes{Put: docs, Fingerprint: state.Fingerprint}); err != nil {
					t.Fatal(err)
				}
			}
			c := realConfig(t)
			c.Networks, c.Index = e.networks, ix
			twenty, rebuilt, err := New(t.Context(), c)
			if err != nil || rebuilt != "" {
				t.Fatalf("New = %q, %v; want the index left alone", rebuilt, err)
			}
			sameAnswers(t, "twenty batches", answers(t, twenty), want)
		})
	}
}

// countingIndex counts what New writes.
type countingIndex struct {
	index.Index
	applied int
}

func (x *countingIndex) Apply(ctx context.Context, c index.Changes) error {
	x.applied++
	return x.Index.Apply(ctx, c)
}

func TestNewLeavesAFreshIndexAloneAndRebuildsAStaleOne(t *testing.T) {
	for name, open := range openers(t) {
		t.Run(name, func(t *testing.T) {
			c := realConfig(t)
			c.Networks = c.Networks[:60]
			ix := &countingIndex{Index: open()}
			c.Index = ix
			e, rebuilt, err := New(t.Context(), c)
			if err != nil || rebuilt != "there is no index yet" || ix.applied != 1 {
				t.Fatalf("first New = %q, %v with %d writes", rebuilt, err, ix.applied)
			}
			want := answers(t, e)

			if e, rebuilt, err = New(t.Context(), c); err != nil || rebuilt != "" || ix.applied != 1 {
				t.Fatalf("second New = %q, %v with %d writes; want none", rebuilt, err, ix.applied)
			}
			sameAnswers(t, "fresh", answers(t, e), want)

			c.Fingerprint.Catalogue = "edited"
			if e, rebuilt, err = New(t.Context(), c); err != nil || rebuilt != "the profiles changed" || ix.applied != 2 {
				t.Fatalf("New after an edit = %q, %v with %d writes", rebuilt, err, ix.applied)
			}
			sameAnswers(t, "rebuilt", answers(t, e), want)
		})
	}
}

func TestDiskIndexOutlivesItsProcess(t *testing.T) {
	c := realConfig(t)
	c.Networks = c.Networks[:60]
	dir := t.TempDir()
	var want [][]string
	for run, wantReason := range []string{"there is no index yet", ""} {
		ix, err := bleveindex.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		c.Index = ix
		e, reason, err := New(t.Context(), c)
		if err != nil || reason != wantReason {
			t.Fatalf("run %d: New = %q, %v", run, reason, err)
		}
		if got := answers(t, e); run == 0 {
			want = got
		} else {
			sameAnswers(t, "reopened", got, want)
		}
		ix.Close()
	}
}

func TestRebuildDropsWhatIsNoMore(t *testing.T) {
	c := realConfig(t)
	c.Index = openMemory(t)
	c.Networks = []*profile.Network{testNetwork("a", "Lasertechnik eins"), testNetwork("b", "Lasertechnik zwei")}
	if _, _, err := New(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	c.Networks, c.Fingerprint.Catalogue = c.Networks[1:], "without a"
	e, _, err := New(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if got := ids(ask(t, e, "Lasertechnik").Hits); !slices.Equal(got, []string{"b"}) {
		t.Errorf("hits = %v", got)
	}
}

func TestNewReportsAClosedIndex(t *testing.T) {
	c := realConfig(t)
	c.Index = openMemory(t)
	c.Index.Close()
	if _, _, err := New(t.Context(), c); !errors.Is(err, index.ErrClosed) {
		t.Errorf("New on a closed index: %v", err)
	}
}

func TestSearchReportsAnIndexOfOtherNetworks(t *testing.T) {
	c := realConfig(t)
	c.Index = openMemory(t)
	c.Networks = []*profile.Network{testNetwork("a", "Lasertechnik")}
	e, _, err := New(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	stray := e.document(testNetwork("stray", "Lasertechnik"))
	if err := c.Index.Apply(t.Context(), index.Changes{Put: []index.Document{stray}}); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Search(t.Context(), Request{Query: "Lasertechnik", Lang: "de"}); err == nil {
		t.Error("a hit that is no network goes unnoticed")
	}
}
