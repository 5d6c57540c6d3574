package match

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// TestWithout: what the asker takes out is named as taken out, stands behind no
// reason, and is missed by nobody.
func TestWithout(t *testing.T) {
	m := realMatcher(t)
	asker := profile.Company{Text: "Wir bauen Roboter für die Medizintechnik in Tuttlingen und suchen Mentoring"}
	whole, err := m.Match(t.Context(), Request{Company: asker, Lang: "de"})
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range whole.Understood.Concepts {
		out, err := m.Match(t.Context(), Request{Company: asker, Lang: "de", Without: []string{u.Scheme + ":" + u.ID}})
		if err != nil {
			t.Fatal(err)
		}
		is := func(c search.Concept) bool { return c.Scheme == u.Scheme && c.ID == u.ID }
		if !slices.ContainsFunc(out.Understood.Dropped, is) || len(out.Understood.Concepts) >= len(whole.Understood.Concepts) {
			t.Errorf("%s is not named as taken out", u.ID)
		}
		for _, x := range out.Matches {
			twin := slices.ContainsFunc(out.Understood.Concepts, func(v Understanding) bool { return v.Label == u.Label })
			named := func(r profile.Reason) bool { return r.Concept == u.ID && r.Feature == u.Scheme }
			if slices.ContainsFunc(x.Reasons, named) || !twin && slices.ContainsFunc(x.Missing, func(s string) bool { return strings.HasSuffix(s, ": "+u.Label) }) {
				t.Errorf("%s still counts for %s", u.ID, x.Network.ID)
			}
		}
	}
	out, err := m.Match(t.Context(), Request{Company: asker, Lang: "de", Without: []string{WithoutPlace}})
	if err != nil || whole.Understood.Place == nil || out.Understood.Place != nil {
		t.Errorf("the place of the text stays: %v, %v", out, err)
	}
	var input *search.InputError
	for _, unknown := range []string{"technologies:nonsense", "robotics", ""} {
		if _, err = m.Match(t.Context(), Request{Company: asker, Without: []string{unknown}}); !errors.As(err, &input) || input.Field != "without" {
			t.Errorf("%q: %v", unknown, err)
		}
	}
}

// TestSizeOfText: a head count is understood with its words, is nothing else, and
// counts no more when it is taken out.
func TestSizeOfText(t *testing.T) {
	m := realMatcher(t)
	r := Request{Company: profile.Company{Text: "Holzbau, 120 Mitarbeiter"}, Lang: "de"}
	whole, err := m.understand(&r)
	if err != nil {
		t.Fatal(err)
	}
	if whole.Size != "50-249" || whole.SizeWords != "120 Mitarbeiter" || len(whole.Unknown) > 0 {
		t.Errorf("size %q from %q, not understood %q", whole.Size, whole.SizeWords, whole.Unknown)
	}
	if slices.ContainsFunc(whole.terms, func(x textTerm) bool { return x.surface == "Mitarbeiter" || x.surface == "120" }) {
		t.Errorf("shared words %v", whole.terms)
	}
	r.Without = []string{WithoutSize}
	out, err := m.understand(&r)
	if err != nil {
		t.Fatal(err)
	}
	if out.Size+out.SizeWords != "" || len(out.Unknown) > 0 || out.stage <= whole.stage {
		t.Errorf("size %q from %q, not understood %q, stage %v after %v", out.Size, out.SizeWords, out.Unknown, out.stage, whole.stage)
	}
	r.Company.Size, r.Without = "50-249", nil
	if given, err := m.understand(&r); err != nil || given.Size != "50-249" || given.SizeWords != "" || len(given.Notes) > 0 {
		t.Errorf("given: %+v, %v", given, err)
	}
	r.Company.Size, r.Without = "1-9", []string{WithoutSize}
	if given, err := m.understand(&r); err != nil || given.Size != "1-9" || len(given.Notes) > 0 {
		t.Errorf("given and taken out of the text: %+v, %v", given, err)
	}
}
