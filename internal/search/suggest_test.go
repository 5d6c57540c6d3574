package search

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/profile"
)

func suggest(t testing.TB, e *Engine, query string, limit int) []Suggestion {
	t.Helper()
	list, err := e.Suggest(t.Context(), query, limit, "de")
	if err != nil {
		t.Fatalf("Suggest(%q): %v", query, err)
	}
	return list
}

func texts(list []Suggestion) []string {
	out := []string{}
	for _, s := range list {
		out = append(out, s.Text)
	}
	return out
}

func TestHalfTypedUmlauts(t *testing.T) {
	n := testNetwork("a", "Überlinger Kreis")
	e := memoryEngine(t, []*profile.Network{n, testNetwork("b", "Förderverein")})
	for _, query := range []string{"ueberl", "überl", "uberl", "Ueberl", "ÜBERL", "u\u0308berl", "über", "ueb", "überlinger kr", "Überlinger Kreis"} {
		if got := texts(suggest(t, e, query, 5)); !slices.Contains(got, "Überlinger Kreis") {
			t.Errorf("%q suggests %q", query, got)
		}
	}
	for _, query := range []string{"foer", "för", "for", "Förderv", "foerderv", "forderv"} {
		if got := texts(suggest(t, e, query, 5)); !slices.Contains(got, "Förderverein") {
			t.Errorf("%q suggests %q", query, got)
		}
	}
}

func TestOneTypingErrorIsForgivenBehindTheExact(t *testing.T) {
	list := []*profile.Network{testNetwork("exact", "Medzin Archiv"), testNetwork("near", "Medizin Forum"), testNetwork("other", "Edmizin Verein")}
	e := memoryEngine(t, list)
	got := texts(suggest(t, e, "medzin", 20))
	if len(got) < 2 || got[0] != "Medzin Archiv" || !slices.Contains(got, "Medizin Forum") {
		t.Errorf("medzin suggests %q, want the exact name, then the near one", got)
	}
	for _, c := range []struct {
		query string
		found bool
	}{
		{"Medizin", true}, {"Medizni", true}, {"Mdizin", true}, {"Medizzin", true}, {"Mexizin", true}, {"Medizin Fo", true},
		{"Nedizin", false}, {"Mxxizin", false}, {"Mdz", false}, {"Med", true}, {"Mde", false},
	} {
		if got := slices.Contains(texts(suggest(t, e, c.query, 20)), "Medizin Forum"); got != c.found {
			t.Errorf("%q finds Medizin Forum: %v, want %v", c.query, got, c.found)
		}
	}
}

func TestSuggestionsAreOfTheRightKind(t *testing.T) {
	e := realEngine(t)
	for _, c := range []struct{ query, text, kind string }{
		{"packaging va", "Packaging Valley Germany", "network"},
		{"valley ger", "Packaging Valley Germany", "network"},
		{"medizintech", "Medizintechnik", "industries"},
		{"tuttl", "Tuttlingen", "place"},
		{"tutll", "Tuttlingen", "place"},
		{"neckar-al", "Neckar-Alb", "place"},
		{"Schwäbisch Gm", "Schwäbisch Gmünd", "place"},
	} {
		list := suggest(t, e, c.query, 10)
		i := slices.IndexFunc(list, func(s Suggestion) bool { return strings.HasPrefix(s.Text, c.text) && s.Kind == c.kind })
		if i < 0 {
			t.Errorf("%q suggests %+v, want %s as one of the %s", c.query, list, c.text, c.kind)
		}
	}
}

// TestEverySuggestionCounts: what is suggested finds as many networks as it says.
func TestEverySuggestionCounts(t *testing.T) {
	e := realEngine(t)
	field := map[string]string{}
	for name, scheme := range fieldScheme {
		field[scheme] = name
	}
	checked := map[string]int{}
	for _, letter := range strings.Split("abcdefghijklmnopqrstuvwxyzäöü", "") {
		for _, s := range suggest(t, e, letter, MaxSuggestions) {
			if s.Text == "" || s.Count <= 0 && s.ID == "" {
				t.Errorf("%q suggests %+v", letter, s)
			}
			checked[s.Kind]++
			r := Request{Lang: "de", Limit: MaxLimit}
			switch s.Kind {
			case "network":
				if n, _, ok := e.Network(s.ID); !ok || n.Ended() || s.Count != 1 {
					t.Errorf("%+v is no living network", s)
				}
				continue
			case "place":
				continue
			default:
				*r.filter(field[s.Kind]) = []string{s.ID}
			}
			if living := countLiving(t, e, r); living != s.Count {
				t.Errorf("%+v finds %d living networks", s, living)
			}
		}
	}
	for _, kind := range []string{"network", "technologies", "industries", "needs"} {
		if checked[kind] == 0 {
			t.Errorf("no suggestion was one of the %s", kind)
		}
	}
}

