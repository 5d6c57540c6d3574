package match

import (
	"fmt"
	"slices"
	"strings"

	"clusterlotse/internal/search"
)

// texts are the sentences of reasons and notes in German and English.
var texts = map[string][2]string{
	// A sentence begins with the asker's words, the network and the field.
	"because":          {"Weil Sie „%s“ nennen: %s führt unter %s „%s“.", "Because you name “%s”: %s lists under %s “%s”."},
	"because_kin":      {"Weil Sie „%s“ nennen: %s führt unter %s „%s“, das kommt dem nahe.", "Because you name “%s”: %s lists under %s “%s”, which comes near to it."},
	"because_name":     {"Weil Sie „%[1]s“ nennen: %[2]s trägt das im Namen.", "Because you name “%[1]s”: %[2]s has it in its name."},
	"because_name_kin": {"Weil Sie „%[1]s“ nennen: Der Name %[2]s kommt dem nahe.", "Because you name “%[1]s”: the name %[2]s comes near to it."},
	"because_summary":  {"Weil Sie „%s“ nennen: %s beschreibt sich so: „%[4]s“", "Because you name “%s”: %s describes itself like this: “%[4]s”"},
	// Or it begins with the network.
	"say_words":       {"%s teilt mit Ihrem Text unter %s die Wörter %s.", "%s shares with your text, under %s, the words %s."},
	"say_word":        {"%s teilt mit Ihrem Text unter %s das Wort %s.", "%s shares with your text, under %s, the word %s."},
	"say_concept":     {"%s führt unter %s: %s.", "%s lists under %s: %s."},
	"say_kin":         {"%s führt unter %s: %s, verwandt mit %s.", "%s lists under %s: %s, akin to %s."},
	"say_names_place": {"%s nennt unter %s %s.", "%s names under %s %s."},
	"say_statewide":   {"%s arbeitet in ganz Baden-Württemberg.", "%s works in all of Baden-Württemberg."},
	"say_wide":        {"%s arbeitet bundesweit oder international.", "%s works nationwide or internationally."},
	"say_founder":     {"%s ist Anlaufstelle für Gründerinnen und Gründer.", "%s is a contact point for founders."},
	"say_experience":  {"%s wurde in ähnlichen Fällen als passend befunden: %s.", "%s was found to fit in similar cases: %s."},
	"say_near":        {"%s sitzt in %s, %.0f km von Ihnen.", "%s sits in %s, %.0f km from you."},
	"say_in_region":   {"%s ist in der Region %s tätig.", "%s works in the region %s."},
	"other_field":     {"Ihr Fachgebiet nennt das Profil nicht.", "Its profile does not name your field."},
	"concept":         {"%s: %s", "%s: %s"},
	"kin":             {"%s: %s, verwandt mit %s", "%s: %s, akin to %s"},
	"words":           {"%s: gemeinsame Wörter %s", "%s: shared words %s"},
	"word":            {"%s: gemeinsames Wort %s", "%s: shared word %s"},
	"names_place":     {"%s: nennt %s", "%s: names %s"},
	"statewide":       {"arbeitet in ganz Baden-Württemberg", "works in all of Baden-Württemberg"},
	"wide":            {"arbeitet bundesweit oder international", "works nationwide or internationally"},
	"founder":         {"ist Anlaufstelle für Gründerinnen und Gründer", "is a contact point for founders"},
	"experience":      {"Erfahrung aus ähnlichen Fällen: %s", "Experience from similar cases: %s"},
	"cases":           {"in %d von %d begutachteten Fällen mit einem dieser Stichworte als passend befunden", "found to fit in %d of %d judged cases with any of these subjects"},
	"in_region":       {"in der Region %s tätig", "works in the region %s"},
	"in_state":        {"landesweit tätig", "state-wide"},
	"beyond_state":    {"über das Land hinaus tätig", "beyond the state"},
	"near":            {"Sitz %s, %.0f km entfernt", "seat in %s, %.0f km away"},
	"far":             {"%.0f km entfernt", "%.0f km away"},
	"lacks":           {"nennt nicht: %s", "does not name: %s"},
	"outside_state":   {"%s liegt nicht in Baden-Württemberg; regionale Netzwerke zählen umso weniger, je weiter sie entfernt sind.", "%s is not in Baden-Württemberg; regional networks count the less, the farther away they are."},
	"contradiction":   {"Eine Gründungsphase und eine Größe von %s Beschäftigten passen nicht zusammen; gerechnet wird mit der Phase.", "A founders' phase and a size of %s employees do not go together; the phase counts."},
	"two_phases":      {"Der Text nennt zwei Gründungsphasen, %s und %s; gerechnet wird mit der späteren, %s.", "The text names two founders' phases, %s and %s; the later one counts, %s."},
	"other_phase":     {"Der Text nennt %s, angegeben ist %s; gerechnet wird mit der Angabe.", "The text names %s, the phase given is %s; the one given counts."},
	"hinted_phase":    {"„%s“ deutet auf eine Gründungsphase und passt nicht zu einer Größe von %s Beschäftigten; gerechnet wird mit der Größe.", "“%s” hints at a founders' phase and does not go with a size of %s employees; the size counts."},
	"other_place":     {"Der Text nennt „%s“, als Ort ist %s angegeben; gerechnet wird mit der Angabe.", "The text names “%s”, the place given is %s; the one given counts."},
	"two_sizes":       {"Im Text steht „%s“, angegeben ist eine Größe von %s Beschäftigten; gerechnet wird mit der Angabe.", "The text says “%s”, the size given is %s employees; the one given counts."},
	"misspelt":        {"„%s“ ist als „%s“ gelesen.", "“%s” is read as “%s”."},
	"both_ways":       {"„%s“ ist gewählt und im Text ausgeschlossen; gerechnet wird mit der Wahl.", "“%s” is chosen and ruled out in the text; the choice counts."},
	"valid":           {"Möglich sind: %s.", "Possible values: %s."},
	"no_field":        {"Keines der ersten Netzwerke nennt Ihr Fachgebiet: Für sie sprechen Nähe, einzelne Wörter oder ähnliche Fälle.", "None of the first networks names your field: nearness, single words or similar cases speak for them."},
	"meant":           {"Meinten Sie: %s?", "Did you mean: %s?"},
	"little":          {"Von Ihrem Fach ist nur „%s“ verstanden. Ein Satz mehr darüber, was Sie herstellen und suchen, macht die Vorschläge genauer.", "Of your field only “%s” is understood. One more sentence on what you make and look for makes the suggestions sharper."},
	"abstained":       {"Kein Netzwerk passt zu dieser Anfrage.", "No network fits this request."},
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
