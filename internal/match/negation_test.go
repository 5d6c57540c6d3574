package match

import (
	"strings"
	"testing"
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
	} {
		start := strings.IndexByte(tt.text, '|')
		if got := isRuledOut(strings.Replace(tt.text, "|", "", 1), start); got != tt.want {
			t.Errorf("%s: ruled out %v", tt.text, got)
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
