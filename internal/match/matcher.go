package match

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// ErrUnknownNetwork is returned for an id that names no network.
var ErrUnknownNetwork = errors.New("match: unknown network")

// Matcher finds networks for companies.
type Matcher struct {
	engine     *search.Engine
	analyzer   *german.Analyzer
	vocabulary *vocabulary.Vocabulary
	gazetteer  *place.Gazetteer
	model      Model
	cards      []card
	postings   postings
}

// New returns a Matcher over the living networks of the engine, with the model
// that the program ships with.
func New(e *search.Engine, analyzer *german.Analyzer, v *vocabulary.Vocabulary, g *place.Gazetteer) *Matcher {
	return NewWithModel(e, analyzer, v, g, DefaultModel())
}

// NewWithModel is New with another model, for fitting and for ablation.
func NewWithModel(e *search.Engine, analyzer *german.Analyzer, v *vocabulary.Vocabulary, g *place.Gazetteer, model Model) *Matcher {
	m := &Matcher{engine: e, analyzer: analyzer, vocabulary: v, gazetteer: g, model: model}
	m.build(e.Networks())
	return m
}

// Model returns the numbers of the ranking.
func (m *Matcher) Model() Model { return m.model }

// Match ranks the networks that fit a company. When nothing fits, the Outcome
// abstains. An *search.InputError says what the asker must mend.
func (m *Matcher) Match(ctx context.Context, r Request) (*Outcome, error) {
	a, err := m.understand(&r)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var matches []Match
	if m.speaks(a, &r) {
		matches = m.rank(a)
	}
	out := &Outcome{Understood: a.Understood, Matches: []Match{}, Portfolio: []Part{}, Abstained: len(matches) == 0}
	if out.Abstained {
		out.Understood.Notes = append(out.Understood.Notes, say(a.lang, "abstained"))
		return out, nil
	}
	out.Matches = matches[:min(len(matches), limitOf(r.Limit))]
	return out, nil
}

func limitOf(limit int) int {
	if limit == 0 {
		return DefaultLimit
	}
	return limit
}

// rank returns all networks worth naming, best first, equal ones by id.
func (m *Matcher) rank(a *asker) []Match {
	matches := []Match{}
	for _, t := range m.score(a) {
		matches = append(matches, m.present(a, t))
	}
	slices.SortFunc(matches, func(x, y Match) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Network.ID, y.Network.ID))
	})
	return matches
}

// present turns a tally into a match: reasons by falling score, and what the
// network does not offer.
func (m *Matcher) present(a *asker, t *tally) Match {
	c := m.cards[t.card]
	match := Match{Network: c.network, DistanceKm: distance(a.Understood.Place, c), Reasons: m.reasons(a, t), Missing: m.missing(a, c, t)}
	for _, r := range match.Reasons {
		match.Score += r.Score
	}
	return match
}

// farKm is the distance from which it is named as a drawback.
const farKm = 80

// missing says what the asker named and the network does not offer.
func (m *Matcher) missing(a *asker, c card, t *tally) []string {
	missing := []string{}
	for _, w := range a.concepts {
		if !t.met[w.concept] && w.concept.Scheme != vocabulary.TargetGroups {
			missing = append(missing, say(a.lang, "lacks", w.concept.Label(a.lang)))
		}
	}
	if km := distance(a.Understood.Place, c); km >= farKm && c.network.Reach == profile.Regional {
		missing = append(missing, say(a.lang, "far", km))
	}
	return missing
}

// Related returns living networks alike to the one of that id, best first: what
// it says of itself is matched against the others. ErrUnknownNetwork is returned
// for an id that names none.
func (m *Matcher) Related(ctx context.Context, id, lang string, limit int) ([]Match, error) {
	n, _, ok := m.engine.Network(id)
	if !ok {
		return nil, ErrUnknownNetwork
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := m.askerOf(n, lang)
	related := []Match{}
	for _, match := range m.rank(a) {
		if match.Network.ID != id && len(related) < limitOf(limit) {
			match.Missing = []string{}
			related = append(related, match)
		}
	}
	return related, nil
}

// askerOf lets a network ask by its own concepts and seat.
func (m *Matcher) askerOf(n *profile.Network, lang string) *asker {
	a := &asker{lang: lang}
	tags, _ := m.vocabulary.Tag(n)
	for _, t := range tags {
		if _, ok := featureOf[t.Concept.Scheme]; ok {
			a.add(t.Concept, "", 1)
		}
	}
	if seat, ok := m.engine.Seat(n); ok {
		a.Understood.Place = &seat
	}
	return a
}
