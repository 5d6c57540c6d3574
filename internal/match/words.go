package match

import (
	"fmt"
	"slices"
	"strings"

	"clusterlotse/internal/search"
)

// texts are the sentences of reasons and notes in German and English.
var texts = map[string][2]string{
	"sentence":      {"Weil Sie „%s“ nennen: %s hat unter %s „%s“.", "Because you name “%s”: %s lists under %s “%s”."},
	"concept":       {"%s: %s", "%s: %s"},
	"kin":           {"%s: %s, verwandt mit %s", "%s: %s, akin to %s"},
	"words":         {"%s: gemeinsame Wörter %s", "%s: shared words %s"},
	"word":          {"%s: gemeinsames Wort %s", "%s: shared word %s"},
	"names_place":   {"%s: nennt %s", "%s: names %s"},
	"statewide":     {"arbeitet in ganz Baden-Württemberg", "works in all of Baden-Württemberg"},
	"wide":          {"arbeitet bundesweit oder international", "works nationwide or internationally"},
	"founder":       {"ist Anlaufstelle für Gründerinnen und Gründer", "is a contact point for founders"},
	"experience":    {"Erfahrung aus ähnlichen Fällen: %s", "Experience from similar cases: %s"},
	"cases":         {"in %d von %d begutachteten Fällen mit einem dieser Stichworte als passend befunden", "found to fit in %d of %d judged cases with any of these subjects"},
	"near":          {"Sitz %s, %.0f km entfernt", "seat in %s, %.0f km away"},
	"far":           {"%.0f km entfernt", "%.0f km away"},
	"lacks":         {"nennt nicht: %s", "does not name: %s"},
	"outside_state": {"%s liegt nicht in Baden-Württemberg; regionale Netzwerke zählen umso weniger, je weiter sie entfernt sind.", "%s is not in Baden-Württemberg; regional networks count the less, the farther away they are."},
	"two_phases":    {"Der Text nennt zwei Gründungsphasen, %s und %s; gerechnet wird mit der späteren, %s.", "The text names two founders' phases, %s and %s; the later one counts, %s."},
	"other_phase":   {"Der Text nennt %s, angegeben ist %s; gerechnet wird mit der Angabe.", "The text names %s, the phase given is %s; the one given counts."},
	"hinted_phase":  {"„%s“ deutet auf eine Gründungsphase und passt nicht zu einer Größe von %s Beschäftigten; gerechnet wird mit der Größe.", "“%s” hints at a founders' phase and does not go with a size of %s employees; the size counts."},
	"other_place":   {"Der Text nennt „%s“, als Ort ist %s angegeben; gerechnet wird mit der Angabe.", "The text names “%s”, the place given is %s; the one given counts."},
	"contradiction": {"Eine Gründungsphase und eine Größe von %s Beschäftigten passen nicht zusammen; gerechnet wird mit der Phase.", "A founders' phase and a size of %s employees do not go together; the phase counts."},
	"two_sizes":     {"Im Text steht „%s“, angegeben ist eine Größe von %s Beschäftigten; gerechnet wird mit der Angabe.", "The text says “%s”, the size given is %s employees; the one given counts."},
	"both_ways":     {"„%s“ ist gewählt und im Text ausgeschlossen; gerechnet wird mit der Wahl.", "“%s” is chosen and ruled out in the text; the choice counts."},
	"valid":         {"Möglich sind: %s.", "Possible values: %s."},
	"abstained":     {"Kein Netzwerk passt zu dieser Anfrage.", "No network fits this request."},
}

// say words a sentence in the asker's language.
func say(lang, key string, args ...any) string {
	text := texts[key][0]
	if lang == "en" {
		text = texts[key][1]
	}
	return fmt.Sprintf(text, args...)
}

func fieldName(field, lang string) string { return search.FieldLabel(field, lang) }

// quote lists up to five different words in the order in which they came, in the
// quotation marks of the language.
func quote(lang string, words []string) string {
	var distinct []string
	for _, w := range words {
		if !slices.Contains(distinct, w) && len(distinct) < 5 {
			distinct = append(distinct, w)
		}
	}
	if lang == "en" {
		return "“" + strings.Join(distinct, "”, “") + "”"
	}
	return "„" + strings.Join(distinct, "“, „") + "“"
}
