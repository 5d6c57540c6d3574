package relevance

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"clusterlotse/internal/match"
)

// membershipShare is how much the reciprocal rank of the first membership counts
// beside nDCG@10: the grades say what is right, memberships are old at times.
const membershipShare = 0.3

// steps are the factors by which the ascent tries each number.
var steps = []float64{0.4, 0.7, 0.9, 1.1, 1.4, 2.5}

// minStep is the gain from which the ascent gives a number another value; below it
// is noise.
const minStep = 0.0005

// fixed are the numbers that the ascent leaves alone: min_content is set by what
// must be answered with nothing, which the companies cannot tell.
var fixed = map[string]bool{"min_content": true}

// Fit looks for the numbers of a match.Model that serve the judged companies
// best: by coordinate ascent, then by steps in many directions at once.
type Fit struct {
	Bench *Bench
	// Start is the model to begin with.
	Start match.Model
	// Folds is the number of parts of the cross-validation, at least 2 and at most
	// the number of companies.
	Folds int
	// Rounds bounds how often each number is tried. An ascent also ends when no
	// number gains.
	Rounds int
	// Steps is how many random steps follow.
	Steps int
	// Progress is told of every step taken, in a line; nil for nobody.
	Progress io.Writer
}

// report tells of progress.
func (f *Fit) report(format string, values ...any) {
	if f.Progress != nil {
		fmt.Fprintf(f.Progress, format, values...)
	}
}

// Validated are the figures of companies that the model was not fitted on.
type Validated struct {
	// Start are those of the model that the fit began with, on all companies.
	Start CompanyScores
	// Folds are the figures of each fold, by the model that was fitted on the others.
	Folds []CompanyScores
	// Mean is that over the folds, each counting the same.
	Mean CompanyScores
	// Held are the outcomes of all companies in their order, each by the model that
	// was not fitted on it.
	Held []CompanyOutcome
}

// CrossValidate fits Folds models, each on all companies but those of one fold,
// and measures each on that fold. The folds are the same in every run. It is an
// error when Folds is out of its range.
func (f *Fit) CrossValidate(ctx context.Context) (*Validated, error) {
	if n := len(f.Bench.companies); f.Folds < 2 || f.Folds > n {
		return nil, fmt.Errorf("%d folds of %d companies; want at least 2 and at most one for each", f.Folds, n)
	}
	start, err := f.Bench.Run(ctx, f.Start)
	if err != nil {
		return nil, err
	}
	fold := f.fold()
	v := &Validated{Start: *Mean(start), Held: make([]CompanyOutcome, len(start))}
	for k := range f.Folds {
		outcomes, err := f.holdOut(ctx, k, fold)
		if err != nil {
			return nil, err
		}
		var held []CompanyOutcome
		for i, o := range outcomes {
			if fold[i] == k {
				held, v.Held[i] = append(held, o), o
			}
		}
		v.Folds = append(v.Folds, *Mean(held))
	}
	v.Mean = meanOf(v.Folds)
	return v, nil
}

// holdOut fits a model on all companies but those of fold k and measures it on
// all. Of the grades of fold k it knows nothing: experience is learnt from the
// others alone. What the first guesses and the vocabulary owe to people who had
// read some of the companies, no fold can take back.
func (f *Fit) holdOut(ctx context.Context, k int, fold []int) ([]CompanyOutcome, error) {
	others := func(i int) bool { return fold[i] != k }
	bench, err := f.Bench.knowing(others)
	if err != nil {
		return nil, err
	}
	blind := *f
	blind.Bench = bench
	start, err := bench.Run(ctx, f.Start)
	if err != nil {
		return nil, err
	}
	model, err := blind.climb(ctx, fmt.Sprintf("fold %d", k+1), start, others)
	if err != nil {
		return nil, err
	}
	return bench.Run(ctx, model)
}

// All fits one model on all companies and returns it with what it reaches on
// them, which is too good.
func (f *Fit) All(ctx context.Context) (match.Model, *CompanyScores, error) {
	start, err := f.Bench.Run(ctx, f.Start)
	if err != nil {
		return f.Start, nil, err
	}
	model, err := f.climb(ctx, "all", start, func(int) bool { return true })
	if err != nil {
		return model, nil, err
	}
	outcomes, err := f.Bench.Run(ctx, model)
	if err != nil {
		return model, nil, err
	}
	return model, Mean(outcomes), nil
}

// fold deals the companies to the folds.
func (f *Fit) fold() []int {
	n := len(f.Bench.companies)
	fold := make([]int, n)
	for i, p := range rand.New(rand.NewPCG(1, 1)).Perm(n) {
		fold[i] = p % f.Folds
	}
	return fold
}

// climb ascends and then wanders.
func (f *Fit) climb(ctx context.Context, name string, start []CompanyOutcome, within func(int) bool) (match.Model, error) {
	model, err := f.ascend(ctx, name, start, within)
	if err != nil {
		return model, err
	}
	return f.wander(ctx, name, model, within)
}

// ascend tries each number in the order of the model and keeps the value that
// gains most on the companies within.
func (f *Fit) ascend(ctx context.Context, name string, start []CompanyOutcome, within func(int) bool) (match.Model, error) {
	model, best := f.Start, objective(start, within)
	f.report("%s: starts at %.4f\n", name, best)
	for round := 1; round <= f.Rounds; round++ {
		before := best
		for _, w := range model.Weights() {
			if fixed[w.Name] {
				continue
			}
			value, reached, err := f.tryNumber(ctx, model, w.Name, w.Value, best, within)
			if err != nil {
				return model, err
			}
			if value != w.Value {
				model.Set(w.Name, value)
				f.report("%s, round %d: %s %.4g → %.4g reaches %.4f\n", name, round, w.Name, w.Value, value, reached)
				best = reached
			}
		}
		if best == before {
			break
		}
	}
	return model, nil
}

// tryNumber returns the best value for a number, its old one when no step gains.
func (f *Fit) tryNumber(ctx context.Context, model match.Model, name string, old, best float64, within func(int) bool) (value, reached float64, err error) {
	value, reached = old, best
	for _, step := range steps {
		trial := model
		trial.Set(name, round(old*step))
		tried, _ := trial.Get(name)
		if tried == old {
			continue
		}
		outcomes, err := f.Bench.Run(ctx, trial)
		if err != nil {
			return value, reached, err
		}
		if got := objective(outcomes, within); got > reached && got > best+minStep {
			value, reached = tried, got
		}
	}
	return value, reached, nil
}

// round keeps three digits, so that the model stays readable.
func round(v float64) float64 {
	if v == 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(v))-2)
	return math.Round(math.Round(v/unit)*unit*1e9) / 1e9
}

// objective is what the ascent climbs: the mean of nDCG@10, and of the first
// membership's reciprocal rank.
func objective(outcomes []CompanyOutcome, within func(int) bool) float64 {
	sum, n := 0.0, 0.0
	for i, o := range outcomes {
		if !within(i) {
			continue
		}
		n++
		if sum += o.NDCG10; o.Rank > 0 {
			sum += membershipShare / float64(o.Rank)
		}
	}
	return sum / max(n, 1)
}
