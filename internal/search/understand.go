package search

import (
	"slices"
	"strings"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/spelling"
	"clusterlotse/internal/vocabulary"
)

// searchedSchemes are the schemes whose labels are recognised in a query. Kinds
// are left out: "Netzwerk" stands in every second query and tells nothing.
var searchedSchemes = []string{
	vocabulary.Technologies, vocabulary.Industries, vocabulary.Needs, vocabulary.Phases, vocabulary.TargetGroups,
}

// understanding is a request after its words, places and values were looked up.
type understanding struct {
	Understood
	corrected string
	units     []unit
	// placeWords are the words that name the place.
	placeWords []word
}

// understand looks up everything that a request names. An error is an
// *InputError: an unknown place or filter value.
func (e *Engine) understand(r *Request) (understanding, error) {
	u := understanding{Understood: Understood{Concepts: []Concept{}}}
	if err := e.checkValues(r); err != nil {
		return u, err
	}
	if err := e.readNear(r, &u); err != nil {
		return u, err
	}
	text := r.Query
	words := e.words(text)
	if corrected, ok := e.correct(text, words); ok {
		u.corrected, text = corrected, corrected
		words = e.words(text)
	}
	words = e.readPlace(r, &u, text, words)
	for _, w := range words {
		if !e.known(w) && !slices.Contains(u.Missing, w.surface) {
			u.Missing = append(u.Missing, w.surface)
		}
	}
	u.units = e.units(text, words)
	for _, unit := range u.units {
		for _, m := range unit.mentions {
			c := conceptOf(m.Concept, r.Lang)
			c.Words = text[m.Start:m.End]
			u.Concepts = append(u.Concepts, c)
		}
	}
	return u, nil
}

// readNear looks up the place that was given as a parameter.
func (e *Engine) readNear(r *Request, u *understanding) error {
	if r.Near == "" {
		return nil
	}
	p, ok := e.gazetteer.Find(r.Near)
	if !ok {
		return inputError(r.Lang, "unknown_place", "near", r.Near)
	}
	u.Place = &p
	return nil
}

// readPlace takes the first place named in the query as the asker's, unless
// there is one already or the asker wants none, and returns the other words. The
// state as a whole is no place to be near to: its name stays a word.
func (e *Engine) readPlace(r *Request, u *understanding, text string, words []word) []word {
	if u.Place != nil || r.Anywhere {
		return words
	}
	for _, m := range e.gazetteer.Mentions(text) {
		if m.Place.Kind == place.State && m.Place.InHome() {
			e.lower(words, m)
			continue
		}
		u.Place, u.PlaceWords = &m.Place, text[m.Start:m.End]
		var rest []word
		for _, w := range words {
			if w.start < m.End && w.end > m.Start {
				u.placeWords = append(u.placeWords, w)
			} else {
				rest = append(rest, w)
			}
		}
		return rest
	}
	return words
}

// lower lets the words of a mention count less: that a network is one of
// Baden-Württemberg tells nothing here.
func (e *Engine) lower(words []word, m place.Mention) {
	for i, w := range words {
		if w.start < m.End && w.end > m.Start {
			words[i].weight = e.weight.MinorWord
		}
	}
}

// correct mends the spelling of words that occur nowhere. It reports false when
// there is nothing to mend.
func (e *Engine) correct(text string, words []word) (string, bool) {
	var b strings.Builder
	last, places := 0, e.gazetteer.Mentions(text)
	for _, w := range words {
		if e.known(w) || e.vocabulary.Knows(w.surface) || slices.ContainsFunc(places, func(m place.Mention) bool { return w.start < m.End && w.end > m.Start }) {
			continue
		}
		if mended, ok := e.speller.Propose(w.surface); ok && !strings.EqualFold(mended, w.surface) {
			b.WriteString(text[last:w.start] + spelling.LikeCase(mended, w.surface))
			last = w.end
		}
	}
	if last == 0 {
		return text, false
	}
	return b.String() + text[last:], true
}

// known tells whether a word occurs in any profile.
func (e *Engine) known(w word) bool {
	return e.dictionary[w.german] || e.dictionary[w.english] ||
		len(w.parts) > 0 && !slices.ContainsFunc(w.parts, func(p string) bool { return !e.dictionary[p] })
}

// checkValues refuses filter values that do not exist.
func (e *Engine) checkValues(r *Request) error {
	if r.RadiusKm > 0 && r.Near == "" {
		return inputError(r.Lang, "radius_without_place", "radius_km")
	}
	return e.checkFilters(r)
}

func (e *Engine) checkFilters(r *Request) error {
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

// words analyses the query in both languages. When it holds stop words only,
// they are searched for, because the asker typed nothing else.
func (e *Engine) words(query string) []word {
	inGerman := e.analyzer.Analyze(query, german.German)
	inEnglish := e.analyzer.Analyze(query, german.English)
	onlyStops := true
	for i, t := range inGerman {
		onlyStops = onlyStops && (t.Stop || inEnglish[i].Stop)
	}
	capitals := slices.ContainsFunc(inGerman, func(t german.Token) bool { return isCapital(t.Text) })
	var words []word
	for i, t := range inGerman {
		// "for" and "the" tell nothing in a German profile either; IT is no "it".
		english := inEnglish[i].Stop && strings.ToLower(t.Text) == t.Text
		if (t.Stop || english) && !onlyStops {
			continue
		}
		w := word{surface: t.Text, start: t.Start, end: t.End, german: t.Term, english: inEnglish[i].Term, parts: partTerms(t), weight: 1}
		// German writes nouns with a capital: where the asker does so too, the
		// other words ("nutzen", "suchen") say less.
		if capitals && !isCapital(t.Text) {
			w.weight = e.weight.MinorWord
		}
		words = append(words, w)
	}
	return words
}

func isCapital(s string) bool {
	first := []rune(s)[0]
	return strings.ToLower(string(first)) != string(first) || first >= '0' && first <= '9'
}
