package portal

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/profile"
)

// networkView is the profile of a network.
type networkView struct {
	cardView
	Website, WebsiteHost string
	PartOf               *link
	Facts, Lists         []fact
	SummarySources       []sourceView
	SummaryAge           string
	Sources              []sourceView
	Confidence           string
	Related              []relatedGroup
	// Appearances is the page that says what the network is found for, empty for
	// an ended one.
	Appearances string
	JSONLD      organization
}

func (p *Portal) network(c *gin.Context) {
	pg := p.newPage(c, "search")
	n, redirect, ok := p.Searcher.Network(c.Param("id"))
	if redirect != "" {
		c.Redirect(http.StatusMovedPermanently, pg.Link("/networks/"+redirect))
		return
	}
	if !ok {
		p.Error(c, http.StatusNotFound)
		return
	}
	summarySources := n.SourcesFor("summary_" + summaryLang(n, pg.Lang))
	view := networkView{
		cardView: p.cardView(pg, n, -1),
		Website:  n.Website, WebsiteHost: profile.Source{URL: n.Website}.Host(),
		Facts: p.facts(pg, n), Lists: p.lists(pg, n),
		SummarySources: sourceViews(summarySources), SummaryAge: p.age(summarySources),
		Sources: sourceViews(n.Sources),
		JSONLD:  p.organization(pg, n),
	}
	view.Summary = n.Summary(pg.Lang)
	if n.Confidence != "" {
		view.Confidence = pg.locale.text("confidence." + n.Confidence)
	}
	view.Successor = p.networkLink(pg, n.Successor)
	view.PartOf = p.networkLink(pg, n.PartOf)
	if !n.Ended() {
		view.Appearances = pg.Link("/networks/" + n.ID + "/appearances")
	}
	var err error
	if view.Related, err = p.related(c.Request.Context(), pg, n); err != nil {
		p.fail(c, err)
		return
	}
	pg.Title = n.Name
	pg.Data = view
	p.render(c, http.StatusOK, "network", pg)
}

// networkLink is the link to the network of that id, nil when there is none.
func (p *Portal) networkLink(pg *page, id string) *link {
	if id == "" {
		return nil
	}
	n, redirect, ok := p.Searcher.Network(id)
	if redirect != "" {
		n, _, ok = p.Searcher.Network(redirect)
	}
	if !ok {
		return nil
	}
	return &link{n.Name, pg.Link("/networks/" + n.ID)}
}

// sourceView is a source as a page shows it: host and date.
type sourceView struct{ Host, URL, Seen string }

// sourceViews leaves out a source that looks like one before it.
func sourceViews(sources []profile.Source) []sourceView {
	var out []sourceView
	for _, s := range sources {
		v := sourceView{s.Host(), s.URL, s.Seen}
		same := func(o sourceView) bool { return o.URL == v.URL && o.Seen == v.Seen }
		if !slices.ContainsFunc(out, same) {
			out = append(out, v)
		}
	}
	return out
}
