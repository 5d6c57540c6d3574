package portal

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/profile"
)

// compareView sets two to four networks side by side, a fact in each row.
type compareView struct {
	Columns []compareColumn
	Rows    []compareRow
	// Few says that there are fewer than two, Many that some were left out.
	Few, Many bool
	// Back leads to the list where more can be chosen; where no address does, Step
	// says that the browser can.
	Back string
	Step bool
	// Unknown are ids that no network has.
	Unknown []string
	// Toggle shows only the rows that differ, or all again.
	Toggle   string
	OnlyDiff bool
}

type compareColumn struct {
	cardView
	// Without is this comparison without the network, empty where it would end.
	Without string
}

// compareRow is one fact of every network; Same says that all state the same.
type compareRow struct {
	Label string
	Cells []compareCell
	Same  bool
}

// compareCell is what one network states; no item means not stated.
type compareCell struct {
	Name  string
	Items []compareItem
}

// compareItem is a value; Shared says that every network of the row has it.
type compareItem struct {
	item
	Shared bool
}

const (
	minCompared = 2
	maxCompared = 4
)

func (p *Portal) compare(c *gin.Context) {
	pg := p.newPage(c, "search")
	values := c.Request.URL.Query()
	view := compareView{OnlyDiff: values.Get("diff") == "1"}
	p.showCompared(c, pg, values["id"], view)
}

// compareChosen takes the networks that were ticked in a list. A comparison gets
// an address without the list's own, which may hold the text of somebody who asks
// and is not to be passed on with it.
func (p *Portal) compareChosen(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxFormBytes)
	if err := c.Request.ParseForm(); err != nil {
		p.Error(c, http.StatusBadRequest)
		return
	}
	pg := p.newPage(c, "search")
	values := c.Request.PostForm
	p.adoptFormLanguage(values, pg)
	var view compareView
	// One more than fit, so that the comparison says that it leaves some out.
	ids := values["id"][:min(len(values["id"]), maxCompared+1)]
	if len(p.chosen(ids, &view)) >= minCompared {
		c.Redirect(http.StatusSeeOther, pg.link("/compare", url.Values{"id": ids}))
		return
	}
	back := localAddress(values.Get("back"))
	p.showCompared(c, pg, values["id"], compareView{Back: back, Step: back == ""})
}

// localAddress is an address of this portal, or nothing for any other.
func localAddress(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") {
		return ""
	}
	return u.RequestURI()
}

func (p *Portal) showCompared(c *gin.Context, pg *page, chosen []string, view compareView) {
	pg.NoIndex = true
	networks := p.chosen(chosen, &view)
	ids := make([]string, len(networks))
	for i, n := range networks {
		ids[i] = n.ID
	}
	for _, n := range networks {
		column := compareColumn{cardView: p.cardView(pg, n, -1)}
		if len(ids) > minCompared {
			without := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == n.ID })
			column.Without = pg.link("/compare", compareValues(without, view.OnlyDiff))
		}
		view.Columns = append(view.Columns, column)
	}
	if view.Few = len(networks) < minCompared; !view.Few {
		view.Rows = p.compareRows(pg, networks, view.OnlyDiff)
		view.Toggle = pg.link("/compare", compareValues(ids, !view.OnlyDiff))
	}
	pg.Title = pg.locale.text("compare.title")
	pg.Data = view
	p.render(c, http.StatusOK, "compare", pg)
}

func compareValues(ids []string, onlyDiff bool) url.Values {
	v := url.Values{"id": ids}
	if onlyDiff {
		v.Set("diff", "1")
	}
	return v
}

// chosen are the first networks of these ids, each once.
func (p *Portal) chosen(ids []string, view *compareView) []*profile.Network {
	var networks []*profile.Network
	for _, id := range ids {
		n, redirect, ok := p.Searcher.Network(id)
		if redirect != "" {
			n, _, ok = p.Searcher.Network(redirect)
		}
		switch {
		case !ok:
			view.Unknown = append(view.Unknown, id)
		case slices.Contains(networks, n):
		case len(networks) == maxCompared:
			view.Many = true
		default:
			networks = append(networks, n)
		}
	}
	return networks
}

// compareRows are all facts that any of the networks states, in the order of a
// profile.
func (p *Portal) compareRows(pg *page, networks []*profile.Network, onlyDiff bool) []compareRow {
	all := make([][]fact, len(networks))
	for i, n := range networks {
		all[i] = append(p.facts(pg, n), p.lists(pg, n)...)
	}
	var rows []compareRow
	for _, key := range factKeys {
		row := compareRow{Cells: make([]compareCell, len(networks))}
		for i, facts := range all {
			row.Cells[i].Name = networks[i].Name
			for _, f := range facts {
				if f.Key == key {
					row.Label = f.Label
					for _, it := range f.Items {
						row.Cells[i].Items = append(row.Cells[i].Items, compareItem{item: it})
					}
				}
			}
		}
		row.mark()
		if row.Label != "" && !(onlyDiff && row.Same) {
			rows = append(rows, row)
		}
	}
	return rows
}

// factKeys are the keys that are compared, in the order of a profile.
var factKeys = []string{
	"kind", "status", "legal_form", "founded", "city", "region", "reach", "members", "languages",
	"services", "founder_support", "technologies", "applications", "industries", "value_chain",
	"target_groups", "phases", "activities", "labels", "alliances", "partners", "website", "email",
}

// mark finds what all networks share.
func (r *compareRow) mark() {
	r.Same = true
	for i := range r.Cells {
		for j := range r.Cells[i].Items {
			it := &r.Cells[i].Items[j]
			it.Shared = true
			for _, other := range r.Cells {
				has := func(o compareItem) bool { return o.item == it.item }
				it.Shared = it.Shared && slices.ContainsFunc(other.Items, has)
			}
			r.Same = r.Same && it.Shared
		}
	}
}
