package match

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

func TestGetAndSet(t *testing.T) {
	m := DefaultModel()
	for _, w := range m.Weights() {
		least, most := rangeOf(w.Name)
		for value, want := range map[float64]float64{1: 1, -1: least, 1e-12: least, 1e6: most} {
			if !m.Set(w.Name, value) {
				t.Errorf("Set knows no %q", w.Name)
			}
			got, ok := m.Get(w.Name)
			if !ok || got != want || checkNumber(search.Weight{Name: w.Name, Value: got}) != nil {
				t.Errorf("%s is %v after it was set to %v; want %v", w.Name, got, value, want)
			}
		}
		m.Set(w.Name, w.Value)
	}
	if m != DefaultModel() {
		t.Error("a number was set under the name of another one")
	}
	for _, name := range []string{"beauty", "version", ""} {
		if v, ok := m.Get(name); ok || v != 0 || m.Set(name, 1) {
			t.Errorf("%q is a number, %v", name, v)
		}
	}
	for name := range weightTexts {
		if _, ok := m.Get(name); !ok {
			t.Errorf("%s is explained and is no number", name)
		}
	}
	for name := range shares {
		if _, ok := m.Get(name); !ok {
			t.Errorf("the share %s is no number", name)
		}
	}
	for name := range powers {
		if _, ok := m.Get(name); !ok {
			t.Errorf("the power %s is no number", name)
		}
	}
}

func TestParseModel(t *testing.T) {
	m := DefaultModel()
	raw, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ParseModel(raw); err != nil || again != m {
		t.Errorf("read again: %+v, %v", again, err)
	}
	for bad, want := range map[string]string{
		`{`: "model: ", `{"beauty":1,"scale_km":50}`: "beauty", `{"text":-1,"scale_km":50}`: "text is -1", `{"far":2,"scale_km":50}`: "far is 2",
		`{"text":"much","scale_km":50}`: "text", `{"text":1e300,"scale_km":50}`: "text is 1e+300", `{"text":1e-300,"scale_km":50}`: "text is 1e-300",
		`{"idf_power":11,"scale_km":50}`: "idf_power is 11", `{"firm_at_both":10,"scale_km":50}`: "firm_at_both is 10",
		`{"scale_km":0}`: "scale_km is 0", `{}`: "scale_km is 0", `{"scale_km":50}{}`: "more than one",
	} {
		if _, err := ParseModel([]byte(bad)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// TestAnyModelScoresBetweenZeroAndOne: whatever model ParseModel takes, every score
// is between 0 and 1 and the sum of its reasons.
func TestAnyModelScoresBetweenZeroAndOne(t *testing.T) {
	m := realMatcher(t)
	requests := []Request{
		saying("Wir fräsen seit 1950 in Tuttlingen Bauteile für Implantate und suchen Forschungspartner. Wir sind 120 Leute."),
		saying("Unser Start-up ist eine Ausgründung, wir entwickeln eine App mit KI für Pflegedienste und suchen Kapital und ein Büro in Ulm."),
		saying("Wir lackieren"),
		{Company: profile.Company{Needs: []string{"founding-support"}, Place: "Konstanz", Phase: "idea"}},
	}
	for i := range requests {
		requests[i].Limit = 30
	}
	rapid.Check(t, func(rt *rapid.T) {
		drawn := m.With(drawModel(rt))
		for _, r := range requests {
			r.Lang = "de"
			checkScores(rt, drawn, r)
		}
	})
}

// TestNothingCounts asks for concepts that networks hold in ways only that count
// nothing in the model: what they are known to fit by experience still counts.
func TestNothingCounts(t *testing.T) {
	m := realMatcher(t)
	model := m.model
	for _, name := range []string{"name", "summary", "inherited", "broader", "related", "suggested"} {
		model.Set(name, 0)
	}
	nothing, recalled := m.With(model), 0
	for ref, h := range m.concepts {
		if ref.Scheme != vocabulary.Technologies || slices.ContainsFunc(h.counts, func(n counts) bool { return n[inFacts] > 0 }) {
			continue
		}
		r := Request{Lang: "de", Limit: MaxLimit, Company: profile.Company{Technologies: []string{ref.ID}}}
		for _, x := range checkScores(t, nothing, r) {
			if slices.ContainsFunc(h.cards, func(number int32) bool { return m.cards[number].network == x.Network }) {
				recalled++
			}
		}
	}
	if recalled == 0 {
		t.Error("no network that holds such a concept is recalled")
	}
}

// checkScores returns the matches to a request and holds each to what is promised
// of scores.
func checkScores(t rapid.TB, m *Matcher, r Request) []Match {
	out, err := m.Match(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range out.Matches {
		sum := 0.0
		for _, reason := range x.Reasons {
			sum += reason.Score
		}
		// Written so that it holds for NaN too.
		if !(x.Score >= 0 && x.Score <= 1+1e-9 && math.Abs(sum-x.Score) <= 1e-9) {
			t.Fatalf("%+v: %s has %v, its reasons %v", r.Company, x.Network.ID, x.Score, sum)
		}
	}
	return out.Matches
}

// drawModel is any model that ParseModel takes; the edges are drawn often.
func drawModel(t *rapid.T) Model {
	numbers := map[string]float64{}
	model := DefaultModel()
	for _, w := range model.Weights() {
		least, most := rangeOf(w.Name)
		low := max(least, minNumber)
		numbers[w.Name] = rapid.OneOf(
			rapid.Just(w.Value), rapid.Just(least), rapid.Just(low), rapid.Just(most), rapid.Float64Range(low, most),
		).Draw(t, w.Name)
	}
	raw, err := json.Marshal(numbers)
	if err != nil {
		t.Fatal(err)
	}
	if model, err = ParseModel(raw); err != nil {
		t.Fatal(err)
	}
	return model
}
