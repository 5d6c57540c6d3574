package main

import (
	"context"
	"strings"

	"clusterlotse/internal/relevance"
	"clusterlotse/internal/search"
)

// ablations are what the rankings reach with each of their parts taken away.
type ablations struct {
	Queries   []relevance.Ablation `json:"queries,omitempty"`
	Companies []relevance.Ablation `json:"companies,omitempty"`
}

// ablate measures and prints what each part of the rankings brings.
func (c *evaluateCmd) ablate(ctx context.Context, s *streams, a *app, queries []relevance.Query, companies []relevance.Company) (err error) {
	var all ablations
	if c.Queries != "" {
		if all.Queries, err = relevance.AblateQueries(ctx, queries, ablatedWeights(), a.searcherWithout); err != nil {
			return err
		}
	}
	if c.Companies != "" {
		bench := relevance.NewBench(a.matcher.Corpus, companies, a.knowsPlace)
		if all.Companies, err = relevance.AblateCompanies(ctx, bench, a.matcher.Model()); err != nil {
			return err
		}
	}
	if c.JSON {
		return printJSON(s.out, all)
	}
	relevance.PrintAblations(s.out, all.Queries)
	relevance.PrintAblations(s.out, all.Companies)
	return nil
}

// ablatedWeights are the weights of the search that are taken away one by one:
// all but those of the text fields, which belong to the mapping, and the scale
// and offset of nearness, which are kilometres.
func ablatedWeights() []string {
	var names []string
	for _, w := range search.Weights() {
		if !strings.HasPrefix(w.Name, "field_") && w.Name != "near_scale_km" && w.Name != "offset" {
			names = append(names, w.Name)
		}
	}
	return names
}

// searcherWithout searches the same index with one weight set to nothing.
func (a *app) searcherWithout(_ context.Context, weight string) (relevance.Searcher, error) {
	if weight == "" {
		return a.rankQuery, nil
	}
	engine, err := a.engine.With([]search.Weight{{Name: weight, Value: 0}})
	if err != nil {
		return nil, err
	}
	without := app{engine: engine}
	return without.rankQuery, nil
}
