package match

import (
	"slices"
	"testing"

	"clusterlotse/internal/profile"
)

// TestContradictions: what does not go together is said, once, with what counts.
func TestContradictions(t *testing.T) {
	m := realMatcher(t)
	for name, tt := range map[string]struct {
		company     profile.Company
		phase, size string
		note        string
	}{
		"a founder of 300 people": {
			profile.Company{Text: "Wir bauen Sensoren", Phase: "seed", Size: "250+"}, "seed", "250+",
			say("de", "contradiction", "250+"),
		},
		"a named phase and a size given": {
			profile.Company{Text: "Wir gründen ein Start-up für Sensoren, Seed-Phase", Size: "250+"}, "seed", "250+",
			say("de", "contradiction", "250+"),
		},
		"a named phase and a head count": {
			profile.Company{Text: "Sensoren, Seed-Phase, 300 Leute"}, "seed", "250+", say("de", "contradiction", "250+"),
		},
		"a hint at a phase and a head count": {
			profile.Company{Text: "Wir bauen mit 120 Leuten Sensoren, auch junge Firmen sind Kunden"}, "", "50-249",
			say("de", "hinted_phase", "junge Firmen", "50-249"),
		},
		"growth and 100 people": {profile.Company{Text: "Sensoren, Wachstumsphase, 100 Leute"}, "growth", "50-249", ""},
		"growth and 300 people": {
			profile.Company{Text: "Sensoren, Wachstumsphase, 300 Leute"}, "growth", "250+", say("de", "contradiction", "250+"),
		},
		"two phases of the text": {
			profile.Company{Text: "Unser Start-up (Series A) baut Sensoren"}, "growth", "",
			say("de", "two_phases", "Seed-Phase", "Wachstumsphase", "Wachstumsphase"),
		},
		"the later phase first": {
			profile.Company{Text: "Sensoren, Wachstumsphase nach der Seed-Phase"}, "growth", "",
			say("de", "two_phases", "Seed-Phase", "Wachstumsphase", "Wachstumsphase"),
		},
		"another phase given": {
			profile.Company{Text: "Wir bauen Sensoren, Wachstumsphase", Phase: "seed"}, "seed", "",
			say("de", "other_phase", "Wachstumsphase", "Seed-Phase"),
		},
		"the same phase given": {profile.Company{Text: "Wir bauen Sensoren, Seed-Phase", Phase: "seed"}, "seed", "", ""},
		"another size given": {
			profile.Company{Text: "Wir bauen mit 45 Leuten Sensoren", Size: "250+"}, "", "250+", say("de", "two_sizes", "45 Leuten", "250+"),
		},
		"the same size given": {profile.Company{Text: "Wir bauen mit 45 Leuten Sensoren", Size: "10-49"}, "", "10-49", ""},
		"another place given": {
			profile.Company{Text: "Holzbau in Ulm", Place: "Konstanz"}, "", "", say("de", "other_place", "Ulm", "Konstanz"),
		},
		"two other places": {
			profile.Company{Text: "Holzbau in Ulm, Werk in Aalen, Büro in Ulm", Place: "Konstanz"}, "", "", say("de", "other_place", "Ulm", "Konstanz"),
		},
		"one of the places given":   {profile.Company{Text: "Holzbau in Ulm und Konstanz", Place: "Konstanz"}, "", "", ""},
		"a postcode of the place":   {profile.Company{Text: "Holzbau in Ulm", Place: "89077"}, "", "", ""},
		"the region of the place":   {profile.Company{Text: "Holzbau am Bodensee", Place: "Konstanz"}, "", "", ""},
		"the state of the place":    {profile.Company{Text: "Holzbau in Baden-Württemberg", Place: "Konstanz"}, "", "", ""},
		"a word that is no name":    {profile.Company{Text: "Holzbau ohne Leim, die Maschinen laufen", Place: "Konstanz"}, "", "", ""},
		"chosen and then ruled out": {profile.Company{Text: "Wir bauen Sensoren ohne Photonik, aber nicht Photonik", Technologies: []string{"photonics"}}, "", "", say("de", "both_ways", "Photonik")},
	} {
		out := answer(t, m, Request{Company: tt.company}).Understood
		var want []string
		if tt.note != "" {
			want = []string{tt.note}
		}
		if !slices.Equal(out.Notes, want) || out.Phase != tt.phase || out.Size != tt.size {
			t.Errorf("%s: phase %q, size %q, notes %q; want %q, %q, %q", name, out.Phase, out.Size, out.Notes, tt.phase, tt.size, want)
		}
		var phases []string
		for _, u := range out.Concepts {
			if u.Scheme == "phases" {
				phases = append(phases, u.ID)
			}
		}
		if tt.phase == "" && len(phases) > 0 || tt.phase != "" && !slices.Equal(phases, []string{tt.phase}) {
			t.Errorf("%s: phases %q are understood, %q counts", name, phases, tt.phase)
		}
	}
}

// TestNotesInEnglish: every note is worded in both languages, with as many words put
// in.
func TestNotesInEnglish(t *testing.T) {
	out := answer(t, realMatcher(t), Request{Lang: "en", Company: profile.Company{
		Text: "Sensors made by 45 people in Ulm, growth stage, young company", Phase: "seed", Size: "250+", Place: "Konstanz",
	}})
	want := []string{
		"The text says “45 people”, the size given is 250+ employees; the one given counts.",
		"The text names “Ulm”, the place given is Konstanz; the one given counts.",
		"The text names Growth stage, the phase given is Seed stage; the one given counts.",
		"A founders' phase and a size of 250+ employees do not go together; the phase counts.",
	}
	slices.Sort(want)
	if got := slices.Sorted(slices.Values(out.Understood.Notes)); !slices.Equal(got, want) {
		t.Errorf("notes %q, want %q", got, want)
	}
}
