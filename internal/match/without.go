package match

import (
	"slices"
	"strings"

	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// WithoutPlace in Request.Without leaves out the place that the text names.
const WithoutPlace = "place"

// WithoutSize in Request.Without leaves out the head count that the text states.
const WithoutSize = "size"

// readWithout looks up what the asker did not mean.
func (m *Matcher) readWithout(a *asker, r *Request) error {
	a.without = map[*vocabulary.Concept]bool{}
	for _, entry := range r.Without {
		if entry == WithoutPlace || entry == WithoutSize {
			continue
		}
		scheme, id, _ := strings.Cut(entry, ":")
		c := m.vocabulary.Concept(vocabulary.Ref{Scheme: scheme, ID: id})
		if c == nil {
			return search.NewInputError(r.Lang, "unknown_value", "without", entry)
		}
		a.without[c] = true
	}
	return nil
}

// drop notes a concept that was read and is left out, once.
func (a *asker) drop(c *vocabulary.Concept, words string) {
	if slices.ContainsFunc(a.Dropped, func(x search.Concept) bool { return x.Scheme == c.Scheme && x.ID == c.ID }) {
		return
	}
	a.Dropped = append(a.Dropped, search.Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label(a.lang), Words: words})
}

// isDropped tells whether the words from start to end were read as concepts that
// are left out, and as no other.
func (a *asker) isDropped(mentions []vocabulary.Mention, start, end int) bool {
	dropped := false
	for _, x := range mentions {
		if x.Start >= end || x.End <= start {
			continue
		}
		if !a.without[x.Concept] {
			return false
		}
		dropped = true
	}
	return dropped
}
