package match

import (
	"maps"
	"math"
	"slices"
	"strings"

	"clusterlotse/internal/vocabulary"
)

// experience finds the cases that are like an asker, and what was decided then.
type experience struct {
	cases []precedent
	// holders are the cases that name a concept.
	holders map[vocabulary.Ref][]naming
	// rarity is the inverse frequency of a concept among the cases.
	rarity map[vocabulary.Ref]float64
	// named are the networks that a case names, by their numbers, and gains what each
	// case gave them, 0 when it did not find them to fit.
	named []int32
	gains [][]float32
}

// precedent is a case with what it says of networks.
type precedent struct {
	id       string
	stage    stage
	verdicts []verdict
}

// verdict is what a case gave a network, and considered it for; number is its
// place in experience.named.
type verdict struct {
	number           int
	gain, considered float64
}

// naming is a case that names a concept, and the concept's part in its unit
// vector.
type naming struct {
	number int
	part   float64
}

// Remember makes the cases what the Corpus knows of earlier decisions. Networks
// and concepts that it does not know count for nothing. NewCorpus remembers
// DefaultCases; call it before the Corpus is used.
func (c *Corpus) Remember(cases []Case) {
	concepts := make([][]conceptWeight, len(cases))
	for i := range cases {
		concepts[i] = c.known(cases[i].Concepts)
	}
	x := experience{holders: map[vocabulary.Ref][]naming{}, rarity: rarityOf(concepts), named: c.gradedBy(cases)}
	at := map[string]int{} // the places of the networks in x.named
	for n, number := range x.named {
		at[c.cards[number].network.ID] = n
		x.gains = append(x.gains, make([]float32, len(cases)))
	}
	for i := range cases {
		x.cases = append(x.cases, precedent{cases[i].ID, stage(cases[i].Stage), verdictsOf(&cases[i], at)})
		for _, v := range x.cases[i].verdicts {
			x.gains[v.number][i] = float32(v.gain)
		}
		x.enter(i, concepts[i])
	}
	c.experience = x
}

// verdictsOf are what a case says of the networks that have a place, in no order.
func verdictsOf(c *Case, at map[string]int) []verdict {
	var verdicts []verdict
	for id, grade := range c.Grades {
		if n, ok := at[id]; ok {
			verdicts = append(verdicts, verdict{n, gain(grade), c.Considered[id]})
		}
	}
	for id, considered := range c.Considered {
		if n, ok := at[id]; ok && c.Grades[id] == 0 {
			verdicts = append(verdicts, verdict{n, 0, considered})
		}
	}
	return verdicts
}

// gradedBy returns the networks that the cases name, by their numbers.
func (c *Corpus) gradedBy(cases []Case) (named []int32) {
	graded := map[string]bool{}
	for i := range cases {
		for id := range cases[i].Grades {
			graded[id] = true
		}
	}
	for number := range c.cards {
		if graded[c.cards[number].network.ID] {
			named = append(named, int32(number))
		}
	}
	return named
}

// conceptWeight is a concept and how much a case is about it.
type conceptWeight struct {
	ref    vocabulary.Ref
	weight float64
}

// known returns the concepts of a case that the vocabulary has, always in the same
// order, so that sums are the same to the last bit.
func (c *Corpus) known(names map[string]float64) []conceptWeight {
	var concepts []conceptWeight
	for _, name := range slices.Sorted(maps.Keys(names)) {
		scheme, id, _ := strings.Cut(name, ":")
		if ref := (vocabulary.Ref{Scheme: scheme, ID: id}); c.vocabulary.Concept(ref) != nil {
			concepts = append(concepts, conceptWeight{ref, names[name]})
		}
	}
	return concepts
}

func rarityOf(cases [][]conceptWeight) map[vocabulary.Ref]float64 {
	rarity := map[vocabulary.Ref]float64{}
	for _, concepts := range cases {
		for _, c := range concepts {
			rarity[c.ref]++
		}
	}
	for ref, df := range rarity {
		rarity[ref] = math.Log(1 + float64(len(cases))/df)
	}
	return rarity
}

// enter files a case under its concepts. One without any, or whose weights are too
// small for a direction, is like nobody.
func (x *experience) enter(number int, concepts []conceptWeight) {
	length := 0.0
	for _, c := range concepts {
		v := c.weight * x.rarity[c.ref]
		length += v * v
	}
	if length == 0 {
		return
	}
	for _, c := range concepts {
		x.holders[c.ref] = append(x.holders[c.ref], naming{number, c.weight * x.rarity[c.ref] / math.Sqrt(length)})
	}
}

// aboutness is how much an asker is about a concept that he names.
func (w *wish) aboutness() float64 { return w.sure * math.Sqrt(float64(w.count)) }

// similar says how like the asker each case is, 0 to 1: the cosine of what they
// name, less the farther apart their stages are.
func (x *experience) similar(a *asker) []float64 {
	like := make([]float64, len(x.cases))
	length := 0.0
	for i := range a.concepts {
		w := &a.concepts[i]
		v := w.aboutness() * x.rarity[w.concept.Ref]
		length += v * v
		for _, n := range x.holders[w.concept.Ref] {
			like[n.number] += v * n.part
		}
	}
	for i := range like {
		if like[i] == 0 || a.leaveOut[x.cases[i].id] {
			like[i] = 0
			continue
		}
		like[i] *= (1 - math.Abs(float64(x.cases[i].stage-a.stage))) / math.Sqrt(length)
	}
	return like
}

// recall adds what experience says of each network: of all that similar askers'
// cases count, the share in which it was found to fit. Doubt counts against
// networks of which little is known.
func (m *Matcher) recall(a *asker, recalled []float64) {
	x := &m.experience
	if a.network || m.model.Experience == 0 {
		return
	}
	a.similar = x.similar(a)
	yes, all := make([]float64, len(x.named)), make([]float64, len(x.named))
	for i, like := range a.similar {
		if like == 0 {
			continue
		}
		for _, v := range x.cases[i].verdicts {
			yes[v.number] += like * v.gain
			all[v.number] += like * (v.gain + v.considered)
		}
	}
	for n, number := range x.named {
		if yes[n] > 0 {
			recalled[number] = m.model.Experience * yes[n] / (all[n] + m.model.Doubt)
		}
	}
}
