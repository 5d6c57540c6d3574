package portal

import (
	"regexp"
	"strconv"

	"clusterlotse/internal/profile"
)

// staleYears is by how many years a source may be older than the newest one
// before the facts it states are marked.
const staleYears = 3

var yearPattern = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// yearOf is the newest year that a date in words names, 0 when it names none.
func yearOf(words string) (year int) {
	for _, digits := range yearPattern.FindAllString(words, -1) {
		y, _ := strconv.Atoi(digits) // four digits by the pattern
		year = max(year, y)
	}
	return year
}

// age marks a fact by its sources: "unknown" when none has a date, "old" when
// the newest is older than staleYears, and else or without sources "".
func (p *Portal) age(sources []profile.Source) string {
	newest := 0
	for _, s := range sources {
		newest = max(newest, yearOf(s.Seen))
	}
	today := yearOf(p.DataDate)
	switch {
	case len(sources) == 0 || today == 0:
		return ""
	case newest == 0:
		return "unknown"
	case today-newest > staleYears:
		return "old"
	}
	return ""
}
