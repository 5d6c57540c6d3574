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
	unit    float64   // what one mention counts in a Corpus
}

// postings find the networks that hold a concept or word.
type postings struct {
	concepts map[vocabulary.Ref]*list
	terms    map[string]*list
	// averages are the mean lengths in each scheme, and under "" in words.
	averages map[string]float64
}

// wordUnit is what one word in a field of full weight counts in a Corpus.
const wordUnit = 10

// weigh turns the counts of a corpus into impacts: BM25 (Robertson and Zaragoza
// 2009) with its inverse document frequency raised to the model's power.
func (m *Model) weigh(c *Corpus) postings {
	p := postings{make(map[vocabulary.Ref]*list, len(c.concepts)), make(map[string]*list, len(c.terms)), map[string]float64{}}
	norms := map[string][]float64{}
	for scheme, lengths := range c.lengths {
		norms[scheme] = p.norms(m, scheme, lengths)
	}
	size := 0
	for _, h := range c.concepts {
		size += len(h.cards)
	}
	for _, h := range c.terms {
		size += len(h.cards)
	}
	w := weigher{m, make([]float64, 0, size), float64(len(c.cards))}
	for ref, h := range c.concepts {
		p.concepts[ref] = w.weigh(h, norms[ref.Scheme], 1)
	}
	for term, h := range c.terms {
		p.terms[term] = w.weigh(h, norms[""], wordUnit)
	}
	return p
}

// norms are how much the length of each network dilutes what it says.
func (p *postings) norms(m *Model, scheme string, lengths []counts) []float64 {
	var sum counts
	for _, l := range lengths {
		sum.add(l)
	}
	p.averages[scheme] = m.frequency(sum) / float64(len(lengths))
	norms := make([]float64, len(lengths))
	for i, l := range lengths {
		norms[i] = p.norm(m, scheme, l)
	}
	return norms
}

// norm is how much a length dilutes, 1 for an average one.
func (p *postings) norm(m *Model, scheme string, length counts) float64 {
	if p.averages[scheme] == 0 {
		return 1
	}
	return 1 + m.dilution(scheme)*(m.frequency(length)/p.averages[scheme]-1)
}

// impact is the share of BM25 without the inverse document frequency.
func (m *Model) impact(tf, norm float64) float64 {
	if tf == 0 {
		return 0
	}
	return tf * (m.K1 + 1) / (tf + m.K1*norm)
}

type weigher struct {
	model *Model
	slab  []float64 // room for all impacts
	n     float64   // of networks
}

func (w *weigher) weigh(h *holders, norms []float64, unit float64) *list {
	l := &list{holders: h, unit: unit}
	start := len(w.slab)
	for i, number := range h.cards {
		impact := w.model.impact(w.model.frequency(h.counts[i])/unit, norms[number])
		w.slab = append(w.slab, impact)
		l.max = max(l.max, impact)
	}
	l.impacts = w.slab[start:len(w.slab):len(w.slab)]
	df := float64(len(h.cards))
	l.idf = math.Pow(math.Log(1+(w.n-df+0.5)/(df+0.5)), w.model.IDFPower)
	return l
}
