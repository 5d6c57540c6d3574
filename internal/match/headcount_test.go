package match

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestReadHeadcount(t *testing.T) {
	for _, tt := range []struct {
		text   string
		people int
		words  string
	}{
		{"45 Mitarbeiter", 45, "45 Mitarbeiter"},
		{"Wir sind 35 Leute und bauen Sensoren", 35, "35 Leute"},
		{"12 Leute, Sitz in Ulm", 12, "12 Leute"},
		{"80 Mitarbeitende", 80, "80 Mitarbeitende"},
		{"ein Team von acht", 8, "Team von acht"},
		{"Ein Team von rund zwölf Leuten baut Sensoren", 12, "Team von rund zwölf Leuten"},
		{"wir sind zu viert", 4, "zu viert"},
		{"Zu zweit zeichnen wir Spiele", 2, "Zu zweit"},
		{"45 employees", 45, "45 employees"},
		{"We are a staff of 120", 120, "staff of 120"},
		{"1.200 Beschäftigte", 1200, "1.200 Beschäftigte"},
		{"1 200 Beschäftigte", 1200, "1 200 Beschäftigte"},
		{"1,200 employees worldwide", 1200, "1,200 employees"},
		{"fifty employees", 50, "fifty employees"},
		{"a firm with twenty-one people", 21, "twenty-one people"},
		{"two hundred and twenty employees", 220, "two hundred and twenty employees"},
		{"one thousand two hundred people", 1200, "one thousand two hundred people"},
		{"hundertzwanzig Leute", 120, "hundertzwanzig Leute"},
		{"zweihundertzwanzig Leute", 220, "zweihundertzwanzig Leute"},
		{"auf mehrere hundert Beschäftigte gewachsen", 300, "mehrere hundert Beschäftigte"},
		{"ein Dutzend Leute", 12, "ein Dutzend Leute"},
		{"rund 35 MA", 35, "35 MA"},
		{"25 feste Leute", 25, "25 feste Leute"},
		{"40 full-time employees", 40, "40 full-time employees"},
		{"a 12-person team", 12, "12-person"},
		{"95 Mitarbeiterinnen und Mitarbeiter, Färberei im Haus", 95, "95 Mitarbeiterinnen und Mitarbeiter"},
		{"Unser siebenköpfiges Team", 7, "siebenköpfiges"},
		{"ein 8-köpfiges Team", 8, "8-köpfiges"},
		{"Mitarbeiterzahl: 45", 45, "Mitarbeiterzahl: 45"},
		{"Inzwischen sind wir elf.", 11, "sind wir elf"},
		{"Wir sind acht, kommen von der Uni", 8, "Wir sind acht"},
		{"Wir sind zwei Ärzte", 2, "Wir sind zwei"},
		{"We're four engineers", 4, "We're four"},
		{"Weltweit sind wir rund 8.700 Leute, 2.200 davon am Stammsitz", 8700, "8.700 Leute"},
		{"Sieben Leute, vor allem 35 Angestellte", 7, "Sieben Leute"},
		{"mit 2000 Mitarbeitern", 2000, "2000 Mitarbeitern"},
		{"Ein Unternehmen mit 45 Mitarbeitern", 45, "45 Mitarbeitern"},
		{"unter 50 Mitarbeiter", 49, "50 Mitarbeiter"},
		{"weniger als zehn Leute", 9, "zehn Leute"},
		{"Schulungen für unsere 80 Mitarbeiter", 80, "80 Mitarbeiter"},
		{"Mit 45 Mitarbeitern suchen wir Partner", 45, "45 Mitarbeitern"},
		{"Wir suchen mit 45 Mitarbeitern Partner", 45, "45 Mitarbeitern"},
		{"heute sind wir rund 15 Leute und suchen weitere", 15, "15 Leute"},
		{"90 Mitarbeiter beliefern Kunden in aller Welt", 90, "90 Mitarbeiter"},
		{"2012 haben wir zu viert angefangen, heute sind wir 45 Leute", 45, "45 Leute"},
		{"2015 mit drei Leuten gegründet. Ca. 45 Mitarbeiter", 45, "45 Mitarbeiter"},
		{"Wir suchen zwei Mitarbeiter. Wir sind 30 Leute.", 30, "30 Leute"},
	} {
		got := readHeadcount(tt.text)
		if words := tt.text[got.start:got.end]; got.people != tt.people || words != tt.words {
			t.Errorf("%q: %d from %q, want %d from %q", tt.text, got.people, words, tt.people, tt.words)
		}
	}
}

