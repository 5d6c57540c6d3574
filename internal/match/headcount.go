package match

import (
	"slices"
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
