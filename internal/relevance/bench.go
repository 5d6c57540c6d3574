package relevance

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
)

// Bench measures models on judged companies. Profiles and companies are
// analysed once; a run then takes milliseconds. It may be used by many
// goroutines at once.
type Bench struct {
	corpus     *match.Corpus
	companies  []Company
	requests   []match.Request
	yardsticks []yardstick
}

// NewBench reads what the companies say in a language, "de" or "en". A town that
// the gazetteer does not know is left out, as a user would after the error. Every
// company is served without the verdict on itself (match.Request.LeaveOut).
func NewBench(corpus *match.Corpus, companies []Company, lang string, g *place.Gazetteer) *Bench {
	b := &Bench{corpus: corpus, companies: companies}
	for i := range companies {
		c := &companies[i]
		b.requests, b.yardsticks = append(b.requests, corpus.Prepare(c.Request(lang, g))), append(b.yardsticks, c.yardstick())
	}
	return b
}

// Learn makes a case of every company, in their order, with what the first guesses
// of match.StartModel consider for it. What the Bench's corpus remembers plays no
// part and stays as it is.
func (b *Bench) Learn() ([]match.Case, error) {
	return b.learn(func(int) bool { return true })
}

// learn is Learn for the companies within.
func (b *Bench) learn(within func(i int) bool) ([]match.Case, error) {
	var judged []match.Judged
	for i := range b.companies {
		if within(i) {
			judged = append(judged, match.Judged{ID: b.companies[i].ID, Request: b.requests[i], Grades: b.yardsticks[i].grades})
		}
	}
	return b.corpus.Learn(judged, match.StartModel())
}

// knowing is a Bench of all companies that remembers cases of those within and no
// others: as if the rest had never been judged.
func (b *Bench) knowing(within func(i int) bool) (*Bench, error) {
	cases, err := b.learn(within)
	if err != nil {
		return nil, err
	}
	corpus := *b.corpus
	corpus.Remember(cases)
	blind := *b
	blind.corpus = &corpus
	return &blind, nil
}

// Run serves every company by the model. Outcomes stand in the order of the
// companies.
func (b *Bench) Run(ctx context.Context, model match.Model) ([]CompanyOutcome, error) {
	m := b.corpus.With(model)
	outcomes := make([]CompanyOutcome, len(b.companies))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range outcomes {
		group.Go(func() error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			ranking, err := m.Rank(b.requests[i])
			if err != nil {
				return fmt.Errorf("company %q: %w", b.companies[i].ID, err)
			}
			outcomes[i] = b.yardsticks[i].outcome(ranking)
			return nil
		})
	}
	return outcomes, group.Wait()
}
