package relevance

import (
	"context"
	"fmt"
	"io"
	"strings"

	"clusterlotse/internal/match"
	"clusterlotse/internal/search"
)

// Ablation is what the ranking reaches with one of its parts taken away.
type Ablation struct {
	// Without names the part; empty for the whole ranking.
	Without string `json:"without"`
	// Queries or Companies is what is reached, the other one nil.
	Queries   *QueryScore    `json:"queries,omitempty"`
	Companies *CompanyScores `json:"companies,omitempty"`
}

// ablated are the numbers of the matching that are set to 0 one by one.
var ablated = []string{
	"technologies", "industries", "needs", "target_group", "phase", "text", "founder", "floor", "experience", "place_name",
	"broader", "related", "suggested", "part", "hidden", "name", "summary", "family", "idf_power", "word_idf_power",
}

// factors are the numbers that together take a part of the matching away when
// they are 1.
var factors = []struct {
	part    string
	numbers []string
}{
	{"nearness", []string{"far", "unknown", "statewide", "same_region", "wide"}},
	{"stage", []string{"young_cue", "established_cue", "making_cue"}},
	{"directness", []string{"inherited"}},
	{"kinds", []string{"state_network", "cluster_initiative", "state_agency", "competence_centre", "alliance"}},
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

// AblateCompanies measures the model whole, then without each of its features.
func AblateCompanies(ctx context.Context, bench *Bench, model match.Model) ([]Ablation, error) {
	trials := []struct {
		name  string
		model match.Model
	}{{"", model}}
	add := func(name string, value float64, numbers ...string) {
		trial := model
		for _, n := range numbers {
			trial.Set(n, value)
		}
		trials = append(trials, struct {
			name  string
			model match.Model
		}{name, trial})
	}
	for _, name := range ablated {
		add(name, 0, name)
	}
	for _, f := range factors {
		add(f.part, 1, f.numbers...)
	}
	var list []Ablation
	for _, t := range trials {
		outcomes, err := bench.Run(ctx, t.model)
		if err != nil {
			return nil, fmt.Errorf("without %s: %w", t.name, err)
		}
		list = append(list, Ablation{Without: t.name, Companies: Mean(outcomes)})
	}
	return list, nil
}

// AblateQueries measures the engine whole, then without each of the weights of the
// search.
func AblateQueries(ctx context.Context, queries []Query, engine *search.Engine) ([]Ablation, error) {
	whole, err := EvaluateQueries(ctx, queries, engine)
	if err != nil {
		return nil, err
	}
	list := []Ablation{{Queries: &whole.All}}
	for _, name := range ablatedWeights() {
		without, err := engine.With([]search.Weight{{Name: name, Value: 0}})
		if err != nil {
			return nil, fmt.Errorf("without %s: %w", name, err)
		}
		scores, err := EvaluateQueries(ctx, queries, without)
		if err != nil {
			return nil, fmt.Errorf("without %s: %w", name, err)
		}
		list = append(list, Ablation{Without: name, Queries: &scores.All})
	}
	return list, nil
}

// PrintAblations writes a table: what is reached without each part, and how much
// less than the whole that is.
func PrintAblations(w io.Writer, list []Ablation) {
	for i, a := range list {
		name := "without " + a.Without
		if a.Without == "" {
			name = "whole"
		}
		switch {
		case a.Queries != nil:
			if i == 0 {
				fmt.Fprintf(w, "%-28s %8s %7s %10s\n", "queries", "nDCG@10", "change", "zero hits")
			}
			fmt.Fprintf(w, "%-28s %8.3f %+7.3f %10d\n", name, a.Queries.NDCG10, a.Queries.NDCG10-list[0].Queries.NDCG10, a.Queries.ZeroHits)
		case a.Companies != nil:
			if i == 0 {
				fmt.Fprintf(w, "%-28s %8s %7s %6s %6s %6s\n", "companies", "nDCG@10", "change", "MRR", "hit@5", "hit@10")
			}
			c := a.Companies
			fmt.Fprintf(w, "%-28s %8.3f %+7.3f %6.3f %6.3f %6.3f\n", name, c.NDCG10, c.NDCG10-list[0].Companies.NDCG10, c.MRR, c.Hit5, c.Hit10)
		}
	}
}
