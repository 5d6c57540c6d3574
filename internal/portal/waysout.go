package portal

import (
	"net/url"

	"clusterlotse/internal/search"
)

// wayOut is another search, or somebody to ask.
type wayOut struct {
	link
	// Count is how many networks the search finds, 0 for a contact.
	Count int
}

// addWaysOut offers what to do when a search found nothing or too little.
func (p *Portal) addWaysOut(pg *page, view *searchView, r *search.Request, result *search.Result) {
	view.Absent = result.Absent
	if result.Corrected != "" && result.Corrected != r.Query {
		next := *r
		next.Query, next.Offset = result.Corrected, 0
		view.Corrected = &link{result.Corrected, pg.link("/search", valuesOf(&next))}
	}
	for _, a := range result.Alternatives {
		text := pg.locale.text("alternative."+a.Kind, a.Text)
		switch {
		case a.Network != nil:
			view.Contacts = append(view.Contacts, link{text, pg.Link("/networks/" + a.Network.ID)})
		case a.Kind == "filter":
			view.Relaxed = append(view.Relaxed, wayOut{link{text, p.searchURL(pg, a.Query)}, a.Count})
		default:
			view.Alternatives = append(view.Alternatives, wayOut{link{text, p.searchURL(pg, a.Query)}, a.Count})
		}
	}
}

// searchURL is the page of a search given by its parameters.
func (p *Portal) searchURL(pg *page, query string) string {
	values, err := url.ParseQuery(query)
	if err != nil {
		return pg.Link("/search")
	}
	return pg.link("/search", values)
}
