package main

import (
	"context"

	"clusterlotse/internal/relevance"
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
		if all.Queries, err = relevance.AblateQueries(ctx, queries, a.engine); err != nil {
			return err
		}
	}
	if c.Companies != "" {
		if all.Companies, err = relevance.AblateCompanies(ctx, c.bench(a, companies), a.matcher.Model()); err != nil {
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
