package bleveindex

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"clusterlotse/index"
)

// collection generates n documents of 110 to 190 words from a dictionary whose
// words follow Zipf's law, with three keyword fields and a place.
func collection(n int) []index.Document {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 8, 40_000)
	docs := make([]index.Document, n)
	for i := range docs {
		body := make([]string, 110+r.IntN(81))
		for w := range body {
			body[w] = fmt.Sprintf("w%d", zipf.Uint64())
		}
		keywords := map[string][]string{
			"technology": {fmt.Sprint("t", r.IntN(40)), fmt.Sprint("t", r.IntN(40)), fmt.Sprint("t", r.IntN(40))},
			"industry":   {fmt.Sprint("i", r.IntN(20))},
			"region":     {fmt.Sprint("r", r.IntN(12))},
		}
		docs[i] = index.Document{
			ID:   fmt.Sprintf("doc%06d", i),
			Text: map[string][]string{"name": body[:3], "body": body}, Keywords: keywords,
			Point: &index.Point{Lat: 47.5 + 2*r.Float64(), Lon: 7.5 + 3*r.Float64()},
		}
	}
	return docs
}

// questions are words of middling frequency, another set for every query.
func questions(words int) []index.Query {
	r := rand.New(rand.NewPCG(3, 4))
	queries := make([]index.Query, 100)
	for i := range queries {
		sum := index.Clause{Op: index.OpSum}
		for range words {
			word := fmt.Sprintf("w%d", 20+r.IntN(600))
			sum.Children = append(sum.Children, index.Clause{Op: index.OpTerm, Field: "body", Term: word})
		}
		queries[i] = index.Query{Clause: &sum, Limit: 10}
	}
	return queries
}

var sizes = []int{274, 10_000}

func filled(b *testing.B, docs []index.Document) *Index {
	b.Helper()
	x, err := OpenMemory()
	if err == nil {
		err = x.Apply(ctx, index.Changes{Replace: true, Put: docs})
	}
	if err != nil {
		b.Fatal(err)
	}
	return x
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range sizes {
		docs := collection(n)
		b.Run(fmt.Sprintf("memory/%d", n), func(b *testing.B) {
			for b.Loop() {
				filled(b, docs).Close()
			}
		})
		b.Run(fmt.Sprintf("disk/%d", n), func(b *testing.B) {
			x, err := Open(b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			defer x.Close()
			for b.Loop() {
				if err := x.Apply(ctx, index.Changes{Replace: true, Put: docs}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkOpen opens a directory and searches once.
func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			x, err := Open(dir)
			if err == nil {
				err = x.Apply(ctx, index.Changes{Replace: true, Put: collection(n)})
			}
			if err != nil {
				b.Fatal(err)
			}
			x.Close()
			q := questions(3)[0]
			for b.Loop() {
				x, err := Open(dir)
				if err == nil {
					_, err = x.Search(ctx, q)
				}
				if err != nil {
					b.Fatal(err)
				}
				x.Close()
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	facets := []index.FacetRequest{{Field: "technology"}, {Field: "industry"}, {Field: "region"}}
	near := &index.Near{Center: index.Point{Lat: 48.78, Lon: 9.18}, ScaleKm: 40, Floor: 0.25}
	for _, n := range sizes {
		x := filled(b, collection(n))
		for _, c := range []struct {
			name   string
			words  int
			facets []index.FacetRequest
			near   *index.Near
		}{
			{"1 word", 1, nil, nil}, {"3 words", 3, nil, nil}, {"3 words, 3 facets", 3, facets, nil},
			{"3 words, 3 facets, near", 3, facets, near}, {"60 words", 60, nil, nil},
		} {
			queries := questions(c.words)
			for i := range queries {
				queries[i].Facets, queries[i].Near = c.facets, c.near
			}
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if _, err := x.Search(ctx, queries[i%len(queries)]); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		x.Close()
	}
}
