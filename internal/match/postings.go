package match

import (
	"math"
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
}

// fact is one value of a profile: the evidence behind reasons.
type fact struct {
	field, value string
}

// posting says that a network holds a concept or word, and in which fact.
type posting struct {
	card, fact int
	weight     float64
}

// postings find the networks that hold a concept or word. For each network the
// strongest fact is kept.
type postings struct {
	concepts map[vocabulary.Ref][]posting
	terms    map[string][]posting
	living   int
}

// textFact is a value whose words are searched.
type textFact struct {
	field string
	lang  german.Language
	text  string
}

func textFacts(n *profile.Network) []textFact {
	var facts []textFact
	add := func(field string, lang german.Language, values ...string) {
		for _, v := range values {
			if v != "" {
				facts = append(facts, textFact{field, lang, v})
			}
		}
	}
	add("name", german.German, n.Name)
	add("technologies", german.German, n.Technologies...)
	add("applications", german.German, n.Applications...)
	add("industries", german.German, n.Industries...)
	add("value_chain", german.German, n.ValueChain...)
	add("services", german.German, n.Services...)
	add("founder_support", german.German, n.FounderSupport...)
	for _, a := range n.Activities {
		add("activities", german.German, a.What)
	}
	add("summary_de", german.German, n.SummaryDE)
	add("summary_en", german.English, n.SummaryEN)
	return facts
}

// enter adds a network to the postings and returns its card.
func (m *Matcher) enter(number int, n *profile.Network) card {
	c := card{network: n}
	if seat, ok := m.engine.Seat(n); ok {
		c.point = &index.Point{Lat: seat.Lat, Lon: seat.Lon}
	}
	tags, _ := m.vocabulary.Tag(n)
	for _, t := range tags {
		f := c.addFact(t.Field, t.Fact)
		keep(m.postings.concepts, t.Concept.Ref, posting{number, f, 1})
	}
	for _, tf := range textFacts(n) {
		f := c.addFact(tf.field, tf.text)
		for _, term := range m.termsOf(tf.text, tf.lang) {
			keep(m.postings.terms, term, posting{number, f, fieldWeights[tf.field]})
		}
	}
	return c
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

// keep enters a posting; of two facts of one network the stronger one stays.
func keep[K comparable](lists map[K][]posting, key K, p posting) {
	list := lists[key]
	if last := len(list) - 1; last >= 0 && list[last].card == p.card {
		if p.weight > list[last].weight {
			list[last] = p
		}
		return
	}
	lists[key] = append(list, p)
}

// termsOf returns the words of a text and the parts of its compounds, without
// stop words.
func (m *Matcher) termsOf(text string, lang german.Language) []string {
	var terms []string
	for _, t := range m.analyzer.Analyze(text, lang) {
		if t.Stop {
			continue
		}
		terms = append(terms, t.Term)
		if len(t.Parts) > 1 {
			for _, p := range t.Parts {
				terms = append(terms, p.Term)
			}
		}
	}
	return terms
}

// idf is the inverse document frequency as in BM25 (Robertson and Zaragoza
// 2009, section 3.1), without its negative values; 0 for what nobody holds.
func (p *postings) idf(df int) float64 {
	if df == 0 {
		return 0
	}
	n := float64(p.living)
	return math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5))
}
