package match

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cues are how often a text speaks for each kind of company, at most maxCues
// each: more of the same says no more.
type cues struct {
	young, established, making float64
}

// maxCues bounds how much words of one kind may say, so that neither a long text nor
// one favourite word decides; maxMaking does so for words of making things, which
// say less of the age of a company. gapWords is how many words a * that stands alone
// may stand for: as many as a sentence has between the halves of a German verb.
const (
	maxCues   = 3
	maxMaking = 2
	gapWords  = 12
)

//go:embed cues.txt
var cuesText string

// cueLists are the cues of each section of cues.txt, by their first letter.
var cueLists = readCues(cuesText)

// cue is a phrase by its words, in small letters.
type cue []string

// readCues reads the sections of a list of cues.
func readCues(text string) map[string]map[rune][]cue {
	sections := map[string]map[rune][]cue{}
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name = strings.Trim(line, "[]")
			sections[name] = map[rune][]cue{}
		default:
			c := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != '*' })
			first, _ := utf8.DecodeRuneInString(c[0])
			sections[name][first] = append(sections[name][first], c)
		}
	}
	return sections
}

// begins tells whether the words begin with the cue.
func (c cue) begins(words []string) bool {
	switch {
	case len(c) == 0:
		return true
	case len(words) == 0:
		return false
	case c[0] == "*":
		for gap := 1; gap <= min(gapWords, len(words)); gap++ {
			if c[1:].begins(words[gap:]) {
				return true
			}
		}
		return false
	}
	start, open := strings.CutSuffix(c[0], "*")
	if words[0] != start && !(open && strings.HasPrefix(words[0], start)) {
		return false
	}
	return c[1:].begins(words[1:])
}

// count is how often the cues of a section stand in the words, at most limit.
func count(section string, words []string, limit int) float64 {
	n := 0
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		for _, c := range cueLists[section][first] {
			if c.begins(words[i:]) {
				n++
				break
			}
		}
		if n == limit {
			break
		}
	}
	return float64(n)
}

// addSize counts how many people there are, 0 when that is unknown.
func (c *cues) addSize(people int) {
	switch {
	case people == 0:
	case people <= fewPeople:
		c.young++
	case people >= manyPeople:
		c.established++
	}
}

// findCues counts what a text says of the stage in words and by the year of founding.
// How many people there are is for addSize, because a field may say it too.
// Year is that of our time.
func findCues(text string, year int) cues {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	c := cues{
		young:       count("young", words, maxCues),
		established: count("established", words, maxCues),
		making:      count("making", words, maxMaking),
	}
	if founded, ok := foundingYear(text); ok {
		if year-founded > youngYears {
			c.established++
		} else {
			c.young++
		}
	}
	c.young, c.established = min(c.young, maxCues), min(c.established, maxCues)
	return c
}
