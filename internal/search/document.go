package search

import (
	"maps"
	"slices"
	"strings"

	"clusterlotse/index"
	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// schemeFields says in which keyword field the concepts of a scheme are kept.
var schemeFields = map[string]string{
	vocabulary.Technologies: "technology",
	vocabulary.Industries:   "industry",
	vocabulary.Needs:        "need",
	vocabulary.Phases:       "phase",
	vocabulary.TargetGroups: fieldTarget,
}

// fieldScheme is the inverse of schemeFields for the fields that are filters,
// and holds the kinds too.
var fieldScheme = map[string]string{
	"technology": vocabulary.Technologies, "industry": vocabulary.Industries,
	"need": vocabulary.Needs, "phase": vocabulary.Phases, "kind": vocabulary.Kinds,
}

// document turns a profile into what the index stores.
func (e *Engine) document(n *profile.Network) index.Document {
	d := index.Document{ID: n.ID, Text: map[string][]string{}, Keywords: map[string][]string{}}
	for _, f := range textFields {
		terms, parts := e.fieldTerms(n, f)
		d.Text[f.name] = terms
		d.Text[f.name+partsSuffix] = parts
	}
	status := statusLiving
	if n.Ended() {
		status = statusEnded
	}
	d.Keywords["kind"] = []string{string(n.Kind)}
	d.Keywords[fieldStatus] = []string{status}
	d.Keywords[fieldReach] = nonEmpty(string(n.Reach))
	tags, _ := e.vocabulary.Tag(n)
	for scheme, field := range schemeFields {
		d.Keywords[field] = conceptIDs(tags, scheme)
	}
	e.addConcepts(n, tags, &d)
	d.Text[fieldSurface] = e.surfaces(n)
	e.settle(n, &d)
	return d
}

// conceptTerm is the term of a concept in the text fields that hold concepts.
func conceptTerm(c *vocabulary.Concept) string { return c.Scheme + "/" + c.ID }

// addConcepts enters the concepts as terms, so that the engine weighs rare
// concepts more, and networks for one field more than those for all.
func (e *Engine) addConcepts(n *profile.Network, tags []vocabulary.Tag, d *index.Document) {
	for _, t := range tags {
		d.Text[fieldConceptOwn] = append(d.Text[fieldConceptOwn], conceptTerm(t.Concept))
		d.Text[fieldConcept] = appendWithBroader(d.Text[fieldConcept], t.Concept)
	}
	for _, text := range append([]string{n.Name}, n.Aliases...) {
		d.Text[fieldConceptName] = e.appendMentioned(d.Text[fieldConceptName], text)
	}
	for _, text := range append(activities(n), n.SummaryDE) {
		d.Text[fieldConceptText] = e.appendMentioned(d.Text[fieldConceptText], text)
	}
}

func (e *Engine) appendMentioned(terms []string, text string) []string {
	for _, m := range e.vocabulary.Find(text) {
		terms = appendWithBroader(terms, m.Concept)
	}
	return terms
}

// appendWithBroader adds a concept and everything above it in a fixed order.
func appendWithBroader(terms []string, c *vocabulary.Concept) []string {
	terms = append(terms, conceptTerm(c))
	from := len(terms)
	for above := range c.Above() {
		terms = append(terms, conceptTerm(above))
	}
	slices.Sort(terms[from:])
	return terms
}

// surfaces returns the words of a profile as they are written, in small letters.
func (e *Engine) surfaces(n *profile.Network) []string {
	seen := map[string]bool{}
	for _, f := range textFields {
		for _, fact := range f.facts {
			for _, value := range fact.values(n) {
				for _, t := range e.analyzer.Analyze(value, f.lang) {
					if !t.Stop {
						seen[strings.ToLower(t.Text)] = true
					}
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// fieldTerms analyses the facts of one field. Stop words are left out; compounds
// give their parts besides.
func (e *Engine) fieldTerms(n *profile.Network, f textField) (terms, parts []string) {
	for _, fact := range f.facts {
		for _, value := range fact.values(n) {
			for _, t := range e.analyzer.Analyze(value, f.lang) {
				if t.Stop {
					continue
				}
				terms = append(terms, t.Term)
				parts = append(parts, partTerms(t)...)
			}
		}
	}
	return terms, parts
}

// partTerms returns the terms of a compound's parts, none for other words.
func partTerms(t german.Token) []string {
	var terms []string
	for _, p := range t.Pieces() {
		terms = append(terms, p.Term)
	}
	return terms
}

// conceptIDs returns the distinct ids of the tags of one scheme together with
// all broader concepts, so that a filter on a broad concept lets the narrow ones
// through.
func conceptIDs(tags []vocabulary.Tag, scheme string) []string {
	var ids []string
	add := func(c *vocabulary.Concept) {
		if c.Scheme == scheme && !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	for _, t := range tags {
		add(t.Concept)
		for above := range t.Concept.Above() {
			add(above)
		}
	}
	slices.Sort(ids)
	return ids
}

// settle places the network: by its postcode, its town, or else its region.
func (e *Engine) settle(n *profile.Network, d *index.Document) {
	seat, ok := e.Seat(n)
	if !ok {
		return
	}
	d.Point = &index.Point{Lat: seat.Lat, Lon: seat.Lon}
	if seat.Region != "" {
		d.Keywords["region"] = []string{seat.Region}
	}
}

// Seat tells where a network stands: by its postcode, its town or its region,
// whichever is known first. It reports false when none of them is known.
func (e *Engine) Seat(n *profile.Network) (place.Place, bool) { return Seat(e.gazetteer, n) }

// Seat is Engine.Seat for those who have no engine.
func Seat(g *place.Gazetteer, n *profile.Network) (place.Place, bool) {
	r, regional := g.Region(n.Region)
	for _, entry := range []string{n.Postcode, n.City} {
		if entry == "" {
			continue
		}
		p, ok := g.Find(entry)
		if !ok {
			continue
		}
		if regional { // the record's own region wins over the gazetteer's
			p.Region, p.RegionName = r.ID, r.Name
		}
		return p, true
	}
	if regional {
		return place.Place{Name: r.Name, Kind: "region", Region: r.ID, RegionName: r.Name, Lat: r.Lat, Lon: r.Lon}, true
	}
	return place.Place{}, false
}
