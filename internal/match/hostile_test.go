package match

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/search"
)

func TestHostileInput(t *testing.T) {
	m := realMatcher(t)
	for name, r := range map[string]Request{
		"nothing":           {},
		"blanks":            saying(" \n\t "),
		"too long":          saying(strings.Repeat("ä", MaxTextRunes+1)),
		"broken encoding":   saying("Laser \xff"),
		"unknown concept":   {Company: profile.Company{Technologies: []string{"beauty"}}},
		"concept elsewhere": {Company: profile.Company{Industries: []string{"start-ups"}}},
		"unknown need":      {Company: profile.Company{Needs: []string{""}}},
		"unknown phase":     {Company: profile.Company{Phase: "retirement"}},
		"unknown place":     {Company: profile.Company{Text: "Laser", Place: "Nirgendwoheim"}},
		"unknown size":      {Company: profile.Company{Text: "Laser", Size: "NaN"}},
		"too many":          {Company: profile.Company{Needs: make([]string, MaxConcepts+1)}},
		"negative limit":    {Company: profile.Company{Text: "Laser"}, Limit: -1},
		"huge limit":        {Company: profile.Company{Text: "Laser"}, Limit: MaxLimit + 1},
	} {
		r.Lang = "de"
		var input *search.InputError
		if out, err := m.Match(context.Background(), r); !errors.As(err, &input) || out != nil {
			t.Errorf("%s: %v, %v", name, out, err)
		}
		if _, err := m.Rank(m.Prepare(r)); !errors.As(err, &input) {
			t.Errorf("%s: ranked, %v", name, err)
		}
	}
}

func TestPlaceOutside(t *testing.T) {
	r := saying("Wir fräsen Titan für Implantate")
	r.Company.Place = "Berlin"
	out := answer(t, realMatcher(t), r)
	if !slices.ContainsFunc(out.Understood.Notes, func(n string) bool { return strings.Contains(n, "Berlin") }) {
		t.Errorf("notes %q", out.Understood.Notes)
	}
	for i, match := range out.Matches {
		if i == 0 && match.Network.Reach == profile.Regional {
			t.Errorf("%s is named first for Berlin", match.Network.ID)
		}
		for _, reason := range match.Reasons {
			if reason.Feature == string(Place) && reason.Field != "reach" {
				t.Errorf("%s: %s", match.Network.ID, reason.Text)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := realMatcher(t).Match(ctx, saying("Laser")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := realMatcher(t).Related(ctx, "afbw", "de", 3); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestSameAnswer asks again and again, and of the networks in other orders.
func TestSameAnswer(t *testing.T) {
	m := realMatcher(t)
	_, requests := firms(t, "companies-dev.jsonl")
	requests = requests[:10]
	var want []*Outcome
	for _, r := range requests {
		want = append(want, answer(t, m, r))
	}
	for range 20 {
		for i, r := range requests {
			if got := answer(t, m, r); !reflect.DeepEqual(got, want[i]) {
				t.Fatalf("%.60s: another answer", r.Company.Text)
			}
		}
	}
	for seed := range uint64(2) {
		networks := slices.Clone(realdata.Load(t).Networks)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(networks), func(i, j int) { networks[i], networks[j] = networks[j], networks[i] })
		shuffled := corpusOf(t, networks).With(m.model)
		for i, r := range requests {
			if got := answer(t, shuffled, r); !reflect.DeepEqual(got, want[i]) {
				t.Fatalf("%.60s: another answer when the networks stand in another order:\n%s\n%s", r.Company.Text, short(got), short(want[i]))
			}
		}
	}
}

func short(out *Outcome) string {
	var b strings.Builder
	for _, x := range out.Matches {
		fmt.Fprintf(&b, "%s %x ", x.Network.ID, x.Score)
	}
	return b.String()
}
