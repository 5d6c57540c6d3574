package vocabulary

import (
	"slices"
	"strings"

	"clusterlotse/index/german"
)

// lackReach is how many words before a label a word of lack may stand: "finden
// einfach keine guten jungen Fahrer".
const lackReach = 4

// sentenceEnds are the signs that always end a clause.
const sentenceEnds = ".;:!?\n"

// clause is a run of tokens in which a word of seeking reaches a label.
type clause struct {
	// from and to bound its tokens; an empty clause holds none.
	from, to int
	// seeks says that it seeks all its labels, gets that it does behind a lack.
	seeks, gets bool
	// behind is the first token that is sought by a word before it, at least to
	// when there is none.
	behind int
}

// takeSought notes a mention of a sought label. It begins at from, so that
// "finden keine Fahrer" is not read as ruling drivers out, unless its scheme has
// taken words behind that.
func (f *finder) takeSought(m Mention, from int) {
	if f.covered[m.Concept.Scheme] <= from {
		m.Start = min(m.Start, from)
	}
	f.covered[m.Concept.Scheme] = m.End
	i := len(f.mentions)
	for i > 0 && f.mentions[i-1].Start > m.Start {
		i--
	}
	f.mentions = slices.Insert(f.mentions, i, m)
}

// sought tells whether the label at f.tokens[i] is sought, and from which byte:
// that of the word of lack that makes it so, else that of the label. Whether the
// asker rules out what is sought ("suchen keine Investoren") is left to others.
func (f *finder) sought(i int) (from int, ok bool) {
	if f.clause.to <= i || f.clause.from > i {
		f.clause = f.clauseAround(i)
	}
	c := f.clause
	if f.belongs(i, c.from) {
		return 0, false
	}
	if c.gets {
		for j := i - 1; j >= max(c.from, i-lackReach); j-- {
			if f.role(j)&lack != 0 {
				return f.tokens[j].Start, true
			}
		}
	}
	return f.tokens[i].Start, c.seeks || c.behind <= i
}

// role gives the roles of f.tokens[i].
func (f *finder) role(i int) seekRole { return f.seek.at(f.tokens, i) }

// belongs tells whether the noun at f.tokens[i] is somebody's own, or one on
// whose behalf something else is sought.
func (f *finder) belongs(i, from int) bool {
	if i == from {
		return false
	}
	before := f.role(i - 1)
	if before&owner != 0 || f.benefits(i-1, from) {
		return true
	}
	if i-1 == from {
		return false
	}
	return before&article != 0 && f.benefits(i-2, from) || isNumber(f.tokens[i-1].Text) && f.role(i-2)&companion != 0
}

// benefits tells whether f.tokens[i] is a benefiter, and not the end of "looking
// for".
func (f *finder) benefits(i, from int) bool {
	return f.role(i)&benefiter != 0 && (i == from || f.seek[joinTerms(f.tokens[i-1:i+1])] == 0)
}

// clauseAround returns the clause of f.tokens[i] and what seeks in it.
func (f *finder) clauseAround(i int) clause {
	c := clause{from: i, to: i + 1, behind: len(f.tokens)}
	for c.from > 0 && !f.isBorder(c.from) {
		c.from--
	}
	for c.to < len(f.tokens) && !f.isBorder(c.to) {
		c.to++
	}
	var all seekRole
	stands := f.role(c.from)&standing != 0
	for j := c.from; j < c.to; j++ {
		role := f.role(j)
		if stands && role&seeker != 0 {
			role = role&^seeker | ahead
		}
		if role&ahead != 0 {
			c.behind = min(c.behind, j+1)
		}
		all |= role
	}
	c.seeks = all&seeker != 0 || all&wish != 0 && all&(getter|goer) != 0
	c.gets = all&(getter|haver) != 0
	return c
}

// isBorder tells whether a clause begins at f.tokens[i], which is not the first.
// Commas and joiners bind lists ("suchen Kunden, Lieferanten und Geld") and end
// a clause only where the next word opens one.
func (f *finder) isBorder(i int) bool {
	signs := f.text[f.tokens[i-1].End:f.tokens[i].Start]
	if strings.ContainsAny(signs, sentenceEnds) {
		return true
	}
	comma := strings.Contains(signs, ",")
	if !comma && f.role(i-1)&joiner == 0 {
		return false
	}
	role := f.role(i)
	if !comma || role&(subject|verbs) != 0 {
		return role&(subject|verbs) != 0
	}
	return role&opener != 0 || role&relative != 0 && !f.isItem(i) ||
		role&inlet != 0 && i+1 < len(f.tokens) && f.role(i+1)&relative != 0
}

// isItem tells whether the article f.tokens[i] and the noun behind it are an
// item of a list, and not the beginning of a relative clause: nothing else
// follows in the item.
func (f *finder) isItem(i int) bool {
	if i+1 == len(f.tokens) || !german.IsCapitalised(f.tokens[i+1].Text) {
		return false
	}
	if i+2 == len(f.tokens) {
		return true
	}
	signs := f.text[f.tokens[i+1].End:f.tokens[i+2].Start]
	return strings.ContainsAny(signs, ","+sentenceEnds) || f.role(i+2)&joiner != 0
}

func isNumber(s string) bool { return s[0] >= '0' && s[0] <= '9' }
