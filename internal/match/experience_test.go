package match

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// TestDefaultCases holds the shipped experience to the vocabulary and the
// networks: what they do not know counts for nothing and should not be there.
func TestDefaultCases(t *testing.T) {
	m := realMatcher(t)
	known := map[string]bool{}
	for _, n := range m.byID {
		known[n.ID] = true
	}
	cases := DefaultCases()
	if len(cases) < 100 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, c := range cases {
		if got := len(m.known(c.Concepts)); got != len(c.Concepts) {
			t.Errorf("%s: the vocabulary knows %d of %d concepts", c.ID, got, len(c.Concepts))
		}
		for id, grade := range c.Grades {
			if !known[id] || grade < 1 || grade > 3 {
				t.Errorf("%s: %s has grade %d", c.ID, id, grade)
			}
		}
	}
}

func TestReadCases(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCases(&b, DefaultCases()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), experienceJSON) {
		t.Error("cases change when they are read and written")
	}
	if _, err := ReadCases(strings.NewReader("{}\n{\"stage\":\"old\"}\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

// remembering is the Matcher over the embedded data with other cases.
func remembering(t *testing.T, cases ...Case) *Matcher {
	t.Helper()
	c := *realMatcher(t).Corpus
	c.Remember(cases)
	return c.With(realMatcher(t).model)
}

// recalledOf is what a match says of experience, nil for nothing.
func recalledOf(out *Outcome, id string) *Match {
	for i, x := range out.Matches {
		if x.Network.ID == id {
			return &out.Matches[i]
		}
	}
	return nil
}

// TestExperience tells a machining firm of what fitted another one, and nobody
// else.
func TestExperience(t *testing.T) {
	one := Case{
		ID: "one", Stage: 0.1, Concepts: map[string]float64{"technologies:milling": 1, "technologies:no-such": 1},
		Grades: map[string]int{"vdma-bw": 3, "no-such": 3}, Considered: map[string]float64{"vdma-bw": 0.2},
	}
	m := remembering(t, one)
	firm := saying("Wir fräsen Bauteile seit 1950")
	firm.Limit = MaxLimit
	got := answer(t, m, firm)
	x := recalledOf(got, "vdma-bw")
	if x == nil {
		t.Fatalf("got %v", idsOf(got.Matches))
	}
	at := slices.IndexFunc(x.Reasons, func(r profile.Reason) bool { return r.Feature == string(Recalled) })
	if at < 0 || !strings.Contains(x.Reasons[at].Text, "Fräsen") || !strings.Contains(x.Reasons[at].Evidence, "1 von 1") {
		t.Fatalf("got %+v", x.Reasons)
	}
	checkReasons(t, "one", *x)
	for name, r := range map[string]Request{
		"left out":      {Company: firm.Company, Limit: MaxLimit, LeaveOut: map[string]bool{"one": true}},
		"other subject": {Company: saying("Wir weben Stoffe seit 1950").Company, Limit: MaxLimit},
	} {
		for _, x := range answer(t, m, r).Matches {
			for _, reason := range x.Reasons {
				if reason.Feature == string(Recalled) {
					t.Errorf("%s: %s: %+v", name, x.Network.ID, reason)
				}
			}
		}
	}
}

// TestRecall: whatever the cases are, experience is a share of its weight, and
// none without a verdict.
func TestRecall(t *testing.T) {
	m := realMatcher(t)
	concepts := m.vocabulary.Concepts(vocabulary.Technologies)
	rapid.Check(t, func(rt *rapid.T) {
		var cases []Case
		graded := map[string]bool{}
		for range rapid.IntRange(0, 5).Draw(rt, "cases") {
			c := Case{Stage: rapid.Float64Range(0, 1).Draw(rt, "stage"), Concepts: map[string]float64{}, Grades: map[string]int{}, Considered: map[string]float64{}}
			for range rapid.IntRange(0, 3).Draw(rt, "named") {
				c.Concepts["technologies:"+rapid.SampledFrom(concepts).Draw(rt, "concept").ID] = rapid.Float64Range(0.1, 5).Draw(rt, "weight")
			}
			for range rapid.IntRange(0, 3).Draw(rt, "verdicts") {
				id := m.cards[rapid.IntRange(0, len(m.cards)-1).Draw(rt, "network")].network.ID
				c.Grades[id], graded[id] = rapid.IntRange(1, 3).Draw(rt, "grade"), true
				c.Considered[id] = rapid.Float64Range(0, 3).Draw(rt, "considered")
			}
			cases = append(cases, c)
		}
		c := *m.Corpus
		c.Remember(cases)
		x := c.With(m.model)
		a := &asker{stage: stage(rapid.Float64Range(0, 1).Draw(rt, "asker's stage"))}
		for range rapid.IntRange(0, 4).Draw(rt, "wishes") {
			a.concepts = append(a.concepts, wish{concept: rapid.SampledFrom(concepts).Draw(rt, "wish"), sure: 1, count: rapid.IntRange(1, 4).Draw(rt, "count")})
		}
		recalled := make([]float64, len(x.cards))
		x.recall(a, recalled)
		for number, v := range recalled {
			if id := x.cards[number].network.ID; v < 0 || v > x.model.Experience || v > 0 && !graded[id] {
				rt.Errorf("%s: %v", id, v)
			}
		}
	})
}
