package match

import (
	"math"

	"clusterlotse/internal/vocabulary"
)

// list is what stands behind a concept or word: the networks that hold it, and
// how much each does by the model.
type list struct {
	*holders
	idf     float64   // to the model's power
	max     float64   // the highest impact
	impacts []float64 // of BM25, without the inverse document frequency
}

// postings find the networks that hold a concept or word.
type postings struct {
	concepts map[vocabulary.Ref]*list
	terms    map[string]*list
}

// wordUnit is what one word in a field of full weight counts in a Corpus.
const wordUnit = 10

// weigh turns the counts of a corpus into impacts: BM25 (Robertson and Zaragoza
// 2009) with its inverse document frequency raised to the model's power.
func (m *Model) weigh(c *Corpus) postings {
	p := postings{make(map[vocabulary.Ref]*list, len(c.concepts)), make(map[string]*list, len(c.terms))}
	size := 0
	for _, h := range c.concepts {
		size += len(h.cards)
	}
	for _, h := range c.terms {
		size += len(h.cards)
	}
	w := weigher{m, make([]float64, 0, size), float64(len(c.cards))}
	for ref, h := range c.concepts {
		p.concepts[ref] = w.weigh(h, 1, m.IDFPower)
	}
	for term, h := range c.terms {
		p.terms[term] = w.weigh(h, wordUnit, m.WordIDFPower)
	}
	return p
}

// impact is the share of BM25 without the inverse document frequency.
func (m *Model) impact(tf float64) float64 {
	if tf == 0 {
		return 0
	}
	return tf * (m.K1 + 1) / (tf + m.K1)
}

type weigher struct {
	model *Model
	slab  []float64 // room for all impacts
	n     float64   // of networks
}

func (w *weigher) weigh(h *holders, unit, power float64) *list {
	l := &list{holders: h}
	start := len(w.slab)
	for _, n := range h.counts {
		impact := w.model.impact(w.model.frequency(n) / unit)
		w.slab = append(w.slab, impact)
		l.max = max(l.max, impact)
	}
	l.impacts = w.slab[start:len(w.slab):len(w.slab)]
	df := float64(len(h.cards))
	l.idf = math.Pow(math.Log(1+(w.n-df+0.5)/(df+0.5)), power)
	return l
}
