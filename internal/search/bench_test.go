package search

import (
	"context"
	"testing"
)

func BenchmarkSearch(b *testing.B) {
	e := realEngine(b)
	for _, c := range []struct{ name, query string }{
		{"one-word", "Medizintechnik"},
		{"three-words", "additive Fertigung Beratung"},
		{"typo", "Medizntechnik"},
		{"place", "Holz Allgäu"},
		{"all", ""},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := Request{Query: c.query, Lang: "de", Limit: 10}
			for b.Loop() {
				if _, err := e.Search(context.Background(), r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSuggest(b *testing.B) {
	e := realEngine(b)
	for _, c := range []struct{ name, query string }{
		{"letter", "m"},
		{"prefix", "mediz"},
		{"typo", "medzin"},
		{"place", "tuttl"},
		{"nothing", "xqzyvw"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := e.Suggest(context.Background(), c.query, 10, "de"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
