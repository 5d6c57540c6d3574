package bleveindex

import (
	"slices"

	"clusterlotse/index"
)

// explain reports every labelled clause that matches the document, parents
// before their children.
func (e *evaluation) explain(c *index.Clause, doc uint32) []index.Explanation {
	var out []index.Explanation
	e.visit(c, doc, &out)
	return out
}

// visit scores one clause for one document, as clause does for all, and adds
// the explanations of the clause and its children.
func (e *evaluation) visit(c *index.Clause, doc uint32, out *[]index.Explanation) (score float64, ok bool) {
	own := len(*out)
	if c.Label != "" {
		*out = append(*out, index.Explanation{Label: c.Label})
	}
	if score, ok = e.leaf(c, doc); !ok {
		score, ok = e.children(c, doc, out)
	}
	score *= boost(c)
	switch {
	case c.Label == "":
	case ok:
		(*out)[own].Score = score
	default:
		*out = slices.Delete(*out, own, own+1)
	}
	return score, ok
}

// leaf scores a clause without children, before its boost.
func (e *evaluation) leaf(c *index.Clause, doc uint32) (float64, bool) {
	switch c.Op {
	case index.OpTerm:
		if f := e.text[c.Field]; f != nil {
			p := f.terms[c.Term]
			if i, ok := slices.BinarySearch(p.docs, doc); ok {
				return p.impacts[i], true
			}
		}
	case index.OpKeyword:
		if f := e.keywords[c.Field]; f != nil {
			if v, ok := f.number[c.Term]; ok {
				_, ok = slices.BinarySearch(f.docs[v], doc)
				return 1, ok
			}
		}
	}
	return 0, false
}

// children scores an inner clause, before its boost. A leaf has none.
func (e *evaluation) children(c *index.Clause, doc uint32, out *[]index.Explanation) (float64, bool) {
	if c.Op == index.OpTerm || c.Op == index.OpKeyword {
		return 0, false
	}
	var score float64
	matched := 0
	for i := range c.Children {
		s, ok := e.visit(&c.Children[i], doc, out)
		if !ok {
			continue
		}
		if c.Op == index.OpLead && i > 0 && matched == 0 {
			continue
		}
		matched++
		switch {
		case matched == 1:
			score = s
		case c.Op != index.OpAny:
			score += s
		default:
			score = max(score, s)
		}
	}
	if c.Op == index.OpSum && c.Coord != 0 {
		score *= 1 - c.Coord + c.Coord*float64(matched)/float64(len(c.Children))
	}
	return score, matched >= need(c)
}
