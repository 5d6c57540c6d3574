package match

import (
	"regexp"
	"strconv"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// stage is how likely the asker is a founder or a young company, 0 to 1.
type stage float64

const (
	firm    stage = 0
	founder stage = 1
)

// youngYears is how long a company counts as young, as in the Start-up BW
// programmes' usual limits.
const youngYears = 8

// foundedIn finds the year in "gegründet 2019", "seit 1950", "founded in 2018".
var foundedIn = regexp.MustCompile(`(?i)(?:gegründet|gegruendet|gründung|seit|founded|since)\s+(?:im\s+jahr\s+|in\s+)?((?:19|20)\d\d)`)

// readStage tells founders from established firms: by a phase or a founders'
// need, by how the asker calls himself, by the year of founding, by the size.
// What the text says of a phase goes first.
func (m *Matcher) readStage(a *asker, c profile.Company) {
	year, known := foundingYear(c.Text)
	switch {
	case c.Phase != "":
		a.stage = founder
		if c.Size == "50-249" || c.Size == "250+" {
			a.Notes = append(a.Notes, say(a.lang, "contradiction", c.Size))
		}
	case c.Size == "50-249" || c.Size == "250+":
		a.stage = firm
	case known && m.Year-year > youngYears:
		a.stage = firm
	case known || a.namesFounding():
		a.stage = founder
	default:
		a.stage = stage(m.model.UnknownStage)
	}
}

func (a *asker) namesFounding() bool {
	for _, w := range a.concepts {
		if w.sure == 1 && (w.concept.Scheme == vocabulary.Phases || isFounders(w.concept)) || isFoundersNeed(w.concept) {
			return true
		}
	}
	return false
}

// foundersNeeds are the needs, with all that are narrower, that only founders
// have.
var foundersNeeds = map[string]bool{
	"founding-support": true, "start-up-vouchers": true, "seed-capital": true, "accelerator": true,
}

func isFoundersNeed(c *vocabulary.Concept) bool {
	if c.Scheme != vocabulary.Needs {
		return false
	}
	if foundersNeeds[c.ID] {
		return true
	}
	for above := range c.Above() {
		if foundersNeeds[above.ID] {
			return true
		}
	}
	return false
}

// foundingYear reads the year of founding, false when the text names none.
func foundingYear(text string) (int, bool) {
	found := foundedIn.FindStringSubmatch(text)
	if found == nil {
		return 0, false
	}
	year, err := strconv.Atoi(found[1])
	return year, err == nil
}
