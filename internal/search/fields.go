package search

import (
	"strings"

	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
)

// textField is a text field of the index: the facts that go into it, their
// language, and how much a word found there is worth.
type textField struct {
	name   string
	lang   german.Language
	weight float64
	facts  []factField
}

// factField is a key of the profile with its values as text.
type factField struct {
	key    string
	values func(*profile.Network) []string
}

// textFields is the mapping of the index. A change here changes the
// fingerprint, so that every index is rebuilt.
var textFields = []textField{
	{"name", german.German, 2.0, []factField{
		{"name", func(n *profile.Network) []string { return []string{n.Name} }},
		{"aliases", func(n *profile.Network) []string { return n.Aliases }},
	}},
	{"technologies", german.German, 2.0, []factField{
		{"technologies", func(n *profile.Network) []string { return n.Technologies }},
		{"applications", func(n *profile.Network) []string { return n.Applications }},
	}},
	{"industries", german.German, 1.6, []factField{
		{"industries", func(n *profile.Network) []string { return n.Industries }},
		{"value_chain", func(n *profile.Network) []string { return n.ValueChain }},
	}},
	{"services", german.German, 1.8, []factField{
		{"services", func(n *profile.Network) []string { return n.Services }},
		{"founder_support", func(n *profile.Network) []string { return n.FounderSupport }},
		{"target_groups", func(n *profile.Network) []string { return n.TargetGroups }},
	}},
	{"place", german.German, 1.0, []factField{
		{"city", func(n *profile.Network) []string { return nonEmpty(n.City) }},
		{"region", func(n *profile.Network) []string { return nonEmpty(n.Region) }},
	}},
	{"text", german.German, 1.4, []factField{
		{"summary_de", func(n *profile.Network) []string { return nonEmpty(n.SummaryDE) }},
		{"activities", activities},
		{"labels", labels},
		{"alliances", func(n *profile.Network) []string { return n.Alliances }},
		{"partners", func(n *profile.Network) []string { return n.Partners }},
	}},
	{"text_en", german.English, 1.4, []factField{
		{"summary_en", func(n *profile.Network) []string { return nonEmpty(n.SummaryEN) }},
	}},
}

func activities(n *profile.Network) []string {
	var out []string
	for _, a := range n.Activities {
		out = append(out, a.What)
	}
	return out
}

func labels(n *profile.Network) []string {
	var out []string
	for _, l := range n.Labels {
		out = append(out, l.Label)
	}
	return out
}

func nonEmpty(s string) []string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return []string{s}
}

// The keyword fields beside those of FilterNames.
const (
	fieldStatus = "status"
	fieldReach  = "reach"
	fieldTarget = "target_group"

	statusLiving = "living"
	statusEnded  = "ended"
)

// The text fields that hold concepts as terms, see conceptTerm.
const (
	// fieldConcept holds the concepts of the facts and all that are broader, as
	// often as facts name them.
	fieldConcept = "concept"
	// fieldConceptOwn holds the concepts of the facts alone.
	fieldConceptOwn = "concept.own"
	// fieldConceptName holds those of the name, fieldConceptText those of summary
	// and activities, both with the broader ones.
	fieldConceptName = "concept.name"
	fieldConceptText = "concept.text"
	// fieldSurface holds every word once as it is written: the dictionary of the
	// spelling.
	fieldSurface = "surface"
)

// partsSuffix names the field that holds the parts of a text field's compounds.
const partsSuffix = ".parts"
