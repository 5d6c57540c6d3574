package portal

import (
	"errors"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// appearancesView tells a network's people what it is found for.
type appearancesView struct {
	Network link
	Groups  []appearanceGroup
	// Fitting is in how many of the Judged cases it was found to fit.
	Fitting, Judged int
	// Lacking are concepts that networks alike hold and this one does not.
	Lacking []search.Concept
	// Empty names the keys of the profile that no source fills.
	Empty []string
	ID    string
}

// appearanceGroup are the concepts of one scheme.
type appearanceGroup struct {
	Scheme string
	Rows   []appearanceRow
}

type appearanceRow struct {
	Concept  link
	Rank, Of int
	Facts    []appearanceFact
	More     int
}

// appearanceFact are facts of one key of the profile with its sources.
type appearanceFact struct {
	Texts   []string
	Label   string
	Sources []sourceView
}

// maxAppearanceFacts is how many facts are named behind one concept.
const maxAppearanceFacts = 3

func (p *Portal) appearances(c *gin.Context) {
	pg := p.newPage(c, "search")
	pg.NoIndex = true
	n, redirect, ok := p.Searcher.Network(c.Param("id"))
	if redirect != "" {
		c.Redirect(http.StatusMovedPermanently, pg.Link("/networks/"+redirect+"/appearances"))
		return
	}
	if !ok {
		p.Error(c, http.StatusNotFound)
		return
	}
	found, lacking, err := p.Matcher.Appearances(c.Request.Context(), n.ID, pg.Lang)
	if errors.Is(err, match.ErrUnknownNetwork) { // an ended one is found for nothing
		p.Error(c, http.StatusNotFound)
		return
	}
	if err != nil {
		p.fail(c, err)
		return
	}
	view := appearancesView{Network: link{n.Name, pg.Link("/networks/" + n.ID)}, Lacking: lacking, Empty: p.emptyKeys(pg, n), ID: n.ID}
	view.Fitting, view.Judged = p.Matcher.Experience(n.ID)
	for _, s := range conceptSections {
		group := appearanceGroup{Scheme: s.scheme}
		for _, a := range found {
			if a.Scheme == s.scheme {
				group.Rows = append(group.Rows, appearanceRowOf(pg, s, n, a))
			}
		}
		if len(group.Rows) > 0 {
			view.Groups = append(view.Groups, group)
		}
	}
	pg.Title, pg.Data = pg.locale.text("appearances.title_for", n.Name), view
	p.render(c, http.StatusOK, "appearances", pg)
}

func appearanceRowOf(pg *page, s conceptSection, n *profile.Network, a match.Appearance) appearanceRow {
	row := appearanceRow{Concept: link{a.Label, pg.Link("/search", s.filter, a.ID)}, Rank: a.Rank, Of: a.Of}
	for i, text := range a.Facts {
		if i == maxAppearanceFacts {
			row.More = len(a.Facts) - i
			break
		}
		label := search.FieldLabel(a.Fields[i], pg.Lang)
		at := slices.IndexFunc(row.Facts, func(f appearanceFact) bool { return f.Label == label })
		if at < 0 {
			at = len(row.Facts)
			sources := sourceViews(n.SourcesFor(a.Fields[i]))
			row.Facts = append(row.Facts, appearanceFact{Label: label, Sources: sources[:min(len(sources), maxReasonSources)]})
		}
		row.Facts[at].Texts = append(row.Facts[at].Texts, profile.Shorten(text, maxEvidence))
	}
	return row
}

// emptyKeys names the keys that the profile leaves empty, in the order of a
// profile.
func (p *Portal) emptyKeys(pg *page, n *profile.Network) []string {
	filled := map[string]bool{}
	for _, f := range append(p.facts(pg, n), p.lists(pg, n)...) {
		filled[f.Key] = true
	}
	var empty []string
	for _, key := range factKeys {
		if filled[key] || key == "founder_support" && n.Kind != profile.StartupContact {
			continue
		}
		label := search.FieldLabel(key, pg.Lang)
		if name := "fact." + keyNames[key]; pg.locale.has(name) {
			label = pg.locale.text(name)
		}
		empty = append(empty, label)
	}
	return empty
}

// keyNames are the texts for keys that are shown among the short facts.
var keyNames = map[string]string{
	"kind": "kind", "status": "status", "legal_form": "legal_form", "founded": "founded", "city": "address", "region": "region",
	"reach": "reach", "members": "members", "languages": "languages", "website": "website", "email": "email",
}
