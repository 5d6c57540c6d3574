package search

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"clusterlotse/index/german"
	"clusterlotse/internal/spelling"
)

// newSpeller takes the words of the profiles from the index and adds those of the
// vocabulary's labels.
func newSpeller(ctx context.Context, e *Engine) (*spelling.Speller, error) {
	terms, err := e.index.Terms(ctx, fieldSurface)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return spelling.New(func(yield func(string, int) bool) {
		for _, t := range terms {
			if !yield(t.Term, t.Documents) {
				return
			}
		}
		for word := range e.labelWords() {
			if !yield(word, 1) {
				return
			}
		}
	}), nil
}

// labelWords are the words of the labels that are searched, but stop words.
func (e *Engine) labelWords() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, scheme := range searchedSchemes {
			for _, c := range e.vocabulary.Concepts(scheme) {
				for _, label := range conceptLabels(c) {
					for _, t := range e.analyzer.Words(label, german.German) {
						if !t.Stop && !yield(strings.ToLower(t.Text)) {
							return
						}
					}
				}
			}
		}
	}
}
