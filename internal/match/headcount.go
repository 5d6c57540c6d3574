package match

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Up to how many people a company is more likely young, and from how many on
// more likely established.
const (
	fewPeople  = 12
	manyPeople = 30
)

// staff are the beginnings of words for people who work somewhere.
var staff = []string{"leute", "menschen", "beschäftigte", "mitarbeit", "angestellte", "kolleg", "köpfe", "personen", "people", "employees", "staff"}

// few are phrases of a handful of people.
var few = []cue{
	{"zu", "zweit"}, {"zu", "dritt"}, {"zu", "viert"}, {"zu", "fünft"}, {"zu", "sechst"}, {"wir", "sind", "zwei"}, {"wir", "sind", "drei"},
	{"wir", "sind", "vier"}, {"wir", "sind", "fünf"}, {"we", "are", "two"}, {"we", "are", "three"}, {"we", "are", "four"},
}

// headcount reads how many people a company has from a text in small letters:
// "rund 8.700 Leute", "fünfundzwanzig Beschäftigte", "120 employees", with at most
// one word between; 0 when it does not say.
func headcount(low string) int {
	words := strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' })
	most, handful := 0, false
	for i, w := range words {
		if slices.ContainsFunc(staff, func(s string) bool { return strings.HasPrefix(w, s) }) {
			for _, before := range words[max(0, i-2):i] {
				most = max(most, number(strings.Trim(before, ".")))
			}
		}
		handful = handful || slices.ContainsFunc(few, func(c cue) bool { return c.begins(words[i:]) })
	}
	if most == 0 && handful {
		return fewPeople
	}
	return most
}

var ones = map[string]int{
	"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
	"elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18,
	"neunzehn": 19, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}

// tens are looked for at the end of a word, in this order.
var tens = []struct {
	word  string
	value int
}{
	{"zwanzig", 20}, {"dreißig", 30}, {"vierzig", 40}, {"fünfzig", 50}, {"sechzig", 60}, {"siebzig", 70}, {"achtzig", 80},
	{"neunzig", 90}, {"hundert", 100}, {"tausend", 1000},
}

// number reads digits with points between thousands, or a German number word, to
// the tens: who counts a company's people needs no more. It is 0 for any other
// word.
func number(word string) int {
	if n, err := strconv.Atoi(strings.ReplaceAll(word, ".", "")); err == nil {
		return n
	}
	if n := ones[word]; n > 0 {
		return n
	}
	for _, t := range tens {
		before, ok := strings.CutSuffix(word, t.word)
		switch {
		case !ok:
		case t.value < 100 || before == "":
			return t.value
		default:
			return t.value * number(before)
		}
	}
	return 0
}
