package relevance

import (
	"context"
	"math"
	"math/rand/v2"

	"clusterlotse/internal/match"
)

// The random steps: each changes every number with moveShare, by a factor whose
// logarithm is normal with moveSize.
const (
	moveShare = 0.15
	moveSize  = 0.25
)

// wander takes random steps from a model and keeps those that gain: numbers that
// hang together cannot be found one by one. The steps are the same in every run.
//
// Any gain is taken, also one below minStep. That bound keeps the ascent from
// leaving a first guess, for which somebody had a reason, for nothing; a random step
// leaves several at once, and those that hardly gain lead on to others that do. How
// much of it is noise the companies tell that are held out.
func (f *Fit) wander(ctx context.Context, name string, model match.Model, within func(int) bool) (match.Model, error) {
	outcomes, err := f.Bench.Run(ctx, model)
	if err != nil {
		return model, err
	}
	best := objective(outcomes, within)
	random := rand.New(rand.NewPCG(1, 2))
	for step := range f.Steps {
		trial := move(model, random)
		outcomes, err := f.Bench.Run(ctx, trial)
		if err != nil {
			return model, err
		}
		if reached := objective(outcomes, within); reached > best {
			model, best = trial, reached
			f.report("%s, step %d reaches %.4f\n", name, step+1, best)
		}
	}
	return model, nil
}

// move changes some numbers of a model at random.
func move(model match.Model, random *rand.Rand) match.Model {
	for _, w := range model.Weights() {
		if !fixed[w.Name] && random.Float64() < moveShare {
			model.Set(w.Name, round(w.Value*math.Exp(random.NormFloat64()*moveSize)))
		}
	}
	return model
}
