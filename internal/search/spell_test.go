package search

import (
	"strings"
	"testing"

	"clusterlotse/internal/profile"
)

func TestShortWordsAndAbbreviationsAreNeverBent(t *testing.T) {
	e := realEngine(t)
	for _, word := range []string{"KJ", "K1", "IR", "AJ", "H3", "C+", "Kj", "MEM", "MEMZ", "MINZ", "BWCN", "EFRW", "12345", "4.1", "a", ""} {
		if got, ok := e.speller.Propose(word); ok {
			t.Errorf("Propose(%q) = %q, want none", word, got)
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

// TestMissingUmlautIsTheSmallestError: a word that differs by the umlaut alone
// goes before one that differs by a letter, however frequent that is.
func TestMissingUmlautIsTheSmallestError(t *testing.T) {
	list := []*profile.Network{testNetwork("a", "Börde")}
	for _, id := range []string{"b", "c", "d", "e"} {
		list = append(list, testNetwork(id, "Borte"))
	}
	e := memoryEngine(t, list)
	for _, word := range []string{"Borde", "Boerde", "BÖRDE"} {
		if got, _ := e.speller.Propose(word); got != "börde" && word != "BÖRDE" {
			t.Errorf("Propose(%q) = %q, want börde", word, got)
		}
		r := ask(t, e, word)
		if len(r.Hits) == 0 || r.Hits[0].Network.ID != "a" {
			t.Errorf("%q finds %v, want a first", word, ids(r.Hits))
		}
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
