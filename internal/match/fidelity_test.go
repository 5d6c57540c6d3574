package match

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"

	"golang.org/x/sync/errgroup"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// The top matches of every firm of the development set are held to their
// reasons: what a reason names is deleted from the profile, and the score falls
// by what the reason says.
const fidelityDepth = 5

// fewFirms are enough where only races are looked for.
const fewFirms = 12

// removal is what is left of a match without one of its reasons.
type removal struct {
	firm, network, reason string
	share, before, after  float64
	still                 bool // the reason is given all the same
}

func TestFidelity(t *testing.T) {
	lab := newLab(t)
	ids, requests := firms(t, "companies-dev.jsonl")
	if testing.Short() {
		ids = ids[:fewFirms]
		t.Logf("short: the first %d firms", fewFirms)
	}
	var mu sync.Mutex
	var all []removal
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range ids {
		group.Go(func() error {
			found := lab.try(ids[i], requests[i], fidelityDepth)
			mu.Lock()
			defer mu.Unlock()
			all = append(all, found...)
			return nil
		})
	}
	_ = group.Wait() // faults are told below
	least, whole := 1.0, 0
	for _, r := range all {
		kept := (r.before - r.after) / r.share
		if least = min(least, kept); kept >= wholeShare {
			whole++
		}
		if r.still {
			t.Errorf("%s, %s: %s is named though its facts are gone", r.firm, r.network, r.reason)
		}
		if kept < leastShare {
			t.Errorf("%s, %s: without %s (%.5f) the score goes from %.5f to %.5f", r.firm, r.network, r.reason, r.share, r.before, r.after)
		}
	}
	if float64(whole) < wholeOften*float64(len(all)) {
		t.Errorf("without %d of %d reasons only the score falls by what they say", whole, len(all))
	}
	t.Logf("%d reasons; without each the score falls, in %.1f %% by %.0f %% of the reason or more, at least by %.0f %%",
		len(all), 100*float64(whole)/float64(len(all)), 100*wholeShare, 100*least)
}

// Without the facts of any reason the score falls by leastShare of it: when nobody
// else states them, the ideal by which scores are divided falls too, by no more
// than the facts gave. For wholeOften of the reasons it falls by wholeShare, which
// counts as all of it: a fact that is gone also changes how rare others are.
const (
	leastShare = 0.5
	wholeShare = 0.9
	wholeOften = 0.99
)

// lab holds the analysed profiles, so that one can be exchanged.
type lab struct {
	m     *Matcher
	pages []*page
	// concepts and terms are what the pages hold; nil for everything.
	concepts map[vocabulary.Ref]bool
	terms    map[string]bool
}

func newLab(t *testing.T) *lab {
	l := &lab{m: realMatcher(t)}
	for _, c := range l.m.cards {
		l.pages = append(l.pages, l.m.page(c.network))
	}
	return l
}

// without is a Matcher with another profile in place of one.
func (l *lab) without(card int, n *profile.Network) *Matcher {
	c := *l.m.Corpus
	pages := slices.Clone(l.pages)
	pages[card] = l.keep(l.m.page(n))
	c.fill(pages)
	return c.With(l.m.model)
}

// about is a lab whose pages hold only what a request asks for, which makes a
// Matcher in a moment.
func (l *lab) about(a *asker) *lab {
	small := &lab{m: l.m, concepts: map[vocabulary.Ref]bool{}, terms: map[string]bool{}}
	for _, it := range a.items {
		if it.held != nil {
			small.concepts[it.held.Ref] = true
		}
	}
	for _, t := range slices.Concat(a.terms, a.places) {
		small.terms[t.term] = true
	}
	for _, p := range l.pages {
		small.pages = append(small.pages, small.keep(p))
	}
	return small
}

func (l *lab) keep(p *page) *page {
	if l.terms == nil {
		return p
	}
	small := *p
	small.concepts, small.terms = map[vocabulary.Ref]*entry{}, map[string]*entry{}
	for ref := range l.concepts {
		if e := p.concepts[ref]; e != nil {
			small.concepts[ref] = e
		}
	}
	for term := range l.terms {
		if e := p.terms[term]; e != nil {
			small.terms[term] = e
		}
	}
	return &small
}

