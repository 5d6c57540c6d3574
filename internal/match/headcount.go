package match

import (
	"slices"
	"strings"

	"clusterlotse/index/german"
)

// Up to how many people a company is more likely young, and from how many on
// more likely established. Between them firms of both kinds are about as frequent.
const (
	fewPeople  = 12
	manyPeople = 30
)

// headcount is how many people a text says that the asker's company has, 0 when it
// does not say, and where in the text it does.
type headcount struct {
	people, start, end int
}

// covers tells whether a word belongs to the head count.
func (h headcount) covers(t german.Token) bool {
	return h.overlaps(t.Start, t.End)
}

// overlaps tells whether the head count shares bytes of the text.
func (h headcount) overlaps(start, end int) bool {
	return h.people > 0 && start < h.end && end > h.start
}

// Sizes in employees, by the first number of each, as the European Commission
// divides micro, small, medium and large enterprises (recommendation 2003/361/EC).
var sizesFrom = []int{1, 10, 50, 250}

// size is the one of Sizes that the head count falls into, empty when there is none.
func (h headcount) size() string {
	size := ""
	for i, from := range sizesFrom {
		if h.people >= from {
			size = Sizes[i]
		}
	}
	return size
}

// readSize takes the size that was given, or else the one that the text states.
func (a *asker) readSize(r *Request) error {
	given, said := r.Company.Size, a.read.staff
	if given != "" && !slices.Contains(Sizes, given) {
		return unknownValue(r.Lang, "size", given, Sizes)
	}
	dropped := said.people > 0 && slices.Contains(r.Without, WithoutSize)
	if dropped {
		a.DroppedSize = said.size()
	}
	if said.people == 0 || dropped {
		a.Size = given
		return nil
	}
	words := a.read.text[said.start:said.end]
	if given == "" {
		a.Size, a.SizeWords = said.size(), words
		return nil
	}
	if a.Size = given; given != said.size() {
		a.note("two_sizes", words, given)
	}
	return nil
}

// staff are the words for people who work somewhere, each form of its own: the
// beginning of "Personenwagen" counts none.
var staff = wordSet(`leute leuten menschen beschäftigte beschäftigten mitarbeiter mitarbeitern mitarbeiterin
	mitarbeiterinnen mitarbeitende mitarbeitenden angestellte angestellten kollegen kolleginnen köpfe köpfen personen mann
	arbeitnehmer arbeitnehmern arbeitnehmerinnen arbeitskräfte arbeitskräften
	people person employees staff workers colleagues`)

// isStaff tells whether a word stands for people who work somewhere. "MA" is short
// for Mitarbeiter, "mA" for milliampere.
func (w spoken) isStaff() bool {
	return staff[w.low] || w.low == "ma" && w.capital || strings.HasPrefix(w.low, "köpfig")
}

// teams are the words that a number stands behind: "ein Team von acht", "a staff of
// 120".
var teams = wordSet(`team teams mannschaft belegschaft truppe kollektiv crew staff workforce headcount`)

// zu are the numbers behind zu: "wir sind zu viert". Beyond twelve nobody says so.
var zu = map[string]int{
	"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10, "elft": 11, "zwölft": 12,
}

// notPeople are the beginnings of what may be counted behind "wir sind" and a small
// number, and is no person.
var notPeople = strings.Fields(`firm unternehm betrieb standort werk gesellschaft verein jahr monat woche tag stund minut
	kilomet meter km prozent mal uhr von compan compani site location year month week day hour mile minute percent times of`)

// countings are the ways in which people are counted. Each looks at the word at i and
// those behind it, and returns how many people are meant and the index behind the
// last word that says so, 0 when they say nothing of the kind.
var countings = []func(words []spoken, i int) (people, end int){staffNumbered, staffLabelled, teamOf, howManyTogether, weAre}

// readHeadcount reads the first number of people that a text states of its own
// company. What it states of others, and of people sought, is none: see own.
func readHeadcount(text string) headcount {
	words := speak(text)
	for i := range words {
		for _, pattern := range countings {
			if people, end := pattern(words, i); people > 0 && people < maxPeople {
				return headcount{people, words[i].start, words[end-1].end}
			}
		}
	}
	return headcount{}
}

