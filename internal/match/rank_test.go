package match

import (
	"slices"
	"testing"
)

// TestRankPrunesNothingThatCounts: what is passed over because not even next door it
// would be among the best is not among the best. Ranked as deep as there are networks,
// nothing is passed over.
func TestRankPrunesNothingThatCounts(t *testing.T) {
	m := realMatcher(t)
	_, requests := firms(t, "companies-dev.jsonl")
	_, others := firms(t, "companies-own.jsonl")
	for i := 0; i < len(others); i += 5 { // the rest is of the same kind
		requests = append(requests, others[i])
	}
	if testing.Short() {
		requests = requests[:fewFirms]
	}
	for _, r := range requests {
		r = m.Prepare(r)
		for _, place := range []string{r.Company.Place, "", "Ulm", "Konstanz", "Ortenaukreis", "Berlin"} {
			r.Company.Place = place
			a, err := m.understand(&r)
			if err != nil {
				t.Fatal(err)
			}
			all := m.idsRanked(m.rank(a, len(m.cards)))
			for _, depth := range []int{1, 3, 10} {
				if got := m.idsRanked(m.rank(a, depth)); !slices.Equal(got, all[:min(depth, len(all))]) {
					t.Errorf("%.40q in %q, the best %d: got %v; want %v", r.Company.Text, place, depth, got, all[:min(depth, len(all))])
				}
			}
		}
	}
}

func (m *Matcher) idsRanked(ranked []*tally) (ids []string) {
	for _, x := range ranked {
		ids = append(ids, m.cards[x.card].network.ID)
	}
	return ids
}
