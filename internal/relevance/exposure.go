package relevance

import "slices"

// Exposure says how evenly the networks are named to firms.
type Exposure struct {
	// Networks is how many there are, Shown how many of them stand in some firm's
	// top ten.
	Networks, Shown int
	// Gini is 0 when all are named equally often and near 1 when one is named
	// always.
	Gini float64
}

// Coverage is the share of the networks that some firm is shown, 0 to 1.
func (e Exposure) Coverage() float64 { return float64(e.Shown) / float64(max(e.Networks, 1)) }

// Expose counts how often each of the networks stands in the top ten of the
// outcomes.
func Expose(networks []string, outcomes []CompanyOutcome) Exposure {
	times := map[string]int{}
	for _, o := range outcomes {
		for _, id := range o.Ranking[:min(cutoff, len(o.Ranking))] {
			times[id]++
		}
	}
	e := Exposure{Networks: len(networks)}
	counts := make([]int, len(networks))
	for i, id := range networks {
		if counts[i] = times[id]; counts[i] > 0 {
			e.Shown++
		}
	}
	e.Gini = gini(counts)
	return e
}

// gini is the coefficient of Gini 1912 over counts, 0 when there is nothing to
// share.
func gini(counts []int) float64 {
	slices.Sort(counts)
	sum, weighted := 0, 0
	for i, c := range counts {
		sum += c
		weighted += (i + 1) * c
	}
	if sum == 0 {
		return 0
	}
	n := float64(len(counts))
	return 2*float64(weighted)/(n*float64(sum)) - (n+1)/n
}
