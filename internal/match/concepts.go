package match

import (
	"slices"

	"clusterlotse/internal/vocabulary"
)

// conceptSet are concepts of one scheme that the ranking treats in a way of their
// own. All that are named in code stand here; a test holds them to the vocabulary.
type conceptSet struct {
	scheme string
	ids    []string
}

var (
	// everyField is what networks hold that are open to every field.
	everyField = vocabulary.Ref{Scheme: vocabulary.Industries, ID: "all-industries"}
	// founderGroups are founders and young companies.
	founderGroups = conceptSet{vocabulary.TargetGroups, []string{"founders", "start-ups"}}
	// firmGroups are firms of every age.
	firmGroups = conceptSet{vocabulary.TargetGroups, []string{"sme", "companies", "industry"}}
	// servedGroups are those that a text names as customers, partners or staff, and
	// hardly ever as the asker himself.
	servedGroups = conceptSet{vocabulary.TargetGroups, []string{
		"companies", "industry", "employees", "associations-networks", "young-people", "research-institutes", "universities",
		"municipalities", "investors", "health-care-providers", "trade-hospitality", "general-public", "utilities-transport",
	}}
	// foundersNeeds are the needs that only founders have.
	foundersNeeds = conceptSet{vocabulary.Needs, []string{"founding-support", "start-up-vouchers", "seed-capital", "accelerator"}}
)

// has tells whether the concept is one of the set.
func (s conceptSet) has(c *vocabulary.Concept) bool {
	return c.Scheme == s.scheme && slices.Contains(s.ids, c.ID)
}

// covers tells whether the concept is one of the set or narrower than one.
func (s conceptSet) covers(c *vocabulary.Concept) bool {
	if s.has(c) {
		return true
	}
	if c.Scheme != s.scheme {
		return false
	}
	for above := range c.Above() {
		if s.has(above) {
			return true
		}
	}
	return false
}
