package portal

import (
	"strconv"
	"strings"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// fact is a key of a profile with its values and the sources that state it.
type fact struct {
	Label string
	// Key is the key of the profile.
	Key     string
	Items   []item
	Sources []sourceView
	// Age is "old" or "unknown" where the sources are, else empty.
	Age string
}

// item is one value; Lang is its language where it may differ from the page's.
type item struct{ Text, URL, Lang string }

// factList gathers facts and passes over empty ones.
type factList struct {
	network *profile.Network
	lang    string
	age     func([]profile.Source) string
	facts   []fact
}

// add enters a fact under the label of its first key, with the sources of all.
func (l *factList) add(items []item, label string, keys ...string) {
	var shown []item
	for _, i := range items {
		if i.Text != "" {
			shown = append(shown, i)
		}
	}
	if len(shown) == 0 {
		return
	}
	var sources []profile.Source
	for _, key := range keys {
		sources = append(sources, l.network.SourcesFor(key)...)
	}
	l.facts = append(l.facts, fact{label, keys[0], shown, sourceViews(sources), l.age(sources)})
}

// german enters values that the profiles state in German only.
func (l *factList) german(key string, values []string) {
	var items []item
	for _, v := range values {
		items = append(items, item{Text: v, Lang: "de"})
	}
	l.add(items, search.FieldLabel(key, l.lang), key)
}

func one(text string) []item { return []item{{Text: text}} }

// facts are the short facts: what, where, since when.
func (p *Portal) facts(pg *page, n *profile.Network) []fact {
	t := pg.locale.text
	l := &factList{network: n, lang: pg.Lang, age: p.age}
	l.add(one(p.Searcher.Label("kind", string(n.Kind), pg.Lang)), t("fact.kind"), "kind")
	if n.Status != "" {
		l.add(one(t("status."+string(n.Status))), t("fact.status"), "status")
	}
	l.add([]item{{Text: n.LegalForm, Lang: "de"}}, t("fact.legal_form"), "legal_form")
	l.add(one(number(n.Founded)), t("fact.founded"), "founded")
	l.add(one(addressOf(n)), t("fact.address"), "city", "street", "postcode")
	l.add(one(n.Region), t("fact.region"), "region")
	if n.Reach != "" {
		l.add(one(t("reach."+string(n.Reach))), t("fact.reach"), "reach")
	}
	l.add([]item{{Text: profile.Source{URL: n.Website}.Host(), URL: n.Website}}, t("fact.website"), "website")
	if n.Email != "" {
		l.add([]item{{Text: n.Email, URL: "mailto:" + n.Email}}, t("fact.email"), "email")
	}
	l.add(one(members(pg.locale, n.Members)), t("fact.members"), "members")
	l.add([]item{{Text: strings.Join(n.Languages, ", "), Lang: "de"}}, t("fact.languages"), "languages")
	l.add([]item{{Text: strings.Join(n.Aliases, " · "), Lang: "de"}}, t("fact.aliases"), "aliases")
	return l.facts
}

// lists are what a network does and for whom.
func (p *Portal) lists(pg *page, n *profile.Network) []fact {
	l := &factList{network: n, lang: pg.Lang, age: p.age}
	l.german("services", n.Services)
	l.german("founder_support", n.FounderSupport)
	l.german("technologies", n.Technologies)
	l.german("applications", n.Applications)
	l.german("industries", n.Industries)
	l.german("value_chain", n.ValueChain)
	l.german("target_groups", n.TargetGroups)
	var phases []item
	for _, phase := range n.Phases {
		phases = append(phases, item{Text: p.Searcher.Label("phase", string(phase), pg.Lang)})
	}
	l.add(phases, search.FieldLabel("phases", pg.Lang), "phases")
	var activities, labels []string
	for _, a := range n.Activities {
		activities = append(activities, withYear(a.What, a.Year))
	}
	for _, label := range n.Labels {
		labels = append(labels, withYear(label.Label, label.Year))
	}
	l.german("activities", activities)
	l.german("labels", labels)
	l.german("alliances", n.Alliances)
	l.german("partners", n.Partners)
	return l.facts
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func withYear(text string, year int) string {
	if year == 0 {
		return text
	}
	return text + " (" + strconv.Itoa(year) + ")"
}

func addressOf(n *profile.Network) string {
	town := strings.TrimSpace(n.Postcode + " " + n.City)
	if n.Street == "" {
		return town
	}
	return strings.TrimSuffix(n.Street+", "+town, ", ")
}

func members(l *locale, m *profile.Members) string {
	switch {
	case m == nil:
		return ""
	case m.AsOf == 0:
		return strconv.Itoa(m.Count)
	}
	return l.text("fact.members_as_of", m.Count, m.AsOf)
}
