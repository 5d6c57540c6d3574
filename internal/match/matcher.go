package match

import (
	"context"
	"errors"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// ErrUnknownNetwork is returned for an id that names no network.
var ErrUnknownNetwork = errors.New("match: unknown network")

// Matcher finds networks for companies: a Corpus and the Model that weighs it.
type Matcher struct {
	*Corpus
	model    Model
	postings postings
}

// New returns a Matcher over the living ones of the networks, with the model
// that the program ships with.
func New(networks []*profile.Network, analyzer *german.Analyzer, v *vocabulary.Vocabulary, g *place.Gazetteer) *Matcher {
	return NewCorpus(networks, analyzer, v, g).With(DefaultModel())
}

// With returns a Matcher that weighs the corpus by the model. It takes a few
// milliseconds, for fitting and for ablation.
func (c *Corpus) With(model Model) *Matcher {
	return &Matcher{Corpus: c, model: model, postings: model.weigh(c)}
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
	ranked := m.answer(a, &r)
	out := &Outcome{Understood: a.Understood, Matches: []Match{}, Portfolio: []Part{}, Open: []search.Concept{}}
	if len(ranked) == 0 {
		out.Abstained, out.Contact = true, m.contact(a)
		out.Understood.Notes = append(out.Understood.Notes, say(a.lang, "abstained"))
		return out, nil
	}
	m.explain(a, ranked)
	for _, t := range ranked[:min(len(ranked), limitOf(r.Limit))] {
		out.Matches = append(out.Matches, m.present(a, t))
	}
	m.fillPortfolio(a, ranked, out)
	return out, nil
}

// Rank returns the ids of the networks that Match would name, without saying
// why: for measuring. None when nothing fits.
func (m *Matcher) Rank(r Request) ([]string, error) {
	a, err := m.understand(&r)
	if err != nil {
		return nil, err
	}
	var ids []string
	ranked := m.answer(a, &r)
	for _, t := range ranked[:min(len(ranked), limitOf(r.Limit))] {
		ids = append(ids, m.cards[t.card].network.ID)
	}
	return ids, nil
}

// answer ranks and explains the networks for a request that says anything: as
// many as are asked for, and as a portfolio is chosen from.
func (m *Matcher) answer(a *asker, r *Request) []*tally {
	if !m.speaks(a, r) {
		return nil
	}
	return m.rank(a, max(limitOf(r.Limit), portfolioDepth))
}

func limitOf(limit int) int {
	if limit == 0 {
		return DefaultLimit
	}
	return limit
}

// present turns a tally into a match: reasons by falling score, and what the
// network does not offer.
func (m *Matcher) present(a *asker, t *tally) Match {
	c := m.cards[t.card]
	match := Match{
		Network: c.network, Score: t.total(), DistanceKm: distance(a.Understood.Place, c),
		Reasons: m.reasons(a, t), Missing: m.missing(a, c, t),
	}
	match.Sentence = m.sentence(a, match)
	return match
}

// farKm is the distance from which it is named as a drawback.
const farKm = 80

// missing says what the asker named and the network does not offer, each name
// once: a technology and an industry may share one.
func (m *Matcher) missing(a *asker, c card, t *tally) []string {
	missing, said := []string{}, map[string]bool{}
	for met := range t.met {
		said[met.Label(a.lang)] = true
	}
	for _, w := range a.concepts {
		label := w.concept.Label(a.lang)
		if t.met[w.concept] == nil && w.concept.Scheme != vocabulary.TargetGroups && !said[label] {
			missing, said[label] = append(missing, say(a.lang, "lacks", label)), true
		}
	}
	if km := distance(a.Understood.Place, c); km >= farKm && c.network.Reach == profile.Regional {
		missing = append(missing, say(a.lang, "far", km))
	}
	return missing
}
