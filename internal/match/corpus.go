package match

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"clusterlotse/index"
	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/spelling"
	"clusterlotse/internal/vocabulary"
)

// Corpus holds what the profiles of the living networks say, analysed once and
// without any number of a Model, so that many models can be tried on it. It may
// be used by any number of goroutines at once.
type Corpus struct {
	// Year is the year of our time, by which young companies are told from
	// established ones. NewCorpus takes it from the clock; a test sets its own,
	// before the Corpus is used.
	Year int

	byID       map[string]*profile.Network // ended ones too
	analyzer   *german.Analyzer
	vocabulary *vocabulary.Vocabulary
	gazetteer  *place.Gazetteer
	cards      []card
	concepts   map[vocabulary.Ref]*holders
	terms      map[string]*holders
	lineage    map[*vocabulary.Concept]lineage
	experience experience
	fillers    map[string]bool // the terms of words that say nothing of a firm
	// speller is made when the first word is not known.
	speller func() *spelling.Speller
}

// holders are the networks that hold a concept or word, by their numbers.
type holders struct {
	cards  []int32
	counts []counts
	// facts of each that state it: those of the thing itself first, as many as direct
	// says, then those of something narrower.
	facts  [][]int
	direct []int
}

// lineage is what stands above a concept: the nearest first, equal ones by id.
type lineage struct {
	above []ancestor
	tops  []*vocabulary.Concept // the broadest ones, or the concept itself
}

type ancestor struct {
	concept *vocabulary.Concept
	steps   int
}

// NewCorpus analyses the living ones of the networks.
func NewCorpus(networks []*profile.Network, analyzer *german.Analyzer, v *vocabulary.Vocabulary, g *place.Gazetteer) *Corpus {
	c := &Corpus{
		Year: time.Now().Year(), byID: map[string]*profile.Network{}, analyzer: analyzer, vocabulary: v, gazetteer: g,
		lineage: map[*vocabulary.Concept]lineage{}, fillers: readFillers(analyzer),
	}
	for _, scheme := range vocabulary.Schemes {
		for _, concept := range v.Concepts(scheme) {
			c.lineage[concept] = lineageOf(concept)
		}
	}
	var living []*profile.Network
	for _, n := range networks {
		c.byID[n.ID] = n
		if !n.Ended() {
			living = append(living, n)
		}
	}
	c.fill(c.analyze(living))
	c.speller = sync.OnceValue(c.newSpeller)
	c.Remember(DefaultCases())
	return c
}

// fill takes the pages, and nothing but them.
func (c *Corpus) fill(pages []*page) {
	c.cards = make([]card, 0, len(pages))
	c.concepts, c.terms = map[vocabulary.Ref]*holders{}, map[string]*holders{}
	for _, p := range pages {
		c.enter(p)
	}
}

func lineageOf(c *vocabulary.Concept) lineage {
	var l lineage
	for above, steps := range c.Above() {
		l.above = append(l.above, ancestor{above, steps})
	}
	slices.SortFunc(l.above, func(x, y ancestor) int {
		return cmp.Or(cmp.Compare(x.steps, y.steps), cmp.Compare(x.concept.Scheme, y.concept.Scheme), cmp.Compare(x.concept.ID, y.concept.ID))
	})
	for _, a := range l.above {
		if len(a.concept.Broader()) == 0 {
			l.tops = append(l.tops, a.concept)
		}
	}
	if len(l.tops) == 0 {
		l.tops = []*vocabulary.Concept{c}
	}
	return l
}

// analyze reads the profiles side by side, in their order.
func (c *Corpus) analyze(networks []*profile.Network) []*page {
	pages := make([]*page, len(networks))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, n := range networks {
		group.Go(func() error { pages[i] = c.page(n); return nil })
	}
	_ = group.Wait() // nothing fails
	return pages
}

// page is what one network holds.
type page struct {
	card
	concepts map[vocabulary.Ref]*entry
	terms    map[string]*entry
}

