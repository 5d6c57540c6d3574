package match

import (
	"strings"
	"testing"
)

// TestMend: typing errors in words of the field and in towns are read as these, and
// said to be so.
func TestMend(t *testing.T) {
	m := realMatcher(t)
	for text, want := range map[string]string{
		"Zerspaner in Tutlingen":                 "Tuttlingen",
		"Wir brauchen Verpakungen":               "Verpackungen",
		"Wir bauen Kunstoffteile":                "Kunststoffteile",
		"Zulieferer der Medizintecknik":          "Medizintechnik",
		"Wir machen Oberflächentechink in Aalen": "Oberflächentechnik",
		"We run a sawmill near Tutlingen":        "Tuttlingen",
	} {
		out := answer(t, m, saying(text))
		if notes := strings.Join(out.Understood.Notes, " "); !strings.Contains(notes, "„"+want+"“ gelesen") || len(out.Understood.Unknown) > 0 {
			t.Errorf("%q: notes %q, not understood %q", text, notes, out.Understood.Unknown)
		}
	}
}

// TestMendLeavesWordsAlone: other forms, other words of the language, names and
// English words are no errors.
func TestMendLeavesWordsAlone(t *testing.T) {
	m := realMatcher(t)
	for _, text := range []string{
		"Umsetzer Kaffeetassen Verladefahrzeuge Frittierfett Drachen Wetter Gebrauch Verbrauch Rücken Flansche",
		"Dreierteam Hinterland Silowagen Braunalgen Hobelanlagen Unterhemden Radiologin Programmiert",
		"Groz-Beckert Trumpf Festo Schunk Pilz Zwick Quaxelbrotze",
		"We want escalators, elevatores and packageing",
		"Müllr KI IT",
		"Holzbau Salzburg", "Kunden in Wien und Salzburg, Rothenburg und Waldheim", "Gelagert wird bei uns Obst", "Gewartet werden Maschinen",
	} {
		if r := m.read(text, "de"); len(r.corrections) > 0 || r.text != text {
			t.Errorf("%q: %v", text, r.corrections)
		}
	}
	mended, texts := 0, 0
	for _, set := range []string{"companies-dev.jsonl", "companies-own.jsonl"} {
		_, requests := firms(t, set)
		for _, r := range requests {
			texts++
			mended += len(m.read(r.Company.Text, "de").corrections)
		}
	}
	if mended > texts/100 {
		t.Errorf("%d words bent in %d texts without typing errors", mended, texts)
	}
}
