package search

import (
	"clusterlotse/index"
	"clusterlotse/index/german"
	"clusterlotse/internal/vocabulary"
)

// ranking is how much each way to match is worth. The values are few, round and
// the same for all queries; ARCHITECTURE.md says what each of them brings.
type ranking struct {
	// What the ways to match a word are worth against the word itself.
	Part        float64 // the word is a part of a compound in the profile
	AllParts    float64 // all parts of the compound stand in one field
	Concept     float64 // the profile carries the concept
	ConceptName float64 // the network's name names the concept, times Concept
	ConceptText float64 // the summary or an activity does, times Concept
	Broader     float64 // the profile carries the broader concept, times Concept
	Own         float64 // a fact names the concept itself and not a narrower one, times Concept
	Group       float64 // the concept is a target group, times Concept
	Agree       float64 // share of the sum over all concepts of a word, against the best
	Hidden      float64 // the word only hints at the concept, times Concept
	LabelWord   float64 // a single word of a label of several words
	MinorWord   float64 // a word that is no noun
	PlaceWord   float64 // the place stands in the profile's text
	Together    float64 // how much fewer units than all lower the sum, 0 to 1

	// NearScaleKm is the distance at which nearness has fallen to 37 %, NearFloor
	// what a far network keeps of its score, Statewide what a state-wide one
	// keeps: behind a local one of equal fit, before one from the other end of
	// the state. Offset is the share of an area's radius within which everything
	// is equally near.
	NearScaleKm, NearFloor, Statewide, Offset float64
	// Ended puts ended networks behind every living one that fits at all.
	Ended float64
}

var weight = ranking{
	Part: 0.5, AllParts: 0.5, Concept: 1.8, ConceptName: 1, ConceptText: 0.6, Broader: 0.2, Own: 0.6, Group: 0.4, Agree: 0.7, Hidden: 0.5,
	LabelWord: 0.5, MinorWord: 0.4, PlaceWord: 0.6, Together: 1,
	NearScaleKm: 25, NearFloor: 0.2, Statewide: 0.4, Offset: 0.5, Ended: 0.001,
}

// maxUnits bounds the clauses of a query: what stands behind is not searched.
const maxUnits = 24

// plan turns an understood request into a query for the engine.
func (e *Engine) plan(r *Request, u understanding) index.Query {
	q := index.Query{
		Clause: e.clause(r, u),
		Rules:  []index.Rule{{Filter: index.Filter{Field: fieldStatus, Values: []string{statusEnded}}, Factor: e.weight.Ended}},
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
		Center: center, OffsetKm: e.weight.Offset * u.Place.RadiusKm, ScaleKm: e.weight.NearScaleKm, Floor: e.weight.NearFloor,
		Exempt: statewide, ExemptFactor: e.weight.Statewide,
	}
	if r.RadiusKm > 0 {
		q.Within = &index.Circle{Center: center, Km: r.RadiusKm}
	}
}

// clause asks for every unit; the more of them match, the higher the sum. It is
// nil for no words, which lists everything. A query that names nothing but a
// place finds everything, those first that name it or are near.
func (e *Engine) clause(_ *Request, u understanding) *index.Clause {
	sum := &index.Clause{Op: index.OpSum, Coord: e.weight.Together}
	units := u.units[:min(len(u.units), maxUnits)]
	for _, unit := range units {
		sum.Children = append(sum.Children, e.unitClause(unit))
	}
	if len(units) == 0 && u.Place != nil {
		sum.Children = append(sum.Children,
			index.Clause{Op: index.OpKeyword, Field: fieldStatus, Term: statusLiving},
			index.Clause{Op: index.OpKeyword, Field: fieldStatus, Term: statusEnded})
	}
	if len(sum.Children) == 0 {
		return nil
	}
	return e.withPlaceWords(sum, u.placeWords)
}

// withPlaceWords adds the place's name to a clause without letting documents
// through that match nothing else.
func (e *Engine) withPlaceWords(sum *index.Clause, words []word) *index.Clause {
	if len(words) == 0 {
		return sum
	}
	names := index.Clause{Op: index.OpSum, MinMatch: 1, Boost: e.weight.PlaceWord}
	for _, w := range words {
		names.Children = append(names.Children, e.fieldsClause(w.german, w.english, 1))
	}
	return &index.Clause{Op: index.OpLead, Children: []index.Clause{*sum, names}}
}

