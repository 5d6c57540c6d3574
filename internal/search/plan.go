package search

import (
	"clusterlotse/index"
	"clusterlotse/index/german"
)

// How place and status shape the score.
const (
	// nearScaleKm is the distance at which nearness has fallen to 37 %.
	nearScaleKm = 40
	// nearFloor is what a far network keeps of its score.
	nearFloor = 0.25
	// statewideFactor is what a state-wide network keeps: behind a local one of
	// equal fit, before one from the other end of the state.
	statewideFactor = 0.7
	// endedFactor puts ended networks behind every living one that fits at all.
	endedFactor = 0.001
	// partWeight is what a compound's part is worth against the word itself.
	partWeight = 0.5
)

// plan turns an understood request into a query for the engine.
func (e *Engine) plan(r *Request, u understanding) index.Query {
	q := index.Query{
		Clause: clauseOf(u.words),
		Rules:  []index.Rule{{Filter: index.Filter{Field: fieldStatus, Values: []string{statusEnded}}, Factor: endedFactor}},
		Limit:  r.Limit, Offset: r.Offset,
	}
	for _, name := range FilterNames {
		q.Facets = append(q.Facets, index.FacetRequest{Field: name})
		if values := r.Filter(name); len(values) > 0 {
			q.Filters = append(q.Filters, index.Filter{Field: name, Values: values})
		}
	}
	if u.Place != nil {
		center := index.Point{Lat: u.Place.Lat, Lon: u.Place.Lon}
		statewide := &index.Filter{Field: fieldReach, Values: []string{"statewide"}}
		q.Near = &index.Near{
			Center: center, ScaleKm: nearScaleKm, Floor: nearFloor,
			Exempt: statewide, ExemptFactor: statewideFactor,
		}
		if r.RadiusKm > 0 {
			q.Within = &index.Circle{Center: center, Km: r.RadiusKm}
		}
	}
	return q
}

// clauseOf asks for every word in every field; the more words match, the higher
// the sum. It is nil for no words, which lists everything.
func clauseOf(words []word) *index.Clause {
	if len(words) == 0 {
		return nil
	}
	c := &index.Clause{Op: index.OpSum, MinMatch: 1}
	for _, w := range words {
		c.Children = append(c.Children, wordClause(w))
	}
	return c
}

// wordClause finds one word: in any field by its term, and as a part of
// compounds; a query compound by all its parts together.
func wordClause(w word) index.Clause {
	any := index.Clause{Op: index.OpAny, Label: w.surface}
	any.Children = append(any.Children, fieldsClause(w.german, w.english, 1))
	if len(w.parts) > 0 {
		all := index.Clause{Op: index.OpAll, Boost: partWeight}
		for _, p := range w.parts {
			all.Children = append(all.Children, fieldsClause(p, p, 1))
		}
		any.Children = append(any.Children, all)
	}
	return any
}

func fieldsClause(inGerman, inEnglish string, boost float64) index.Clause {
	sum := index.Clause{Op: index.OpSum, MinMatch: 1, Boost: boost}
	for _, f := range textFields {
		term := inGerman
		if f.lang == german.English {
			term = inEnglish
		}
		sum.Children = append(sum.Children,
			index.Clause{Op: index.OpTerm, Field: f.name, Term: term, Boost: f.weight},
			index.Clause{Op: index.OpTerm, Field: f.name + partsSuffix, Term: term, Boost: f.weight * partWeight})
	}
	return sum
}
