package match

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// stage is how likely the asker is a founder or a young company, 0 to 1.
type stage float64

const (
	firm    stage = 0
	founder stage = 1
)

// likely tells whether the asker is more likely a founder than not.
func (s stage) likely() bool { return s > 0.5 }

// youngYears is how long a company counts as young, as in the Start-up BW
// programmes' usual limits.
const youngYears = 8

// foundedIn finds the year in "gegründet 2019", "seit 1950", "Gegründet wurden wir
// im Jahr 2000", "founded in 2018"; foundedAfter that in "2018 sind wir ausgegründet
// worden".
var (
	foundedIn    = regexp.MustCompile(`(?i)(?:gegründet|gegruendet|gründung|seit|begonnen|angefangen|entstanden|founded|since)(?:\s[^.;:!?]{0,40}?)?\s((?:18|19|20)\d\d)(?:$|[^\d])`)
	foundedAfter = regexp.MustCompile(`(?i)(?:^|[^\d])((?:18|19|20)\d\d)\s[^.;:!?]{0,40}?(?:gegründet|ausgegründet|begonnen|angefangen|gestartet)`)
)

// readStage tells founders from established firms: by a phase, a size or a
// founders' need, else by how likely the words of the text make it. What the text
// says of a phase goes before its size.
func (m *Matcher) readStage(a *asker, c profile.Company) {
	big := c.Size == "50-249" || c.Size == "250+"
	switch {
	case c.Phase != "":
		a.stage = founder
		if big {
			a.note("contradiction", c.Size)
		}
	case big, a.excludesFounders():
		a.stage = firm
	default:
		c := a.read.cues
		c.young = min(c.young+a.foundingCues(), maxCues)
		a.stage = m.model.stageOf(c)
	}
}

// namedCues is what the name of a phase or of founders counts in cues.
const namedCues = 2

// foundingCues counts the phases, groups and needs of founders in the text.
func (a *asker) foundingCues() float64 {
	n := 0.0
	for _, w := range a.concepts {
		switch {
		case w.concept.Scheme != vocabulary.Phases && !isFounders(w.concept) && !isFoundersNeed(w.concept):
		case w.named:
			n += namedCues
		default:
			n++
		}
	}
	return n
}

// stageOf is the likelihood by the odds that each cue multiplies: a logistic
// model, written so that every number of it can be read.
func (m *Model) stageOf(c cues) stage {
	odds := m.YoungOdds * math.Pow(m.YoungCue, c.young) * math.Pow(m.EstablishedCue, c.established) * math.Pow(m.MakingCue, c.making)
	return stage(odds / (1 + odds))
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

// foundingYear reads the earliest year of founding, false when the text names
// none.
func foundingYear(text string) (year int, ok bool) {
	if !strings.ContainsAny(text, "0123456789") {
		return 0, false // most texts, and patterns are slow
	}
	for _, pattern := range []*regexp.Regexp{foundedIn, foundedAfter} {
		for _, found := range pattern.FindAllStringSubmatch(text, -1) {
			n, _ := strconv.Atoi(found[1]) // the pattern holds digits only
			if !ok || n < year {
				year, ok = n, true
			}
		}
	}
	return year, ok
}
