package portal

import (
	"fmt"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// hitView is a network in a list of results.
type hitView struct {
	cardView
	// Text is the summary, or the piece of it that the search found.
	Text      fragmentView
	Fragments []fragmentView
	Why       []string
}

// cardView is what every list says of a network.
type cardView struct {
	ID        string
	Name, URL string
	Kind      string
	Place     string
	Reach     string
	Distance  string
	Summary   string
	// SummaryLang differs from the page's language when there is no other.
	SummaryLang string
	// Ended says in one word what has become of an ended network.
	Ended     string
	Successor *link
}

// fragmentView is a fragment cut at its marks.
type fragmentView struct {
	Lang   string
	Pieces []piece
}

type piece struct {
	Text   string
	Marked bool
}

func (p *Portal) hitView(pg *page, h search.Hit) hitView {
	view := hitView{cardView: p.cardView(pg, h.Network, h.DistanceKm), Why: h.Why}
	if h.Successor != nil {
		view.Successor = &link{h.Successor.Name, pg.Link("/networks/" + h.Successor.ID)}
	}
	view.Text = fragmentView{view.SummaryLang, []piece{{view.Summary, false}}}
	shown := map[string]bool{h.Network.Name: true}
	for _, f := range h.Fragments {
		switch {
		case f.Field == "summary_"+view.SummaryLang:
			view.Text.Pieces = pieces(f)
		case !shown[f.Text]:
			view.Fragments = append(view.Fragments, fragmentView{fieldLang(f.Field), pieces(f)})
		}
		shown[f.Text] = true
	}
	return view
}

func (p *Portal) cardView(pg *page, n *profile.Network, distanceKm float64) cardView {
	view := cardView{
		ID: n.ID, Name: n.Name, URL: pg.Link("/networks/" + n.ID),
		Kind:        p.Searcher.Label("kind", string(n.Kind), pg.Lang),
		Place:       placeOf(n),
		Summary:     profile.Shorten(n.Summary(pg.Lang), 240),
		SummaryLang: summaryLang(n, pg.Lang),
	}
	if n.Reach == profile.Statewide {
		view.Reach = pg.locale.text("reach.statewide")
	}
	switch {
	case distanceKm >= 0 && distanceKm < 0.5:
		view.Distance = pg.locale.text("hit.here")
	case distanceKm >= 0:
		view.Distance = pg.locale.text("hit.distance", fmt.Sprintf("%.0f", distanceKm))
	}
	if n.Ended() {
		view.Ended = pg.locale.text("status." + string(n.Status))
	}
	return view
}

// placeOf is the town with its region, as far as known.
func placeOf(n *profile.Network) string {
	switch {
	case n.City == "":
		return n.Region
	case n.Region == "" || n.Region == n.City:
		return n.City
	}
	return n.City + ", " + n.Region
}

func summaryLang(n *profile.Network, lang string) string {
	if lang == "en" && n.SummaryEN != "" {
		return "en"
	}
	return "de"
}

// fieldLang is the language in which the profiles state a field.
func fieldLang(field string) string {
	if field == "summary_en" {
		return "en"
	}
	return "de"
}

// pieces cuts a fragment at its marks. Marks outside the text or out of order
// are passed over: the text is always shown whole.
func pieces(f search.Fragment) []piece {
	var out []piece
	done := 0
	for _, m := range f.Marks {
		if m.Start < done || m.End <= m.Start || m.End > len(f.Text) {
			continue
		}
		if m.Start > done {
			out = append(out, piece{f.Text[done:m.Start], false})
		}
		out = append(out, piece{f.Text[m.Start:m.End], true})
		done = m.End
	}
	if done < len(f.Text) {
		out = append(out, piece{f.Text[done:], false})
	}
	return out
}
