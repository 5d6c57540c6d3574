package german

import (
	"slices"
	"strings"
)

// step is the cheapest way found to cover the letters up to here.
type step struct {
	cost int
	from int
	cut  cut
}

// segment returns the cheapest cover of the key by entries, nil when there is
// none. With allowWhole the word itself may be its only piece; without, it has
// two pieces at least.
func (l *lexicon) segment(k *splitKey, allowWhole bool) []cut {
	n := len(k.text)
	run := segmentation{lex: l, key: k, allowWhole: allowWhole, best: make([]step, n+1)}
	for i := 1; i <= n; i++ {
		run.best[i].cost = never
	}
	for i := 0; i+2 < n; i++ {
		if run.best[i].cost < never && k.isBorder(i) {
			run.extend(i)
		}
	}
	if run.best[n].cost >= never {
		return nil
	}
	var cuts []cut
	for i := n; i > 0; i = run.best[i].from {
		cuts = append(cuts, run.best[i].cut)
	}
	slices.Reverse(cuts)
	return cuts
}

// segmentation is one run of segment.
type segmentation struct {
	lex        *lexicon
	key        *splitKey
	allowWhole bool
	best       []step
}

// extend tries every entry that begins at letter i.
func (g *segmentation) extend(i int) {
	n := len(g.key.text)
	var buf [2 * maxLetters]byte
	for j := i + 2; j <= n && j-i <= g.lex.longest; j++ {
		e, ok := g.lex.entries[g.key.text[i:j]]
		if !ok && g.key.dropped != nil {
			e, ok = g.lex.entries[string(g.key.appendFolded(buf[:0], i, j))]
		}
		if ok {
			g.place(i, j, e)
		}
	}
}

// place tries the entry e at letters i to j with all that may follow it.
func (g *segmentation) place(i, j int, e entry) {
	n := len(g.key.text)
	if e.class > 0 {
		cost := pieceCost(e.class, j-i)
		if j == n {
			if e.role&last != 0 {
				g.reach(i, n, cost, cut{end: n, stem: n})
			}
			return
		}
		if e.role&last != 0 {
			g.inflect(i, j, cost)
		}
		if e.role&first != 0 {
			g.link(i, j, cost, e)
		}
	}
	if e.elided > 0 && j < n && j-i >= 4 {
		c := cut{end: j, stem: j, restore: "en"[:e.restore]}
		g.reach(i, j, e.elisionCost()+shortCost(j-i), c)
	}
}

// link tries the entry as a part in front of another, bare and with linking
// letters.
func (g *segmentation) link(i, j, cost int, e entry) {
	text := g.key.text
	always := takesS(text[i:j]) && e.role&bound == 0
	bare := 0
	if always {
		bare = costBareSuffix
	}
	g.reach(i, j, cost+bare, cut{end: j, stem: j})
	if e.role&bound != 0 || j-i < 3 {
		return
	}
	for _, l := range links {
		if strings.HasPrefix(text[j:], l.letters) && j+len(l.letters) < len(text) {
			extra := l.cost
			if always && l.letters == "s" {
				extra = 0
			}
			g.reach(i, j+len(l.letters), cost+extra, cut{end: j + len(l.letters), stem: j})
		}
	}
}

// inflect tries the entry as the last part with an ending behind it. The ending
// stays with the base: the stemmer takes it off as it does for any other word.
func (g *segmentation) inflect(i, j, cost int) {
	n := len(g.key.text)
	if j-i < 3 || n-j > 5 || !slices.Contains(inflections, g.key.text[j:]) {
		return
	}
	if g.lex.forbidden[g.key.text[i:]]&last != 0 {
		return
	}
	g.reach(i, n, cost+costInflected*(n-j), cut{end: n, stem: n})
}

// reach records a way to cover the letters up to j whose last piece begins at i.
func (g *segmentation) reach(i, j, cost int, c cut) {
	if !g.key.isBorder(j) || !g.allowWhole && j-i == len(g.key.text) {
		return
	}
	if cost += g.best[i].cost; cost < g.best[j].cost {
		g.best[j] = step{cost: cost, from: i, cut: c}
	}
}

// pieceCost is the cost of a noun or bound form of so many letters.
func pieceCost(class uint8, letters int) int {
	return costPiece + costPerClass*(topClass-int(class)) + shortCost(letters)
}

// shortCost makes short pieces dear, because they turn up in other words by
// chance.
func shortCost(letters int) int {
	switch {
	case letters <= 3:
		return costThree
	case letters == 4:
		return costFour
	}
	return 0
}

// takesS tells nouns that take -s before another noun.
func takesS(stem string) bool {
	for _, ending := range sLinked {
		if len(stem) > len(ending)+2 && strings.HasSuffix(stem, ending) {
			return true
		}
	}
	return false
}
