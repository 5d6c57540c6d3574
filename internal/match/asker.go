package match

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// asker is a request as the features see it.
type asker struct {
	Understood
	lang     string
	concepts []wish
	terms    []textTerm
}

// wish is a concept that the asker named and its share of the feature.
type wish struct {
	concept *vocabulary.Concept
	share   float64
}

// textTerm is a word of the asker's text and its share of the feature.
type textTerm struct {
	term, surface string
	share         float64
}

// understand checks a request and looks up what it names. An error is a
// *search.InputError.
func (m *Matcher) understand(r *Request) (*asker, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	a := &asker{lang: r.Lang}
	a.Understood.Concepts = []Understanding{}
	if err := m.readChosen(a, r); err != nil {
		return nil, err
	}
	m.readText(a, r.Company.Text)
	if err := m.readPlace(a, r); err != nil {
		return nil, err
	}
	a.Size = r.Company.Size
	m.share(a)
	m.readWords(a, r.Company.Text)
	return a, nil
}

func check(r *Request) error {
	c := &r.Company
	switch {
	case !utf8.ValidString(c.Text) || !utf8.ValidString(c.Place):
		return search.NewInputError(r.Lang, "invalid_encoding", "text")
	case utf8.RuneCountInString(c.Text) > MaxTextRunes:
		return search.NewInputError(r.Lang, "text_too_long", "text", MaxTextRunes)
	case r.Limit < 0 || r.Limit > MaxLimit:
		return search.NewInputError(r.Lang, "out_of_range", "limit", 1, MaxLimit)
	}
	for field, ids := range map[string][]string{"technologies": c.Technologies, "industries": c.Industries, "needs": c.Needs} {
		if len(ids) > MaxConcepts {
			return search.NewInputError(r.Lang, "too_many_values", field, MaxConcepts)
		}
	}
	said := strings.TrimSpace(c.Text+c.Place+c.Phase+c.Size) != ""
	if !said && len(c.Technologies)+len(c.Industries)+len(c.Needs) == 0 {
		return search.NewInputError(r.Lang, "empty_request", "text")
	}
	return nil
}

// readChosen takes the concepts that were chosen as structured fields.
func (m *Matcher) readChosen(a *asker, r *Request) error {
	chosen := []struct {
		field, scheme string
		ids           []string
	}{
		{"technologies", vocabulary.Technologies, r.Company.Technologies},
		{"industries", vocabulary.Industries, r.Company.Industries},
		{"needs", vocabulary.Needs, r.Company.Needs},
	}
	if r.Company.Phase != "" {
		chosen = append(chosen, struct {
			field, scheme string
			ids           []string
		}{"phase", vocabulary.Phases, []string{r.Company.Phase}})
	}
	for _, list := range chosen {
		for _, id := range list.ids {
			c := m.vocabulary.Concept(vocabulary.Ref{Scheme: list.scheme, ID: id})
			if c == nil {
				return search.NewInputError(r.Lang, "unknown_value", list.field, id)
			}
			a.add(c, "")
		}
	}
	return nil
}

// readText takes the concepts that the text names.
func (m *Matcher) readText(a *asker, text string) {
	for _, mention := range m.vocabulary.Find(text) {
		if mention.Concept.Scheme != vocabulary.Kinds {
			a.add(mention.Concept, text[mention.Start:mention.End])
		}
	}
}

// add enters a concept once; words are the asker's own.
func (a *asker) add(c *vocabulary.Concept, words string) {
	for _, w := range a.concepts {
		if w.concept == c {
			return
		}
	}
	a.concepts = append(a.concepts, wish{concept: c})
	if c.Scheme == vocabulary.Phases {
		a.Phase = c.ID
	}
	a.Understood.Concepts = append(a.Understood.Concepts, Understanding{
		Concept: search.Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label(a.lang), Words: words},
	})
}

// readPlace takes the place that was given, or else the first one in the text.
func (m *Matcher) readPlace(a *asker, r *Request) error {
	if r.Company.Place != "" {
		p, ok := m.gazetteer.Find(r.Company.Place)
		if !ok {
			return search.NewInputError(r.Lang, "unknown_place", "place", r.Company.Place)
		}
		a.Understood.Place = &p
	} else if mentions := m.gazetteer.Mentions(r.Company.Text); len(mentions) > 0 {
		a.Understood.Place = &mentions[0].Place
	}
	if p := a.Understood.Place; p != nil && !inState(p) {
		a.Notes = append(a.Notes, say(a.lang, "outside_state", p.Name))
	}
	return nil
}

func inState(p *place.Place) bool { return p.Region != "" || len(p.Regions) > 0 || p.Kind == "state" }

// share gives every wish its part of its scheme: rare concepts more.
func (m *Matcher) share(a *asker) {
	sums := map[string]float64{}
	for i, w := range a.concepts {
		idf := m.postings.idf(len(m.postings.concepts[w.concept.Ref]))
		a.concepts[i].share = 0.5 + idf
		sums[w.concept.Scheme] += a.concepts[i].share
	}
	for i, w := range a.concepts {
		a.concepts[i].share /= sums[w.concept.Scheme]
	}
}

// readWords takes the rarest words of the text; every word counts once, by
// idf^1.5.
func (m *Matcher) readWords(a *asker, text string) {
	seen := map[string]bool{}
	for _, t := range m.analyzer.Analyze(text, german.German) {
		for _, term := range append([]string{t.Term}, partTerms(t)...) {
			df := len(m.postings.terms[term])
			if t.Stop || seen[term] || df == 0 {
				continue
			}
			seen[term] = true
			a.terms = append(a.terms, textTerm{term, t.Text, math.Pow(m.postings.idf(df), 1.5)})
		}
	}
	slices.SortStableFunc(a.terms, func(x, y textTerm) int { return cmp.Compare(y.share, x.share) })
	a.terms = a.terms[:min(len(a.terms), maxTextTerms)]
	sum := 0.0
	for _, t := range a.terms {
		sum += t.share
	}
	for i := range a.terms {
		a.terms[i].share /= sum
	}
}

func partTerms(t german.Token) []string {
	if len(t.Parts) < 2 {
		return nil
	}
	var terms []string
	for _, p := range t.Parts {
		terms = append(terms, p.Term)
	}
	return terms
}
