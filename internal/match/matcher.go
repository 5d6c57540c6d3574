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
// abstains and names a general contact. An *search.InputError says what the
// asker must mend.
func (m *Matcher) Match(ctx context.Context, r Request) (*Outcome, error) {
	a, err := m.understand(&r)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var ranked []*tally
	if m.speaks(a, &r) {
		ranked = m.rank(a)
	}
	out := &Outcome{Understood: a.Understood, Matches: []Match{}, Portfolio: []Part{}, Open: []search.Concept{}}
	if len(ranked) == 0 {
		out.Abstained, out.Contact = true, m.contact(a)
		out.Understood.Notes = append(out.Understood.Notes, say(a.lang, "abstained"))
		return out, nil
	}
	for _, t := range ranked[:min(len(ranked), limitOf(r.Limit))] {
		out.Matches = append(out.Matches, m.present(a, t))
	}
	m.fillPortfolio(a, ranked, out)
	return out, nil
}

func limitOf(limit int) int {
	if limit == 0 {
		return DefaultLimit
	}
	return limit
}

// rank returns all networks worth naming, best first, equal ones by id.
func (m *Matcher) rank(a *asker) []*tally {
	ranked := m.score(a)
	slices.SortFunc(ranked, func(x, y *tally) int {
		return cmp.Or(cmp.Compare(y.total(), x.total()), cmp.Compare(m.cards[x.card].network.ID, m.cards[y.card].network.ID))
	})
	return ranked
}

// present turns a tally into a match: reasons by falling score, and what the
// network does not offer.
func (m *Matcher) present(a *asker, t *tally) Match {
	c := m.cards[t.card]
	match := Match{
		Network: c.network, DistanceKm: distance(a.Understood.Place, c),
		Reasons: m.reasons(a, t), Missing: m.missing(a, c, t),
	}
	for _, r := range match.Reasons {
		match.Score += r.Score
	}
	match.Sentence = m.sentence(a, match)
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
