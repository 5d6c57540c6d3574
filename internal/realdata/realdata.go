// Package realdata builds the engine over the embedded data, once in each test
// binary, for the tests of the packages that stand on search, and reads the judged sets for
// them. Begin with [Load].
package realdata

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
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

// Parts are what the packages above search are made of. They may be used by many
// tests at once and must not be changed.
type Parts struct {
	Engine     *search.Engine
	Analyzer   *german.Analyzer
	Vocabulary *vocabulary.Vocabulary
	Gazetteer  *place.Gazetteer
	Networks   []*profile.Network
}

// Read returns the parts over the embedded data.
var Read = sync.OnceValues(func() (*Parts, error) {
	words, err := german.LoadWords(data.FS, "words")
	if err != nil {
		return nil, err
	}
	p := &Parts{Analyzer: german.New(words)}
	if p.Gazetteer, err = place.Load(data.FS, "places"); err != nil {
		return nil, err
	}
	if p.Vocabulary, err = vocabulary.Load(data.FS, "vocabulary", p.Analyzer); err != nil {
		return nil, err
	}
	if p.Networks, err = profile.Read(data.FS, "networks"); err != nil {
		return nil, err
	}
	p.Engine, err = p.engineOver(p.Networks)
	return p, err
})

// Load is Read for a test, which ends when it fails.
func Load(t testing.TB) *Parts {
	t.Helper()
	p, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Judged reads a file of data/judgements by read, for a test in a folder of
// internal, which ends when that fails or when there is nothing in it.
func Judged[T any](t testing.TB, name string, read func(io.Reader) ([]T, error)) []T {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "data", "judgements", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := read(f)
	if err != nil || len(list) == 0 {
		t.Fatalf("%s: %d entries, %v", name, len(list), err)
	}
	return list
}

// OffTopic reads the needs that no network serves, for a test in a folder of
// internal.
func OffTopic(t testing.TB) []string {
	t.Helper()
	return Judged(t, "offtopic.txt", func(r io.Reader) (lines []string, err error) {
		s := bufio.NewScanner(r)
		for s.Scan() {
			if line := strings.TrimSpace(s.Text()); line != "" {
				lines = append(lines, line)
			}
		}
		return lines, s.Err()
	})
}

// EngineOver returns an engine of its own over other networks, and ends the test
// when it cannot be built.
func (p *Parts) EngineOver(t testing.TB, networks []*profile.Network) *search.Engine {
	t.Helper()
	e, err := p.engineOver(networks)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func (p *Parts) engineOver(networks []*profile.Network) (*search.Engine, error) {
	ix, err := bleveindex.OpenMemory()
	if err != nil {
		return nil, err
	}
	e, _, err := search.New(context.Background(), search.Config{
		Index: ix, Networks: networks, Analyzer: p.Analyzer, Vocabulary: p.Vocabulary, Gazetteer: p.Gazetteer,
	})
	return e, err
}
