package match

import (
	"strings"

	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// unknownValue is the error for a value that a field does not have. It names all
// valid ones.
func unknownValue(lang, field, value string, valid []string) *search.InputError {
	err := search.NewInputError(lang, "unknown_value", field, value)
	err.Fix = say(lang, "valid", strings.Join(valid, ", "))
	return err
}

// fewConcepts is how many concepts a scheme may have for all to be named.
const fewConcepts = 10

// unknownConcept is the error for an id that a scheme does not have. It names all of a
// small scheme, or else the ids that its words may stand for, when there are any.
func (m *Matcher) unknownConcept(lang, field, scheme, id string) *search.InputError {
	if all := m.vocabulary.Concepts(scheme); len(all) <= fewConcepts {
		return unknownValue(lang, field, id, conceptIDs(all))
	}
	err := search.NewInputError(lang, "unknown_value", field, id)
	if meant := m.vocabulary.FindIn(scheme, strings.ReplaceAll(id, "-", " ")); len(meant) > 0 {
		err.Fix = say(lang, "meant", strings.Join(conceptIDs(meant), ", "))
	}
	return err
}

func conceptIDs(concepts []*vocabulary.Concept) []string {
	ids := make([]string, len(concepts))
	for i, c := range concepts {
		ids[i] = c.ID
	}
	return ids
}
