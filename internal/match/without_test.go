package match_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"clusterlotse/index/bleveindex"
	"clusterlotse/index/german"
	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// wholeMatcher is a Matcher over the real data, made once.
var wholeMatcher = sync.OnceValues(func() (*match.Matcher, error) {
	source := os.DirFS("../../data")
	words, err := german.LoadWords(source, "words")
	if err != nil {
		return nil, err
	}
	analyzer := german.New(words)
	gazetteer, err := place.Load(source, "places")
	if err != nil {
		return nil, err
	}
	concepts, err := vocabulary.Load(source, "vocabulary", analyzer)
	if err != nil {
		return nil, err
	}
	networks, err := profile.Read(source, "networks")
	if err != nil {
		return nil, err
	}
	ix, err := bleveindex.OpenMemory()
	if err != nil {
		return nil, err
	}
	e, _, err := search.New(context.Background(), search.Config{
		Index: ix, Networks: networks, Analyzer: analyzer, Vocabulary: concepts, Gazetteer: gazetteer,
	})
	if err != nil {
		return nil, err
	}
	return match.New(e, analyzer, concepts, gazetteer), nil
})

// TestWithout: what the asker takes out is named as taken out, stands behind no
// reason, and is missed by nobody.
func TestWithout(t *testing.T) {
	m, err := wholeMatcher()
	if err != nil {
		t.Fatal(err)
	}
	asker := profile.Company{Text: "Wir bauen Roboter für die Medizintechnik in Tuttlingen und suchen Mentoring"}
	whole, err := m.Match(t.Context(), match.Request{Company: asker, Lang: "de"})
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range whole.Understood.Concepts {
		out, err := m.Match(t.Context(), match.Request{Company: asker, Lang: "de", Without: []string{u.Scheme + ":" + u.ID}})
		if err != nil {
			t.Fatal(err)
		}
		is := func(c search.Concept) bool { return c.Scheme == u.Scheme && c.ID == u.ID }
		if !slices.ContainsFunc(out.Understood.Dropped, is) || len(out.Understood.Concepts) >= len(whole.Understood.Concepts) {
			t.Errorf("%s is not named as taken out", u.ID)
		}
		for _, x := range out.Matches {
			twin := slices.ContainsFunc(out.Understood.Concepts, func(v match.Understanding) bool { return v.Label == u.Label })
			named := func(r profile.Reason) bool { return r.Concept == u.ID && r.Feature == u.Scheme }
			if slices.ContainsFunc(x.Reasons, named) || !twin && slices.ContainsFunc(x.Missing, func(s string) bool { return strings.HasSuffix(s, ": "+u.Label) }) {
				t.Errorf("%s still counts for %s", u.ID, x.Network.ID)
			}
		}
	}
	out, err := m.Match(t.Context(), match.Request{Company: asker, Lang: "de", Without: []string{match.WithoutPlace}})
	if err != nil || whole.Understood.Place == nil || out.Understood.Place != nil {
		t.Errorf("the place of the text stays: %v, %v", out, err)
	}
	var input *search.InputError
	for _, unknown := range []string{"technologies:nonsense", "robotics", ""} {
		if _, err = m.Match(t.Context(), match.Request{Company: asker, Without: []string{unknown}}); !errors.As(err, &input) || input.Field != "without" {
			t.Errorf("%q: %v", unknown, err)
		}
	}
}

// TestAppearances: ranks lie within the number of networks, every concept has a
// fact with its key, and no concept is both found and lacking.
func TestAppearances(t *testing.T) {
	m, err := wholeMatcher()
	if err != nil {
		t.Fatal(err)
	}
	found, lacking, err := m.Appearances(t.Context(), "medicalmountains", "de")
	if err != nil || len(found) == 0 {
		t.Fatalf("%d found, %v", len(found), err)
	}
	for _, a := range found {
		if a.Rank < 1 || a.Rank > a.Of || len(a.Facts) == 0 || len(a.Facts) != len(a.Fields) {
			t.Errorf("%+v", a)
		}
		if slices.ContainsFunc(lacking, func(c search.Concept) bool { return c.Scheme == a.Scheme && c.ID == a.ID }) {
			t.Errorf("%s is found and lacking", a.ID)
		}
	}
	if _, _, err := m.Appearances(t.Context(), "nope", "de"); !errors.Is(err, match.ErrUnknownNetwork) {
		t.Errorf("unknown id: %v", err)
	}
}
