package search

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"clusterlotse/index"
	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/spelling"
	"clusterlotse/internal/vocabulary"
)

// Config is all that an Engine needs. Every field but Fingerprint is required.
type Config struct {
	Index      index.Index
	Networks   []*profile.Network
	Analyzer   *german.Analyzer
	Vocabulary *vocabulary.Vocabulary
	Gazetteer  *place.Gazetteer
	// Fingerprint says of what the parts above were made; its mapping and format
	// are filled in by New.
	Fingerprint Fingerprint
}

// Engine answers searches over one set of networks.
type Engine struct {
	index      index.Index
	analyzer   *german.Analyzer
	vocabulary *vocabulary.Vocabulary
	gazetteer  *place.Gazetteer
	weight     ranking
	networks   []*profile.Network
	byID       map[string]*profile.Network
	dictionary map[string]bool
	completer  *completer
	speller    *spelling.Speller
	factCache  *factCache
	// generalAgency is whom to ask when nobody else fits, or nil.
	generalAgency *profile.Network
}

// New brings the index in step with the networks and returns the Engine. The
// index is left alone when its fingerprint is up to date; otherwise it is
// rebuilt in one generation and rebuilt names the reason.
func New(ctx context.Context, c Config) (e *Engine, rebuilt string, err error) {
	e = &Engine{
		index: c.Index, analyzer: c.Analyzer, vocabulary: c.Vocabulary, gazetteer: c.Gazetteer,
		networks: slices.Clone(c.Networks), byID: map[string]*profile.Network{}, weight: weight, factCache: &factCache{},
	}
	for _, n := range e.networks {
		e.byID[n.ID] = n
	}
	c.Fingerprint.Format, c.Fingerprint.Mapping = formatVersion, mappingHash()
	state, err := c.Index.State(ctx)
	if err != nil {
		return nil, "", fmt.Errorf("search: %w", err)
	}
	if rebuilt = c.Fingerprint.Stale(state.Fingerprint); rebuilt != "" {
		if err := e.rebuild(ctx, c.Fingerprint); err != nil {
			return nil, "", err
		}
	}
	if err := e.learn(ctx); err != nil {
		return nil, "", err
	}
	return e, rebuilt, nil
}

func (e *Engine) rebuild(ctx context.Context, f Fingerprint) error {
	docs := make([]index.Document, len(e.networks))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, n := range e.networks {
		group.Go(func() error { docs[i] = e.document(n); return nil })
	}
	_ = group.Wait() // nothing fails
	if err := e.index.Apply(ctx, index.Changes{Replace: true, Put: docs, Fingerprint: f.String()}); err != nil {
		return fmt.Errorf("search: rebuild: %w", err)
	}
	return nil
}

// learn reads from the index what the engine asks of it at every request: the
// words that occur, and what can be completed.
func (e *Engine) learn(ctx context.Context) error {
	e.dictionary = map[string]bool{}
	for _, f := range textFields {
		for _, field := range []string{f.name, f.name + partsSuffix} {
			terms, err := e.index.Terms(ctx, field)
			if err != nil {
				return fmt.Errorf("search: %w", err)
			}
			for _, t := range terms {
				e.dictionary[t.Term] = true
			}
		}
	}
	counts, err := e.facetCounts(ctx)
	if err != nil {
		return err
	}
	if e.speller, err = newSpeller(ctx, e); err != nil {
		return err
	}
	e.completer = newCompleter(e, counts)
	e.generalAgency = e.findGeneralAgency()
	return nil
}

// facetCounts counts the living networks behind every value of every filter.
func (e *Engine) facetCounts(ctx context.Context) (map[string]map[string]int, error) {
	q := index.Query{Filters: []index.Filter{{Field: fieldStatus, Values: []string{statusLiving}}}}
	for _, name := range FilterNames {
		q.Facets = append(q.Facets, index.FacetRequest{Field: name})
	}
	r, err := e.index.Search(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	counts := map[string]map[string]int{}
	for _, f := range r.Facets {
		counts[f.Field] = map[string]int{}
		for _, b := range f.Buckets {
			counts[f.Field][b.Value] = b.Count
		}
	}
	return counts, nil
}

// Networks returns all networks in the order of their ids. The caller must not
// change them.
func (e *Engine) Networks() []*profile.Network { return e.networks }

// Network returns the network of that id. When the id itself ended as a record,
// redirect names the id that took its place. ok is false when there is neither.
func (e *Engine) Network(id string) (n *profile.Network, redirect string, ok bool) {
	n, ok = e.byID[id]
	return n, "", ok
}

// Concepts returns the distinct concepts that a network's facts carry, in the
// order of the schemes and the facts, with labels in the asker's language. Words
// is the fact that a concept was read from. None for a network without facts.
func (e *Engine) Concepts(n *profile.Network, lang string) []Concept {
	tags, _ := e.vocabulary.Tag(n)
	seen := map[vocabulary.Ref]bool{}
	concepts := []Concept{}
	for _, scheme := range vocabulary.Schemes {
		for _, t := range tags {
			if t.Concept.Scheme == scheme && !seen[t.Concept.Ref] {
				seen[t.Concept.Ref] = true
				c := conceptOf(t.Concept, lang)
				c.Words = t.Fact
				concepts = append(concepts, c)
			}
		}
	}
	return concepts
}

// Vocabulary returns the concepts that the engine knows.
func (e *Engine) Vocabulary() *vocabulary.Vocabulary { return e.vocabulary }

// Label returns what people call a value of a filter or scheme: the preferred
// label of a concept, or the name of a region. It is empty for unknown values.
func (e *Engine) Label(scheme, id, lang string) string {
	if scheme == "region" || scheme == "regions" {
		r, _ := e.gazetteer.Region(id)
		return r.Name
	}
	if s, ok := fieldScheme[scheme]; ok {
		scheme = s
	}
	if c := e.vocabulary.Concept(vocabulary.Ref{Scheme: scheme, ID: id}); c != nil {
		return c.Label(lang)
	}
	return ""
}
