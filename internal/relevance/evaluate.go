package relevance

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"clusterlotse/internal/search"
)

// Scoreboard is the result of an evaluation. A part that was not measured is
// nil.
type Scoreboard struct {
	Queries   *QueryScores   `json:"queries,omitempty"`
	Companies *CompanyScores `json:"companies,omitempty"`
}

// QueryScores are the figures of all judged queries and of each class.
type QueryScores struct {
	All     QueryScore            `json:"all"`
	Classes map[string]QueryScore `json:"classes"`
}

// QueryScore is the mean over a set of queries.
type QueryScore struct {
	// N is how many queries there are.
	N int `json:"n"`
	// NDCG10 is nDCG@10, 0 to 1.
	NDCG10 float64 `json:"ndcg10"`
	// ZeroHits is how many queries found nothing.
	ZeroHits int `json:"zero_hits"`
}

// EvaluateQueries asks the engine every query once. An error names the query.
func EvaluateQueries(ctx context.Context, queries []Query, engine *search.Engine) (*QueryScores, error) {
	scores := &QueryScores{Classes: map[string]QueryScore{}}
	for _, q := range queries {
		ranking, err := firstPage(ctx, engine, q.Q)
		if err != nil {
			return nil, fmt.Errorf("query %q: %w", q.Q, err)
		}
		ndcg := NDCG(ranking, grades(q.Relevant))
		scores.All = scores.All.add(ndcg, len(ranking))
		scores.Classes[q.Class] = scores.Classes[q.Class].add(ndcg, len(ranking))
	}
	scores.All = scores.All.mean()
	for class, s := range scores.Classes {
		scores.Classes[class] = s.mean()
	}
	return scores, nil
}

// firstPage returns the ids that a user of the search box sees first.
func firstPage(ctx context.Context, engine *search.Engine, query string) ([]string, error) {
	result, err := engine.Search(ctx, search.Request{Query: query, Lang: "de", Limit: search.DefaultLimit})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, h := range result.Hits {
		ids = append(ids, h.Network.ID)
	}
	return ids, nil
}

func (s QueryScore) add(ndcg float64, hits int) QueryScore {
	s.N++
	s.NDCG10 += ndcg
	if hits == 0 {
		s.ZeroHits++
	}
	return s
}

func (s QueryScore) mean() QueryScore {
	if s.N > 0 {
		s.NDCG10 /= float64(s.N)
	}
	return s
}

// Print writes the scoreboard as a table that people can read and compare.
func (b *Scoreboard) Print(w io.Writer) {
	if q := b.Queries; q != nil {
		fmt.Fprintf(w, "%-14s %4s %8s %10s\n", "queries", "n", "nDCG@10", "zero hits")
		for _, class := range slices.Sorted(maps.Keys(q.Classes)) {
			printScore(w, class, q.Classes[class])
		}
		printScore(w, "all", q.All)
	}
	if c := b.Companies; c != nil {
		fmt.Fprintf(w, "%-14s %4s %8s %6s %6s %6s %6s\n", "companies", "n", "nDCG@10", "MRR", "hit@1", "hit@5", "hit@10")
		fmt.Fprintf(w, "%-14s %4d %8.3f %6.3f %6.3f %6.3f %6.3f\n", "all", c.N, c.NDCG10, c.MRR, c.Hit1, c.Hit5, c.Hit10)
	}
}

func printScore(w io.Writer, class string, s QueryScore) {
	fmt.Fprintf(w, "%-14s %4d %8.3f %10d\n", class, s.N, s.NDCG10, s.ZeroHits)
}
