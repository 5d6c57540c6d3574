package match

import (
	"slices"
	"testing"

	"clusterlotse/index/german"
)

func TestPieces(t *testing.T) {
	m := realMatcher(t)
	for word, want := range map[string][]string{
		"Sägewerksmaschinenbauer":   {"industries:forestry-wood", "industries:mechanical-engineering", "technologies:mechanical-engineering"},
		"Verpackungsmaschinenbauer": {"industries:packaging", "technologies:packaging-technology", "industries:mechanical-engineering", "technologies:mechanical-engineering"},
		"Donaudampfer":              nil,
	} {
		var got []string
		for _, token := range m.analyzer.Analyze(word, german.German) {
			for _, p := range m.piecesOf(word, token) {
				got = append(got, p.concept.Scheme+":"+p.concept.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", word, got, want)
		}
	}
}

// TestCompoundsAreAnswered: a firm may say all it does in one word.
func TestCompoundsAreAnswered(t *testing.T) {
	m := realMatcher(t)
	got := idsOf(answer(t, m, saying("Wir sind ein Sägewerksmaschinenbauer aus Oberschwaben")).Matches)
	if !slices.ContainsFunc(got, func(id string) bool { return id == "cluster-forst-holz-bw" || id == "proholz-bw" }) {
		t.Errorf("got %v", got)
	}
}

// TestQuote: the words of a chip end with a word that says something.
func TestQuote(t *testing.T) {
	m := realMatcher(t)
	for text, want := range map[string]string{
		"Sensoren für": "Sensoren", "Instrumente aus der": "Instrumente", "für": "für", "Laser": "Laser", "Sensoren für Autos": "Sensoren für Autos",
	} {
		if got := m.readAs(text, "de").quote(0, len(text)); got != want {
			t.Errorf("%q is quoted as %q, want %q", text, got, want)
		}
	}
}
