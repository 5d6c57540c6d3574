package match

import (
	"testing"

	"clusterlotse/internal/vocabulary"
)

// TestConceptsThatTheRankingNames are concepts: one that is renamed would switch a
// rule off in silence.
func TestConceptsThatTheRankingNames(t *testing.T) {
	v := realMatcher(t).vocabulary
	if v.Concept(everyField) == nil {
		t.Errorf("%v is no concept", everyField)
	}
	for _, set := range []conceptSet{founderGroups, firmGroups, servedGroups, foundersNeeds} {
		for _, id := range set.ids {
			c := v.Concept(vocabulary.Ref{Scheme: set.scheme, ID: id})
			if c == nil {
				t.Errorf("%s:%s is no concept", set.scheme, id)
				continue
			}
			if !set.has(c) || !set.covers(c) {
				t.Errorf("%s:%s is not in its own set", set.scheme, id)
			}
			for below := range c.Below() {
				if !set.covers(below) {
					t.Errorf("%s is below %s and not covered", below.ID, id)
				}
			}
		}
	}
}
