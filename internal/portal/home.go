package portal

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/search"
)

// homeView is the start page: what there is, by region and by kind.
type homeView struct {
	Total           int
	Regions, Kinds  []search.Bucket
	ExampleSearches []string
	Map             *mapView
	// Browse says that there are pages by concept.
	Browse bool
}

func (p *Portal) home(c *gin.Context) {
	pg := p.newPage(c, "home")
	everything, err := p.Searcher.Search(c.Request.Context(), search.Request{Lang: pg.Lang, Limit: 1})
	if err != nil {
		p.fail(c, err)
		return
	}
	view := homeView{Total: everything.Total, Browse: p.Directory != nil}
	view.Regions = buckets(everything, "region")
	view.Kinds = buckets(everything, "kind")
	view.Map = p.stateMap(pg, everything)
	for _, key := range []string{"home.example.1", "home.example.2", "home.example.3"} {
		view.ExampleSearches = append(view.ExampleSearches, pg.locale.text(key))
	}
	pg.Title = pg.locale.text("home.title")
	pg.Data = view
	p.render(c, http.StatusOK, "home", pg)
}

// buckets returns the values of the facet of that name, none when the result
// does not have it.
func buckets(r *search.Result, name string) []search.Bucket {
	for _, f := range r.Facets {
		if f.Name == name {
			return f.Buckets
		}
	}
	return nil
}