// try deletes what each reason of a firm's best matches names, so many of them.
func (l *lab) try(firm string, r Request, depth int) []removal {
	r = l.m.Prepare(r)
	a, ranked := l.m.detailed(r, depth)
	l = l.about(a)
	var removals []removal
	for _, t := range ranked {
		c := l.m.cards[t.card]
		for _, reason := range l.m.reasons(a, t) {
			after := l.withoutReason(a, t, reason.Reason)
			score, still := after.scoreOf(r, t.card, reason.Reason)
			removals = append(removals, removal{firm, c.network.ID, fmt.Sprintf("%s %s: %s", reason.Feature, reason.Concept, reason.Text), reason.Score, t.total(), score, still})
		}
	}
	return removals
}

// withoutReason is a Matcher that knows nothing of what a reason names.
func (l *lab) withoutReason(a *asker, t *tally, reason profile.Reason) *Matcher {
	stripped := clone(l.m.cards[t.card].network)
	if reason.Feature != string(Recalled) {
		l.strip(stripped, a, t, reason)
		return l.without(t.card, stripped)
	}
	m := l.without(t.card, stripped)
	cases := DefaultCases()
	for _, c := range cases {
		delete(c.Grades, stripped.ID)
	}
	m.Remember(cases)
	return m
}

// detailed ranks and explains.
func (m *Matcher) detailed(r Request, depth int) (*asker, []*tally) {
	a, err := m.understand(&r)
	if err != nil {
		panic(err)
	}
	if !m.speaks(a, &r) {
		return a, nil
	}
	ranked := m.rank(a, max(depth, portfolioDepth))
	m.explain(a, ranked)
	return a, ranked[:min(len(ranked), depth)]
}

// scoreOf is what one network reaches, 0 when it is no longer named, and whether
// it is for that reason.
func (m *Matcher) scoreOf(r Request, card int, reason profile.Reason) (score float64, still bool) {
	a, ranked := m.detailed(r, len(m.cards))
	for _, t := range ranked {
		if t.card != card {
			continue
		}
		for _, other := range m.reasons(a, t) {
			still = still || other.Feature == reason.Feature && other.Concept == reason.Concept && other.Evidence == reason.Evidence
		}
		return t.total(), still
	}
	return 0, false
}

// strip deletes what a reason names from the profile.
func (l *lab) strip(n *profile.Network, a *asker, t *tally, reason profile.Reason) {
	switch {
	case reason.Feature == string(Founder):
		for _, f := range l.m.cards[t.card].young {
			remove(n, l.m.cards[t.card].facts[f])
		}
	case reason.Field == "reach":
		n.Reach = ""
	case (reason.Field == "city" || reason.Field == "region") && reason.Feature == string(Place):
		n.City, n.Postcode, n.Region = "", "", ""
	default:
		c := l.m.cards[t.card]
		for _, g := range group(t.shares) {
			if made := l.m.reasonOf(a, c, g, 1); made.Evidence != reason.Evidence || made.Text != reason.Text {
				continue
			}
			for _, f := range g.facts {
				remove(n, c.facts[f])
			}
			return
		}
		panic("no facts behind " + reason.Text)
	}
}

// remove deletes one fact from a profile.
func remove(n *profile.Network, f fact) {
	lists := map[string]*[]string{
		"aliases": &n.Aliases, "technologies": &n.Technologies, "industries": &n.Industries, "applications": &n.Applications,
		"value_chain": &n.ValueChain, "services": &n.Services, "founder_support": &n.FounderSupport, "target_groups": &n.TargetGroups,
	}
	switch f.field {
	case "name":
		n.Name = ""
	case "summary_de":
		n.SummaryDE = ""
	case "summary_en":
		n.SummaryEN = ""
	case "phases":
		n.Phases = slices.DeleteFunc(n.Phases, func(p profile.Phase) bool { return string(p) == f.value })
	case "activities":
		n.Activities = slices.DeleteFunc(n.Activities, func(a profile.Activity) bool { return a.What == f.value })
	default:
		list := lists[f.field]
		if list == nil || !slices.Contains(*list, f.value) {
			panic("no such fact: " + f.field + ": " + f.value)
		}
		*list = slices.DeleteFunc(*list, func(v string) bool { return v == f.value })
	}
}

// TestRemove holds the tool of this test to its purpose.
func TestRemove(t *testing.T) {
	for _, c := range realMatcher(t).cards {
		for _, f := range c.facts {
			if f.field == "kind" {
				continue
			}
			n := clone(c.network)
			remove(n, f)
			for _, left := range textFacts(n) {
				if left.field == f.field && left.text == f.value {
					t.Fatalf("%s: %s %q is still there", n.ID, f.field, f.value)
				}
			}
		}
	}
}
