package portal

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// regionsView is the page of all regions: map and list of the same numbers.
type regionsView struct {
	Map   *mapView
	Total int
	// Placeless is how many networks stand in no region.
	Placeless int
	Rows      []tallyRow
}

// townLabel is what a point of the map says.
func townLabel(pg *page) func(town string, count int) string {
	return func(town string, count int) string {
		text, _ := pg.locale.count("count.networks", count)
		return town + ": " + text
	}
}

// stateMap is the map of all networks, its regions leading to the search.
func (p *Portal) stateMap(pg *page, everything *search.Result) *mapView {
	view := p.newMap(pg.locale.text("map.label"), buckets(everything, "region"), func(id string) string {
		return pg.Link("/search", "region", id)
	})
	if view != nil && p.Directory != nil {
		view.Points = p.pointsOf(p.Directory.Networks(), townLabel(pg))
	}
	return view
}

func (p *Portal) regionIndex(c *gin.Context) {
	pg := p.newPage(c, "regions")
	everything, err := p.Searcher.Search(c.Request.Context(), search.Request{Lang: pg.Lang, Limit: 1})
	if err != nil {
		p.fail(c, err)
		return
	}
	view := regionsView{Total: everything.Total, Placeless: everything.Total}
	for _, b := range buckets(everything, "region") {
		view.Placeless -= b.Count
		view.Rows = append(view.Rows, tallyRow{link{b.Label, pg.Link("/regions/" + b.Value)}, b.Count})
	}
	sortRows(view.Rows)
	view.Map = p.stateMap(pg, everything)
	pg.Title = pg.locale.text("regions.title")
	pg.Data = view
	p.render(c, http.StatusOK, "regions", pg)
}

// regionView is a region with its networks and what they work on.
type regionView struct {
	Name   string
	Total  int
	Map    *mapView
	Hits   []hitView
	All    string
	Groups []tallyView
}

// tallyView is a heading with links and numbers.
type tallyView struct {
	Title string
	Rows  []tallyRow
}

type tallyRow struct {
	link
	Count int
}

// Lengths of the pages by region and by concept.
const (
	pageHits  = 20
	tallyRows = 8
)

func (p *Portal) regionPage(c *gin.Context) {
	pg := p.newPage(c, "regions")
	id := c.Param("id")
	name := p.Searcher.Label("region", id, pg.Lang)
	if name == "" {
		p.Error(c, http.StatusNotFound)
		return
	}
	result, err := p.Searcher.Search(c.Request.Context(), search.Request{Lang: pg.Lang, Regions: []string{id}, Limit: pageHits})
	if err != nil {
		p.fail(c, err)
		return
	}
	view := regionView{Name: name, Total: result.Total, All: pg.Link("/search", "region", id)}
	view.Hits = p.hitViews(pg, result.Hits)
	for _, s := range conceptSections {
		rows := p.tally(pg, s, buckets(result, s.filter))
		view.Groups = append(view.Groups, tallyView{pg.locale.text("concepts." + s.path), rows})
	}
	view.Map = p.newMap(pg.locale.text("map.label"), buckets(result, "region"), func(id string) string { return pg.Link("/regions/" + id) })
	if view.Map != nil {
		for i := range view.Map.Regions {
			view.Map.Regions[i].Selected = p.regions[i].id == id
		}
		view.Map.Points = p.pointsOf(networksOf(p.Directory, id), townLabel(pg))
	}
	pg.NoIndex = result.Total == 0
	pg.Title = pg.locale.text("region.title", name)
	pg.Data = view
	p.render(c, http.StatusOK, "region", pg)
}

// networksOf are the networks that stand in a region.
func networksOf(d Directory, region string) []*profile.Network {
	var found []*profile.Network
	for _, n := range d.Networks() {
		if seat, ok := d.Seat(n); ok && seat.Region == region {
			found = append(found, n)
		}
	}
	return found
}

func (p *Portal) hitViews(pg *page, hits []search.Hit) []hitView {
	var views []hitView
	for _, h := range hits {
		views = append(views, p.hitView(pg, h))
	}
	return views
}
