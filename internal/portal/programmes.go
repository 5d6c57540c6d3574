package portal

import (
	"cmp"
	"slices"
	"strings"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// programmeView is a programme that founders apply to, with those through whom
// one gets it. It is no place to go to.
type programmeView struct {
	cardView
	Phases  string
	Offers  []string
	Through []partnerView
	fit     float64
}

// partnerView is a partner of a programme; URL is empty for one without a
// profile. Fits says that it is among the matches, Reason why.
type partnerView struct {
	link
	Fits   bool
	Reason string
	fit    float64
}

// isProgramme tells a programme from a contact point by the legal form of its
// record. A missing town does not tell: state-wide banks have none either.
func isProgramme(n *profile.Network) bool {
	return strings.HasPrefix(n.LegalForm, "Förderprogramm")
}

// servesFounders says whether the record names anything for founders.
func servesFounders(n *profile.Network) bool {
	return n.Kind == profile.StartupContact || len(n.FounderSupport) > 0
}

// programmes are all living programmes that serve the phase, or say none; any
// phase will do when it is empty. Those that fit best come first.
func (p *Portal) programmes(pg *page, phase string, matches []match.Match) []programmeView {
	fits := map[string]match.Match{}
	for _, m := range matches {
		fits[m.Network.ID] = m
	}
	var views []programmeView
	for _, n := range p.Directory.Networks() {
		if n.Ended() || !isProgramme(n) || phase != "" && len(n.Phases) > 0 && !slices.Contains(n.Phases, profile.Phase(phase)) {
			continue
		}
		view := programmeView{
			cardView: p.cardView(pg, n, -1), Phases: p.phasesOf(pg, n),
			Offers: n.FounderSupport, Through: p.through(pg, n, fits), fit: fits[n.ID].Score,
		}
		view.Place, view.Kind = "", ""
		views = append(views, view)
	}
	slices.SortStableFunc(views, func(a, b programmeView) int { return cmp.Compare(b.fit, a.fit) })
	return views
}

func (p *Portal) phasesOf(pg *page, n *profile.Network) string {
	var labels []string
	for _, phase := range n.Phases {
		labels = append(labels, p.Searcher.Label("phase", string(phase), pg.Lang))
	}
	return strings.Join(labels, ", ")
}

// through lists the partners that a programme names, and the networks whose
// support for founders names the programme; those that fit the asker lead.
func (p *Portal) through(pg *page, programme *profile.Network, fits map[string]match.Match) []partnerView {
	var views []partnerView
	seen := map[string]bool{programme.ID: true}
	add := func(n *profile.Network) {
		if seen[n.ID] || n.Ended() || isProgramme(n) {
			return
		}
		seen[n.ID] = true
		v := partnerView{link: link{n.Name, pg.Link("/networks/" + n.ID)}}
		if m, ok := fits[n.ID]; ok && len(m.Reasons) > 0 {
			v.Fits, v.Reason, v.fit = true, m.Reasons[0].Text, m.Score
		}
		views = append(views, v)
	}
	var strangers []partnerView
	for _, name := range programme.Partners {
		if n := p.named(name); n != nil {
			add(n)
		} else {
			strangers = append(strangers, partnerView{link: link{Text: name}})
		}
	}
	names := programmeNames(programme)
	for _, n := range p.Directory.Networks() {
		if slices.ContainsFunc(n.FounderSupport, func(offer string) bool { return mentions(offer, names) }) {
			add(n)
		}
	}
	slices.SortStableFunc(views, func(a, b partnerView) int { return cmp.Compare(b.fit, a.fit) })
	return append(views, strangers...)
}

// named is the living network of that name or other name, whatever the legal
// form behind it, nil when none has it.
func (p *Portal) named(name string) *profile.Network {
	for _, n := range p.Directory.Networks() {
		same := func(other string) bool { return strings.EqualFold(bareName(other), bareName(name)) }
		if !n.Ended() && (same(n.Name) || slices.ContainsFunc(n.Aliases, same)) {
			return n
		}
	}
	return nil
}

var legalForms = []string{" GmbH", " gGmbH", " AG", " e.V.", " e. V.", " eG"}

func bareName(name string) string {
	for _, form := range legalForms {
		name = strings.TrimSuffix(name, form)
	}
	return name
}

// minProgrammeName is the length in bytes from which a name is told from a
// common word.
const minProgrammeName = 10

// programmeNames are the names under which others speak of a programme, in
// small letters: without the state, and singly where a name joins two.
func programmeNames(n *profile.Network) []string {
	var names []string
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		for _, part := range strings.Split(name, " und ") {
			part = strings.TrimSuffix(strings.TrimSuffix(part, " Baden-Württemberg"), " BW")
			if len(part) >= minProgrammeName {
				names = append(names, strings.ToLower(part))
			}
		}
	}
	return names
}

func mentions(offer string, names []string) bool {
	offer = strings.ToLower(offer)
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(offer, name) })
}

// labelled makes options of buckets, in the order of their labels.
func labelled(values []search.Bucket, chosen []string) []option {
	var options []option
	for _, b := range values {
		options = append(options, option{b.Value, b.Label, slices.Contains(chosen, b.Value)})
	}
	slices.SortFunc(options, func(a, b option) int { return strings.Compare(sortKey(a.Label), sortKey(b.Label)) })
	return options
}
