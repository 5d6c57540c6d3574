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

// readStage tells founders from established firms: by a phase that was given, else
// by a large size that was given, else by how likely the text and a small size make
// it. A phase goes before a size that does not go with it (readPhase says so), also
// when only the text names it: the size is then no cue.
func (m *Matcher) readStage(a *asker, c profile.Company) {
	outweighed := outgrown(a.Phase, a.Size)
	switch {
	case c.Phase != "":
		a.stage = founder
	case isLarge(c.Size) && !outweighed, a.excludesFounders():
		a.stage = firm
	default:
		cues := a.read.cues
		cues.young += a.foundingCues()
		if !outweighed {
			cues.addSize(a.people())
		}
		cues.young, cues.established = min(cues.young, maxCues), min(cues.established, maxCues)
		a.stage = m.model.stageOf(cues)
	}
}

// isLarge tells whether a size alone tells an established firm when the asker gives
// it. When it is read from the text it is one cue among others: own staff may be
// mistaken, and a young company may have grown fast.
func isLarge(size string) bool { return size == "50-249" || size == "250+" }

// outgrown tells whether a phase and a size do not go together: no company is being
// founded with fifty people, and none that grows from a start-up has 250.
func outgrown(phase, size string) bool {
	return size == "250+" && phase != "" || size == "50-249" && phase != "" && phase != string(profile.Growth)
}

// typicalPeople are the geometric means of the bounds of Sizes, and the lower bound of
// the last one: 22 people are neither few nor many.
var typicalPeople = map[string]int{"1-9": 3, "10-49": 22, "50-249": 112, "250+": 250}

// people is how many there are: as many as the text says, or as is typical of the
// size when the text says nothing or is not to count.
func (a *asker) people() int {
	if a.read.staff.size() == a.Size {
		return a.read.staff.people
	}
	return typicalPeople[a.Size]
}

// namedCues is what the name of a phase or of founders counts in cues: as much as
// two words that only hint at them.
const namedCues = 2

// foundingCues counts the phases, groups and needs of founders in the text.
func (a *asker) foundingCues() float64 {
	n := 0.0
	for _, w := range a.concepts {
		switch {
		case w.concept.Scheme != vocabulary.Phases && !founderGroups.covers(w.concept) && !foundersNeeds.covers(w.concept):
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
