package search

import (
	"sync"

	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// maxFacts is how many networks keep their analysed facts. It is above the size
// of a collection of one state; a larger one recomputes the rarely found.
const maxFacts = 512

// factText is one value of a profile, analysed.
type factText struct {
	text string
	lang german.Language
	// tokens are its words without stop words, mentions the concepts it names.
	tokens   []german.Token
	mentions []vocabulary.Mention
}

// factValues are the values of one key of a profile.
type factValues struct {
	key    string
	weight float64
	values []factText
}

// factCache remembers the analysed facts of networks, the first found being the
// first forgotten. The zero value is ready; it is safe for concurrent use.
type factCache struct {
	mu    sync.Mutex
	facts map[*profile.Network][]factValues
	order []*profile.Network
	next  int // of order, the one that is forgotten next
}

// facts returns the analysed facts of a network in the order of the fields.
// They are shared and must not be changed.
func (e *Engine) facts(n *profile.Network) []factValues {
	if facts, ok := e.factCache.get(n); ok {
		return facts
	}
	// Two searches may both compute them; they get the same.
	facts := e.analyzeFacts(n)
	e.factCache.put(n, facts)
	return facts
}

func (e *Engine) analyzeFacts(n *profile.Network) []factValues {
	var list []factValues
	for _, f := range textFields {
		for _, fact := range f.facts {
			values := factValues{key: fact.key, weight: f.weight}
			for _, text := range fact.values(n) {
				values.values = append(values.values, e.analyzeFact(text, f.lang))
			}
			if len(values.values) > 0 {
				list = append(list, values)
			}
		}
	}
	return list
}

func (e *Engine) analyzeFact(text string, lang german.Language) factText {
	fact := factText{text: text, lang: lang, mentions: e.vocabulary.Find(text)}
	for _, t := range e.analyzer.Analyze(text, lang) {
		if !t.Stop {
			fact.tokens = append(fact.tokens, t)
		}
	}
	return fact
}

func (c *factCache) get(n *profile.Network) ([]factValues, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	facts, ok := c.facts[n]
	return facts, ok
}

func (c *factCache) put(n *profile.Network, facts []factValues) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.facts == nil {
		c.facts = map[*profile.Network][]factValues{}
	}
	if _, ok := c.facts[n]; ok {
		return
	}
	c.facts[n] = facts
	if len(c.order) < maxFacts {
		c.order = append(c.order, n)
		return
	}
	delete(c.facts, c.order[c.next])
	c.order[c.next] = n
	c.next = (c.next + 1) % maxFacts
}
