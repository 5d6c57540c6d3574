package match

import (
	"strings"
	"testing"

	"clusterlotse/internal/profile"
)

// maker is a network of one field that names the technologies; all of them are alike
// but for these, so that only what they cover tells them apart.
func maker(id string, technologies ...string) *profile.Network {
	return &profile.Network{ID: id, Name: "Netz " + id, Kind: profile.ClusterInitiative, Reach: profile.Statewide, Technologies: technologies}
}

// changed is a network that differs from other makers in more.
func changed(n *profile.Network, change func(*profile.Network)) *profile.Network {
	change(n)
	return n
}

// advisers are whom a firm and a founder are sent to for what stays open.
func advisers() []*profile.Network {
	return []*profile.Network{
		{ID: "agency", Name: "Agentur", Kind: profile.StateAgency, Reach: profile.Statewide, Industries: []string{"Branchenoffen"}, Services: []string{"Auftragsforschung"}},
		{ID: "founding", Name: "Gründung", Kind: profile.StartupContact, Reach: profile.Statewide, Industries: []string{"Branchenoffen"}, Phases: []profile.Phase{profile.Idea}},
	}
}

// What the makers name. All but the last two stand at the top of their branch or right
// below it, so that nobody covers them by something broader.
const (
	learning = "Maschinelles Lernen"
	micro    = "Mikrosystemtechnik"
	twin     = "Digitaler Zwilling"
	tools    = "Werkzeugmaschinen"
	chains   = "Blockchain"
	optics   = "Photonik"
	cutting  = "Zerspanungstechnik"
	milling  = "Fräsen" // a kind of cutting
)

// want is a firm that chose technologies; its size says that it is no founder.
func want(technologies ...string) profile.Company {
	return profile.Company{Technologies: technologies, Size: "250+"}
}

// smallCase is a corpus in which one can tell by hand which networks are chosen and
// what each brings.
type smallCase struct {
	name     string
	networks []*profile.Network
	asker    profile.Company
	want     string
}

// choices are about which networks are chosen.
func choices() []smallCase {
	serves := func(n *profile.Network) { n.Kind, n.TargetGroups = profile.StartupContact, []string{"KMU"} }
	const words = "Qabbo Wuzzel Frimp Drossolin Plattik Zwirbol Mampfel Knorpas Trullix Gnubbel"
	says := func(n *profile.Network) { n.SummaryDE = words }
	five := want("machine-learning", "microsystems-technology", "digital-twin", "machine-tools", "photonics")
	talk := want("machine-learning", "microsystems-technology")
	talk.Text = words
	return []smallCase{
		{"the second best adds less than the third",
			[]*profile.Network{maker("first", learning, micro, twin), maker("second", learning, micro, tools), maker("third", tools, optics)}, five,
			"first: machine-learning microsystems-technology digital-twin; third: machine-tools photonics"},
		{"what adds more is chosen later when it fits far less",
			[]*profile.Network{maker("first", learning, micro, twin), changed(maker("worse", tools, optics), serves), maker("better", tools)}, five,
			"first: machine-learning microsystems-technology digital-twin; better: machine-tools; worse: photonics, also machine-tools"},
		{"the best match fits by words alone and covers nothing",
			[]*profile.Network{changed(maker("words"), says), maker("first", learning), maker("second", micro)}, talk,
			"first: machine-learning; second: microsystems-technology"},
		{"one covers everything",
			[]*profile.Network{maker("first", learning, micro), maker("second", learning)}, want("machine-learning", "microsystems-technology"), ""},
		{"one covers all that anybody does, and more stays open",
			[]*profile.Network{maker("first", learning, micro), maker("second", learning)}, want("machine-learning", "microsystems-technology", "photonics"), ""},
		{"a half of one wish in three is worth a network",
			[]*profile.Network{maker("first", learning, micro), maker("half", cutting)}, want("machine-learning", "microsystems-technology", "milling"),
			"first: machine-learning microsystems-technology; half: milling (Zerspanungstechnik)"},
		{"a half of one wish in seven is not",
			[]*profile.Network{maker("first", learning, micro, twin, tools, chains, optics), maker("half", cutting)},
			want("machine-learning", "microsystems-technology", "digital-twin", "machine-tools", "blockchain", "photonics", "milling"), ""},
		{"four are enough",
			[]*profile.Network{maker("a", learning), maker("b", micro), maker("c", twin), maker("d", tools), maker("e", optics)}, five,
			"a: machine-learning; b: microsystems-technology; c: digital-twin; d: machine-tools; open: photonics; ask agency"},
	}
}

