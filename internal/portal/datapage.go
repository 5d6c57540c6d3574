package portal

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// dataView says what the profiles hold and where it comes from.
type dataView struct {
	Total, Ended          int
	Sources, Hosts, Dated int
	DataDate              string
	Kinds, Regions        []tallyRow
	FirstHosts, MoreHosts []hostRow
	Coverage              []coverageRow
}

type hostRow struct {
	Host  string
	Count int
}

// coverageRow is how many profiles state a field.
type coverageRow struct {
	Label          string
	Count, Percent int
}

const firstHosts = 20

func (p *Portal) dataPage(c *gin.Context) {
	pg := p.newPage(c, "data")
	everything, err := p.Searcher.Search(c.Request.Context(), search.Request{Lang: pg.Lang, Limit: 1})
	if err != nil {
		p.fail(c, err)
		return
	}
	networks := p.Directory.Networks()
	view := dataView{Total: len(networks), DataDate: p.DataDate, Coverage: coverage(pg, networks)}
	for _, n := range networks {
		if n.Ended() {
			view.Ended++
		}
	}
	for _, b := range buckets(everything, "kind") {
		view.Kinds = append(view.Kinds, tallyRow{link{b.Label, pg.Link("/search", "kind", b.Value)}, b.Count})
	}
	for _, b := range buckets(everything, "region") {
		view.Regions = append(view.Regions, tallyRow{link{b.Label, pg.Link("/regions/" + b.Value)}, b.Count})
	}
	view.addHosts(networks)
	pg.Title = pg.locale.text("data.title")
	pg.Data = view
	p.render(c, http.StatusOK, "data", pg)
}

// addHosts counts the sources by host, the frequent first.
func (v *dataView) addHosts(networks []*profile.Network) {
	counts := map[string]int{}
	for _, n := range networks {
		for _, s := range n.Sources {
			v.Sources++
			counts[s.Host()]++
			if yearOf(s.Seen) > 0 {
				v.Dated++
			}
		}
	}
	v.Hosts = len(counts)
	for host, count := range counts {
		v.FirstHosts = append(v.FirstHosts, hostRow{host, count})
	}
	slices.SortFunc(v.FirstHosts, func(a, b hostRow) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Host, b.Host))
	})
	if len(v.FirstHosts) > firstHosts {
		v.FirstHosts, v.MoreHosts = v.FirstHosts[:firstHosts], v.FirstHosts[firstHosts:]
	}
}

// stated says for each field of a profile whether the record states it.
var stated = []struct {
	key string
	has func(n *profile.Network) bool
}{
	{"summary_de", func(n *profile.Network) bool { return n.SummaryDE != "" }},
	{"summary_en", func(n *profile.Network) bool { return n.SummaryEN != "" }},
	{"city", func(n *profile.Network) bool { return n.City != "" }},
	{"region", func(n *profile.Network) bool { return n.Region != "" }},
	{"reach", func(n *profile.Network) bool { return n.Reach != "" }},
	{"founded", func(n *profile.Network) bool { return n.Founded != 0 }},
	{"website", func(n *profile.Network) bool { return n.Website != "" }},
	{"members", func(n *profile.Network) bool { return n.Members != nil }},
	{"technologies", func(n *profile.Network) bool { return len(n.Technologies) > 0 }},
	{"applications", func(n *profile.Network) bool { return len(n.Applications) > 0 }},
	{"industries", func(n *profile.Network) bool { return len(n.Industries) > 0 }},
	{"value_chain", func(n *profile.Network) bool { return len(n.ValueChain) > 0 }},
	{"services", func(n *profile.Network) bool { return len(n.Services) > 0 }},
	{"founder_support", func(n *profile.Network) bool { return len(n.FounderSupport) > 0 }},
	{"target_groups", func(n *profile.Network) bool { return len(n.TargetGroups) > 0 }},
	{"phases", func(n *profile.Network) bool { return len(n.Phases) > 0 }},
	{"activities", func(n *profile.Network) bool { return len(n.Activities) > 0 }},
	{"labels", func(n *profile.Network) bool { return len(n.Labels) > 0 }},
	{"alliances", func(n *profile.Network) bool { return len(n.Alliances) > 0 }},
	{"partners", func(n *profile.Network) bool { return len(n.Partners) > 0 }},
}

func coverage(pg *page, networks []*profile.Network) []coverageRow {
	var rows []coverageRow
	for _, field := range stated {
		row := coverageRow{Label: search.FieldLabel(field.key, pg.Lang)}
		if row.Label == field.key {
			row.Label = pg.locale.text("fact." + field.key)
		}
		for _, n := range networks {
			if field.has(n) {
				row.Count++
			}
		}
		row.Percent = row.Count * 100 / max(len(networks), 1)
		rows = append(rows, row)
	}
	return rows
}
