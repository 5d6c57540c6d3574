package place

import "strings"

// Mention is a place that a text names.
type Mention struct {
	Place Place
	// Start and End are the byte offsets of the name in the text, with the
	// postcode or the word "Region" before it, without a preposition.
	Start, End int
}

// minTownAbroad is the weight from which a town outside Baden-Württemberg is
// taken for a place without a word before it that says so: one with several
// postcodes.
const minTownAbroad = weightTown + 8

// prepositions announce a place, and make a name that is also a common word
// one.
var prepositions = map[string]bool{
	"in": true, "bei": true, "nahe": true, "raum": true, "region": true, "aus": true, "um": true,
	"rund": true, "near": true, "from": true, "around": true, "stadt": true, "nach": true, "sitz": true,
	"standort": true, "ort": true, "von": true, "kreis": true, "landkreis": true, "umgebung": true,
}

// Mentions returns the places named in a running text, in its order. The
// longest name wins. Names that are common words as well (see ambiguous.txt),
// and small towns outside Baden-Württemberg, count only behind a preposition or
// a postcode. A town's adjective ("Tuttlinger") names the town when it is
// written with a capital.
func (g *Gazetteer) Mentions(text string) []Mention {
	list := words(text)
	var mentions []Mention
	for i := 0; i < len(list); {
		if m, n := g.mentionAt(list, i); n > 0 {
			m.Start, m.End = list[i].start, list[i+n-1].end
			mentions = append(mentions, m)
			i += n
			continue
		}
		i++
	}
	return mentions
}

// mentionAt looks for a place that begins with the word at i, and returns how
// many words it takes.
func (g *Gazetteer) mentionAt(list []word, i int) (Mention, int) {
	if p, ok := g.postcodes[list[i].key]; ok {
		return Mention{Place: *p}, 1 + g.townAfter(list, i+1)
	}
	announced := i > 0 && prepositions[list[i-1].key]
	for n := min(g.longest, len(list)-i); n > 0; n-- {
		entries := g.byKey[joined(list[i:i+n])]
		if len(entries) > 0 && g.believable(entries[0], list[i:i+n], announced) {
			return Mention{Place: *entries[0].Place}, n
		}
	}
	if e, ok := g.adjective(list[i]); ok {
		return Mention{Place: *e.Place}, 1
	}
	return Mention{}, 0
}

// townAfter returns how many words behind a postcode name a town.
func (g *Gazetteer) townAfter(list []word, i int) int {
	for n := min(g.longest, len(list)-i); n > 0; n-- {
		if len(g.byKey[joined(list[i:i+n])]) > 0 {
			return n
		}
	}
	return 0
}

// believable tells whether words that are the name of a place mean the place.
func (g *Gazetteer) believable(e entry, list []word, announced bool) bool {
	known := e.InHome() || e.Kind == State || e.weight >= minTownAbroad
	if g.ambiguous[joined(list)] {
		return known && announced && list[0].upper
	}
	return known || announced && list[0].upper
}

// adjective finds the town behind "Tuttlinger", "Karlsruher", "Ulmer".
func (g *Gazetteer) adjective(w word) (entry, bool) {
	stem, ok := strings.CutSuffix(w.key, "er")
	if !ok || !w.upper || len(stem) < 3 {
		return entry{}, false
	}
	for _, ending := range []string{"", "e", "en"} {
		if list := g.byKey[stem+ending]; len(list) > 0 && list[0].InHome() && list[0].Kind == Town && !g.ambiguous[stem+ending] && !g.ambiguous[w.key] {
			return list[0], true
		}
	}
	return entry{}, false
}

func joined(list []word) string {
	if len(list) == 1 {
		return list[0].key
	}
	var b strings.Builder
	for i, w := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.key)
	}
	return b.String()
}
