package search

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/index"
)

// maxClauses is what the plan of a query of MaxQueryRunes may cost.
const maxClauses = 10_000

func countClauses(c *index.Clause) int {
	if c == nil {
		return 0
	}
	n := 1
	for i := range c.Children {
		n += countClauses(&c.Children[i])
	}
	return n
}

// planned is the number of clauses that a query costs.
func (e *Engine) planned(t testing.TB, query string) int {
	r, err := ParseRequest(url.Values{"q": {query}})
	if err != nil {
		return 0
	}
	u, err := e.understand(&r)
	if err != nil {
		t.Fatalf("understand(%q): %v", query, err)
	}
	return countClauses(e.plan(&r, u).Clause)
}

// filled repeats words up to the longest query.
func filled(words string) string {
	runes := []rune(strings.Repeat(words+" ", MaxQueryRunes))
	return string(runes[:MaxQueryRunes])
}

func TestClausesOfTheLongestQueryAreBounded(t *testing.T) {
	e := realEngine(t)
	worst := 0
	for _, words := range []string{
		"a", "KI", "Holz", "x-y-z", "Donaudampfschifffahrtsgesellschaftskapitän", "Mess- und Prüftechnik",
		"künstliche Intelligenz maschinelles Lernen", "Medizin Technik", "AM", "KI AM IT H2", "Gründer:innen",
		"Ulm", "1 2 3", "ä", "Laser Las Grund Bad", "-", "e.V.", "F&E", "Automobilindustrie Maschinenbau", "\u0308", "\u00ad",
		"KI-AM-IT-H2-3D-5G", "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t",
	} {
		n := e.planned(t, filled(words))
		if n > maxClauses {
			t.Errorf("%q repeated costs %d clauses", words, n)
		}
		worst = max(worst, n)
	}
	t.Logf("worst: %d clauses", worst)
}

// queries draws texts that look like queries and texts that do not.
func queries() *rapid.Generator[string] {
	word := rapid.SampledFrom([]string{
		"KI", "Holz", "Mess-", "und", "Prüftechnik", "Ulm", "in", "C++", "F&E", "Gründer:innen", "additive", "Fertigung", "-", "\"",
		"maschinelles", "Lernen", "Wirtschaftsförderungsgesellschaft", "78532", "\u00ad", "u\u0308ber", "ẞ", "İ", "ﬁ", "🙂", "Automobil", "AM",
	})
	words := rapid.Custom(func(t *rapid.T) string {
		sep := rapid.SampledFrom([]string{" ", "", "-", "/", ", "}).Draw(t, "sep")
		return strings.Join(rapid.SliceOfN(word, 0, 60).Draw(t, "words"), sep)
	})
	return rapid.OneOf(rapid.StringN(0, MaxQueryRunes, -1), words)
}

func TestAnyQueryIsPlannedWithinTheBound(t *testing.T) {
	e := realEngine(t)
	rapid.Check(t, func(rt *rapid.T) {
		query := queries().Draw(rt, "query")
		if n := e.planned(t, query); n > maxClauses {
			rt.Errorf("%q costs %d clauses", query, n)
		}
	})
}

// searchAnything goes the whole way of a query from the outside; only an InputError may
// come back.
func searchAnything(t testing.TB, e *Engine, query string) {
	r, err := ParseRequest(url.Values{"q": {query}})
	if err == nil {
		var result *Result
		if result, err = e.Search(context.Background(), r); err == nil {
			checkResult(t, e, query, result)
		}
	}
	var problem *InputError
	if err != nil && !errors.As(err, &problem) {
		t.Errorf("%q: %v", query, err)
	}
}

// checkResult holds a result to what every result promises.
func checkResult(t testing.TB, e *Engine, query string, r *Result) {
	for i, h := range r.Hits {
		if i > 0 && h.Score > r.Hits[i-1].Score {
			t.Errorf("%q: the score rises at %s", query, h.Network.ID)
		}
		for _, f := range h.Fragments {
			checkFragment(t, h.Network, f)
		}
	}
	if len(r.Hits) > r.Total || (r.Total > 0 && len(r.Hits) == 0) {
		t.Errorf("%q: %d hits of %d", query, len(r.Hits), r.Total)
	}
	for _, c := range r.Understood.Concepts {
		if c.Label == "" || c.Words == "" {
			t.Errorf("%q: the concept %+v does not say what it is", query, c)
		}
	}
}

func TestAnyQueryIsAnswered(t *testing.T) {
	e := realEngine(t)
	rapid.Check(t, func(rt *rapid.T) { searchAnything(t, e, queries().Draw(rt, "query")) })
}

func FuzzSearch(f *testing.F) {
	for _, q := range append(sampleQueries, "M\xff", filled("Mess- und Prüftechnik"), filled("x-"), "u\u0308\u00ad", "((((", "\x00", "in in in Ulm") {
		f.Add(q)
	}
	e := realEngine(f)
	f.Fuzz(func(t *testing.T, query string) {
		searchAnything(t, e, query)
		if n := e.planned(t, query); n > maxClauses {
			t.Errorf("%q costs %d clauses", query, n)
		}
	})
}