// staffNumbered reads "45 Mitarbeiter", "25 feste Leute", "siebenköpfiges Team".
func staffNumbered(words []spoken, i int) (people, end int) {
	if n, _, ok := strings.Cut(words[i].low, "köpfig"); ok && number(n) > 0 {
		return own(words, i, i+1, number(n))
	}
	people, next := numberAt(words, i)
	if people == 0 {
		return 0, 0
	}
	end = staffEnd(words, next)
	year := looksLikeYear(words[i].low) && i > 0 && beforeYears[words[i-1].low] // "seit 1994 Mitarbeiter"
	if end == 0 || year {
		return 0, 0
	}
	return own(words, i, end, people)
}

// staffEnd returns the index behind a word for staff that stands at next, or one
// adjective later, 0 when there is none. "Mitarbeiterinnen und Mitarbeiter" are one.
func staffEnd(words []spoken, next int) int {
	at := func(i int) bool {
		return i < len(words) && words[i].joins() && words[i].isStaff()
	}
	if next < len(words) && !at(next) && words[next].joins() && !words[next].capital && !notBetween[words[next].low] {
		for next++; next < len(words) && words[next].gap == "-"; next++ { // "full-time"
		}
	}
	if !at(next) {
		return 0
	}
	for next++; next < len(words) && (words[next].low == "und" || words[next].low == "and") && at(next+1); next += 2 {
	}
	return next
}

// looksLikeYear tells whether a word may be a year and, written without a point, is
// more likely one than a count.
func looksLikeYear(word string) bool {
	n := number(word)
	return len(word) == 4 && n >= 1800 && n < 2100
}

// staffLabelled reads "Mitarbeiter: 45".
func staffLabelled(words []spoken, i int) (people, end int) {
	if i+1 == len(words) || strings.TrimSpace(words[i+1].gap) != ":" || !staff[strings.TrimSuffix(strings.TrimSuffix(words[i].low, "zahl"), "an")] {
		return 0, 0
	}
	return numberAt(words, i+1)
}

// teamOf reads "Team von acht", "staff of 120", with the word for people if one
// follows.
func teamOf(words []spoken, i int) (people, end int) {
	if !teams[words[i].low] || i+2 >= len(words) || words[i+1].low != "von" && words[i+1].low != "of" {
		return 0, 0
	}
	people, end = numberAt(words, behindAbout(words, i+2))
	if people == 0 || isThings(words, end) {
		return 0, 0
	}
	return own(words, i, max(end, staffEnd(words, end)), people)
}

// howManyTogether reads "zu viert". Those who began together may be more by now.
func howManyTogether(words []spoken, i int) (people, end int) {
	if words[i].low != "zu" || i+1 == len(words) || zu[words[i+1].low] == 0 {
		return 0, 0
	}
	before, after := clause(words, i, i+2)
	if began(before, after) {
		return 0, 0
	}
	if words[i+1].low == "acht" && len(after) > 0 && after[0].joins() && after[0].capital { // "zu acht Kunden"
		return 0, 0
	}
	return zu[words[i+1].low], i + 2
}

// weAre reads "wir sind elf", "we are four": any number at the end of a clause, a
// small one also before words that are no things.
func weAre(words []spoken, i int) (people, end int) {
	if i+2 >= len(words) || !saysWeAre[words[i].low+" "+words[i+1].low] {
		return 0, 0
	}
	at := behindAbout(words, i+2)
	people, end = numberAt(words, at)
	if people == 0 || !words[at].joins() || looksLikeYear(words[at].low) || staffEnd(words, end) > 0 {
		return 0, 0
	}
	if end == len(words) || words[end].opens || words[end].low == "und" || words[end].low == "and" {
		return people, end
	}
	if people > fewPeople || isThings(words, end) {
		return 0, 0
	}
	return people, end
}

// behindAbout skips what only says how exact a count is.
func behindAbout(words []spoken, i int) int {
	for i+1 < len(words) && about[words[i].low] {
		i++
	}
	return i
}

// isThings tells whether one of the next two words of the clause counts things.
func isThings(words []spoken, next int) bool {
	for i := next; i < min(next+2, len(words)) && !words[i].opens; i++ {
		if beginsWith(words[i].low, notPeople) {
			return true
		}
	}
	return false
}