// unitClause finds a unit by its words, by the compound they make, and by its
// concepts.
func (e *Engine) unitClause(u unit) index.Clause {
	sum := index.Clause{Op: index.OpSum, MinMatch: 1}
	whole := len(u.words) > 1
	for _, w := range u.words {
		c := e.wordClause(w)
		if whole {
			c.Boost *= e.weight.LabelWord
		}
		sum.Children = append(sum.Children, c)
	}
	for _, j := range u.joined {
		sum.Children = append(sum.Children, e.fieldsClause(j.german, j.english, 1))
	}
	if len(u.mentions) > 0 {
		sum.Children = append(sum.Children, e.mentionsClause(u.mentions))
	}
	return sum
}

// wordClause finds one word: in any field by its term, and as a part of
// compounds; a query compound by all its parts together.
func (e *Engine) wordClause(w word) index.Clause {
	exact := e.fieldsClause(w.german, w.english, 1)
	if len(w.parts) == 0 {
		exact.Boost = w.weight
		return exact
	}
	return index.Clause{Op: index.OpAny, Boost: w.weight, Children: []index.Clause{exact, e.allPartsClause(w.parts)}}
}

// allPartsClause finds all parts of a compound together in one field, as words
// or as parts of others.
func (e *Engine) allPartsClause(parts []string) index.Clause {
	any := index.Clause{Op: index.OpAny, Boost: e.weight.AllParts}
	for _, f := range textFields {
		all := index.Clause{Op: index.OpAll, Boost: f.weight}
		for _, p := range parts {
			all.Children = append(all.Children, index.Clause{Op: index.OpSum, Children: []index.Clause{
				{Op: index.OpTerm, Field: f.name, Term: p},
				{Op: index.OpTerm, Field: f.name + partsSuffix, Term: p, Boost: e.weight.Part},
			}})
		}
		any.Children = append(any.Children, all)
	}
	return any
}

// mentionsClause finds the concepts that stand behind the same words: the best of
// them, and the others on top.
func (e *Engine) mentionsClause(mentions []vocabulary.Mention) index.Clause {
	best := index.Clause{Op: index.OpAny, Boost: 1 - e.weight.Agree}
	all := index.Clause{Op: index.OpSum, Boost: e.weight.Agree}
	for _, m := range mentions {
		c := e.conceptClause(m)
		best.Children, all.Children = append(best.Children, c), append(all.Children, c)
	}
	if len(mentions) == 1 {
		return best.Children[0]
	}
	return index.Clause{Op: index.OpSum, Children: []index.Clause{best, all}}
}

// conceptClause finds the profiles that carry a concept or a narrower one, and
// less the broader one.
func (e *Engine) conceptClause(m vocabulary.Mention) index.Clause {
	c, term := m.Concept, conceptTerm(m.Concept)
	boost := e.weight.Concept
	if c.Scheme == vocabulary.TargetGroups {
		boost *= e.weight.Group
	}
	if m.Hidden {
		boost *= e.weight.Hidden
	}
	sum := index.Clause{Op: index.OpSum, MinMatch: 1, Boost: boost, Children: []index.Clause{
		{Op: index.OpTerm, Field: fieldConcept, Term: term},
		{Op: index.OpTerm, Field: fieldConceptOwn, Term: term, Boost: e.weight.Own},
		{Op: index.OpTerm, Field: fieldConceptName, Term: term, Boost: e.weight.ConceptName},
		{Op: index.OpTerm, Field: fieldConceptText, Term: term, Boost: e.weight.ConceptText},
	}}
	if len(c.Broader()) == 0 {
		return sum
	}
	any := index.Clause{Op: index.OpAny, Children: []index.Clause{sum}}
	for _, b := range c.Broader() {
		any.Children = append(any.Children, index.Clause{Op: index.OpTerm, Field: fieldConceptOwn, Term: conceptTerm(b), Boost: boost * e.weight.Broader})
	}
	return any
}

// fieldsClause finds a term in any text field, as a word and as a part.
func (e *Engine) fieldsClause(inGerman, inEnglish string, boost float64) index.Clause {
	sum := index.Clause{Op: index.OpSum, MinMatch: 1, Boost: boost}
	for _, f := range textFields {
		term := inGerman
		if f.lang == german.English {
			term = inEnglish
		}
		sum.Children = append(sum.Children,
			index.Clause{Op: index.OpTerm, Field: f.name, Term: term, Boost: f.weight},
			index.Clause{Op: index.OpTerm, Field: f.name + partsSuffix, Term: term, Boost: f.weight * e.weight.Part})
	}
	return sum
}
