package indextest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"clusterlotse/index"
)

// generation is a set of documents that all tell its number: 3 + n%4 of them,
// with the term "x" and the keyword "n".
func generation(n int) []index.Document {
	docs := make([]index.Document, 3+n%4)
	for i := range docs {
		docs[i] = index.Document{
			ID:       fmt.Sprintf("doc %d", i),
			Text:     map[string][]string{"body": {"x"}},
			Keywords: map[string][]string{"n": {fmt.Sprint(n)}},
		}
	}
	return docs
}

// whole tells why a result is not that of exactly one generation.
func whole(r index.Result) error {
	buckets := r.Facets[0].Buckets
	if len(buckets) != 1 {
		return fmt.Errorf("a search sees generations %v", buckets)
	}
	var n int
	if _, err := fmt.Sscan(buckets[0].Value, &n); err != nil {
		return err
	}
	if want := 3 + n%4; r.Total != want || len(r.Hits) != want || buckets[0].Count != want {
		return fmt.Errorf("generation %d: total %d, %d hits, %v, want %d", n, r.Total, len(r.Hits), buckets, want)
	}
	return nil
}

// everyGeneration finds all of a generation.
func everyGeneration() index.Query {
	body := term("body", "x")
	return index.Query{Clause: &body, Limit: 10, Facets: []index.FacetRequest{{Field: "n"}}}
}

// searchUntil searches until stop is closed, or until the engine is. Every
// result must be that of one generation.
func searchUntil(t *testing.T, x index.Index, stop <-chan struct{}, found func()) {
	for {
		r, err := x.Search(context.Background(), everyGeneration())
		if errors.Is(err, index.ErrClosed) && stop == nil {
			return
		}
		if err == nil {
			err = whole(r)
		}
		if err != nil {
			t.Error(err)
			return
		}
		found()
		select {
		case <-stop:
			return
		default:
		}
	}
}

func testOneGeneration(t *testing.T, s *suite) {
	x := s.with(t, generation(0)...)
	stop := make(chan struct{})
	var searchers sync.WaitGroup
	defer searchers.Wait()
	defer close(stop)
	for range 4 {
		searchers.Go(func() { searchUntil(t, x, stop, func() {}) })
	}
	for n := 1; n <= 12; n++ {
		// Replaced as a whole, or changed so that the outcome is the same.
		c := index.Changes{Replace: n%2 == 0, Put: generation(n), Fingerprint: fmt.Sprint(n)}
		if !c.Replace {
			for i := len(c.Put); i < 6; i++ {
				c.Delete = append(c.Delete, fmt.Sprintf("doc %d", i))
			}
		}
		mustApply(t, x, c)
		if err := whole(mustSearch(t, x, everyGeneration())); err != nil {
			t.Error(err)
		}
		if got := mustState(t, x); got.Fingerprint != c.Fingerprint || got.Documents != len(c.Put) {
			t.Errorf("state %+v after Apply %d of %d documents", got, n, len(c.Put))
		}
	}
}

// testCloseWhileSearching closes under load: every call either succeeds as a
// whole or says that the engine is closed.
func testCloseWhileSearching(t *testing.T, s *suite) {
	x := s.open(t)
	mustApply(t, x, index.Changes{Put: generation(1)})
	var users, begun sync.WaitGroup
	begun.Add(4)
	for range 4 {
		users.Go(func() {
			first := sync.OnceFunc(begun.Done)
			defer first() // even after a failure
			searchUntil(t, x, nil, first)
		})
	}
	users.Go(func() {
		for n := 1; ; n++ {
			err := x.Apply(context.Background(), index.Changes{Replace: true, Put: generation(n)})
			if errors.Is(err, index.ErrClosed) {
				return
			}
			if err != nil {
				t.Error(err)
				return
			}
		}
	})
	begun.Wait()
	var closers sync.WaitGroup
	for range 2 {
		closers.Go(func() { mustClose(t, x) })
	}
	closers.Wait()
	users.Wait()
}
