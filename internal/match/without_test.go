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
