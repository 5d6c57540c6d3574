package bleveindex

import "clusterlotse/index"

// test is an index.Filter made ready for one generation. The zero test, like a
// filter without values, lets everything through.
type test struct {
	field  *keywordField // nil when no document has it
	wanted []bool        // by number of a value
	not    bool
	empty  bool // the filter has no values
}

func (c *columns) test(f index.Filter) test {
	t := test{field: c.keywords[f.Field], not: f.Not, empty: len(f.Values) == 0}
	if t.field == nil || t.empty {
		return t
	}
	t.wanted = make([]bool, len(t.field.values))
	for _, v := range f.Values {
		if n, ok := t.field.number[v]; ok {
			t.wanted[n] = true
		}
	}
	return t
}

// lets tells whether the document passes.
func (t *test) lets(doc uint32) bool {
	if t.empty {
		return true
	}
	if t.field != nil {
		for _, v := range t.field.of(doc) {
			if t.wanted[v] {
				return !t.not
			}
		}
	}
	return t.not
}

// What gate.check answers besides the number of a group.
const (
	passed  = -1 // every filter lets the document through
	blocked = -2 // filters on more than one field hold it back
)

// gate is all the filters of a query, grouped by field.
type gate struct {
	groups [][]test
	number map[string]int // of a field: its place in groups
}

func (c *columns) gate(filters []index.Filter) *gate {
	g := &gate{number: make(map[string]int, len(filters))}
	for _, f := range filters {
		n, ok := g.number[f.Field]
		if !ok {
			n = len(g.groups)
			g.number[f.Field] = n
			g.groups = append(g.groups, nil)
		}
		g.groups[n] = append(g.groups[n], c.test(f))
	}
	return g
}

// check answers passed, blocked, or the number of the only group that holds the
// document back: facets on that group's field still count it.
func (g *gate) check(doc uint32) int {
	verdict := passed
	for n := range g.groups {
		for i := range g.groups[n] {
			if g.groups[n][i].lets(doc) {
				continue
			}
			if verdict != passed {
				return blocked
			}
			verdict = n
			break
		}
	}
	return verdict
}

// rule is an index.Rule made ready.
type rule struct {
	test
	factor float64
}

func (c *columns) rules(rules []index.Rule) []rule {
	out := make([]rule, len(rules))
	for i, r := range rules {
		out[i] = rule{c.test(r.Filter), r.Factor}
	}
	return out
}

// factor is the product of the rules that apply to the document, 1 for none.
func factor(rules []rule, doc uint32) float64 {
	f := 1.0
	for i := range rules {
		if rules[i].lets(doc) {
			f *= rules[i].factor
		}
	}
	return f
}
