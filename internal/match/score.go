package match

import (
	"math"

	"clusterlotse/internal/vocabulary"
)

// item is one thing that the asker's wishes are compared by: a concept that he
// named or one that is broader, or a word of his text.
type item struct {
	feature Feature
	// asked is the concept he named, held the one that profiles hold; nil for
	// words.
	asked, held *vocabulary.Concept
	surface     string
	weight      float64
	list        *list
}

// gives is what the item gives to the holder at that place of its list, before the
// network's kind is looked at.
func (it *item) gives(at int) float64 { return it.weight * it.list.impacts[at] }

// featureOf says which feature the concepts of a scheme belong to.
var featureOf = map[string]Feature{
	vocabulary.Technologies: Technologies,
	vocabulary.Industries:   Industries,
	vocabulary.Needs:        Needs,
	vocabulary.Phases:       Phase,
	vocabulary.TargetGroups: TargetGroup,
}

// items lists what the asker is compared by. A broader concept counts once, for
// the wish that is nearest to it.
func (m *Matcher) items(a *asker) []item {
	best := map[*vocabulary.Concept]int{}
	var items []item
	offer := func(asked, held *vocabulary.Concept, weight float64) {
		l := m.postings.concepts[held.Ref]
		if l == nil || weight == 0 {
			return
		}
		it := item{feature: featureOf[held.Scheme], asked: asked, held: held, weight: weight * l.idf, list: l}
		if i, ok := best[held]; !ok {
			best[held] = len(items)
			items = append(items, it)
		} else if it.weight > items[i].weight {
			items[i] = it
		}
	}
	families := m.families(a)
	for _, w := range a.concepts {
		feature := m.model.weightOf(featureOf[w.concept.Scheme]) * w.sure * math.Pow(families[w.concept], m.model.Family)
		offer(w.concept, w.concept, feature)
		for _, up := range m.lineage[w.concept].above {
			offer(w.concept, up.concept, feature*math.Pow(m.model.Broader, float64(up.steps)))
		}
		m.offerSuggested(w, offer)
		for _, r := range w.concept.Related() {
			offer(w.concept, r, m.model.weightOf(featureOf[r.Scheme])*w.sure*m.model.Related)
		}
	}
	for _, t := range a.terms {
		items = append(items, item{feature: Text, surface: t.surface, weight: m.model.Text * t.weight * t.list.idf, list: t.list})
	}
	for _, t := range a.places {
		items = append(items, item{feature: Place, surface: t.surface, weight: m.model.PlaceName * t.list.idf, list: t.list})
	}
	m.normalize(items)
	return items
}

// offerSuggested offers what the wish and the concepts above it suggest.
func (m *Matcher) offerSuggested(w wish, offer func(asked, held *vocabulary.Concept, weight float64)) {
	for _, s := range w.concept.Suggests() {
		offer(w.concept, s, m.model.weightOf(featureOf[s.Scheme])*w.sure*m.model.Suggested)
	}
	for _, up := range m.lineage[w.concept].above {
		for _, s := range up.concept.Suggests() {
			offer(w.concept, s, m.model.weightOf(featureOf[s.Scheme])*w.sure*m.model.Suggested*math.Pow(m.model.Broader, float64(up.steps)))
		}
	}
}

// families counts for every wish how often the asker names it or a concept of
// the same branch: what comes up again and again is what he is about.
func (m *Matcher) families(a *asker) map[*vocabulary.Concept]float64 {
	branches := map[*vocabulary.Concept]float64{}
	for _, w := range a.concepts {
		for _, top := range m.lineage[w.concept].tops {
			branches[top] += float64(w.count)
		}
	}
	families := map[*vocabulary.Concept]float64{}
	for _, w := range a.concepts {
		for _, top := range m.lineage[w.concept].tops {
			families[w.concept] = max(families[w.concept], branches[top])
		}
	}
	return families
}

// sums are what the items give to each network, by its number.
type sums struct {
	// subject is what it is about, names what the names of the asker's place add,
	// recalled what experience says of it, in units.
	subject, names, recalled []float64
	// field says that it holds a technology or industry that the asker named, or one
	// near to it.
	field []bool
	// unmet is what a network keeps that meets no field, when the asker named one.
	unmet float64
	// unit is what a role and experience count by, scale what makes all of them
	// parts of what can be reached.
	unit, scale float64
}

// score sums the asker's items over all networks. Every sum is between 0 and 1: 1
// for a network that is the best of all in everything the asker named.
func (m *Matcher) score(a *asker) sums {
	n := len(m.cards)
	room := make([]float64, 3*n)
	s := sums{subject: room[:n], names: room[n : 2*n], recalled: room[2*n:], field: make([]bool, n), unmet: 1}
	if a.namesField() {
		s.unmet = m.model.OtherField
	}
	for i := range a.items {
		it := &a.items[i]
		sum := s.subject
		if it.feature == Place {
			sum = s.names
		}
		for j, number := range it.list.cards {
			sum[number] += it.gives(j)
		}
		if it.namesField() {
			for _, number := range it.list.cards {
				s.field[number] = true
			}
		}
	}
	s.unit = m.model.Floor + typicalOf(s.subject)
	m.recall(a, s.recalled)
	s.rescale(1/m.most(a, s.unit), a.items)
	return s
}

// rescale multiplies all sums, and the weights that they were made of.
func (s *sums) rescale(scale float64, items []item) {
	s.scale = scale
	s.unit *= scale
	for i := range s.subject {
		s.subject[i] *= scale
		s.names[i] *= scale
	}
	for i := range items {
		items[i].weight *= scale
	}
}

// namesField tells whether the item is a technology or industry that the asker
// named, or one near to it.
func (it *item) namesField() bool {
	return it.asked != nil && (it.feature == Technologies || it.feature == Industries)
}

// normalize divides the weights so that nobody can reach more than 1 by items: by
// the sum of what the best of all networks reaches in each. A network that loses a
// fact may lower this ideal, but never by more than it loses itself, so that its
// score falls.
func (m *Matcher) normalize(items []item) {
	ideal := 0.0
	for _, it := range items {
		ideal += it.weight * it.list.max
	}
	if ideal == 0 {
		return // whatever is asked for counts nothing
	}
	for i := range items {
		items[i].weight /= ideal
	}
}
