package match

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNegation(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"Wir sind keine |Softwarefirma", true},
		{"nicht im |Ausland", true},
		{"Wir arbeiten ohne |Laser", true},
		{"Metall statt |Kunststoff", true},
		{"weder Holz noch |Metall", true},
		{"we do not need |funding", true},
		{"no |laser", true},
		{"nicht nur |Laser, auch Optik", false},
		{"nicht Holz, sondern |Metall", false},
		{"Keine Lust mehr. |Laser", false},
		{"nicht teuer, aber |Laser", false},
		{"Wir haben nicht viel Geld und brauchen eine |Förderung", false},
		{"|Laser", false},
		{"not only |laser", false},
		{"Wir haben noch keine |Investoren", false},
		{"keine Erfahrung mit |Export", false},
		{"we don't want |investors", true},
		{"we don’t do |software", true},
		{"excluding |automotive", true},
		{"rather than |metal", true},
		{"no experience with |exports", false},
		{"not just |machines", false},
		{"Ohne |Übung", true},
		{"nicht-invasive |Sensorik", false},
		{"nicht rostender |Stahl", false},
		{"nicht zuletzt |Medizintechnik", false},
		{"No-Code-|Software", false},
		{"no 1 in |robotics", false},
		{"We would rather use |robotics", false},
		{"Keine Angst vor |KI", false},
		{"Wir wissen nicht wie |KI uns hilft", false},
		{"We have never used |AI", false},
		{"We do not yet use |AI", false},
		{"Wir können nicht ohne |Robotik arbeiten", false},
		{"We can't do without |robots", false},
		{"Kein Zugang zu |Kapital", false},
		{"Wir haben nicht genug |Fachkräfte", false},
		{"|Investoren brauchen wir nicht", true},
		{"|Förderung suchen wir nicht, sondern Fachkräfte", true},
		{"|Laser verstehen wir nicht", false},
		{"|Laser suchen wir, nicht", false},
		{"not software but |steel", false},
		{"steel but not |software", true},
		{"Holz, aber keine |Software", true},
	} {
		start := strings.IndexByte(tt.text, '|')
		if got := isRuledOut(strings.Replace(tt.text, "|", "", 1), start, start); got != tt.want {
			t.Errorf("%s: ruled out %v", tt.text, got)
		}
	}
}

// TestWordsBefore holds the reading from behind to the words of the clause.
func TestWordsBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aäÖ'’ .,\n1"))).Draw(t, "text")
		start := rapid.SampledFrom(append(slices.Collect(starts(text)), len(text))).Draw(t, "start")
		clause := text[:start]
		if i := strings.LastIndexAny(clause, clauseSigns); i >= 0 {
			clause = clause[i+1:]
		}
		want := strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(clause), "’", "'"), func(r rune) bool { return !isOfWord(r) })
		slices.Reverse(want)
		want = want[:min(len(want), negationReach)]
		if got := wordsBefore(text, start, negationReach); !slices.Equal(got, want) {
			t.Errorf("%q before %d: %q, want %q", text, start, got, want)
		}
	})
}

// starts are the bytes where letters begin.
func starts(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range text {
			if !yield(i) {
				return
			}
		}
	}
}

func TestRuledOutCountsForNothing(t *testing.T) {
	out := answer(t, realMatcher(t), saying("Wir drehen Teile aus Titan für Implantate, aber ohne Photonik, Raum Tuttlingen"))
	if len(out.Understood.Excluded) == 0 {
		t.Fatalf("nothing is ruled out: %+v", out.Understood)
	}
	for _, x := range out.Understood.Excluded {
		for _, c := range out.Understood.Concepts {
			if c.Scheme == x.Scheme && c.ID == x.ID {
				t.Errorf("%s is both named and ruled out", c.ID)
			}
		}
	}
	for _, match := range out.Matches {
		for _, r := range match.Reasons {
			if strings.Contains(r.Text, "„Photonik“") {
				t.Errorf("%s: %s", match.Network.ID, r.Text)
			}
		}
	}
}

func TestUnknownWords(t *testing.T) {
	out := answer(t, realMatcher(t), saying("Wir bauen Laser und Quaxelbrotze aus Tuttlingen, auch Quaxelbrotze"))
	if got := out.Understood.Unknown; len(got) != 1 || got[0] != "Quaxelbrotze" {
		t.Errorf("unknown: %q", got)
	}
	many := "Wir bauen Laser."
	for c := 'a'; c < 'n'; c++ {
		many += " Qx" + strings.Repeat(string(c), 5) + "xq"
	}
	if got := answer(t, realMatcher(t), saying(many)).Understood.Unknown; len(got) != maxUnknown {
		t.Errorf("%d unknown words: %q", len(got), got)
	}
}
