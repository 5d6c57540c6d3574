package portal

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// conceptSection is a scheme of concepts with pages of its own.
type conceptSection struct{ path, scheme, filter string }

var conceptSections = []conceptSection{
	{"technologies", vocabulary.Technologies, "technology"},
	{"industries", vocabulary.Industries, "industry"},
	{"needs", vocabulary.Needs, "need"},
}

// conceptsView lists the concepts of a scheme below their top concepts.
type conceptsView struct {
	Section string
	Groups  []conceptGroup
}

// conceptGroup is a top concept and those below it, which have networks all.
type conceptGroup struct {
	tallyRow
	Below []tallyRow
}

// conceptView is the page of one concept.
type conceptView struct {
	Section, SectionTitle, SectionURL string
	Scheme, Label                     string
	Synonyms                          []string
	Broader, Narrower, Related        []tallyRow
	Total                             int
	Hits                              []hitView
	All                               string
	Groups                            []tallyView
}

func (p *Portal) conceptIndex(s conceptSection) gin.HandlerFunc {
	return func(c *gin.Context) {
		pg := p.newPage(c, s.path)
		counts, err := p.counts(c, pg, s.filter)
		if err != nil {
			p.fail(c, err)
			return
		}
		view := conceptsView{Section: s.path}
		for _, concept := range p.Directory.Vocabulary().Concepts(s.scheme) {
			if len(concept.Broader()) > 0 || counts[concept.ID] == 0 {
				continue
			}
			group := conceptGroup{tallyRow: conceptRow(pg, s, concept, counts)}
			for below := range concept.Below() {
				if below.Scheme == s.scheme && counts[below.ID] > 0 {
					group.Below = append(group.Below, conceptRow(pg, s, below, counts))
				}
			}
			sortRows(group.Below)
			view.Groups = append(view.Groups, group)
		}
		slices.SortFunc(view.Groups, func(a, b conceptGroup) int { return strings.Compare(sortKey(a.Text), sortKey(b.Text)) })
		pg.Title = pg.locale.text("concepts." + s.path)
		pg.Data = view
		p.render(c, http.StatusOK, "concepts", pg)
	}
}

// counts are the networks behind each value of a filter.
func (p *Portal) counts(c *gin.Context, pg *page, filter string) (map[string]int, error) {
	everything, err := p.Searcher.Search(c.Request.Context(), search.Request{Lang: pg.Lang, Limit: 1})
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, b := range buckets(everything, filter) {
		counts[b.Value] = b.Count
	}
	return counts, nil
}

func conceptRow(pg *page, s conceptSection, c *vocabulary.Concept, counts map[string]int) tallyRow {
	return tallyRow{link{c.Label(pg.Lang), pg.Link("/" + s.path + "/" + c.ID)}, counts[c.ID]}
}

func sortRows(rows []tallyRow) {
	slices.SortFunc(rows, func(a, b tallyRow) int { return strings.Compare(sortKey(a.Text), sortKey(b.Text)) })
}

func (p *Portal) conceptPage(s conceptSection) gin.HandlerFunc {
	return func(c *gin.Context) {
		pg := p.newPage(c, s.path)
		concept := p.Directory.Vocabulary().Concept(vocabulary.Ref{Scheme: s.scheme, ID: c.Param("id")})
		if concept == nil {
			p.Error(c, http.StatusNotFound)
			return
		}
		request := search.Request{Lang: pg.Lang, Limit: pageHits}
		setFilter(&request, s.filter, concept.ID)
		result, err := p.Searcher.Search(c.Request.Context(), request)
		if err != nil {
			p.fail(c, err)
			return
		}
		counts, err := p.counts(c, pg, s.filter)
		if err != nil {
			p.fail(c, err)
			return
		}
		pg.NoIndex = result.Total == 0
		pg.Title = pg.locale.text("concept.title", concept.Label(pg.Lang), pg.locale.text("scheme."+s.scheme))
		pg.Data = p.conceptView(pg, s, concept, result, counts)
		p.render(c, http.StatusOK, "concept", pg)
	}
}

func setFilter(r *search.Request, filter, id string) {
	switch filter {
	case "technology":
		r.Technologies = []string{id}
	case "industry":
		r.Industries = []string{id}
	case "need":
		r.Needs = []string{id}
	}
}

func (p *Portal) conceptView(pg *page, s conceptSection, c *vocabulary.Concept, result *search.Result, counts map[string]int) conceptView {
	view := conceptView{
		Section: s.path, SectionTitle: pg.locale.text("concepts." + s.path), SectionURL: pg.Link("/" + s.path),
		Scheme: s.scheme, Label: c.Label(pg.Lang), Synonyms: c.AltLabels(pg.Lang),
		Total: result.Total, Hits: p.hitViews(pg, result.Hits), All: pg.Link("/search", s.filter, c.ID),
	}
	view.Broader = p.conceptRows(pg, c.Broader(), s, counts)
	view.Narrower = p.conceptRows(pg, c.Narrower(), s, counts)
	view.Related = p.conceptRows(pg, c.Related(), s, counts)
	var regions []tallyRow
	for _, b := range buckets(result, "region") {
		regions = append(regions, tallyRow{link{b.Label, pg.Link("/search", s.filter, c.ID, "region", b.Value)}, b.Count})
	}
	view.Groups = append(view.Groups, tallyView{pg.locale.text("concept.regions"), regions})
	for _, other := range conceptSections {
		if other == s {
			continue // a facet counts its own filter's values as if it were off
		}
		rows := p.tally(pg, other, buckets(result, other.filter))
		view.Groups = append(view.Groups, tallyView{pg.locale.text("concept.with." + other.path), rows})
	}
	return view
}

// conceptRows links concepts of the sections that have pages; the numbers are
// known for those of the same section only.
func (p *Portal) conceptRows(pg *page, concepts []*vocabulary.Concept, own conceptSection, counts map[string]int) []tallyRow {
	var rows []tallyRow
	for _, c := range concepts {
		for _, s := range conceptSections {
			switch {
			case s.scheme != c.Scheme:
			case s == own:
				rows = append(rows, conceptRow(pg, s, c, counts))
			default:
				rows = append(rows, conceptRow(pg, s, c, nil))
			}
		}
	}
	sortRows(rows)
	return rows
}

// tally links the most frequent values of a facet to their pages.
func (p *Portal) tally(pg *page, s conceptSection, values []search.Bucket) []tallyRow {
	var rows []tallyRow
	for _, b := range values[:min(len(values), tallyRows)] {
		rows = append(rows, tallyRow{link{b.Label, pg.Link("/" + s.path + "/" + b.Value)}, b.Count})
	}
	return rows
}
