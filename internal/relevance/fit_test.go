package relevance

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"clusterlotse/internal/match"
)

// few are enough companies for tests of the procedure.
func few(t *testing.T) []Company { return judgedCompanies(t, "companies-dev.jsonl")[:12] }

func TestBenchGivesWhatEvaluateGives(t *testing.T) {
	h, companies := realHouse(t), judgedCompanies(t, "companies-dev.jsonl")
	outcomes, err := h.bench(companies).Run(t.Context(), match.DefaultModel())
	if err != nil {
		t.Fatal(err)
	}
	next := 0
	want, err := EvaluateCompanies(t.Context(), companies, func(context.Context, *Company) ([]string, error) {
		next++
		return outcomes[next-1].Ranking, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := Mean(outcomes); *got != *want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestFitClimbsAndRepeats(t *testing.T) {
	h := realHouse(t)
	start := match.DefaultModel()
	start.Set("technologies", 0.05) // a model that can be mended
	var progress [2]bytes.Buffer
	var models [2]match.Model
	for i := range models {
		fit := &Fit{Bench: h.bench(few(t)), Start: start, Folds: 2, Rounds: 1, Progress: &progress[i]}
		model, reached, err := fit.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		before, err := fit.Bench.Run(t.Context(), start)
		if err != nil {
			t.Fatal(err)
		}
		if got, old := reached.NDCG10+membershipShare*reached.MRR, Mean(before); got <= old.NDCG10+membershipShare*old.MRR {
			t.Errorf("reached %+v from %+v", reached, old)
		}
		if model.MinContent != start.MinContent {
			t.Error("min_content was fitted")
		}
		models[i] = model
	}
	if models[0] != models[1] || progress[0].String() != progress[1].String() {
		t.Error("two runs differ")
	}
	if !strings.Contains(progress[0].String(), "round 1: ") {
		t.Errorf("progress: %s", &progress[0])
	}
}

func TestCrossValidationHoldsOut(t *testing.T) {
	h := realHouse(t)
	fit := &Fit{Bench: h.bench(few(t)), Start: match.DefaultModel(), Folds: 3, Rounds: 1, Progress: &bytes.Buffer{}}
	v, err := fit.CrossValidate(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range v.Folds {
		n += f.N
	}
	if len(v.Folds) != 3 || n != 12 || v.Mean.N != 12 || v.Start.N != 12 {
		t.Errorf("folds %+v", v)
	}
	fold := fit.fold()
	for k := range 3 {
		if got := len(slices.DeleteFunc(slices.Clone(fold), func(f int) bool { return f != k })); got != 4 {
			t.Errorf("fold %d has %d companies", k, got)
		}
	}
}

func TestRound(t *testing.T) {
	for v, want := range map[float64]float64{0: 0, 0.123456: 0.123, 50: 50, 1.2345: 1.23, 0.02: 0.02, 0.0019999: 0.002, 999.9: 1000} {
		if got := round(v); got != want {
			t.Errorf("round(%v) = %v, want %v", v, got, want)
		}
	}
}

func TestAblation(t *testing.T) {
	h := realHouse(t)
	list, err := AblateCompanies(t.Context(), h.bench(few(t)), match.DefaultModel())
	if err != nil {
		t.Fatal(err)
	}
	if list[0].Without != "" || len(list) != 1+len(ablated)+len(factors) {
		t.Errorf("%d ablations", len(list))
	}
	var b strings.Builder
	PrintAblations(&b, list)
	if !strings.Contains(b.String(), "without nearness ") || !strings.Contains(b.String(), "+0.000") {
		t.Error(b.String())
	}
	model := match.DefaultModel()
	names := ablated
	for _, f := range factors {
		names = slices.Concat(names, f.numbers)
	}
	for _, name := range names {
		if !model.Set(name, 0) {
			t.Errorf("%s is no number of the model", name)
		}
	}
}

// TestHeldOutVerdictsCountForNothing changes the verdicts on companies that are
// held out: nobody may be served differently.
func TestHeldOutVerdictsCountForNothing(t *testing.T) {
	h, companies := realHouse(t), few(t)
	held := map[string]bool{}
	for _, c := range companies[:4] {
		held[c.ID] = true
	}
	within := func(i int) bool { return held[companies[i].ID] }
	want, err := h.bench(companies).leavingOut(within).Run(t.Context(), match.DefaultModel())
	if err != nil {
		t.Fatal(err)
	}
	cases, changed := match.DefaultCases(), 0
	for i := range cases {
		if held[cases[i].ID] {
			cases[i].Grades = map[string]int{"vdma-bw": 3}
			changed++
		}
	}
	if changed != len(held) {
		t.Fatalf("%d of %d companies are cases", changed, len(held))
	}
	corpus := *h.corpus
	corpus.Remember(cases)
	bench := NewBench(&corpus, companies, h.knows)
	for name, b := range map[string]*Bench{"held out": bench.leavingOut(within), "known": bench} {
		got, err := b.Run(t.Context(), match.DefaultModel())
		if err != nil {
			t.Fatal(err)
		}
		same := slices.EqualFunc(got, want, func(x, y CompanyOutcome) bool { return slices.Equal(x.Ranking, y.Ranking) })
		if same != (name == "held out") {
			t.Errorf("%s: the same answers: %t", name, same)
		}
	}
}
