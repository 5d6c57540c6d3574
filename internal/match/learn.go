package match

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// Judged is an asker whose networks people graded.
type Judged struct {
	// ID becomes that of the case; it must not be empty.
	ID string
	// Request is what he asks. Learn looks at no experience, so it need not leave
	// anything out.
	Request Request
	// Grades are 1 to 3 by network, none for one that does not fit.
	Grades map[string]int
}

// consideredPower says how much more the networks at the top of an answer count
// as considered than those below; consideredLeast is what is too little to keep.
const (
	consideredPower = 2
	consideredLeast = 0.05
)

// Learn makes cases of judged askers, in their order. What was considered for each
// is what the model finds without any experience, so that grades never look at
// themselves. An error names the company whose request or grades are at fault. The
// Corpus stays as it is: Remember takes the cases up.
func (c *Corpus) Learn(judged []Judged, model Model) ([]Case, error) {
	model.Experience = 0
	m := c.With(model)
	graded := map[string]bool{}
	for _, j := range judged {
		for id := range j.Grades {
			graded[id] = true
		}
	}
	var cases []Case
	for _, j := range judged {
		one, err := m.learn(j, graded)
		if err != nil {
			return nil, fmt.Errorf("company %q: %w", j.ID, err)
		}
		cases = append(cases, one)
	}
	balance(cases)
	return cases, nil
}

func (m *Matcher) learn(j Judged, graded map[string]bool) (Case, error) {
	a, err := m.understand(&j.Request)
	if err != nil {
		return Case{}, err
	}
	c := Case{ID: j.ID, Stage: rounded(float64(a.stage)), Concepts: map[string]float64{}, Grades: j.Grades, Considered: map[string]float64{}}
	for i := range a.concepts {
		w := &a.concepts[i]
		if about := rounded(w.aboutness()); about > 0 {
			c.Concepts[w.concept.Scheme+":"+w.concept.ID] = about
		}
	}
	totals := m.totals(a)
	typical := max(typicalOf(totals), math.SmallestNonzeroFloat64)
	for number, total := range totals {
		if id := m.cards[number].network.ID; graded[id] && total > 0 {
			c.Considered[id] = math.Pow(total/typical, consideredPower)
		}
	}
	return c, c.check()
}

// totals are the scores of all networks, by their numbers.
func (m *Matcher) totals(a *asker) []float64 {
	a.items = m.items(a)
	s := m.score(a)
	totals := make([]float64, len(m.cards))
	for number := range m.cards {
		t, _ := m.tally(a, &s, number)
		t.near = m.nearness(a.Understood.Place, &m.cards[number])
		totals[number] = t.total()
	}
	return totals
}

// balance makes what was considered as much as what was gained, over all cases,
// and forgets what is next to nothing. Sums go by sorted ids: in another order they
// differ in their last bits, and at times in a digit that is kept.
func balance(cases []Case) {
	gained, considered := 0.0, 0.0
	for _, c := range cases {
		for _, id := range slices.Sorted(maps.Keys(c.Grades)) {
			gained += gain(c.Grades[id])
		}
		for _, id := range slices.Sorted(maps.Keys(c.Considered)) {
			considered += c.Considered[id]
		}
	}
	for _, c := range cases {
		for id, v := range c.Considered {
			c.Considered[id] = rounded(v * gained / considered)
			if c.Considered[id] < consideredLeast {
				delete(c.Considered, id)
			}
		}
	}
}

// rounded keeps two digits behind the point, so that the file stays small.
func rounded(v float64) float64 { return math.Round(v*100) / 100 }
