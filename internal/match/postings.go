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
	region  string // id
	// founders says that the network is a contact point for founders.
	founders bool
	// open says that it serves every field.
	open bool
}

// fact is one value of a profile: the evidence behind reasons.
type fact struct {
	field, value string
}

// posting says that a network holds a concept or word, how much, and in which
// facts.
type posting struct {
	card   int
	impact float64 // of BM25, without the inverse document frequency
	facts  []int
}

// list is what stands behind a concept or word.
type list struct {
	idf      float64 // to the model's power
	max      float64 // the highest impact
	postings []posting
}

// postings find the networks that hold a concept or word.
type postings struct {
	concepts map[vocabulary.Ref]*list
	terms    map[string]*list
}

// entry gathers what one network holds of a concept or word.
type entry struct {
	tf    float64
	facts []int
}

func (e *entry) add(weight float64, fact int) {
	e.tf += weight
	if !slices.Contains(e.facts, fact) {
		e.facts = append(e.facts, fact)
	}
}

// textFact is a value whose words are searched, with the weight of its field.
type textFact struct {
	field  string
	lang   german.Language
	text   string
	weight float64
}

// textFacts lists the facts with words. The weights say how surely a word there
// tells what the network is about.
func textFacts(n *profile.Network) []textFact {
	var facts []textFact
	add := func(field string, lang german.Language, weight float64, values ...string) {
		for _, v := range values {
			if v != "" {
				facts = append(facts, textFact{field, lang, v, weight})
			}
		}
	}
	add("name", german.German, 1, n.Name)
	add("aliases", german.German, 0.7, n.Aliases...)
	add("technologies", german.German, 1, n.Technologies...)
	add("applications", german.German, 0.9, n.Applications...)
	add("industries", german.German, 0.9, n.Industries...)
	add("value_chain", german.German, 0.8, n.ValueChain...)
	add("services", german.German, 0.7, n.Services...)
	add("founder_support", german.German, 0.7, n.FounderSupport...)
	add("target_groups", german.German, 0.5, n.TargetGroups...)
	for _, a := range n.Activities {
		add("activities", german.German, 0.5, a.What)
	}
	add("summary_de", german.German, 0.6, n.SummaryDE)
	add("summary_en", german.English, 0.6, n.SummaryEN)
	return facts
}

// builder gathers all networks before the statistics are known.
type builder struct {
	m        *Matcher
	concepts []map[vocabulary.Ref]*entry
	terms    []map[string]*entry
	lengths  map[string][]float64 // by scheme, or "" for words
}

func (m *Matcher) build(networks []*profile.Network) {
	b := builder{m: m, lengths: map[string][]float64{}}
	for _, n := range networks {
		if !n.Ended() {
			m.cards = append(m.cards, b.enter(n))
		}
	}
	m.postings = postings{concepts: map[vocabulary.Ref]*list{}, terms: map[string]*list{}}
	for ref, l := range collect(b.concepts) {
		m.postings.concepts[ref] = m.weigh(l, b.lengths[ref.Scheme], m.model.dilution(ref.Scheme))
	}
	for term, l := range collect(b.terms) {
		m.postings.terms[term] = m.weigh(l, b.lengths[""], m.model.B)
	}
}

// enter reads one network and returns its card.
func (b *builder) enter(n *profile.Network) card {
	c := card{network: n}
	if seat, ok := b.m.engine.Seat(n); ok {
		c.point, c.region = &index.Point{Lat: seat.Lat, Lon: seat.Lon}, seat.Region
	}
	concepts, terms := map[vocabulary.Ref]*entry{}, map[string]*entry{}
	b.enterTags(&c, concepts)
	for _, tf := range textFacts(n) {
		f := c.addFact(tf.field, tf.text)
		for _, term := range b.m.termsOf(tf.text, tf.lang) {
			entryOf(terms, term).add(tf.weight, f)
		}
		if weight := b.m.conceptWeight(tf.field); weight > 0 {
			for _, mention := range b.m.vocabulary.Find(tf.text) {
				// Hidden labels are for those who ask: in running text they hint at
				// too much.
				if mention.Hidden {
					continue
				}
				addWithBroader(concepts, mention.Concept, weight, f)
			}
		}
	}
	b.concepts, b.terms = append(b.concepts, concepts), append(b.terms, terms)
	for _, scheme := range vocabulary.Schemes {
		b.lengths[scheme] = append(b.lengths[scheme], sumOf(concepts, func(r vocabulary.Ref) bool { return r.Scheme == scheme }))
	}
	b.lengths[""] = append(b.lengths[""], sumOf(terms, func(string) bool { return true }))
	return c
}

