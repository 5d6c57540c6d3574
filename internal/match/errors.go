package match

import (
	"strings"

	"clusterlotse/internal/search"
)

// unknownValue is the error for a value that a field does not have. It names the
// valid ones, or those that may be meant, when there are any.
func unknownValue(lang, field, value string, valid []string) *search.InputError {
	err := search.NewInputError(lang, "unknown_value", field, value)
	if len(valid) > 0 {
		err.Fix = say(lang, "valid", strings.Join(valid, ", "))
	}
	return err
}

// fewConcepts is how many concepts a scheme may have for all to be named.
const fewConcepts = 10

// similar returns the ids of the scheme that an unknown one may stand for: all of
// a small scheme, or the concepts that its words name.
func (m *Matcher) similar(scheme, id string) []string {
	concepts := m.vocabulary.Concepts(scheme)
	if len(concepts) > fewConcepts {
		concepts = m.vocabulary.FindIn(scheme, strings.ReplaceAll(id, "-", " "))
	}
	ids := make([]string, len(concepts))
	for i, c := range concepts {
		ids[i] = c.ID
	}
	return ids
}
