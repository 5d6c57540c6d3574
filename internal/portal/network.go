package portal

import (
	"context"
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
	Related              []relatedView
	JSONLD               organization
}

// relatedView is a network alike and the first reasons why.
type relatedView struct {
	cardView
	Reasons []string
}

const (
	maxRelated        = 4
	maxRelatedReasons = 2
)

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
	var err error
	if view.Related, err = p.related(c.Request.Context(), pg, n); err != nil {
		p.fail(c, err)
		return
	}
	pg.Title = n.Name
	pg.Data = view
	p.render(c, http.StatusOK, "network", pg)
}

// related are networks alike with the first reasons why.
func (p *Portal) related(ctx context.Context, pg *page, n *profile.Network) ([]relatedView, error) {
	related, err := p.Matcher.Related(ctx, n.ID, pg.Lang, maxRelated)
	if err != nil {
		return nil, err
	}
	var views []relatedView
	for _, m := range related {
		r := relatedView{cardView: p.cardView(pg, m.Network, m.DistanceKm)}
		for _, reason := range m.Reasons[:min(len(m.Reasons), maxRelatedReasons)] {
			r.Reasons = append(r.Reasons, reason.Text)
		}
		views = append(views, r)
	}
	return views, nil
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
