package search

import "fmt"

// message is an input error's text in both languages: problem and fix.
type message struct {
	problemDE, fixDE, problemEN, fixEN string
}

var messages = map[string]message{
	"invalid_encoding": {
		"Der Text ist kein gültiges UTF-8.", "Senden Sie ihn als UTF-8.",
		"The text is not valid UTF-8.", "Send it as UTF-8."},
	"query_too_long": {
		"Der Text ist länger als %d Zeichen.", "Kürzen Sie ihn; für lange Texte gibt es den Netzwerk-Vergleich unter /match.",
		"The text is longer than %d characters.", "Shorten it; for long texts use matching at /match."},
	"text_too_long": {
		"Der Text ist länger als %d Zeichen.", "Kürzen Sie ihn auf das, was Ihr Unternehmen macht und sucht.",
		"The text is longer than %d characters.", "Shorten it to what your company makes and looks for."},
	"too_many_values": {
		"Der Filter hat mehr als %d Werte.", "Lassen Sie Werte weg.",
		"The filter has more than %d values.", "Leave some out."},
	"out_of_range": {
		"Der Wert ist keine Zahl von %d bis %d.", "Geben Sie eine Zahl aus diesem Bereich an oder lassen Sie die Angabe weg.",
		"The value is not a number from %d to %d.", "Give a number in that range or leave it out."},
	"unknown_value": {
		"Den Wert „%s“ gibt es nicht.", "Die gültigen Werte stehen auf den Seiten der Technologien und Branchen und in den Facetten einer Suche ohne Filter.",
		"There is no value “%s”.", "The valid values are on the pages of technologies and industries and in the facets of a search without filters."},
	"unknown_place": {
		"Den Ort „%s“ kennen wir nicht.", "Geben Sie eine deutsche Postleitzahl, einen Ort, einen Kreis oder eine Region an.",
		"We do not know the place “%s”.", "Give a German postcode, town, district or region."},
	"radius_without_place": {
		"Ein Umkreis braucht einen Ort.", "Geben Sie mit near einen Ort oder eine Postleitzahl an.",
		"A radius needs a place.", "Give a place or postcode as near."},
	"empty_request": {
		"Die Anfrage ist leer.", "Beschreiben Sie in einem Satz, was Ihr Unternehmen macht oder sucht, oder wählen Sie mindestens eine Angabe.",
		"The request is empty.", "Say in a sentence what your company makes or looks for, or choose at least one field."},
}

// inputError builds the error of that code in the asker's language. Only the
// first text takes the arguments.
func inputError(lang, code, field string, args ...any) *InputError {
	m := messages[code]
	problem, fix := m.problemDE, m.fixDE
	if lang == "en" {
		problem, fix = m.problemEN, m.fixEN
	}
	if len(args) > 0 {
		problem = fmt.Sprintf(problem, args...)
	}
	return &InputError{Code: code, Field: field, Problem: problem, Fix: fix}
}

// NewInputError builds one of this package's input errors for a neighbour that
// reads requests of its own; code must be one that this package knows.
func NewInputError(lang, code, field string, args ...any) *InputError {
	return inputError(lang, code, field, args...)
}
