package match

import (
	"testing"

	"clusterlotse/internal/profile"
)

func TestStage(t *testing.T) {
	m := realMatcher(t)
	for _, tt := range []struct {
		company  profile.Company
		min, max stage
	}{
		{profile.Company{Text: "Wir gründen ein Start-up für Sensoren"}, 0.9, 1},
		{profile.Company{Text: "Wir bauen Sensoren, gegründet 2023"}, 0.8, 1},
		{profile.Company{Text: "Wir bauen Sensoren seit 1950"}, 0, 0.25},
		{profile.Company{Text: "Gegründet wurden wir im Jahr 2000. Wir bauen Sensoren."}, 0, 0.25},
		{profile.Company{Text: "2024 sind wir aus einem Institut ausgegründet worden."}, 0.9, 1},
		{profile.Company{Text: "Sensors, founded in 2018"}, 0.8, 1},
		{profile.Company{Text: "Sensors, founded in 2017"}, 0, 0.25},
		{profile.Company{Text: "Als Familienunternehmen in dritter Generation fertigen wir mit 300 Leuten Sensoren"}, 0, 0.1},
		{profile.Company{Text: "Zu dritt haben wir nach dem Studium einen Sensor erfunden"}, 0.9, 1},
		{profile.Company{Text: "Wir bauen Sensoren", Phase: "seed"}, 1, 1},
		{profile.Company{Text: "Wir bauen Sensoren", Phase: "seed", Size: "250+"}, 1, 1},
		{profile.Company{Text: "Sensoren, Seed-Phase", Size: "250+"}, 0.9, 1},
		{profile.Company{Text: "Sensoren, Seed-Phase, 300 Leute"}, 0.9, 1},
		{profile.Company{Text: "Sensoren, Wachstumsphase, 100 Leute"}, 0.8, 0.95},
		{profile.Company{Text: "Sensoren, Gründungsgutschein gesucht"}, 0.9, 1},
	} {
		if got := stageIn(t, m, tt.company); got < tt.min || got > tt.max {
			t.Errorf("%+v: stage %.3f, want %v to %v", tt.company, got, tt.min, tt.max)
		}
	}
}

func stageIn(t *testing.T, m *Matcher, c profile.Company) stage {
	t.Helper()
	a, err := m.understand(&Request{Company: c, Lang: "de"})
	if err != nil {
		t.Fatal(err)
	}
	return a.stage
}

// TestStageOfSizes: a size is the same cue whether a field or the text says it, but
// for a large one that is given, which is certain.
func TestStageOfSizes(t *testing.T) {
	m := realMatcher(t)
	const text = "Wir bauen Sensoren"
	unsaid := m.model.stageOf(cues{})
	young, established := m.model.stageOf(cues{young: 1}), m.model.stageOf(cues{established: 1})
	if !(established < unsaid && unsaid < young) {
		t.Fatalf("established %v, unsaid %v, young %v", established, unsaid, young)
	}
	for _, tt := range []struct {
		said, size string
		want       stage
	}{
		{"", "", unsaid},
		{"", "1-9", young},
		{"", "10-49", unsaid},
		{"", "50-249", firm},
		{"", "250+", firm},
		{", ein Team von acht", "", young},
		{", 11 Leute", "", young},
		{", 20 Leute", "", unsaid},
		{", 45 Leute", "", established},
		{", 300 Leute", "", established},
		{", 45 Leute", "10-49", established}, // the text is more exact
		{", 11 Leute", "10-49", young},
		{", 45 Leute", "1-9", young}, // what is given counts
		{", 4 Leute", "10-49", unsaid},
		{", 4 Leute", "250+", firm},
	} {
		if got := stageIn(t, m, profile.Company{Text: text + tt.said, Size: tt.size}); got != tt.want {
			t.Errorf("%q, size %q: stage %.3f, want %.3f", text+tt.said, tt.size, got, tt.want)
		}
	}
}

func TestFindCues(t *testing.T) {
	for _, tt := range []struct {
		text string
		want cues
	}{
		{"", cues{}},
		{"Ausgründung der Universität", cues{young: 2}},
		{"Ausgründung, Start-up, Prototyp, Stipendium", cues{young: maxCues}},
		{"Wir stellen seit 1950 Nadeln her", cues{established: 1, making: 1}},
		{"Das Startupcenter", cues{young: 1}},
		{"Umfragen fräsen niemanden", cues{making: 1}}, // a word is a word
		{"\xff\xfe", cues{}},
	} {
		if got := findCues(tt.text, 2026); got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.text, got, tt.want)
		}
	}
}
