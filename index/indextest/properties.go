package indextest

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/index"
)

// testModel applies random changes to the engine and to the naive model, and
// asks both the same random questions after each, sometimes after reopening.
func testModel(t *testing.T, s *suite) {
	rapid.Check(t, func(rt *rapid.T) {
		m, x := newModel(), s.open(t)
		defer func() { mustClose(t, x) }()
		for range rapid.IntRange(1, 4).Draw(rt, "applies") {
			c := changes.Draw(rt, "changes")
			mustDo(rt, m.Apply(context.Background(), c))
			mustDo(rt, x.Apply(context.Background(), c))
			if s.reopen != nil && rapid.IntRange(0, 3).Draw(rt, "reopen") == 0 {
				x = s.reopen(t, x)
			}
			sameContent(rt, m, x)
			for range 8 {
				sameResult(rt, m, x, query.Draw(rt, "query"))
			}
		}
	})
}

func mustDo(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sameContent(t *rapid.T, m, x index.Index) {
	t.Helper()
	ctx := context.Background()
	want, _ := m.State(ctx)
	if got, err := x.State(ctx); err != nil || got != want {
		t.Fatalf("state %+v, %v, want %+v", got, err, want)
	}
	for _, field := range []string{"body", "name", "nothing"} {
		want, _ := m.Terms(ctx, field)
		if got, err := x.Terms(ctx, field); err != nil || !slices.Equal(got, want) {
			t.Fatalf("terms of %q %v, %v, want %v", field, got, err, want)
		}
	}
}

func sameResult(t *rapid.T, m, x index.Index, q index.Query) {
	t.Helper()
	ctx := context.Background()
	want, err := m.Search(ctx, q)
	mustDo(t, err)
	unpaged := q
	unpaged.Offset, unpaged.Limit = 0, math.MaxInt
	all, err := m.Search(ctx, unpaged)
	mustDo(t, err)
	got, err := x.Search(ctx, q)
	mustDo(t, err)
	if d := differ(q, got, want, all); d != "" {
		t.Fatalf("%s\nquery %+v", d, q)
	}
}

// testBatches applies the same documents at once and in twenty steps. Both
// engines, and a second search in each, must answer the same to the last bit.
func testBatches(t *testing.T, s *suite) {
	ctx := context.Background()
	for seed := range 6 {
		docs := documents(20, 40).Example(seed)
		once, often := s.open(t), s.open(t)
		mustApply(t, once, index.Changes{Put: docs, Fingerprint: "same"})
		for i := range 20 {
			from, to := i*len(docs)/20, (i+1)*len(docs)/20
			mustApply(t, often, index.Changes{Put: docs[from:to], Fingerprint: "same"})
		}
		for i := range 100 {
			q := query.Example(1000*seed + i)
			want := mustSearch(t, once, q)
			for _, x := range []index.Index{once, often} {
				if got, err := x.Search(ctx, q); err != nil || !reflect.DeepEqual(got, want) {
					t.Fatalf("found %+v and %+v, %v\nquery %+v", want, got, err, q)
				}
			}
		}
		mustClose(t, once)
		mustClose(t, often)
	}
}
