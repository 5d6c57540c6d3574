package match

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumber(t *testing.T) {
	for word, want := range map[string]int{
		"45": 45, "1.200": 1200, "1,200": 1200, "12.345.678": maxPeople, "0": 0,
		"3.5": 0, "4.0": 0, "12,50": 0, "1.200,5": 0, "1.2345": 0, "1234.567": 0, "12.11.2020": 0, "1,200.300": 0, "3d": 0,
		"99999999999999999999999": maxPeople,
		"zwei":                    2, "zwölf": 12, "zwoelf": 12, "zweiundzwanzig": 22, "einundzwanzig": 21, "dreissig": 30, "dreißig": 30,
		"hundert": 100, "einhundert": 100, "hundertzwanzig": 120, "zweihundertzwanzig": 220, "hundertzwölf": 112,
		"hundertundeins": 101, "zwölfhundert": 1200, "tausend": 1000, "zweitausenddreihundertvier": 2304,
		"neunhundertneunundneunzigtausend": 999_000,
		"tausendtausend":                   0, "tausendtausendtausend": 0, "hunderthundert": 0,
		strings.Repeat("hundert", 1000): 0, strings.Repeat("tausend", 1000): 0,
		"fifty": 50, "seventeen": 17, "hundertmal": 0, "tausendfüßler": 0, "zwanzigund": 0, "undzwanzig": 0, "hundund": 0,
		"ein": 0, "eins": 0, "one": 0, "und": 0, "leute": 0, "": 0, "achtung": 0, "dreizwanzig": 0, "zehnundzwanzig": 0,
	} {
		if got := number(word); got != want {
			t.Errorf("%.40q: %d, want %d", word, got, want)
		}
	}
}

// TestNumberRoundTrip: whatever a German speller writes is read as it was meant.
func TestNumberRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, maxPeople-1).Draw(t, "number")
		if got := number(spell(n)); got != n {
			t.Fatalf("%d is spelled %q and read as %d", n, spell(n), got)
		}
	})
}

// TestNumberOfAnything: no word is read as a number out of bounds.
func TestNumberOfAnything(t *testing.T) {
	piece := rapid.SampledFrom([]string{"tausend", "hundert", "und", "zwei", "zwanzig", "ein", "9", ".", ",", "000", "ß"})
	rapid.Check(t, func(t *rapid.T) {
		word := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		if n := number(word); n < 0 || n > maxPeople {
			t.Fatalf("%q: %d", word, n)
		}
	})
}

var (
	spelledUnits = strings.Fields("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
	spelledTens  = strings.Fields("null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
)

// spell writes a number below a million in German.
func spell(n int) string {
	switch {
	case n >= 1000:
		return spell(n/1000) + "tausend" + spellRest(n%1000)
	case n >= 100:
		return spell(n/100) + "hundert" + spellRest(n%100)
	case n < 20:
		return spelledUnits[n]
	case n%10 == 0:
		return spelledTens[n/10]
	}
	return spelledUnits[n%10] + "und" + spelledTens[n/10]
}

func spellRest(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "eins"
	}
	return spell(n)
}
