package relevance

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"clusterlotse/internal/match"
)

// few are enough companies for tests of the procedure.
func few(t *testing.T) []Company { return companiesOf(t, "companies-dev")[:12] }

func TestFitClimbsAndRepeats(t *testing.T) {
	h := realHouse(t)
	start := match.DefaultModel()
	start.Set("technologies", 0.05) // a model that can be mended
	var progress [2]bytes.Buffer
	var models [2]match.Model
	for i := range models {
		fit := &Fit{Bench: h.benchOf(few(t), "de"), Start: start, Folds: 2, Rounds: 1, Progress: &progress[i]}
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
	fit := &Fit{Bench: h.benchOf(few(t), "de"), Start: match.DefaultModel(), Folds: 3, Rounds: 1}
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
	list, err := AblateCompanies(t.Context(), h.benchOf(few(t), "de"), match.DefaultModel())
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
	others := func(i int) bool { return i >= 4 }
	everybody := func(int) bool { return true }
	changed := slices.Clone(companies)
	for i := range changed[:4] {
		changed[i].Relevant = []Grade{{"vdma-bw", 3}, {"bioregio-stern", 3}}
	}
	for _, tt := range []struct {
		name string
		of   func(int) bool
		same bool
	}{{"held out", others, true}, {"known", everybody, false}} {
		var rankings [2][][]string
		for i, list := range [][]Company{companies, changed} {
			bench, err := h.benchOf(list, "de").knowing(tt.of)
			if err != nil {
				t.Fatal(err)
			}
			outcomes, err := bench.Run(t.Context(), match.DefaultModel())
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range outcomes {
				rankings[i] = append(rankings[i], o.Ranking)
			}
		}
		if same := reflect.DeepEqual(rankings[0], rankings[1]); same != tt.same {
			t.Errorf("%s: the same answers: %t", tt.name, same)
		}
	}
}

func TestFoldsHaveARange(t *testing.T) {
	h := realHouse(t)
	for _, folds := range []int{-1, 0, 1, 13} {
		fit := &Fit{Bench: h.benchOf(few(t), "de"), Start: match.DefaultModel(), Folds: folds}
		if _, err := fit.CrossValidate(t.Context()); err == nil {
			t.Errorf("%d folds of 12 companies", folds)
		}
	}
}
