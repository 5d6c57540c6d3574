package portal

import (
	"slices"

	"clusterlotse/internal/match"
	"clusterlotse/internal/search"
)

// portfolioView is the table of networks that together cover what was asked for.
type portfolioView struct {
	Networks []link
	Rows     []wishRow
	// Open says that some wish has no tick; Contact is whom to ask then, or nil.
	Open    bool
	Contact *contactPoint
}

// wishRow is one wish and what each network does for it.
type wishRow struct {
	Label  string
	Scheme string
	Cells  []wishCell
	Open   bool
}

// wishCell is what a network does for a wish: "covers", "also" where another
// covers it already, or nothing; As names the broader concept by which it does.
type wishCell struct{ Network, Does, As string }

// portfolio is nil when there is none.
func (p *Portal) portfolio(pg *page, o *match.Outcome) *portfolioView {
	if len(o.Portfolio) == 0 {
		return nil
	}
	view := &portfolioView{Open: len(o.Open) > 0}
	row := func(c search.Concept) *wishRow {
		at := slices.IndexFunc(view.Rows, func(r wishRow) bool { return r.Label == c.Label && r.Scheme == c.Scheme })
		if at < 0 {
			at = len(view.Rows)
			view.Rows = append(view.Rows, wishRow{c.Label, c.Scheme, make([]wishCell, len(o.Portfolio)), false})
		}
		return &view.Rows[at]
	}
	for i, part := range o.Portfolio {
		view.Networks = append(view.Networks, link{part.Network.Name, pg.Link("/networks/" + part.Network.ID)})
		for _, c := range part.Covers {
			row(c.Concept).Cells[i] = wishCell{part.Network.Name, "covers", c.As}
		}
		for _, c := range part.Twice {
			row(c.Concept).Cells[i] = wishCell{part.Network.Name, "also", c.As}
		}
	}
	for _, c := range o.Open {
		row(c).Open = true
	}
	if view.Open && o.Contact != nil {
		view.Contact = p.contactPoint(pg, o.Contact)
	}
	return view
}
