package relevance

import (
	"math"
	"slices"

	"clusterlotse/internal/match"
)

// cutoff is the rank at which nDCG is cut.
const cutoff = 10

// NDCG returns the normalised discounted cumulative gain at 10 of a ranking of
// ids against grades of 0 and more. It is between 0 and 1, and 0 when no grade
// is above 0.
func NDCG(ranking []string, grades map[string]int) float64 {
	best := make([]int, 0, len(grades))
	for _, g := range grades {
		best = append(best, g)
	}
	slices.SortFunc(best, func(a, b int) int { return b - a })
	ideal := 0.0
	for i, g := range best[:min(cutoff, len(best))] {
		ideal += discounted(g, i)
	}
	if ideal == 0 {
		return 0
	}
	sum := 0.0
	for i, id := range ranking[:min(cutoff, len(ranking))] {
		sum += discounted(grades[id], i)
	}
	return sum / ideal
}

// discounted is what a grade is worth at a position, from 0.
func discounted(grade, position int) float64 {
	return match.Gain(grade) / math.Log2(float64(position)+2)
}

// FirstRank returns the rank, from 1, of the first id of the ranking that is
// wanted, and 0 when there is none.
func FirstRank(ranking []string, wanted map[string]bool) int {
	for i, id := range ranking {
		if wanted[id] {
			return i + 1
		}
	}
	return 0
}
