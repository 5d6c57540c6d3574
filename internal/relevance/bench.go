package relevance

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"clusterlotse/internal/match"
)

// Bench measures models on judged companies. Profiles and companies are
// analysed once; a run then takes milliseconds. It may be used by many
// goroutines at once.
type Bench struct {
	corpus    *match.Corpus
	companies []Company
	requests  []match.Request
	grades    []map[string]int
	wanted    []map[string]bool
}

// CompanyOutcome is how well one company was served.
type CompanyOutcome struct {
	NDCG10 float64
	// Rank is that of the first membership, 0 when none was named.
	Rank int
	// Judged says that the company has grades, Member that it has memberships.
	Judged, Member bool
	// Ranking are the ids of the networks named, best first.
	Ranking []string
}

// NewBench reads the companies. A town that locate does not know is left out, as
// a user would after the error.
func NewBench(corpus *match.Corpus, companies []Company, locate func(town string) bool) *Bench {
	b := &Bench{corpus: corpus, companies: companies}
	for i := range companies {
		c := &companies[i]
		b.requests = append(b.requests, corpus.Prepare(c.Request(locate)))
		b.grades, b.wanted = append(b.grades, grades(c.Relevant)), append(b.wanted, c.wanted())
	}
	return b
}

// leavingOut is a Bench that knows nothing of the verdicts on the companies within,
// as if they had never been judged.
func (b *Bench) leavingOut(within func(i int) bool) *Bench {
	var ids []string
	for i := range b.companies {
		if within(i) {
			ids = append(ids, b.companies[i].ID)
		}
	}
	held := *b
	held.requests = slices.Clone(b.requests)
	for i := range held.requests {
		leaveOut := maps.Clone(held.requests[i].LeaveOut)
		for _, id := range ids {
			leaveOut[id] = true
		}
		held.requests[i].LeaveOut = leaveOut
	}
	return &held
}

// Run serves every company by the model. Outcomes stand in the order of the
// companies.
func (b *Bench) Run(ctx context.Context, model match.Model) ([]CompanyOutcome, error) {
	m := b.corpus.With(model)
	outcomes := make([]CompanyOutcome, len(b.companies))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range outcomes {
		group.Go(func() (err error) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			outcomes[i], err = b.one(m, i)
			return err
		})
	}
	return outcomes, group.Wait()
}

func (b *Bench) one(m *match.Matcher, i int) (CompanyOutcome, error) {
	ranking, err := m.Rank(b.requests[i])
	if err != nil {
		return CompanyOutcome{}, fmt.Errorf("company %q: %w", b.companies[i].ID, err)
	}
	return CompanyOutcome{
		NDCG10: NDCG(ranking, b.grades[i]), Rank: FirstRank(ranking, b.wanted[i]), Ranking: ranking,
		Judged: len(b.grades[i]) > 0, Member: len(b.wanted[i]) > 0,
	}, nil
}

// Mean is what EvaluateCompanies gives for the same outcomes.
func Mean(outcomes []CompanyOutcome) *CompanyScores {
	s := &CompanyScores{N: len(outcomes)}
	judged, members := 0, 0
	for _, o := range outcomes {
		if o.Judged {
			judged++
			s.NDCG10 += o.NDCG10
		}
		if o.Member {
			members++
			s.addRank(o.Rank)
		}
	}
	s.divide(judged, members)
	return s
}

// meanOf is the mean over folds, each counting the same.
func meanOf(folds []CompanyScores) CompanyScores {
	var mean CompanyScores
	for _, f := range folds {
		mean.N += f.N
		for i, v := range mean.figures() {
			*v += *f.figures()[i] / float64(len(folds))
		}
	}
	return mean
}
