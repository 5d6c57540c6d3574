package search

import (
	"clusterlotse/index"
	"clusterlotse/index/german"
	"clusterlotse/internal/vocabulary"
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
)

// What the ways to match a word are worth against the word itself.
const (
	partWeight        = 0.5 // the word is a part of a compound in the profile
	allPartsWeight    = 0.5 // all parts of the compound stand in the profile
	conceptWeight     = 1.2 // the profile carries the concept
	conceptNameWeight = 1.0 // the network's name names the concept
	conceptTextWeight = 0.4 // the summary or an activity names the concept
	broaderWeight     = 0.3 // the profile carries the broader concept
	labelWordWeight   = 0.5 // a single word of a label of several words
	minorWordWeight   = 0.4 // a word that is no noun
	placeWordWeight   = 0.6 // the place stands in the profile's text
	togetherWeight    = 0.5 // all units match
)

// maxUnits bounds the clauses of a query: what stands behind is not searched.
const maxUnits = 24

// plan turns an understood request into a query for the engine.
func (e *Engine) plan(r *Request, u understanding) index.Query {
	q := index.Query{
		Clause: e.clause(r, u),
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
		e.planPlace(r, u, &q)
	}
	return q
}

// planPlace lets networks near the asker come first.
func (e *Engine) planPlace(r *Request, u understanding, q *index.Query) {
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

// clause asks for every unit; the more of them match, the higher the sum. It is
// nil for no words, which lists everything. A query that names nothing but a
// place finds everything, those first that name it or are near.
func (e *Engine) clause(_ *Request, u understanding) *index.Clause {
	sum := &index.Clause{Op: index.OpSum, MinMatch: 1}
	units := u.units[:min(len(u.units), maxUnits)]
	for _, unit := range units {
		sum.Children = append(sum.Children, e.unitClause(unit))
	}
	if len(units) > 1 {
		sum.Children = append(sum.Children, index.Clause{Op: index.OpAll, Boost: togetherWeight, Children: sum.Children[:len(units):len(units)]})
	}
	if len(units) == 0 && u.Place != nil {
		sum.Children = append(sum.Children,
			index.Clause{Op: index.OpKeyword, Field: fieldStatus, Term: statusLiving},
			index.Clause{Op: index.OpKeyword, Field: fieldStatus, Term: statusEnded})
	}
	if len(sum.Children) == 0 {
		return nil
	}
	return withPlaceWords(sum, u.placeWords)
}

// withPlaceWords adds the place's name to a clause without letting documents
// through that match nothing else.
func withPlaceWords(sum *index.Clause, words []word) *index.Clause {
	if len(words) == 0 {
		return sum
	}
	names := index.Clause{Op: index.OpSum, MinMatch: 1, Boost: placeWordWeight}
	for _, w := range words {
		names.Children = append(names.Children, fieldsClause(w.german, w.english, 1))
	}
	both := index.Clause{Op: index.OpAll, Children: []index.Clause{*sum, names}}
	return &index.Clause{Op: index.OpAny, Children: []index.Clause{*sum, both}}
}

// unitClause finds a unit by its words, by the compound they make, and by its
// concepts.
func (e *Engine) unitClause(u unit) index.Clause {
	sum := index.Clause{Op: index.OpSum, MinMatch: 1}
	whole := len(u.words) > 1
	for _, w := range u.words {
		c := e.wordClause(w)
		if whole {
			c.Boost *= labelWordWeight
		}
		sum.Children = append(sum.Children, c)
	}
	for _, j := range u.joined {
		sum.Children = append(sum.Children, fieldsClause(j.german, j.english, 1))
	}
	if len(u.mentions) > 0 {
		best := index.Clause{Op: index.OpAny}
		for _, m := range u.mentions {
			best.Children = append(best.Children, conceptClause(m.Concept))
		}
		sum.Children = append(sum.Children, best)
	}
	return sum
}

// wordClause finds one word: in any field by its term, and as a part of
// compounds; a query compound by all its parts together, each of them as a word
// or as a concept.
func (e *Engine) wordClause(w word) index.Clause {
	exact := fieldsClause(w.german, w.english, 1)
	if len(w.parts) == 0 {
		exact.Boost = w.weight
		return exact
	}
	all := index.Clause{Op: index.OpAll, Boost: allPartsWeight}
	for i, p := range w.parts {
		part := index.Clause{Op: index.OpAny, Children: []index.Clause{fieldsClause(p, p, 1)}}
		for _, m := range e.vocabulary.Find(w.partTexts[i]) {
			part.Children = append(part.Children, conceptClause(m.Concept))
		}
		all.Children = append(all.Children, part)
	}
	return index.Clause{Op: index.OpAny, Boost: w.weight, Children: []index.Clause{exact, all}}
}

// conceptClause finds the profiles that carry a concept or a narrower one, and
// less the broader one.
func conceptClause(c *vocabulary.Concept) index.Clause {
	term := conceptTerm(c)
	sum := index.Clause{Op: index.OpSum, MinMatch: 1, Boost: conceptWeight, Children: []index.Clause{
		{Op: index.OpTerm, Field: fieldConcept, Term: term},
		{Op: index.OpTerm, Field: fieldConceptName, Term: term, Boost: conceptNameWeight},
		{Op: index.OpTerm, Field: fieldConceptText, Term: term, Boost: conceptTextWeight},
	}}
	if len(c.Broader()) == 0 {
		return sum
	}
	any := index.Clause{Op: index.OpAny, Children: []index.Clause{sum}}
	for _, b := range c.Broader() {
		any.Children = append(any.Children, index.Clause{Op: index.OpTerm, Field: fieldConceptOwn, Term: conceptTerm(b), Boost: broaderWeight})
	}
	return any
}

// fieldsClause finds a term in any text field, as a word and as a part.
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
