package match

import (
	"slices"

	"clusterlotse/index"
	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// card is a network as the features see it.
type card struct {
	network *profile.Network
	facts   []fact
	point   *index.Point
	region  string // id
	// founders says that the network is a contact point for founders.
	founders bool
	// young are the facts by which it is there for founders.
	young []int
	// firms says that it is there for firms as well.
	firms bool
	// groups are the target groups that it names.
	groups []*vocabulary.Concept
	// open says that it names every field as its own.
	open bool
	// tagged are the concepts of its lists of facts, each once, in their order.
	tagged []*vocabulary.Concept
}

// fact is one value of a profile: the evidence behind reasons.
type fact struct {
	field, value string
}

// addFact returns the number of the fact, entering it when it is new.
func (c *card) addFact(field, value string) int {
	f := fact{field, value}
	if i := slices.Index(c.facts, f); i >= 0 {
		return i
	}
	c.facts = append(c.facts, f)
	return len(c.facts) - 1
}

// textFact is a value whose words are searched, with the weight of its field in
// tenths: whole numbers add up to the same sum in any order.
type textFact struct {
	field  string
	lang   german.Language
	text   string
	tenths float64
}

// textFacts lists the facts with words. The weights say how surely a word there
// tells what the network is about.
func textFacts(n *profile.Network) []textFact {
	var facts []textFact
	add := func(field string, lang german.Language, tenths float64, values ...string) {
		for _, v := range values {
			if v != "" {
				facts = append(facts, textFact{field, lang, v, tenths})
			}
		}
	}
	add("name", german.German, 10, n.Name)
	add("aliases", german.German, 7, n.Aliases...)
	add("technologies", german.German, 10, n.Technologies...)
	add("applications", german.German, 9, n.Applications...)
	add("industries", german.German, 9, n.Industries...)
	add("value_chain", german.German, 8, n.ValueChain...)
	add("services", german.German, 7, n.Services...)
	add("founder_support", german.German, 7, n.FounderSupport...)
	add("target_groups", german.German, 5, n.TargetGroups...)
	for _, a := range n.Activities {
		add("activities", german.German, 5, a.What)
	}
	add("summary_de", german.German, 6, n.SummaryDE)
	add("summary_en", englishWords, 6, n.SummaryEN)
	return facts
}

// part is where in a profile a concept or word stands, as far as the model tells
// the places apart.
type part int

const (
	inFacts   part = iota // a list of facts; for words all fields, by their weight
	inName                // the name and its aliases
	inSummary             // the summary, applications and the value chain
	// inherited counts what stands for something narrower, in any place.
	inherited
	parts
)

// partOf says where the concepts of a field of free text count; false for fields
// whose concepts are not read, because the lists of facts are read as tags.
func partOf(field string) (part, bool) {
	switch field {
	case "name", "aliases":
		return inName, true
	case "summary_de", "applications", "value_chain":
		return inSummary, true
	}
	return inFacts, false
}

// counts say how often something stands in each part of a profile.
type counts [parts]float64

// frequency joins the counts by the model's weights.
func (m *Model) frequency(c counts) float64 {
	return c[inFacts] + m.Name*c[inName] + m.Summary*c[inSummary] + m.Inherited*c[inherited]
}
