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
		{profile.Company{Text: "Wir bauen Sensoren, gegründet 2023"}, 0.5, 1},
		{profile.Company{Text: "Wir bauen Sensoren seit 1950"}, 0, 0.5},
		{profile.Company{Text: "Gegründet wurden wir im Jahr 2000. Wir bauen Sensoren."}, 0, 0.5},
		{profile.Company{Text: "2024 sind wir aus einem Institut ausgegründet worden."}, 0.9, 1},
		{profile.Company{Text: "Sensors, founded in 2018"}, 0.5, 1},
		{profile.Company{Text: "Sensors, founded in 2017"}, 0, 0.5},
		{profile.Company{Text: "Als Familienunternehmen in dritter Generation fertigen wir mit 300 Leuten Sensoren"}, 0, 0.1},
		{profile.Company{Text: "Zu dritt haben wir nach dem Studium einen Sensor erfunden"}, 0.9, 1},
		{profile.Company{Text: "Wir bauen Sensoren"}, 0.2, 0.9},
		{profile.Company{Text: "Wir bauen Sensoren", Size: "50-249"}, 0, 0},
		{profile.Company{Text: "Wir bauen Sensoren", Size: "250+"}, 0, 0},
		{profile.Company{Text: "Wir bauen Sensoren", Size: "1-9"}, 0.2, 0.9},
		{profile.Company{Text: "Wir bauen Sensoren", Phase: "seed"}, 1, 1},
		{profile.Company{Text: "Sensoren, Gründungsgutschein gesucht"}, 0.9, 1},
	} {
		a, err := m.understand(&Request{Company: tt.company, Lang: "de"})
		if err != nil {
			t.Fatal(err)
		}
		if a.stage < tt.min || a.stage > tt.max {
			t.Errorf("%+v: stage %.2f, want %v to %v", tt.company, a.stage, tt.min, tt.max)
		}
	}
}

func TestHeadcount(t *testing.T) {
	for text, want := range map[string]int{
		"rund 8.700 leute":                           8700,
		"zweiundzwanzig leute arbeiten hier":         22,
		"dreihundert beschäftigte":                   300,
		"mit zwölf bei uns fest angestellten leuten": 0,
		"wir sind zu viert":                          fewPeople,
		"120 employees":                              120,
		"sieben leute, vor allem 35 angestellte":     35,
		"wir bauen 30 maschinen":                     0,
		"":                                           0,
	} {
		if got := headcount(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
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
