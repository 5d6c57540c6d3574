package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"

	"clusterlotse/data"
	"clusterlotse/index"
	"clusterlotse/index/bleveindex"
	"clusterlotse/index/german"
	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// app is the running product without its server.
type app struct {
	sources
	engine  *search.Engine
	matcher *match.Matcher
	rebuilt string
}

// sources are the records and lists that everything is made of.
type sources struct {
	fsys       fs.FS
	networks   []*profile.Network
	analyzer   *german.Analyzer
	vocabulary *vocabulary.Vocabulary
	gazetteer  *place.Gazetteer
}

// sourceFS is the directory named by --source, or else what the binary holds.
func sourceFS(dir string) (fs.FS, error) {
	if dir == "" {
		return data.FS, nil
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("source: %w", err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("source: %s is no directory", dir)
	}
	return os.DirFS(dir), nil
}

// loadSources reads everything and reports the faults of profiles and
// vocabulary together.
func loadSources(dir string) (sources, error) {
	fsys, err := sourceFS(dir)
	if err != nil {
		return sources{}, err
	}
	s := sources{fsys: fsys}
	if s.analyzer, err = loadAnalyzer(fsys); err != nil {
		return s, inSource(dir, err)
	}
	// The three read different folders; together they take as long as the
	// slowest, which half a second of start is worth.
	var networkErr, vocabularyErr, placeErr error
	var wait sync.WaitGroup
	wait.Go(func() { s.vocabulary, vocabularyErr = vocabulary.Load(fsys, "vocabulary", s.analyzer) })
	wait.Go(func() { s.networks, networkErr = profile.Read(fsys, "networks") })
	wait.Go(func() { s.gazetteer, placeErr = place.Load(fsys, "places") })
	wait.Wait()
	if placeErr != nil {
		return s, inSource(dir, placeErr)
	}
	return s, joinFaults(networkErr, vocabularyErr)
}

func loadAnalyzer(fsys fs.FS) (*german.Analyzer, error) {
	words, err := german.LoadWords(fsys, "words")
	if err != nil {
		return nil, err
	}
	return german.New(words), nil
}

// inSource names the directory that a file was not found or not understood in.
func inSource(dir string, err error) error {
	if dir == "" {
		return err
	}
	return fmt.Errorf("source %s: %w", dir, err)
}

// joinFaults makes one list of the faults of both; other errors stay as they
// are.
func joinFaults(a, b error) error {
	var all, more profile.Faults
	if errors.As(a, &all) && errors.As(b, &more) {
		return append(all, more...)
	}
	return errors.Join(a, b)
}

// newApp loads the sources and brings the index in step with them. The caller
// closes the index.
func newApp(ctx context.Context, source string, ix index.Index) (*app, error) {
	s, err := loadSources(source)
	if err != nil {
		return nil, err
	}
	a := &app{sources: s}
	print, err := fingerprint(s.fsys)
	if err != nil {
		return nil, err
	}
	// The matching reads the profiles while the engine does.
	var wait sync.WaitGroup
	wait.Go(func() { a.matcher = match.New(s.networks, s.analyzer, s.vocabulary, s.gazetteer) })
	a.engine, a.rebuilt, err = search.New(ctx, search.Config{
		Index: ix, Networks: s.networks, Analyzer: s.analyzer,
		Vocabulary: s.vocabulary, Gazetteer: s.gazetteer, Fingerprint: print,
	})
	wait.Wait()
	if err != nil {
		return nil, err
	}
	return a, nil
}

func fingerprint(fsys fs.FS) (f search.Fingerprint, err error) {
	for _, part := range []struct {
		dir  string
		hash *string
	}{{"words", &f.Words}, {"vocabulary", &f.Vocabulary}, {"places", &f.Places}, {"networks", &f.Catalogue}} {
		if *part.hash, err = search.HashDir(fsys, part.dir); err != nil {
			return f, err
		}
	}
	return f, nil
}

// withMemoryApp runs a one-off command on an index in memory, so that it works
// beside a running server and leaves nothing behind.
func withMemoryApp(ctx context.Context, source string, do func(*app) error) error {
	ix, err := bleveindex.OpenMemory()
	if err != nil {
		return err
	}
	defer ix.Close()
	a, err := newApp(ctx, source, ix)
	if err != nil {
		return err
	}
	return do(a)
}

// dataDate is the newest year that any profile's sources name.
func dataDate(networks []*profile.Network) string {
	year := 0
	for _, n := range networks {
		if y := n.LastSeen(); y <= time.Now().Year() {
			year = max(year, y)
		}
	}
	return fmt.Sprint(year)
}
