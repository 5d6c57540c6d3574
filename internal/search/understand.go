package search

import (
	"slices"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/vocabulary"
)

// word is one word of the query with the terms it is searched by.
type word struct {
	surface string
	// german and english are the terms in the two languages of the profiles.
	german, english string
	parts           []string
}

// understanding is a request after its words, places and values were looked up.
type understanding struct {
	Understood
	words []word
}

// understand looks up everything that a request names. An error is an
// *InputError: an unknown place or filter value.
func (e *Engine) understand(r *Request) (understanding, error) {
	u := understanding{Understood: Understood{Concepts: []Concept{}}}
	if err := e.checkValues(r); err != nil {
		return u, err
	}
	if r.RadiusKm > 0 && r.Near == "" {
		return u, inputError(r.Lang, "radius_without_place", "radius_km")
	}
	if r.Near != "" {
		p, ok := e.gazetteer.Find(r.Near)
		if !ok {
			return u, inputError(r.Lang, "unknown_place", "near", r.Near)
		}
		u.Place = &p
	}
	u.words = e.words(r.Query)
	for _, w := range u.words {
		if !e.known(w) && !slices.Contains(u.Missing, w.surface) {
			u.Missing = append(u.Missing, w.surface)
		}
	}
	for _, m := range e.vocabulary.Find(r.Query) {
		u.Concepts = append(u.Concepts, conceptOf(m.Concept, r.Lang))
	}
	return u, nil
}

// words analyses the query in both languages. When it holds stop words only,
// they are searched for, because the asker typed nothing else.
func (e *Engine) words(query string) []word {
	inGerman := e.analyzer.Analyze(query, german.German)
	inEnglish := e.analyzer.Analyze(query, german.English)
	onlyStops := !slices.ContainsFunc(inGerman, func(t german.Token) bool { return !t.Stop })
	var words []word
	for i, t := range inGerman {
		if t.Stop && !onlyStops {
			continue
		}
		words = append(words, word{surface: t.Text, german: t.Term, english: inEnglish[i].Term, parts: partTerms(t)})
	}
	return words
}

// known tells whether a word occurs in any profile.
func (e *Engine) known(w word) bool {
	return e.dictionary[w.german] || e.dictionary[w.english] ||
		len(w.parts) > 0 && !slices.ContainsFunc(w.parts, func(p string) bool { return !e.dictionary[p] })
}

// checkValues refuses filter values that do not exist.
func (e *Engine) checkValues(r *Request) error {
	for _, name := range FilterNames {
		for _, value := range r.Filter(name) {
			if e.Label(name, value, r.Lang) == "" {
				return inputError(r.Lang, "unknown_value", name, value)
			}
		}
	}
	return nil
}

func conceptOf(c *vocabulary.Concept, lang string) Concept {
	return Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label(lang)}
}

// Gazetteer returns the places that the engine knows.
func (e *Engine) Gazetteer() *place.Gazetteer { return e.gazetteer }
