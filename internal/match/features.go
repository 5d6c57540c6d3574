package match

import (
	"math"

	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// tally gathers the reasons of one network.
type tally struct {
	reasons []profile.Reason
	// content is the score without place: nearness alone is no reason to name a
	// network.
	content float64
	met     map[vocabulary.Ref]bool
	words   map[int]float64 // score of the text feature by fact
	surface map[int][]string
}

// featureOf says which feature the concepts of a scheme belong to.
var featureOf = map[string]Feature{
	vocabulary.Technologies: Technologies,
	vocabulary.Industries:   Industries,
	vocabulary.Needs:        Needs,
	vocabulary.Phases:       Phase,
	vocabulary.TargetGroups: TargetGroup,
}

// scales spreads the weight of features that the asker says nothing about over
// the others, so that they sum to 1.
func (a *asker) scales() map[Feature]float64 {
	scales := map[Feature]float64{}
	for _, w := range a.concepts {
		f := featureOf[w.concept.Scheme]
		scales[f] = weights[f]
	}
	if len(a.terms) > 0 {
		scales[Text] = weights[Text]
	}
	if p := a.Understood.Place; p != nil && inState(p) {
		scales[Place] = weights[Place]
	}
	sum := 0.0
	for _, w := range scales {
		sum += w
	}
	for f := range scales {
		scales[f] /= sum
	}
	return scales
}

// score tallies every network that shares a concept or a word with the asker.
func (m *Matcher) score(a *asker) map[int]*tally {
	tallies := map[int]*tally{}
	scales := a.scales()
	for _, w := range a.concepts {
		m.scoreConcept(a, w, scales, tallies)
	}
	for _, t := range a.terms {
		for _, p := range m.postings.terms[t.term] {
			tl := of(tallies, p.card)
			tl.words[p.fact] += scales[Text] * t.share * p.weight
			tl.surface[p.fact] = append(tl.surface[p.fact], t.surface)
		}
	}
	for number, tl := range tallies {
		m.addWordReasons(a, number, tl)
		m.addPlace(a, number, scales[Place], tl)
	}
	return tallies
}

func of(tallies map[int]*tally, card int) *tally {
	t := tallies[card]
	if t == nil {
		t = &tally{met: map[vocabulary.Ref]bool{}, words: map[int]float64{}, surface: map[int][]string{}}
		tallies[card] = t
	}
	return t
}

// scoreConcept gives every network the best of what it holds for one wish: the
// concept itself, or one that is a few steps above or below.
func (m *Matcher) scoreConcept(a *asker, w wish, scales map[Feature]float64, tallies map[int]*tally) {
	feature := featureOf[w.concept.Scheme]
	type found struct {
		posting
		concept *vocabulary.Concept
	}
	best := map[int]found{}
	for _, kin := range kinOf(w.concept) {
		for _, p := range m.postings.concepts[kin.concept.Ref] {
			p.weight *= kin.closeness
			if p.weight > best[p.card].weight {
				best[p.card] = found{p, kin.concept}
			}
		}
	}
	for number, f := range best {
		of(tallies, number).add(a, feature, w.concept, f.concept, m.cards[number].facts[f.fact], scales[feature]*w.share*f.weight)
		if f.concept == w.concept || f.weight >= stepFactor {
			tallies[number].met[w.concept.Ref] = true
		}
	}
}

type kin struct {
	concept   *vocabulary.Concept
	closeness float64
}

// kinOf returns the concept and those above and below it with their closeness,
// closest first among equals in no particular order: the caller takes the best.
func kinOf(c *vocabulary.Concept) []kin {
	list := []kin{{c, 1}}
	for _, around := range []map[*vocabulary.Concept]int{c.Below(), c.Above()} {
		for other, steps := range around {
			if steps <= maxSteps {
				list = append(list, kin{other, math.Pow(stepFactor, float64(steps))})
			}
		}
	}
	return list
}

// add is the only place where score is added: with its reason.
func (t *tally) add(a *asker, f Feature, asked, held *vocabulary.Concept, evidence fact, score float64) {
	r := profile.Reason{Feature: string(f), Evidence: evidence.value, Score: score}
	switch {
	case asked == nil:
	case asked == held:
		r.Concept, r.Text = asked.ID, say(a.lang, "concept", fieldName(evidence.field, a.lang), asked.Label(a.lang))
	default:
		r.Concept, r.Text = asked.ID, say(a.lang, "kin", fieldName(evidence.field, a.lang), held.Label(a.lang), asked.Label(a.lang))
	}
	if f != Place {
		t.content += score
	}
	t.reasons = append(t.reasons, r)
}

// addWordReasons turns the words found in each fact into one reason.
func (m *Matcher) addWordReasons(a *asker, number int, t *tally) {
	facts := m.cards[number].facts
	for i := range facts {
		if t.words[i] == 0 {
			continue
		}
		t.add(a, Text, nil, nil, facts[i], t.words[i])
		t.reasons[len(t.reasons)-1].Text = say(a.lang, "words", fieldName(facts[i].field, a.lang), quote(t.surface[i]))
	}
}

// addPlace lets nearness count: regional networks fall off with distance,
// state-wide ones do not.
func (m *Matcher) addPlace(a *asker, number int, scale float64, t *tally) {
	c := m.cards[number]
	if scale == 0 || t.content == 0 {
		return
	}
	if c.network.Reach == profile.Statewide {
		t.add(a, Place, nil, nil, fact{"reach", string(c.network.Reach)}, scale*statewideNearness)
		t.reasons[len(t.reasons)-1].Text = say(a.lang, "statewide")
		return
	}
	if c.point == nil {
		return
	}
	km := distance(a.Understood.Place, c)
	nearness := math.Exp(-km / placeScaleKm)
	if nearness < 0.01 {
		return
	}
	t.add(a, Place, nil, nil, fact{"city", seatName(c.network)}, scale*nearness)
	t.reasons[len(t.reasons)-1].Text = say(a.lang, "near", seatName(c.network), math.Round(km))
}

// distance is in kilometres; −1 when one of the two places is not known.
func distance(p *place.Place, c card) float64 {
	if p == nil || c.point == nil {
		return -1
	}
	return place.DistanceKm(p.Lat, p.Lon, c.point.Lat, c.point.Lon)
}

func seatName(n *profile.Network) string {
	if n.City != "" {
		return n.City
	}
	return n.Region
}
