package bleveindex

import (
	"context"
	"fmt"

	"clusterlotse/index"
)

// list is the outcome of a clause: documents with their scores, in any order.
type list struct {
	docs   []uint32
	scores []float64 // beside docs; nil means 1 for each
	boost  float64   // times every score
	from   *sums     // lent by the evaluation, nil for postings
}

func (l list) score(i int) float64 {
	if l.scores == nil {
		return l.boost
	}
	return l.boost * l.scores[i]
}

// sums adds up the children of one clause, by document.
type sums struct {
	score []float64
	count []uint32 // how many children matched; 0 outside docs
	docs  []uint32 // the documents any child matched
	out   []float64
}

func (a *sums) add(l list) {
	for i, d := range l.docs {
		if a.count[d]++; a.count[d] == 1 {
			a.docs = append(a.docs, d)
			a.score[d] = l.score(i)
		} else {
			a.score[d] += l.score(i)
		}
	}
}

func (a *sums) best(l list) {
	for i, d := range l.docs {
		s := l.score(i)
		if a.count[d]++; a.count[d] == 1 {
			a.docs = append(a.docs, d)
			a.score[d] = s
		} else if s > a.score[d] {
			a.score[d] = s
		}
	}
}

// raise adds to documents that matched already.
func (a *sums) raise(l list) {
	for i, d := range l.docs {
		if a.count[d] > 0 {
			a.score[d] += l.score(i)
		}
	}
}

// coordinate multiplies every score by 1 − coord + coord·matched/children.
func (a *sums) coordinate(coord float64, children int) {
	for _, d := range a.docs {
		a.score[d] *= 1 - coord + coord*float64(a.count[d])/float64(children)
	}
}

// finish keeps the documents that need children matched, and clears the rest.
func (a *sums) finish(need int, boost float64) list {
	kept := a.docs[:0]
	a.out = a.out[:0]
	for _, d := range a.docs {
		if int64(a.count[d]) >= int64(need) {
			kept = append(kept, d)
			a.out = append(a.out, a.score[d])
		}
		a.count[d] = 0
	}
	a.docs = kept
	return list{docs: kept, scores: a.out, boost: boost, from: a}
}

// evaluation runs one clause tree over one generation.
type evaluation struct {
	ctx context.Context
	*columns
	*scratch
}

// clause returns what a clause matches. The list is valid until it is given
// back with done.
func (e *evaluation) clause(c *index.Clause) (list, error) {
	switch c.Op {
	case index.OpTerm:
		if f := e.text[c.Field]; f != nil {
			p := f.terms[c.Term]
			return list{docs: p.docs, scores: p.impacts, boost: boost(c)}, nil
		}
		return list{}, nil
	case index.OpKeyword:
		if f := e.keywords[c.Field]; f != nil {
			if v, ok := f.number[c.Term]; ok {
				return list{docs: f.docs[v], boost: boost(c)}, nil
			}
		}
		return list{}, nil
	case index.OpAny, index.OpSum, index.OpAll, index.OpLead:
		return e.inner(c)
	}
	return list{}, fmt.Errorf("bleveindex: unknown operation %d", c.Op)
}

func (e *evaluation) inner(c *index.Clause) (list, error) {
	if err := e.ctx.Err(); err != nil {
		return list{}, err
	}
	a := e.take()
	for i := range c.Children {
		l, err := e.clause(&c.Children[i])
		if err != nil {
			e.done(a.finish(0, 1))
			return list{}, err
		}
		switch {
		case c.Op == index.OpAny:
			a.best(l)
		case c.Op == index.OpLead && i > 0:
			a.raise(l)
		default:
			a.add(l)
		}
		e.done(l)
	}
	if c.Op == index.OpSum && c.Coord != 0 {
		a.coordinate(c.Coord, len(c.Children))
	}
	return a.finish(need(c), boost(c)), nil
}

// need is how many children of an inner clause must match.
func need(c *index.Clause) int {
	switch c.Op {
	case index.OpSum:
		return max(1, c.MinMatch)
	case index.OpAll:
		return max(1, len(c.Children))
	}
	return 1
}

func boost(c *index.Clause) float64 {
	if c.Boost == 0 {
		return 1
	}
	return c.Boost
}

// scratch is the memory searches of one generation reuse.
type scratch struct {
	documents int
	free      []*sums
}

func newScratch(documents int) *scratch { return &scratch{documents: documents} }

func (s *scratch) take() *sums {
	if n := len(s.free); n > 0 {
		a := s.free[n-1]
		s.free = s.free[:n-1]
		a.docs = a.docs[:0]
		return a
	}
	return &sums{score: make([]float64, s.documents), count: make([]uint32, s.documents)}
}

// done gives a list's memory back.
func (s *scratch) done(l list) {
	if l.from != nil {
		s.free = append(s.free, l.from)
	}
}
