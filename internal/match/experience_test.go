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
	if cases, err := ReadCases(strings.NewReader("\n")); cases != nil || err != nil {
		t.Errorf("of nothing: %v, %v", cases, err)
	}
}

func TestReadCasesRefuses(t *testing.T) {
	const good = `{"id":"a","stage":1,"concepts":{"needs:b":0.5},"grades":{"c":3},"considered":{"d":0}}`
	if cases, err := ReadCases(strings.NewReader(good)); err != nil || len(cases) != 1 {
		t.Fatalf("%v, %v", cases, err)
	}
	for _, tt := range []struct{ old, bad, want string }{
		{`"stage":1`, `"stage":7`, "stage is 7"},
		{`"stage":1`, `"stage":-0.1`, "stage is -0.1"},
		{`"stage":1`, `"stage":"old"`, "stage"},
		{`"stage":1`, `"stages":1`, `unknown field "stages"`},
		{`:3`, `:900`, `"c" has grade 900`},
		{`:3`, `:0`, `"c" has grade 0`},
		{`:0.5`, `:0`, `"needs:b" has weight 0`},
		{`:0.5`, `:-2`, `"needs:b" has weight -2`},
		{`needs:b`, `b`, `concept "b"`},
		{`"d":0`, `"d":-1`, `"d" was considered -1`},
		{`"id":"a"`, `"id":""`, "without an id"},
		{`}}`, `}} {}`, "more than one value"},
	} {
		bad := strings.Replace(good, tt.old, tt.bad, 1)
		_, err := ReadCases(strings.NewReader(good + "\n\n" + bad))
		if err == nil || !strings.HasPrefix(err.Error(), "experience, line 3: ") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; want %s", bad, err, tt.want)
		}
	}
}

// TestCasesWithoutWeight: a case that is like nobody takes nothing from the others.
func TestCasesWithoutWeight(t *testing.T) {
	good := Case{ID: "good", Concepts: map[string]float64{"technologies:milling": 1}, Grades: map[string]int{"vdma-bw": 3}}
	for name, weight := range map[string]float64{"nothing": 0, "next to nothing": 1e-200} {
		m := remembering(t, good, Case{ID: "bad", Concepts: map[string]float64{"technologies:milling": weight}, Grades: map[string]int{"vdma-bw": 3}})
		firm := saying("Wir fräsen Bauteile seit 1950")
		firm.Limit = MaxLimit
		x := recalledOf(answer(t, m, firm), "vdma-bw")
		if x == nil || !slices.ContainsFunc(x.Reasons, func(r profile.Reason) bool { return r.Feature == string(Recalled) }) {
			t.Errorf("%s: the good case is forgotten: %+v", name, x)
		}
	}
}

// TestLearnWritesWhatCanBeRead: words that only hint count nothing in the model,
// and grades have a range.
func TestLearnWritesWhatCanBeRead(t *testing.T) {
	m := realMatcher(t)
	model := m.model
	model.Hidden = 0
	judged := Judged{ID: "one", Request: saying("Wir zerspanen und lackieren"), Grades: map[string]int{"vdma-bw": 3}}
	cases, err := m.Learn([]Judged{judged}, model)
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != 1 || cases[0].check() != nil {
		t.Errorf("learnt %+v", cases)
	}
	judged.Grades = map[string]int{"vdma-bw": 4}
	if _, err := m.Learn([]Judged{judged}, model); err == nil || !strings.Contains(err.Error(), "grade 4") {
		t.Errorf("grade 4 is learnt: %v", err)
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