// TestNoHeadcount: people of others, people sought and numbers of other things are
// no head count.
func TestNoHeadcount(t *testing.T) {
	for _, text := range []string{
		"", "wir bauen 30 Maschinen", "unsere 300 Kunden", "Netzwerk mit 120 Mitgliedern", "für 50 Mitarbeiter unserer Kunden",
		"50 Mitarbeiter unserer Kunden schulen wir", "120 employees of our customers", "Software für Betriebe mit 50 Mitarbeitern",
		"für Unternehmen mit bis zu 250 Beschäftigten", "Wir beraten Firmen mit 10 bis 50 Leuten", "Schulungen für ca. 50 Personen",
		"suchen zwei Mitarbeiter", "Wir suchen für das Werk zwei Mitarbeiter", "drei neue Leute gesucht", "Drei Leute gesucht",
		"Wir stellen zehn Leute ein", "we are looking for two employees", "Wir suchen Partner und fünf Leute", "fünf weitere Leute",
		"Wir versorgen 310 Menschen zu Hause", "Unser Spiel haben 40.000 Leute geladen", "3 Millionen Menschen leiden daran",
		"davon 50 geprüfte Leute", "nur drei unserer Leute können das", "jedes Jahr drei Leute", "drei junge Leute",
		"seit 1994 Mitarbeiter", "seit 1994. Mitarbeiter sind uns wichtig", "3.5 Leute", "99,5 Menschen", "zwei Personenwagen",
		"drei Mitarbeiterschulungen", "Ein Mitarbeiter macht den Handgriff", "One employee does it", "Industrie 4.0 Mitarbeiter",
		"Angefangen haben wir 2012 zu viert", "Mit drei Leuten haben wir 2012 angefangen", "zu acht Kunden", "Wir sind 2019 umgezogen",
		"Wir sind 300 Kilometer entfernt", "Wir sind zwei Firmen", "wir sind 20 Jahre alt", "Team von drei Firmen", "80 % Menschen", "Ausgang 4-20 mA",
		"mit zwölf bei uns fest angestellten Leuten", "Leute", "zu", "45", "Team von", "wir sind", "Mitarbeiter:", "mehrere", "\xff\xfe",
	} {
		if got := readHeadcount(text); got != (headcount{}) {
			t.Errorf("%q: %d from %q", text, got.people, text[got.start:got.end])
		}
	}
}

// TestHeadcountOfAnything: whatever is read stands in the text and is in bounds.
func TestHeadcountOfAnything(t *testing.T) {
	piece := rapid.SampledFrom(strings.Fields("wir sind zu viert 45 1.200 , . - : Leute Team von hundert and twenty mehrere köpfig für ein mit ẞ \xff İ"))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		got := readHeadcount(text)
		if got.people < 0 || got.people >= maxPeople || got.start < 0 || got.end > len(text) || (got.people > 0) != (got.start < got.end) {
			t.Fatalf("%q: %+v", text, got)
		}
		if (got.people > 0) != (got.size() != "") {
			t.Fatalf("%q: %+v has size %q", text, got, got.size())
		}
	})
}

// TestHeadcountOfEndlessClause: the longest text without any mark takes no
// quadratic time, which would be well over a second.
func TestHeadcountOfEndlessClause(t *testing.T) {
	text := strings.Repeat("für 5 Leute ", MaxTextRunes/12)
	start := time.Now()
	if got := readHeadcount(text); got.people != 0 {
		t.Errorf("%d from %q", got.people, text[got.start:got.end])
	}
	if took := time.Since(start); took > 500*time.Millisecond {
		t.Errorf("took %v", took)
	}
}

func TestSizeOfHeadcount(t *testing.T) {
	for people, want := range map[int]string{0: "", 1: "1-9", 9: "1-9", 10: "10-49", 49: "10-49", 50: "50-249", 249: "50-249", 250: "250+", 8700: "250+"} {
		if got := (headcount{people: people}).size(); got != want {
			t.Errorf("%d: %q, want %q", people, got, want)
		}
	}
}

// TestHeadcountIsNoNeed: the own staff is not sought, though a word of seeking
// stands in the clause.
func TestHeadcountIsNoNeed(t *testing.T) {
	m := realMatcher(t)
	for _, text := range []string{"We look for partners in laser structuring, 45 employees", "Wir suchen Partner für Laser, 45 Mitarbeiter"} {
		understood := answer(t, m, saying(text)).Understood
		if understood.Size != "10-49" || slices.ContainsFunc(understood.Concepts, func(u Understanding) bool { return u.ID == "skilled-staff" }) {
			t.Errorf("%q: size %q, %+v", text, understood.Size, understood.Concepts)
		}
	}
}

// TestHeadcountTakesNoAnswer: who is answered stays so when he says how many he is.
func TestHeadcountTakesNoAnswer(t *testing.T) {
	m := realMatcher(t)
	for text, count := range map[string]string{
		"Maschinenbauer in Ulm": ", 30 Mitarbeiter", "Hebamme in Ulm": " mit 5 Mitarbeitern", "Softwarefirma in Karlsruhe": ", 20 Mitarbeiter",
		"Brewery in Ulm": " with 14 employees", "Winzer aus Heilbronn": " mit 12 Mitarbeitern seit 1990",
	} {
		if answer(t, m, saying(text)).Abstained || answer(t, m, saying(text+count)).Abstained {
			t.Errorf("%q: no answer with or without %q", text, count)
		}
	}
}
