package match

import (
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
// abstains and names a general contact. A *search.InputError says what the asker must
// mend. A context that is done ends it between reading, ranking and explaining.
func (m *Matcher) Match(ctx context.Context, r Request) (*Outcome, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
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
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, t := range ranked[:min(len(ranked), limitOf(r.Limit))] {
		out.Matches = append(out.Matches, m.present(a, t))
	}
	if words, ok := a.onlyHint(); ok {
		out.Understood.Notes = append(out.Understood.Notes, say(a.lang, "little", words))
	}
	if best := ranked[:min(len(ranked), fieldDepth)]; a.namesField() && !slices.ContainsFunc(best, (*tally).meetsField) {
		out.Understood.Notes = append(out.Understood.Notes, say(a.lang, "no_field"))
	}
	m.fillPortfolio(a, ranked, out)
	return out, nil
}

// fieldDepth is how many of the best networks are looked at before the asker is told
// that none names his field.
const fieldDepth = 5

// Rank returns the ids of the networks that Match would name, without saying why: for
// measuring. None when nothing fits; errors are those of Match.
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

// answer ranks the networks for a request that says anything: as many as are asked
// for, and as a portfolio is chosen from. None when it says nothing.
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
	match := Match{Network: c.network, Score: t.total(), DistanceKm: m.shownDistance(a, c), Missing: m.missing(a, c, t)}
	reasons := m.reasons(a, t)
	for _, r := range reasons {
		match.Reasons = append(match.Reasons, r.Reason)
	}
	match.Sentence = m.sentence(a, t, reasons)
	return match
}

// shownDistance is the distance to the network's town, −1 when it is not known: the
// middle of a region is none.
func (m *Matcher) shownDistance(a *asker, c card) float64 {
	if c.network.City == "" {
		return -1
	}
	return distance(a.Understood.Place, c)
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
	if km := m.shownDistance(a, c); km >= farKm && c.network.Reach == profile.Regional {
		missing = append(missing, say(a.lang, "far", km))
	}
	return missing
}
