package match

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"clusterlotse/index/german"
	"clusterlotse/internal/vocabulary"
)

//go:embed surnames.txt
var surnamesText string

// surnames are names of families that are words of a trade as well, folded.
var surnames = readSurnames(surnamesText)

func readSurnames(text string) map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.FieldsSeq(line) {
			names[german.Fold(name)] = true
		}
	}
	return names
}

// What stands before and behind the name of a family that a firm is called by.
var (
	leadsName  = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:firma|fa\.|familie|company)\s+$`)
	heirs      = regexp.MustCompile(`(?i)^\s*(?:&|und|\+|and)\s*(?:söhne|sohn|töchter|sons)(?:$|[^\pL])`)
	associates = regexp.MustCompile(`(?i)^\s*[&+]\s*(?:co|cie|partner|company)(?:$|[^\pL])`)
	legalForm  = regexp.MustCompile(`(?i)^\s+(?:gmbh|ag|kg|ohg|gbr|ug|e\.\s?k\.|se|ltd|inc)(?:$|[^\pL])`)
)

// nameBytes is more than what these look at, so that a text of many trades is read
// once.
const nameBytes = 32

// forgetFirmNames drops what was read out of a family's name: "die Firma Rebstock",
// "Bäcker & Söhne", "Maurer GmbH".
func (r *reading) forgetFirmNames() {
	r.mentions = slices.DeleteFunc(r.mentions, func(m vocabulary.Mention) bool {
		words := r.text[m.Start:m.End]
		if !german.IsCapitalised(words) || strings.ContainsAny(words, " \t\n") {
			return false
		}
		before, behind := r.text[max(0, m.Start-nameBytes):m.Start], r.text[m.End:min(len(r.text), m.End+nameBytes)]
		return heirs.MatchString(behind) || surnames[german.Fold(words)] &&
			(leadsName.MatchString(before) || legalForm.MatchString(behind) || associates.MatchString(behind))
	})
}
