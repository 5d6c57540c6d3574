package relevance

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Searcher returns the ranked network ids for a query, at least ten where there
// are so many.
type Searcher func(ctx context.Context, query string) ([]string, error)

// Matcher returns the ranked network ids for a company.
type Matcher func(ctx context.Context, c *Company) ([]string, error)

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
	N        int     `json:"n"`
	NDCG10   float64 `json:"ndcg10"`
	ZeroHits int     `json:"zero_hits"`
}

// CompanyScores are the means over all judged companies: nDCG@10 on the grades
// of those that have any, the others on the memberships of those that have any.
type CompanyScores struct {
	N      int     `json:"n"`
	NDCG10 float64 `json:"ndcg10"`
	MRR    float64 `json:"mrr"`
	Hit1   float64 `json:"hit1"`
	Hit5   float64 `json:"hit5"`
	Hit10  float64 `json:"hit10"`
}

// EvaluateQueries runs every query once.
func EvaluateQueries(ctx context.Context, queries []Query, search Searcher) (*QueryScores, error) {
	scores := &QueryScores{Classes: map[string]QueryScore{}}
	for _, q := range queries {
		ranking, err := search(ctx, q.Q)
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

// EvaluateCompanies runs every company once.
func EvaluateCompanies(ctx context.Context, companies []Company, match Matcher) (*CompanyScores, error) {
	s := &CompanyScores{N: len(companies)}
	judged, members := 0, 0
	for i := range companies {
		c := &companies[i]
		ranking, err := match(ctx, c)
		if err != nil {
			return nil, fmt.Errorf("company %q: %w", c.ID, err)
		}
		if len(c.Relevant) > 0 {
			judged++
			s.NDCG10 += NDCG(ranking, grades(c.Relevant))
		}
		if len(c.Memberships) > 0 {
			members++
			s.addRank(FirstRank(ranking, c.wanted()))
		}
	}
	s.divide(judged, members)
	return s, nil
}

// divide turns sums into means over the companies that have grades and those
// that have memberships.
func (s *CompanyScores) divide(judged, members int) {
	s.NDCG10 /= float64(max(judged, 1))
	for _, v := range s.figures()[1:] {
		*v /= float64(max(members, 1))
	}
}

// figures are all that is measured, nDCG@10 first.
func (s *CompanyScores) figures() []*float64 {
	return []*float64{&s.NDCG10, &s.MRR, &s.Hit1, &s.Hit5, &s.Hit10}
}

func (c *Company) wanted() map[string]bool {
	wanted := map[string]bool{}
	for _, m := range c.Memberships {
		wanted[m.NetworkID] = true
	}
	return wanted
}

func (s *CompanyScores) addRank(rank int) {
	if rank == 0 {
		return
	}
	s.MRR += 1 / float64(rank)
	for limit, hit := range map[int]*float64{1: &s.Hit1, 5: &s.Hit5, 10: &s.Hit10} {
		if rank <= limit {
			*hit++
		}
	}
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
