package search

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
)

// naiveDistance is optimal string alignment by its definition.
func naiveDistance(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	}
	last := func(s string, n int) byte { return s[len(s)-n] }
	cost := 1
	if last(a, 1) == last(b, 1) {
		cost = 0
	}
	best := min(naiveDistance(a[:len(a)-1], b)+1, naiveDistance(a, b[:len(b)-1])+1, naiveDistance(a[:len(a)-1], b[:len(b)-1])+cost)
	if len(a) > 1 && len(b) > 1 && last(a, 1) == last(b, 2) && last(a, 2) == last(b, 1) {
		best = min(best, naiveDistance(a[:len(a)-2], b[:len(b)-2])+1)
	}
	return best
}

func TestEditDistanceIsThatOfItsDefinition(t *testing.T) {
	word := rapid.StringMatching(`[ab-d]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		limit := rapid.IntRange(0, 7).Draw(t, "limit")
		want := min(naiveDistance(a, b), limit+1)
		if got := editDistance(a, b, limit); got != want {
			t.Errorf("editDistance(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
		}
		if got := editDistance(b, a, limit); got != want {
			t.Errorf("editDistance(%q, %q, %d) = %d, want %d as the other way round", b, a, limit, got, want)
		}
	})
}

func TestEditDistanceOfLongWordsIsBounded(t *testing.T) {
	long := strings.Repeat("a", 500)
	if got := editDistance(long, long+"b", 2); got != 3 {
		t.Errorf("editDistance of words beyond the buffer = %d, want limit+1", got)
	}
	if got := editDistance("abc", long, 2); got != 3 {
		t.Errorf("editDistance = %d", got)
	}
}

// spellerOver is the speller of one profile whose technologies are the words.
func spellerOver(t *testing.T, words ...string) *Engine {
	t.Helper()
	n := testNetwork("a", "Verein")
	n.Technologies = words
	return memoryEngine(t, []*profile.Network{n})
}

func TestPropose(t *testing.T) {
	e := spellerOver(t, "Überlingen", "Medizintechnik", "KI", "IT", "MINT", "Textil", "Recycling", "Qualifizierung", "Wasserstoff", "Messe")
	for _, c := range []struct{ word, want string }{
		{"Medizinteckhnik", "medizintechnik"},
		{"Mediizntechnik", "medizintechnik"}, // swapped
		{"Meddizzintechnik", "medizintechnik"},
		{"Wassersotff", "wasserstoff"},
		{"Textilrecyling", "textilrecycling"},  // the second half of a compound
		{"Texitlrecycling", "textilrecycling"}, // the first
		{"Qualifizirung", "qualifizierung"},
	} {
		if got, ok := e.speller.propose(c.word); !ok || got != c.want {
			t.Errorf("propose(%q) = %q, %v; want %q", c.word, got, ok, c.want)
		}
	}
}

func TestShortWordsAndAbbreviationsAreNeverBent(t *testing.T) {
	e := realEngine(t)
	for _, word := range []string{"KJ", "K1", "IR", "AJ", "H3", "C+", "Kj", "MEM", "MEMZ", "MINZ", "BWCN", "EFRW", "12345", "4.1", "a", ""} {
		if got, ok := e.speller.propose(word); ok {
			t.Errorf("propose(%q) = %q, want none", word, got)
		}
	}
	for _, query := range []string{"KJ", "KJ Netzwerk", "H3"} {
		r := ask(t, e, query)
		if r.Corrected != "" {
			t.Errorf("%q was corrected to %q", query, r.Corrected)
		}
		for _, c := range r.Understood.Concepts {
			if strings.Contains(c.ID, "artificial") || c.Label == "Künstliche Intelligenz" {
				t.Errorf("%q was understood as %s", query, c.Label)
			}
		}
	}
}

func TestShortWordsAreNeverBentWhateverTheyAre(t *testing.T) {
	e := realEngine(t)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(rapid.StringMatching(`[A-Za-zäöü]{1,4}`), rapid.StringMatching(`[A-ZÄÖÜ]{1,5}`), rapid.StringMatching(`[A-Za-z]{0,8}[0-9][A-Za-z]{0,4}`)).Draw(t, "word")
		if len(german.Fold(word)) < minOneError || isAbbreviation(word) || strings.ContainsAny(word, "0123456789") {
			if got, ok := e.speller.propose(word); ok {
				t.Errorf("propose(%q) = %q", word, got)
			}
		}
	})
}

// TestMissingUmlautIsTheSmallestError: a word that differs by the umlaut alone
// goes before one that differs by a letter, however frequent that is.
func TestMissingUmlautIsTheSmallestError(t *testing.T) {
	list := []*profile.Network{testNetwork("a", "Börde")}
	for _, id := range []string{"b", "c", "d", "e"} {
		list = append(list, testNetwork(id, "Borte"))
	}
	e := memoryEngine(t, list)
	for _, word := range []string{"Borde", "Boerde", "BÖRDE"} {
		if got, _ := e.speller.propose(word); got != "börde" && word != "BÖRDE" {
			t.Errorf("propose(%q) = %q, want börde", word, got)
		}
		r := ask(t, e, word)
		if len(r.Hits) == 0 || r.Hits[0].Network.ID != "a" {
			t.Errorf("%q finds %v, want a first", word, ids(r.Hits))
		}
	}
}

func TestFrequentWordsAreProposedFirst(t *testing.T) {
	list := []*profile.Network{testNetwork("a", "Hafenberg"), testNetwork("b", "Hasenberg"), testNetwork("c", "Hasenberg")}
	e := memoryEngine(t, list)
	if got, _ := e.speller.propose("Hatenberg"); got != "hasenberg" {
		t.Errorf("propose = %q, want the word of more profiles", got)
	}
}

func TestCorrectedKeepsTheAskersWriting(t *testing.T) {
	e := realEngine(t)
	for _, c := range []struct{ query, want string }{
		{"Medizntechnik", "Medizintechnik"},
		{"medizntechnik", "medizintechnik"},
		{"Beratung für Medizntechnik, bitte", "Beratung für Medizintechnik, bitte"},
		{"Medizintechnik", ""},
		{"KI", ""},
		{"", ""},
		{"Wasserstof Ulm", "Wasserstoff Ulm"},
	} {
		if got := ask(t, e, c.query).Corrected; got != c.want {
			t.Errorf("%q was corrected to %q, want %q", c.query, got, c.want)
		}
	}
}

func TestLikeCase(t *testing.T) {
	for _, c := range []struct{ word, model, want string }{
		{"überlingen", "Uberlngen", "Überlingen"}, {"haus", "hous", "haus"}, {"haus", "1aus", "haus"}, {"ähre", "Ahre", "Ähre"},
	} {
		if got := likeCase(c.word, c.model); got != c.want {
			t.Errorf("likeCase(%q, %q) = %q, want %q", c.word, c.model, got, c.want)
		}
	}
}

// TestMisspeltIsProposedWithinTheErrorsAllowed over the words of all profiles: one error in a
// long word leads back to a word one error away.
func TestMisspeltIsProposedWithinTheErrorsAllowed(t *testing.T) {
	e := realEngine(t)
	terms, err := e.index.Terms(t.Context(), fieldSurface)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(terms).Draw(t, "word").Term
		folded := german.Fold(word)
		if !spellable(folded) || len(folded) < minTwoErrors {
			return
		}
		at := rapid.IntRange(2, len(folded)-1).Draw(t, "at")
		// The x may make a "ue" that folds: one letter more is missing then.
		wrong := german.Fold(folded[:at] + "x" + folded[at:])
		got, ok := e.speller.propose(wrong)
		if d := editDistance(german.Fold(got), wrong, 2); !ok || d > 2 && len(wrong) < 60 {
			t.Errorf("propose(%q) = %q, %v; %q is one letter away", wrong, got, ok, folded)
		}
	})
}
