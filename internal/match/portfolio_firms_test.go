package match

import (
	"math"
	"slices"
	"testing"

	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// TestPortfolio holds the portfolio of every firm to what is promised of it.
func TestPortfolio(t *testing.T) {
	m := realMatcher(t)
	for _, set := range []string{"companies-dev.jsonl", "companies-own.jsonl"} {
		several := 0
		ids, requests := firms(t, set)
		if testing.Short() {
			ids, requests = ids[:fewFirms], requests[:fewFirms]
		}
		for i, r := range requests {
			r.Limit = portfolioDepth
			out := answer(t, m, r)
			l := m.ledgerOf(t, ids[i], r)
			if len(out.Portfolio) > 0 {
				several++
				l.checkLists(out)
			} else if len(out.Open) > 0 {
				t.Errorf("%s: %v is open and there is no portfolio", ids[i], out.Open)
			}
			l.checkChoice(out)
		}
		if several < len(ids)/2 {
			t.Errorf("%s: %d of %d firms have a portfolio", set, several, len(ids))
		}
	}
}

// ledger reckons anew, from the profiles alone, what a portfolio brings to an asker.
type ledger struct {
	t       testing.TB
	m       *Matcher
	firm    string
	wishes  []*vocabulary.Concept
	weights []float64
	covered []float64 // of each wish by the networks taken so far
}

// ledgerOf lists what the asker named that a portfolio may cover, rare things weighing
// more.
func (m *Matcher) ledgerOf(t testing.TB, firm string, r Request) *ledger {
	t.Helper()
	a, err := m.understand(&r)
	if err != nil {
		t.Fatal(err)
	}
	l := &ledger{t: t, m: m, firm: firm}
	for _, w := range a.concepts {
		switch w.concept.Scheme {
		case vocabulary.Phases, vocabulary.TargetGroups:
			continue
		}
		weight := w.sure
		if h := m.concepts[w.concept.Ref]; h != nil {
			n, df := float64(len(m.cards)), float64(len(h.cards))
			weight *= math.Pow(math.Log(1+(n-df+0.5)/(df+0.5)), m.model.IDFPower)
		}
		l.wishes, l.weights, l.covered = append(l.wishes, w.concept), append(l.weights, weight), append(l.covered, 0)
	}
	return l
}

// share is how much of a wish a network has: all when it bears that or something
// narrower, half when it bears what stands right above and is no whole branch.
func (l *ledger) share(id string, wish *vocabulary.Concept) float64 {
	if l.m.bears(l.t, id, wish.Ref) {
		return 1
	}
	for _, above := range wish.Broader() {
		if len(above.Broader()) > 0 && l.m.bears(l.t, id, above.Ref) {
			return aboveShare
		}
	}
	return 0
}

// added is the share of all wishes that a network would add to those taken.
func (l *ledger) added(id string) float64 {
	added, sum := 0.0, 0.0
	for i, wish := range l.wishes {
		added += max(0, l.share(id, wish)-l.covered[i]) * l.weights[i]
		sum += l.weights[i]
	}
	return added / max(sum, math.SmallestNonzeroFloat64)
}

func (l *ledger) take(id string) {
	for i, wish := range l.wishes {
		l.covered[i] = max(l.covered[i], l.share(id, wish))
	}
}

// tolerance is for sums that are added up in another order.
const tolerance = 1e-9

// worth is what a match would add, times its score; 0 when it would add too little.
func (l *ledger) worth(x Match) float64 {
	added := l.added(x.Network.ID)
	if added < minGain-tolerance {
		return 0
	}
	return added * x.Score
}

// next is where the match stands that a greedy cover takes: the best one first if it
// adds enough, else the one worth most; false when none is worth anything.
func (l *ledger) next(left []Match, first bool) (at int, ok bool) {
	if len(left) == 0 {
		return 0, false
	}
	if first && l.worth(left[0]) > 0 {
		return 0, true
	}
	for i, x := range left {
		if l.worth(x) > l.worth(left[at])+tolerance {
			at = i
		}
	}
	return at, l.worth(left[at]) > 0
}

// checkChoice holds the parts to the greedy cover: each adds enough, no other would
// have been worth more, and the cover ends only when nobody adds enough.
func (l *ledger) checkChoice(out *Outcome) {
	l.t.Helper()
	clear(l.covered)
	left := slices.Clone(out.Matches)
	for n, p := range out.Portfolio {
		at := slices.IndexFunc(left, func(x Match) bool { return x.Network == p.Network })
		if at < 0 {
			l.t.Fatalf("%s: %s stands twice, or is none of the best", l.firm, p.Network.ID)
		}
		next, _ := l.next(left, n == 0)
		got, most := l.worth(left[at]), l.worth(left[next])
		if got == 0 || got < most-tolerance || n == 0 && next == 0 && at != 0 {
			l.t.Errorf("%s: part %d is %s, which adds %.3f, worth %.4f; %s would be worth %.4f",
				l.firm, n+1, p.Network.ID, l.added(p.Network.ID), got, left[next].Network.ID, most)
		}
		l.take(p.Network.ID)
		left = slices.Delete(left, at, at+1)
	}
	if at, ok := l.next(left, true); len(out.Portfolio) == 0 && ok {
		l.take(left[at].Network.ID) // alone it is no portfolio
		left = slices.Delete(left, at, at+1)
	}
	if at, ok := l.next(left, false); ok && len(out.Portfolio) < maxParts && l.added(left[at].Network.ID) > minGain+tolerance {
		l.t.Errorf("%s: %s is left out and adds %.3f", l.firm, left[at].Network.ID, l.added(left[at].Network.ID))
	}
}

// checkLists holds what is said of each part to what its network has, and everything
// that was named to a part or to what stays open.
func (l *ledger) checkLists(out *Outcome) {
	l.t.Helper()
	if n := len(out.Portfolio); n < minParts || n > maxParts {
		l.t.Errorf("%s: a portfolio of %d", l.firm, n)
	}
	clear(l.covered)
	earlier := map[string]bool{}
	for _, p := range out.Portfolio {
		l.checkPart(p, earlier)
		l.take(p.Network.ID)
		for _, c := range p.Covers {
			earlier[c.Label] = true
		}
	}
	for i, wish := range l.wishes {
		open := slices.ContainsFunc(out.Open, func(c search.Concept) bool { return c.Scheme == wish.Scheme && c.ID == wish.ID })
		if open != (l.covered[i] == 0) {
			l.t.Errorf("%s: %v is covered by %v, and open: %v", l.firm, wish.Ref, l.covered[i], open)
		}
		if label := wish.Label("de"); !open && !earlier[label] {
			l.t.Errorf("%s: no part says that it covers %s", l.firm, label)
		}
	}
	if (len(out.Open) > 0) != (out.Contact != nil) {
		l.t.Errorf("%s: %d wishes are open, and the contact is %v", l.firm, len(out.Open), out.Contact)
	}
}

// checkPart holds the lists of one part to what its network has beyond the earlier
// ones. A name is said once in a list: a technology and an industry may share it.
func (l *ledger) checkPart(p Part, earlier map[string]bool) {
	l.t.Helper()
	covers, twice := l.read(p, p.Covers), l.read(p, p.Twice)
	if len(p.Covers) == 0 {
		l.t.Errorf("%s: %s covers nothing", l.firm, p.Network.ID)
	}
	for i, wish := range l.wishes {
		share, label := l.share(p.Network.ID, wish), wish.Label("de")
		if covers[wish.Ref] && share <= l.covered[i] {
			l.t.Errorf("%s: %s covers %v of %v, the earlier ones %v", l.firm, p.Network.ID, share, wish.Ref, l.covered[i])
		}
		if twice[wish.Ref] && (share > l.covered[i] || !earlier[label]) {
			l.t.Errorf("%s: %s covers %v of %v besides, the earlier ones %v", l.firm, p.Network.ID, share, wish.Ref, l.covered[i])
		}
		list := p.Twice
		if share > l.covered[i] {
			list = p.Covers
		}
		if share > 0 && !slices.ContainsFunc(list, func(c Covered) bool { return c.Label == label }) {
			l.t.Errorf("%s: %s has %v, which is not said", l.firm, p.Network.ID, wish.Ref)
		}
	}
}

// read returns what a list of a part names. As is set where the network has only what
// stands above.
func (l *ledger) read(p Part, list []Covered) map[vocabulary.Ref]bool {
	l.t.Helper()
	refs, labels := map[vocabulary.Ref]bool{}, map[string]bool{}
	for _, c := range list {
		at := slices.IndexFunc(l.wishes, func(w *vocabulary.Concept) bool { return w.Scheme == c.Scheme && w.ID == c.ID })
		if at < 0 || labels[c.Label] || l.share(p.Network.ID, l.wishes[at]) == 0 {
			l.t.Errorf("%s: %s covers %v, which it has not, or twice, or nobody asked for", l.firm, p.Network.ID, c)
			continue
		}
		wish := l.wishes[at]
		refs[wish.Ref], labels[c.Label] = true, true
		itself := l.m.bears(l.t, p.Network.ID, wish.Ref)
		if itself != (c.As == "") || !itself && !l.m.bearsAbove(l.t, p.Network.ID, wish, c.As) {
			l.t.Errorf("%s: %s covers %v as %q", l.firm, p.Network.ID, wish.Ref, c.As)
		}
	}
	return refs
}

// bearsAbove tells whether a profile names the concept right above that has the
// label.
func (m *Matcher) bearsAbove(t testing.TB, id string, c *vocabulary.Concept, label string) bool {
	return slices.ContainsFunc(c.Broader(), func(above *vocabulary.Concept) bool {
		return above.Label("de") == label && m.bears(t, id, above.Ref)
	})
}

// bears tells whether a profile names a concept or a narrower one.
func (m *Matcher) bears(t testing.TB, id string, ref vocabulary.Ref) bool {
	l := m.postings.concepts[ref]
	return l != nil && slices.Contains(l.cards, int32(m.numberOf(t, id)))
}
