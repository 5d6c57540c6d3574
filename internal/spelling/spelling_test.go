package spelling

import (
	"iter"
	"maps"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/index/german"
)

// over is a Speller of words that each stand once, a word that comes again more often.
func over(words ...string) *Speller {
	counts := map[string]int{}
	for _, w := range words {
		counts[strings.ToLower(w)]++
	}
	return New(maps.All(counts))
}

// someWords are words as profiles hold them.
var someWords = strings.Fields("überlingen medizintechnik ki it mint textil recycling qualifizierung wasserstoff messe " +
	"kunststoffverarbeitung oberflächentechnik zerspanung ladeinfrastruktur gesundheitswirtschaft")

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

func TestDistanceIsThatOfItsDefinition(t *testing.T) {
	word := rapid.StringMatching(`[ab-d]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		limit := rapid.IntRange(0, 7).Draw(t, "limit")
		want := min(naiveDistance(a, b), limit+1)
		if got := Distance(a, b, limit); got != want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
		}
		if got := Distance(b, a, limit); got != want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d as the other way round", b, a, limit, got, want)
		}
	})
}

func TestDistanceOfLongWordsIsBounded(t *testing.T) {
	long := strings.Repeat("a", 500)
	if got := Distance(long, long+"b", 2); got != 3 {
		t.Errorf("Distance of words beyond the buffer = %d, want limit+1", got)
	}
	if got := Distance("abc", long, 2); got != 3 {
		t.Errorf("Distance = %d", got)
	}
}

func TestPropose(t *testing.T) {
	s := over(someWords...)
	for _, c := range []struct{ word, want string }{
		{"Medizinteckhnik", "medizintechnik"},
		{"Mediizntechnik", "medizintechnik"}, // swapped
		{"Meddizzintechnik", "medizintechnik"},
		{"Wassersotff", "wasserstoff"},
		{"Textilrecyling", "textilrecycling"},  // the second half of a compound
		{"Texitlrecycling", "textilrecycling"}, // the first
		{"Qualifizirung", "qualifizierung"},
	} {
		if got, ok := s.Propose(c.word); !ok || got != c.want {
			t.Errorf("Propose(%q) = %q, %v; want %q", c.word, got, ok, c.want)
		}
	}
}

func TestFrequentWordsAreProposedFirst(t *testing.T) {
	if got, _ := over("Hafenberg", "Hasenberg", "Hasenberg").Propose("Hatenberg"); got != "hasenberg" {
		t.Errorf("Propose = %q, want the word that stands more often", got)
	}
}

// TestMissingUmlautIsTheSmallestError: a word that differs by the umlaut alone goes
// before one that differs by a letter, however frequent that is.
func TestMissingUmlautIsTheSmallestError(t *testing.T) {
	s := over("Börde", "Borte", "Borte", "Borte")
	for _, word := range []string{"Borde", "Boerde"} {
		if got, _ := s.Propose(word); got != "börde" {
			t.Errorf("Propose(%q) = %q, want börde", word, got)
		}
	}
}

func TestShortWordsAreNeverBentWhateverTheyAre(t *testing.T) {
	s := over(someWords...)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(rapid.StringMatching(`[A-Za-zäöü]{1,4}`), rapid.StringMatching(`[A-ZÄÖÜ]{1,5}`), rapid.StringMatching(`[A-Za-z]{0,8}[0-9][A-Za-z]{0,4}`)).Draw(t, "word")
		if len(german.Fold(word)) < minOneError || isAbbreviation(word) || strings.ContainsAny(word, "0123456789") {
			if got, ok := s.Propose(word); ok {
				t.Errorf("Propose(%q) = %q", word, got)
			}
		}
	})
}

func TestLikeCase(t *testing.T) {
	for _, c := range []struct{ word, model, want string }{
		{"überlingen", "Uberlngen", "Überlingen"}, {"haus", "hous", "haus"}, {"haus", "1aus", "haus"}, {"ähre", "Ahre", "Ähre"},
	} {
		if got := LikeCase(c.word, c.model); got != c.want {
			t.Errorf("LikeCase(%q, %q) = %q, want %q", c.word, c.model, got, c.want)
		}
	}
}

// TestMisspeltIsProposedWithinTheErrorsAllowed one error in a long
// word leads back to a word one error away.
func TestMisspeltIsProposedWithinTheErrorsAllowed(t *testing.T) {
	s := over(someWords...)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(someWords).Draw(t, "word")
		folded := german.Fold(word)
		if !spellable(folded) || len(folded) < minTwoErrors {
			return
		}
		at := rapid.IntRange(2, len(folded)-1).Draw(t, "at")
		// The x may make a "ue" that folds: one letter more is missing then.
		wrong := german.Fold(folded[:at] + "x" + folded[at:])
		got, ok := s.Propose(wrong)
		if d := Distance(german.Fold(got), wrong, 2); !ok || d > 2 && len(wrong) < 60 {
			t.Errorf("Propose(%q) = %q, %v; %q is one letter away", wrong, got, ok, folded)
		}
	})
}

func TestKnows(t *testing.T) {
	s := over("Überlingen")
	if !s.Knows("UEBERLINGEN") || s.Knows("Ueberling") {
		t.Error("a word is known in any spelling of its umlaut, and whole")
	}
	if got, ok := New(iter.Seq2[string, int](func(func(string, int) bool) {})).Propose("Medizin"); ok {
		t.Errorf("nothing proposes %q", got)
	}
}
