package search

import (
	"slices"
	"testing"
)

func TestWeights(t *testing.T) {
	e := realEngine(t)
	list := e.Weights()
	seen := map[string]bool{}
	for _, w := range list {
		if seen[w.Name] || w.Name == "" || w.Value < 0 {
			t.Errorf("weight %+v", w)
		}
		seen[w.Name] = true
	}
	for _, name := range []string{"part", "concept_name", "near_scale_km", "field_technologies"} {
		if !seen[name] {
			t.Errorf("no weight %s", name)
		}
	}
}

func TestOtherWeights(t *testing.T) {
	e := realEngine(t)
	before := fingerprintOf(ask(t, e, "additive Fertigung Beratung"))
	other, err := e.With([]Weight{{"concept", 0}, {"part", 0.25}})
	if err != nil {
		t.Fatal(err)
	}
	if other.weight.Concept != nothing || other.weight.Part != 0.25 || other.weight.Own != weight.Own {
		t.Errorf("weights %+v", other.weight)
	}
	if slices.Equal(fingerprintOf(ask(t, other, "additive Fertigung Beratung")), before) {
		t.Error("the weights change nothing")
	}
	if !slices.Equal(fingerprintOf(ask(t, e, "additive Fertigung Beratung")), before) {
		t.Error("the weights of the first engine changed")
	}
	if _, err := e.With([]Weight{{"beauty", 1}}); err == nil {
		t.Error("a weight that does not exist was set")
	}
}

func TestWeightText(t *testing.T) {
	text := WeightText{DE: [2]string{"Nähe", "Wie nah."}, EN: [2]string{"Nearness", "How near."}}
	for lang, want := range map[string][2]string{"de": text.DE, "en": text.EN, "": text.DE} {
		if name, meaning := text.In(lang); name != want[0] || meaning != want[1] {
			t.Errorf("%q: %s: %s", lang, name, meaning)
		}
	}
	if got, want := len(weightTexts), len(Weights()); got != want {
		t.Errorf("%d numbers are explained, there are %d", got, want)
	}
	if text.Shown(25) != 25 {
		t.Error("a number without a unit is shown otherwise")
	}
	if text.Unit = 100; text.Shown(25) != 0.25 {
		t.Error("a number is not shown in its unit")
	}
}