// lists are about what is said of those that are chosen.
func lists() []smallCase {
	founders := want("machine-learning", "microsystems-technology", "photonics")
	founders.Size, founders.Phase = "", "idea"
	twoNamed := want("photonics", "machine-learning")
	twoNamed.Industries = []string{"photonics"}
	optical := func(n *profile.Network) { n.Industries = []string{optics} }
	return []smallCase{
		{"what nobody has stays open, and an agency is asked",
			[]*profile.Network{maker("first", learning, twin), maker("second", micro)}, want("machine-learning", "digital-twin", "microsystems-technology", "photonics", "milling"),
			"first: machine-learning digital-twin; second: microsystems-technology; open: photonics milling; ask agency"},
		{"a founder asks the contact point for founders",
			[]*profile.Network{maker("first", learning), maker("second", micro)}, founders,
			"first: machine-learning; second: microsystems-technology; open: photonics; ask founding"},
		{"what an earlier part covers is said apart",
			[]*profile.Network{maker("first", learning, micro, twin), maker("second", learning, tools, optics)},
			want("machine-learning", "microsystems-technology", "digital-twin", "machine-tools", "photonics"),
			"first: machine-learning microsystems-technology digital-twin; second: machine-tools photonics, also machine-learning"},
		{"what is covered by half is covered again by the whole, and not the other way",
			[]*profile.Network{maker("first", learning, micro, cutting), maker("second", milling), maker("third", cutting, optics)},
			want("machine-learning", "microsystems-technology", "photonics", "milling"),
			"first: machine-learning microsystems-technology milling (Zerspanungstechnik); third: photonics, also milling (Zerspanungstechnik); second: milling"},
		{"the narrower is the thing itself",
			[]*profile.Network{maker("first", learning, micro), maker("second", milling)}, want("machine-learning", "microsystems-technology", "machining"),
			"first: machine-learning microsystems-technology; second: machining"},
		{"a name of two schemes is said once",
			[]*profile.Network{changed(maker("first", optics), optical), maker("second", learning)}, twoNamed,
			"first: photonics; second: machine-learning"},
	}
}

func TestSmallPortfolios(t *testing.T) {
	for _, tt := range append(choices(), lists()...) {
		m := corpusOf(t, append(tt.networks, advisers()...)).With(DefaultModel())
		out := answer(t, m, Request{Company: tt.asker})
		if got := portfolioLine(out); got != tt.want || out.Portfolio == nil || out.Open == nil {
			t.Errorf("%s: got\n%q; want\n%q", tt.name, got, tt.want)
		}
	}
}

// portfolioLine writes what each network covers, what it covers besides, what stays
// open and whom to ask.
func portfolioLine(out *Outcome) string {
	var parts []string
	for _, p := range out.Portfolio {
		part := p.Network.ID + ":" + listed(p.Covers)
		if len(p.Twice) > 0 {
			part += ", also" + listed(p.Twice)
		}
		parts = append(parts, part)
	}
	open := ""
	for _, c := range out.Open {
		open += " " + c.ID
	}
	if open != "" {
		parts = append(parts, "open:"+open)
	}
	if out.Contact != nil {
		parts = append(parts, "ask "+out.Contact.ID)
	}
	return strings.Join(parts, "; ")
}

func listed(covered []Covered) string {
	list := ""
	for _, c := range covered {
		list += " " + c.ID
		if c.As != "" {
			list += " (" + c.As + ")"
		}
	}
	return list
}
