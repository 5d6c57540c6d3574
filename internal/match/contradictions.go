package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// note says something to the asker once.
func (a *asker) note(key string, args ...any) {
	if text := say(a.lang, key, args...); !slices.Contains(a.Notes, text) {
		a.Notes = append(a.Notes, text)
	}
}

// phaseOrder is the course of a founding.
var phaseOrder = []string{string(profile.Idea), string(profile.PreSeed), string(profile.Seed), string(profile.Growth)}

// readPhase keeps one phase, and says which when there are more or when the size
// does not go with it.
func (a *asker) readPhase() {
	a.forgetHints()
	phases := a.phases()
	if len(phases) == 0 {
		return
	}
	counts := phases[0]
	for _, w := range phases[1:] {
		if w.outweighs(counts) {
			counts = w
		}
	}
	a.Phase = counts.concept.ID
	for _, w := range phases {
		if w.concept == counts.concept {
			continue
		}
		label, kept := w.concept.Label(a.lang), counts.concept.Label(a.lang)
		if counts.chosen {
			a.note("other_phase", label, kept)
		} else {
			a.note("two_phases", label, kept, kept)
		}
		a.forget(w.concept)
	}
	if outgrown(a.Phase, a.Size) {
		a.note("contradiction", a.Size)
	}
}

// outweighs tells which of two phases counts: the one given, else the later one,
// which the company has reached if it has come to the other.
func (w wish) outweighs(other wish) bool {
	if w.chosen != other.chosen {
		return w.chosen
	}
	return slices.Index(phaseOrder, w.concept.ID) > slices.Index(phaseOrder, other.concept.ID)
}

// forgetHints leaves out what only hints at a phase that the size has outgrown: who
// has 210 people and writes of "junge Firmen" means others.
func (a *asker) forgetHints() {
	for _, w := range a.phases() {
		if w.named || !outgrown(w.concept.ID, a.Size) {
			continue
		}
		a.note("hinted_phase", a.wordsBehind(w.concept), a.Size)
		a.forget(w.concept)
	}
}

// phases are those of the asker's concepts that are one, as they are now.
func (a *asker) phases() []wish {
	var list []wish
	for _, w := range a.concepts {
		if w.concept.Scheme == vocabulary.Phases {
			list = append(list, w)
		}
	}
	return list
}

// wordsBehind are the asker's words that a concept was read from.
func (a *asker) wordsBehind(c *vocabulary.Concept) string {
	for _, u := range a.Understood.Concepts {
		if u.Scheme == c.Scheme && u.ID == c.ID {
			return u.Words
		}
	}
	return ""
}

// forget takes a concept out of what was understood.
func (a *asker) forget(c *vocabulary.Concept) {
	a.concepts = slices.DeleteFunc(a.concepts, func(w wish) bool { return w.concept == c })
	a.Understood.Concepts = slices.DeleteFunc(a.Understood.Concepts, func(u Understanding) bool { return u.Scheme == c.Scheme && u.ID == c.ID })
}

// sameTownKm is how far apart two points of one town may lie, such as its middle and
// that of a postcode in it.
const sameTownKm = 5

// comparePlace says so when the text names places and none of them is the one given.
func (a *asker) comparePlace() {
	given := a.Understood.Place
	said := slices.DeleteFunc(slices.Clone(a.read.places), func(x place.Mention) bool { return !a.read.isName(x) })
	if len(said) == 0 || slices.ContainsFunc(said, func(x place.Mention) bool { return overlap(&x.Place, given) }) {
		return
	}
	a.note("other_place", a.read.text[said[0].Start:said[0].End], given.Name)
}

// isName tells whether what may be a place is written as a name: there are places
// called Laufen and Ohne.
func (r *reading) isName(x place.Mention) bool {
	stop := func(t german.Token) bool { return t.Stop && t.Start == x.Start && t.End == x.End }
	first, _ := utf8.DecodeRuneInString(r.text[x.Start:])
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && !slices.ContainsFunc(r.tokens, stop)
}

// overlap tells whether two places may be the same, or one lies in the other.
func overlap(p, q *place.Place) bool {
	if p.Kind == place.State || q.Kind == place.State {
		return p.State == q.State
	}
	if strings.HasSuffix(p.Name, " "+q.Name) || strings.HasSuffix(q.Name, " "+p.Name) {
		return true // "89073 Ulm"
	}
	return place.DistanceKm(p.Lat, p.Lon, q.Lat, q.Lon) <= sameTownKm+p.RadiusKm+q.RadiusKm
}