func (b *builder) enterTags(c *card, concepts map[vocabulary.Ref]*entry) {
	tags, _ := b.m.vocabulary.Tag(c.network)
	for _, t := range tags {
		f := c.addFact(t.Field, t.Fact)
		addWithBroader(concepts, t.Concept, 1, f)
	}
	c.founders = c.network.Kind == profile.StartupContact
	_, c.open = concepts[vocabulary.Ref{Scheme: vocabulary.Industries, ID: "all-industries"}]
	c.open = c.open || len(c.network.Industries) == 0
}

// isFounders tells the target groups that are founders.
func isFounders(c *vocabulary.Concept) bool {
	return c.Scheme == vocabulary.TargetGroups && (c.ID == "start-ups" || c.ID == "founders")
}

// conceptWeight is what a concept named in a field of free text counts against
// one in a list of facts; 0 for fields whose concepts are not read, because the
// lists of facts are read as tags.
func (m *Matcher) conceptWeight(field string) float64 {
	switch field {
	case "name", "aliases":
		return m.model.Name
	case "summary_de", "applications", "value_chain":
		return m.model.Summary
	}
	return 0
}

func addWithBroader(concepts map[vocabulary.Ref]*entry, c *vocabulary.Concept, weight float64, f int) {
	entryOf(concepts, c.Ref).add(weight, f)
	for above := range c.Above() {
		entryOf(concepts, above.Ref).add(weight, f)
	}
}

func entryOf[K comparable](entries map[K]*entry, key K) *entry {
	if entries[key] == nil {
		entries[key] = &entry{}
	}
	return entries[key]
}

func sumOf[K comparable](entries map[K]*entry, counts func(K) bool) float64 {
	sum := 0.0
	for key, e := range entries {
		if counts(key) {
			sum += e.tf
		}
	}
	return sum
}

// collect turns what each network holds into the networks behind each key, in
// the order of their numbers.
func collect[K comparable](perCard []map[K]*entry) map[K][]posting {
	lists := map[K][]posting{}
	for number, entries := range perCard {
		for key, e := range entries {
			lists[key] = append(lists[key], posting{number, e.tf, e.facts})
		}
	}
	return lists
}

// weigh turns frequencies into impacts: BM25 (Robertson and Zaragoza 2009) with
// its inverse document frequency raised to the model's power.
func (m *Matcher) weigh(frequencies []posting, lengths []float64, dilution float64) *list {
	average := 0.0
	for _, l := range lengths {
		average += l / float64(len(lengths))
	}
	l := &list{postings: make([]posting, len(frequencies))}
	for i, p := range frequencies {
		norm := 1 - dilution + dilution*lengths[p.card]/average
		p.impact = p.impact * (m.model.K1 + 1) / (p.impact + m.model.K1*norm)
		l.postings[i] = p
		l.max = max(l.max, p.impact)
	}
	n, df := float64(len(m.cards)), float64(len(frequencies))
	l.idf = math.Pow(math.Log(1+(n-df+0.5)/(df+0.5)), m.model.IDFPower)
	return l
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

// termsOf returns the words of a text and the parts of its compounds, without
// stop words.
func (m *Matcher) termsOf(text string, lang german.Language) []string {
	var terms []string
	for _, t := range m.analyzer.Analyze(text, lang) {
		if !t.Stop {
			terms = append(append(terms, t.Term), partTerms(t)...)
		}
	}
	return terms
}
