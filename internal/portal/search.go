package portal

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/search"
)

// searchView is a search and its result, or the problem with it.
type searchView struct {
	Query, Near string
	Radii       []option
	Problem     *search.InputError
	Total       int
	From, To    int
	Hits        []hitView
	Chips       []chip
	ClearAll    string
	Facets      []facetView
	// Map filters this search by region, nil when there is nothing to filter.
	Map        *mapView
	Understood []understanding
	Place      string
	// Anywhere is this search without the place that was read from its words,
	// nil when none was.
	Anywhere *link
	// PlaceOff says that such a place is switched off.
	PlaceOff  bool
	Missing   []string
	Corrected *link
	// Absent says that what was asked for is not here.
	Absent string
	// Alternatives are searches that find more; Relaxed are this search without
	// one of its filters; Contacts are whom to ask.
	Alternatives, Relaxed []wayOut
	Contacts              []link
	Pages                 pager
}

type option struct {
	Value, Label string
	Selected     bool
}

type link struct{ Text, URL string }

// chip is a filter in force and the address without it.
type chip struct{ Filter, Label, URL string }

// facetView is a filter of the form: the first values, and more to open.
type facetView struct {
	Name        string
	First, More []facetValue
	// Open says that one of More is selected, so that it must be seen.
	Open bool
}

// facetValue is a box to tick; Filter is the name of its parameter.
type facetValue struct {
	search.Bucket
	Filter string
}

const facetFirst = 6

func (p *Portal) search(c *gin.Context) {
	pg := p.newPage(c, "search")
	pg.NoIndex = true
	values := c.Request.URL.Query()
	values.Set("lang", pg.Lang)
	request, err := search.ParseRequest(values)
	var result *search.Result
	if err == nil {
		result, err = p.Searcher.Search(c.Request.Context(), request)
	}
	var problem *search.InputError
	if errors.As(err, &problem) {
		p.showProblem(c, pg, values, problem)
		return
	}
	if err != nil {
		p.fail(c, err)
		return
	}
	pg.Title = pg.locale.text("search.title")
	if request.Query != "" {
		pg.Title = pg.locale.text("search.title_for", request.Query)
	}
	pg.Data = p.searchView(pg, &request, result)
	pg.Feed = &link{pg.locale.text("feed.subscribe"), address("/search.atom", feedValues(&request, pg.Lang))}
	p.render(c, http.StatusOK, "search", pg)
}

// showProblem keeps what was typed, so that it can be mended.
func (p *Portal) showProblem(c *gin.Context, pg *page, values url.Values, problem *search.InputError) {
	pg.Title = pg.locale.text("search.title_problem")
	pg.Data = searchView{
		Query: values.Get("q"), Near: values.Get("near"), Problem: problem,
		Radii: radii(pg.locale, 0),
	}
	p.render(c, http.StatusBadRequest, "search", pg)
}

func (p *Portal) searchView(pg *page, r *search.Request, result *search.Result) searchView {
	view := searchView{
		Query: r.Query, Near: r.Near, Radii: radii(pg.locale, r.RadiusKm),
		Total: result.Total, From: min(r.Offset+1, result.Total), To: r.Offset + len(result.Hits),
		Missing: result.Understood.Missing, PlaceOff: r.Anywhere,
		Chips: p.chips(pg, r),
		Pages: newPager(pg, r, result.Total),
	}
	for _, h := range result.Hits {
		view.Hits = append(view.Hits, p.hitView(pg, h))
	}
	for _, f := range result.Facets {
		if len(f.Buckets) > 0 {
			view.Facets = append(view.Facets, newFacetView(f))
		}
	}
	for _, concept := range result.Understood.Concepts {
		view.Understood = understand(view.Understood, concept)
	}
	if result.Understood.Place != nil {
		view.Place = result.Understood.Place.Name
	}
	if words := result.Understood.PlaceWords; words != "" {
		anywhere := *r
		anywhere.Anywhere, anywhere.Offset = true, 0
		view.Anywhere = &link{words, pg.link("/search", valuesOf(&anywhere))}
	}
	if len(view.Chips) > 0 {
		view.ClearAll = pg.link("/search", (&search.Request{Query: r.Query}).Values())
	}
	if result.Total > 0 {
		view.Map = p.filterMap(pg, r, result)
	}
	p.addWaysOut(pg, &view, r, result)
	return view
}

// valuesOf are the parameters that give r again.
func valuesOf(r *search.Request) url.Values {
	v := r.Values()
	if r.Anywhere {
		v.Set("anywhere", "1")
	}
	return v
}

// radii are the choices of the form, and the one in force if it is another.
func radii(l *locale, current float64) []option {
	choices := []float64{10, 25, 50, 100}
	if current > 0 && !slices.Contains(choices, current) {
		choices = append(choices, current)
		slices.Sort(choices)
	}
	options := []option{{Value: "", Label: l.text("search.radius.any"), Selected: current == 0}}
	for _, km := range choices {
		number := strconv.FormatFloat(km, 'f', -1, 64)
		options = append(options, option{number, l.text("search.radius.km", number), km == current})
	}
	return options
}

func newFacetView(f search.Facet) facetView {
	v := facetView{Name: f.Name}
	for _, b := range f.Buckets {
		v.First = append(v.First, facetValue{b, f.Name})
	}
	if len(v.First) > facetFirst+1 { // one value alone is not worth a fold
		v.First, v.More = v.First[:facetFirst], v.First[facetFirst:]
	}
	v.Open = slices.ContainsFunc(v.More, func(b facetValue) bool { return b.Selected })
	return v
}

// chips are the filters in force, in the order of the form.
func (p *Portal) chips(pg *page, r *search.Request) []chip {
	var chips []chip
	add := func(filter, label string, without search.Request) {
		without.Offset = 0
		chips = append(chips, chip{filter, label, pg.link("/search", valuesOf(&without))})
	}
	if r.Near != "" {
		without := *r
		without.Near, without.RadiusKm = "", 0
		label := r.Near
		if r.RadiusKm > 0 {
			label = pg.locale.text("search.chip_radius", r.Near, strconv.FormatFloat(r.RadiusKm, 'f', -1, 64))
		}
		add("near", label, without)
	}
	for _, name := range search.FilterNames {
		for _, value := range r.Filter(name) {
			values := valuesOf(r)
			values[name] = slices.DeleteFunc(values[name], func(v string) bool { return v == value })
			values.Del("offset")
			label := p.Searcher.Label(name, value, pg.Lang)
			if label == "" {
				label = value
			}
			chips = append(chips, chip{name, label, pg.link("/search", values)})
		}
	}
	return chips
}