func countLiving(t *testing.T, e *Engine, r Request) int {
	living := 0
	for {
		result := askFor(t, e, r)
		for _, h := range result.Hits {
			if !h.Network.Ended() {
				living++
			}
		}
		if r.Offset += r.Limit; r.Offset >= result.Total {
			return living
		}
	}
}

func TestTownsAreSuggestedOnlyWithANetworkNearby(t *testing.T) {
	e := memoryEngine(t, []*profile.Network{testNetwork("a", "Verein")}) // in Tuttlingen
	for query, want := range map[string]bool{"tuttlin": true, "spaichin": true, "heidelb": false} {
		got := suggest(t, e, query, 10)
		found := slices.ContainsFunc(got, func(s Suggestion) bool { return s.Kind == "place" && s.Count == 1 })
		if found != want {
			t.Errorf("%q suggests %+v, want a town: %v", query, got, want)
		}
	}
}

func TestSuggestLimitsAndRefuses(t *testing.T) {
	e := realEngine(t)
	for limit, want := range map[int]int{1: 1, 3: 3, 0: MaxSuggestions, -1: MaxSuggestions, 1000: MaxSuggestions} {
		if got := len(suggest(t, e, "s", limit)); got != want {
			t.Errorf("limit %d gives %d suggestions, want %d", limit, got, want)
		}
	}
	for _, query := range []string{"", " ", "-", "\u00ad", "()"} {
		if got := suggest(t, e, query, 5); got == nil || len(got) != 0 {
			t.Errorf("%q suggests %v, want an empty list", query, got)
		}
	}
	_, err := e.Suggest(t.Context(), strings.Repeat("a", MaxQueryRunes+1), 5, "en")
	var problem *InputError
	if !errors.As(err, &problem) || problem.Code != "query_too_long" {
		t.Errorf("a query too long: %v", err)
	}
}

func TestSuggestionsSpeakTheAskersLanguage(t *testing.T) {
	e := realEngine(t)
	list, err := e.Suggest(t.Context(), "artificial intel", 10, "en")
	if err != nil || len(list) == 0 || list[0].Text != "Artificial intelligence" && list[0].Text != "Artificial Intelligence" {
		t.Errorf("suggestions = %+v, %v", list, err)
	}
	if got := suggest(t, e, "artificial intel", 10); len(got) == 0 || got[0].Text != "Künstliche Intelligenz" {
		t.Errorf("suggestions in German = %+v", got)
	}
}

// TestEveryNameCompletesItself with any of its beginnings, and survives one
// error.
func TestEveryNameCompletesItself(t *testing.T) {
	e := realEngine(t)
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.SampledFrom(e.networks).Draw(rt, "network")
		if n.Ended() {
			return
		}
		name := []rune(n.Name)
		typed := string(name[:rapid.IntRange(min(8, len(name)), len(name)).Draw(rt, "length")])
		has := func(found iter.Seq[*completion]) bool {
			return slices.ContainsFunc(slices.Collect(found), func(c *completion) bool { return c.ID == n.ID })
		}
		prefixes := keyBeginnings(typed)
		if !has(e.completer.beginning(prefixes...)) {
			rt.Errorf("%q does not complete to %q", typed, n.Name)
		}
		at := rapid.IntRange(1, len(prefixes[0])-1).Draw(rt, "error at")
		for i, p := range prefixes {
			prefixes[i] = p[:at] + "x" + p[at:]
		}
		if !has(e.completer.misspelt(prefixes...)) {
			rt.Errorf("none of %q completes to %q", prefixes, n.Name)
		}
	})
}

func FuzzSuggest(f *testing.F) {
	for _, q := range []string{"ueberl", "\xff\xfe", "a\u0308", strings.Repeat("x", 200), "🙂🙂🙂🙂", "ß", "\u00ad\u00ad"} {
		f.Add(q)
	}
	e := realEngine(f)
	f.Fuzz(func(t *testing.T, query string) {
		list, err := e.Suggest(t.Context(), query, 10, "de")
		var problem *InputError
		if err != nil && !errors.As(err, &problem) {
			t.Fatal(err)
		}
		for _, s := range list {
			if s.Text == "" || s.Kind == "" {
				t.Errorf("%q suggests %+v", query, s)
			}
		}
	})
}
