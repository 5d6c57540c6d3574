package match

import (
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
	lang  string
	stage stage
	// network says that a network asks by all that it holds.
	network  bool
	read     *reading
	concepts []wish
	terms    []textTerm
	places   []textTerm
	// items are what the networks are compared by, similar how like the asker each
	// case is; filled by rank.
	items   []item
	similar []float64
	// leaveOut are the cases that count for nothing.
	leaveOut map[string]bool
	// without are the concepts that the asker did not mean, excluded those that he
	// names only to rule them out.
	without, excluded map[*vocabulary.Concept]bool
}

// wish is a concept that the asker named.
type wish struct {
	concept *vocabulary.Concept
	// sure is 1 for its name, the model's Hidden for words that only hint at it.
	sure float64
	// count is how often the asker names it.
	count int
	// chosen says that it came as a field and not from the text.
	chosen bool
	// named says that its name stands there, or that it was chosen, and not only
	// words that hint at it.
	named bool
}

// textTerm is a word of the asker's text.
type textTerm struct {
	term, surface string
	list          *list
	weight        float64
}

// understand checks a request and looks up what it names. An error is a
// *search.InputError.
func (m *Matcher) understand(r *Request) (*asker, error) {
	if err := check(r); err != nil {
		return nil, err
	}
	a := &asker{lang: r.Lang, read: r.read, leaveOut: r.LeaveOut, excluded: map[*vocabulary.Concept]bool{}}
	if a.read == nil {
		a.read = m.read(r.Company.Text, r.Lang)
	}
	a.Understood.Concepts = []Understanding{}
	if err := m.readWithout(a, r); err != nil {
		return nil, err
	}
	if err := m.readChosen(a, r); err != nil {
		return nil, err
	}
	m.readText(a)
	if err := m.readPlace(a, r); err != nil {
		return nil, err
	}
	if err := a.readSize(r); err != nil {
		return nil, err
	}
	a.readPhase()
	m.readStage(a, r.Company)
	m.readWords(a)
	a.Unknown = m.unknownWords(a.read)
	for _, x := range a.read.corrections {
		a.note("misspelt", x.from, x.to)
	}
	m.readPlaceNames(a)
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
	for _, list := range []struct {
		field string
		ids   []string
	}{{"technologies", c.Technologies}, {"industries", c.Industries}, {"needs", c.Needs}, {"without", r.Without}} {
		if len(list.ids) > MaxConcepts {
			return search.NewInputError(r.Lang, "too_many_values", list.field, MaxConcepts)
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
				return m.unknownConcept(r.Lang, list.field, list.scheme, id)
			}
			a.add(c, "", 1, true)
			for i := range a.concepts {
				a.concepts[i].chosen = true // fields are read before the text
			}
		}
	}
	return nil
}

// readText takes the concepts that the text names. Words that only hint at what
// the asker rules out do not bring it back.
func (m *Matcher) readText(a *asker) {
	text := a.read.text
	m.readExclusions(a)
	for _, mention := range a.read.mentions {
		c := mention.Concept
		if c.Scheme == vocabulary.Kinds || servedGroups.has(c) || mention.Hidden && a.excluded[c] || isRuledOut(text, mention.Start, mention.End) {
			continue
		}
		sure := 1.0
		if mention.Hidden {
			sure = m.model.Hidden
		}
		a.add(c, a.read.quote(mention.Start, mention.End), sure, !mention.Hidden)
	}
	// What no label covers may be named by a part of the word: "Biotechlabor".
	for _, p := range a.read.pieces {
		if !a.excluded[p.concept] && !isRuledOut(text, p.start, p.end) {
			a.add(p.concept, text[p.start:p.end], m.model.Hidden*m.model.Part, false)
		}
	}
}

// readExclusions notes what the text rules out: what the words name, or, where they
// name nothing, what they hint at.
func (m *Matcher) readExclusions(a *asker) {
	text := a.read.text
	named := map[int]bool{} // by their start
	for _, mention := range a.read.mentions {
		named[mention.Start] = named[mention.Start] || !mention.Hidden
	}
	for _, mention := range a.read.mentions {
		c := mention.Concept
		if c.Scheme == vocabulary.Kinds || servedGroups.has(c) || mention.Hidden && named[mention.Start] {
			continue
		}
		if isRuledOut(text, mention.Start, mention.End) {
			a.exclude(c, a.read.quote(mention.Start, mention.End))
		}
	}
}

// add enters a concept once, by its surest mention; words are the asker's own.
func (a *asker) add(c *vocabulary.Concept, words string, sure float64, named bool) {
	if a.without[c] {
		a.drop(c, words)
		return
	}
	for i, w := range a.concepts {
		if w.concept == c {
			a.concepts[i].sure = max(w.sure, sure)
			a.concepts[i].count++
			a.concepts[i].named = w.named || named
			return
		}
	}
	a.concepts = append(a.concepts, wish{concept: c, sure: sure, count: 1, named: named})
	a.Understood.Concepts = append(a.Understood.Concepts, Understanding{
		Concept: search.Concept{Scheme: c.Scheme, ID: c.ID, Label: c.Label(a.lang), Words: words},
	})
}

// readPlace takes the place that was given, or else the first one of the text in the
// state, or else its first one.
func (m *Matcher) readPlace(a *asker, r *Request) error {
	if r.Company.Place != "" {
		p, ok := m.gazetteer.Find(r.Company.Place)
		if !ok {
			return search.NewInputError(r.Lang, "unknown_place", "place", r.Company.Place)
		}
		a.Understood.Place = &p
		a.comparePlace()
	} else if mentions := a.read.places; len(mentions) > 0 {
		read := &a.Understood.Place
		if slices.Contains(r.Without, WithoutPlace) {
			read = &a.DroppedPlace
		}
		*read = &mentions[0].Place
		if home := slices.IndexFunc(mentions, func(x place.Mention) bool { return x.Place.InHome() }); home > 0 {
			*read = &mentions[home].Place // whoever comes from elsewhere looks for something here
		}
	}
	if p := a.Understood.Place; p != nil && !p.InHome() {
		a.note("outside_state", p.Name)
	}
	return nil
}

// readPlaceNames takes the names of the asker's town, district and region: a
// network that names them knows its way there.
func (m *Matcher) readPlaceNames(a *asker) {
	p := a.Understood.Place
	if p == nil || !p.InHome() || p.Kind == place.State {
		return
	}
	seen := map[string]bool{}
	for _, name := range []string{p.Name, p.DistrictName, p.RegionName} {
		for _, t := range m.analyzer.Analyze(name, german.German) {
			if l := m.postings.terms[t.Term]; l != nil && !t.Stop && !seen[t.Term] {
				seen[t.Term] = true
				a.places = append(a.places, textTerm{t.Term, t.Text, l, 1})
			}
		}
	}
}
