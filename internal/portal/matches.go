package portal

import (
	"net/url"
	"slices"
	"unicode/utf8"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// matchesView is the answer, above the form that can be changed.
type matchesView struct {
	Form      formView
	Abstained bool
	// Chips are what was understood, each to be taken out or in again; Hidden are
	// the other fields of their form.
	Chips  []chipView
	Hidden []field
	// Excluded are concepts that the text rules out, Unknown words that nobody
	// knows.
	Excluded []search.Concept
	Unknown  []string
	Notes    []string
	Matches  []matchView
	// Portfolio is nil when one network does.
	Portfolio *portfolioView
	// Contact is whom to ask when nothing fits.
	Contact   *contactPoint
	SearchURL string
	// Share is the address of this answer, empty when the text is too long for one.
	Share             string
	DataDate, Ranking string
}

// field is a hidden field of a form.
type field struct{ Name, Value string }

// chipView is one thing that was understood; Words are the asker's own for it.
type chipView struct {
	Value, Label, Scheme, Words string
	// Kept says that it counts.
	Kept bool
}

// contactPoint is whom to ask, with what the network says of itself.
type contactPoint struct {
	link
	Summary, SummaryLang string
}

func (p *Portal) matchesView(pg *page, form formView, r match.Request, o *match.Outcome) matchesView {
	list := chips(pg, r, o)
	view := matchesView{
		Form: form, Abstained: o.Abstained, Chips: list, Hidden: hiddenFields(r, list),
		Excluded: o.Understood.Excluded, Unknown: o.Understood.Unknown, Notes: o.Understood.Notes,
		DataDate: p.DataDate, Ranking: p.RankingVersion,
	}
	for _, m := range o.Matches {
		view.Matches = append(view.Matches, p.matchView(pg, m))
	}
	view.Portfolio = p.portfolio(pg, o)
	if o.Contact != nil {
		view.Contact = p.contactPoint(pg, o.Contact)
	}
	length := utf8.RuneCountInString(form.Text)
	if length > 0 && length <= search.MaxQueryRunes {
		view.SearchURL = pg.Link("/search", "q", form.Text)
	}
	if length <= maxLinkRunes {
		pg.Back = pg.link("/match", shared(r))
		view.Share = pg.base + pg.Back
	}
	return view
}

func (p *Portal) contactPoint(pg *page, n *profile.Network) *contactPoint {
	return &contactPoint{link{n.Name, pg.Link("/networks/" + n.ID)}, profile.Shorten(n.Summary(pg.Lang), 240), summaryLang(n, pg.Lang)}
}

// chips are the concepts, the place and the size that were understood, and those
// that the asker has taken out.
func chips(pg *page, r match.Request, o *match.Outcome) []chipView {
	var list []chipView
	for _, u := range o.Understood.Concepts {
		list = append(list, chipView{u.Scheme + ":" + u.ID, u.Label, u.Scheme, u.Words, true})
	}
	switch at := o.Understood.Place; {
	case at != nil && r.Company.Place == "":
		list = append(list, chipView{match.WithoutPlace, at.Name, "place", "", true})
	case at != nil: // is changed in its own field
		list = append(list, chipView{"", at.Name, "place", "", true})
	case o.Understood.DroppedPlace != nil:
		list = append(list, chipView{match.WithoutPlace, o.Understood.DroppedPlace.Name, "place", "", false})
	}
	list = append(list, sizeChip(pg, r, o.Understood)...)
	for _, c := range o.Understood.Dropped {
		list = append(list, chipView{c.Scheme + ":" + c.ID, c.Label, c.Scheme, c.Words, false})
	}
	return list
}

// sizeChip is the chip of the size, as that of the place: one that was given is
// changed in its own field.
func sizeChip(pg *page, r match.Request, u match.Understood) []chipView {
	switch {
	case u.Size != "":
		chip := chipView{"", pg.locale.text("match.size." + u.Size), "size", u.SizeWords, true}
		if r.Company.Size == "" {
			chip.Value = match.WithoutSize
		}
		return []chipView{chip}
	case u.DroppedSize != "":
		return []chipView{{match.WithoutSize, pg.locale.text("match.size." + u.DroppedSize), "size", "", false}}
	}
	return nil
}

// companyValues are the fields of the form that say who asks.
func companyValues(a profile.Company) url.Values {
	v := url.Values{"technologies": a.Technologies, "industries": a.Industries, "needs": a.Needs}
	for name, value := range map[string]string{"text": a.Text, "place": a.Place, "phase": a.Phase, "size": a.Size} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return v
}

// shared are the parameters of the address under which this answer stands.
func shared(r match.Request) url.Values {
	v := companyValues(r.Company)
	if len(r.Without) > 0 {
		v["drop"] = r.Without
	}
	return v
}

// hiddenFields carry who asks along with the chips, and what was taken out
// without being among them now, because the text names it no more.
func hiddenFields(r match.Request, shown []chipView) []field {
	v := companyValues(r.Company)
	var fields []field
	for _, name := range []string{"text", "place", "phase", "size", "technologies", "industries", "needs"} {
		for _, value := range v[name] {
			fields = append(fields, field{name, value})
		}
	}
	for _, entry := range r.Without {
		if !slices.ContainsFunc(shown, func(chip chipView) bool { return chip.Value == entry }) {
			fields = append(fields, field{"drop", entry})
		}
	}
	return fields
}
