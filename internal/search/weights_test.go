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