// entry gathers what one network holds of a concept or word: the facts that state
// it, and those that state something narrower.
type entry struct {
	counts
	facts, narrower []int
}

func (c *Corpus) page(n *profile.Network) *page {
	p := &page{card: card{network: n}, concepts: map[vocabulary.Ref]*entry{}, terms: map[string]*entry{}}
	if seat, ok := search.Seat(c.gazetteer, n); ok {
		p.point, p.region = &index.Point{Lat: seat.Lat, Lon: seat.Lon}, seat.Region
	}
	c.readTags(p)
	for _, tf := range textFacts(n) {
		f := p.addFact(tf.field, tf.text)
		for _, term := range c.termsOf(tf.text, tf.lang) {
			addEntry(p.terms, term, inFacts, tf.tenths, f)
		}
		where, ok := partOf(tf.field)
		if !ok {
			continue
		}
		for _, mention := range c.vocabulary.Find(tf.text) {
			// Hidden labels are for those who ask: in running text they hint at too
			// much.
			if !mention.Hidden {
				c.addWithBroader(p, mention.Concept, where, f)
			}
		}
	}
	return p
}

func (c *Corpus) readTags(p *page) {
	tags, _ := c.vocabulary.Tag(p.network)
	for _, t := range tags {
		f := p.addFact(t.Field, t.Fact)
		c.addWithBroader(p, t.Concept, inFacts, f)
		if (t.Concept.Scheme == vocabulary.Phases || founderGroups.covers(t.Concept)) && !slices.Contains(p.young, f) {
			p.young = append(p.young, f)
		}
		if !slices.Contains(p.tagged, t.Concept) {
			p.tagged = append(p.tagged, t.Concept)
		}
	}
	for _, t := range p.tagged {
		if t.Scheme != vocabulary.TargetGroups {
			continue
		}
		p.groups = append(p.groups, t)
		if firmGroups.has(t) {
			p.firms = true
		}
	}
	p.founders = p.network.Kind == profile.StartupContact
	_, p.open = p.concepts[everyField]
}

func (c *Corpus) addWithBroader(p *page, concept *vocabulary.Concept, where part, f int) {
	addEntry(p.concepts, concept.Ref, where, 1, f)
	for _, a := range c.lineage[concept].above {
		addEntry(p.concepts, a.concept.Ref, inherited, 1, f)
	}
}

func addEntry[K comparable](entries map[K]*entry, key K, where part, count float64, f int) {
	e := entries[key]
	if e == nil {
		e = &entry{}
		entries[key] = e
	}
	e.counts[where] += count
	facts := &e.facts
	if where == inherited {
		facts = &e.narrower
	}
	if !slices.Contains(*facts, f) {
		*facts = append(*facts, f)
	}
}

// enter adds a network behind those that are there.
func (c *Corpus) enter(p *page) {
	number := int32(len(c.cards))
	c.cards = append(c.cards, p.card)
	for ref, e := range p.concepts {
		hold(c.concepts, ref, number, e)
	}
	for term, e := range p.terms {
		hold(c.terms, term, number, e)
	}
}

func hold[K comparable](all map[K]*holders, key K, number int32, e *entry) {
	h := all[key]
	if h == nil {
		h = &holders{}
		all[key] = h
	}
	facts := slices.Clone(e.facts)
	for _, f := range e.narrower {
		if !slices.Contains(facts, f) {
			facts = append(facts, f)
		}
	}
	h.cards, h.counts = append(h.cards, number), append(h.counts, e.counts)
	h.facts, h.direct = append(h.facts, facts), append(h.direct, len(e.facts))
}

// termsOf returns the words of a text and the parts of its compounds, without
// stop words.
func (c *Corpus) termsOf(text string, lang german.Language) []string {
	var terms []string
	for _, t := range c.analyzer.Analyze(text, lang) {
		if t.Stop {
			continue
		}
		terms = append(terms, t.Term)
		for _, p := range t.Pieces() {
			terms = append(terms, p.Term)
		}
	}
	return terms
}
