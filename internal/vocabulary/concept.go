package vocabulary

import (
	"iter"
	"slices"
)

// The concept schemes. Each is one file of the vocabulary.
const (
	Technologies = "technologies"
	Industries   = "industries"
	Needs        = "needs"
	Phases       = "phases"
	TargetGroups = "target_groups"
	Kinds        = "kinds"
)

// Schemes are all concept schemes, in the order in which they are shown.
var Schemes = []string{Technologies, Industries, Needs, Phases, TargetGroups, Kinds}

// Ref names a concept. Ids are unique within their scheme.
type Ref struct {
	Scheme, ID string
}

// Concept is a notion with its labels and its neighbours.
type Concept struct {
	Ref
	prefLabel   map[string]string
	altLabel    map[string][]string
	hiddenLabel map[string][]string
	broader     []*Concept
	narrower    []*Concept
	related     []*Concept
	suggests    []*Concept
}

// Label returns the preferred label in that language, the German one when there
// is none.
func (c *Concept) Label(lang string) string {
	if l := c.prefLabel[lang]; l != "" {
		return l
	}
	return c.prefLabel["de"]
}

// AltLabels returns the other labels in that language, none when there are none.
func (c *Concept) AltLabels(lang string) []string { return c.altLabel[lang] }

// Labels returns every preferred, alternative and hidden label in a language, in this
// order.
func (c *Concept) Labels(lang string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, label := range slices.Concat([]string{c.prefLabel[lang]}, c.altLabel[lang], c.hiddenLabel[lang]) {
			if label != "" && !yield(label) {
				return
			}
		}
	}
}

// Broader returns the concepts directly above c.
func (c *Concept) Broader() []*Concept { return c.broader }

// Narrower returns the concepts directly below c, in the order of the file.
func (c *Concept) Narrower() []*Concept { return c.narrower }

// Related returns the concepts that go along with c, also of other schemes.
func (c *Concept) Related() []*Concept { return c.related }

// Suggests returns what an adviser thinks of next when somebody names c: the
// industries that buy from it, the technologies and needs that come with it. It
// goes one way; none when the vocabulary names nothing.
func (c *Concept) Suggests() []*Concept { return c.suggests }

// Above returns every concept above c with the number of steps, without c.
func (c *Concept) Above() map[*Concept]int {
	return walk(c, func(x *Concept) []*Concept { return x.broader })
}

// Below returns every concept below c with the number of steps, without c.
func (c *Concept) Below() map[*Concept]int {
	return walk(c, func(x *Concept) []*Concept { return x.narrower })
}

// walk collects what is reached from c by next, breadth first.
func walk(c *Concept, next func(*Concept) []*Concept) map[*Concept]int {
	seen := map[*Concept]int{c: 0}
	for queue := []*Concept{c}; len(queue) > 0; queue = queue[1:] {
		for _, n := range next(queue[0]) {
			if _, ok := seen[n]; !ok {
				seen[n] = seen[queue[0]] + 1
				queue = append(queue, n)
			}
		}
	}
	delete(seen, c)
	return seen
}
