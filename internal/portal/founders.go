package portal

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// foundersView is the entry for founders: a form and, once it was sent, contact
// points and programmes apart.
type foundersView struct {
	Text, Place       string
	Phases            []option
	Industries, Needs []option
	Problem           *search.InputError
	// Asked says that the form was sent.
	Asked      bool
	Understood []understanding
	Near       string
	Notes      []string
	Contacts   []contactView
	Programmes []programmeView
}

// contactView is a contact point with what it offers founders.
type contactView struct {
	matchView
	Phases string
	Offers []string
}

// Lengths of the answer to a founder. Matches beyond founderPool are not looked
// through for contact points.
const (
	founderPool     = match.MaxLimit
	founderContacts = 6
	founderOffers   = 4
)

// founderNeeds are the needs that the form offers, in the order in which
// founders ask for them; those that no contact point serves are left out.
var founderNeeds = []string{
	"founding-advice", "start-up-vouchers", "innovation-vouchers", "mentoring", "founding-education",
	"seed-capital", "investors", "funding", "accelerator", "incubator", "office-space", "coworking",
	"laboratories", "prototyping", "pilot-customers", "partner-search", "skilled-staff", "spin-offs",
}

func (p *Portal) founders(c *gin.Context) {
	pg := p.newPage(c, "founders")
	ctx := c.Request.Context()
	asker := founder(c.Request.URL.Query())
	view, err := p.foundersForm(ctx, pg, asker)
	if err != nil {
		p.fail(c, err)
		return
	}
	status := http.StatusOK
	pg.Title = pg.locale.text("founders.title")
	var matches []match.Match
	if view.Asked {
		pg.NoIndex = true
		matches, err = p.askFounders(ctx, pg, asker, &view)
	}
	switch {
	case errors.As(err, &view.Problem):
		status, pg.Title = http.StatusBadRequest, pg.locale.text("founders.title_problem")
	case err != nil:
		p.fail(c, err)
		return
	case p.Directory != nil:
		view.Programmes = p.programmes(pg, asker.Phase, matches)
	}
	pg.Data = view
	p.render(c, status, "founders", pg)
}

// founder reads the form; an empty choice is none.
func founder(v url.Values) profile.Company {
	asker := profile.Company{
		Text: strings.TrimSpace(v.Get("text")), Place: strings.TrimSpace(v.Get("place")),
		Phase: v.Get("phase"), Needs: v["need"],
	}
	if industry := v.Get("industry"); industry != "" {
		asker.Industries = []string{industry}
	}
	return asker
}

// foundersForm offers the needs that contact points for founders serve, and the
// industries of all networks: most contact points are open to any industry, so
// that theirs alone would leave out whole trades.
func (p *Portal) foundersForm(ctx context.Context, pg *page, asker profile.Company) (foundersView, error) {
	contacts, err := p.Searcher.Search(ctx, search.Request{Lang: pg.Lang, Limit: 1, Kinds: []string{string(profile.StartupContact)}})
	if err != nil {
		return foundersView{}, err
	}
	all, err := p.Searcher.Search(ctx, search.Request{Lang: pg.Lang, Limit: 1})
	if err != nil {
		return foundersView{}, err
	}
	view := foundersView{
		Text: asker.Text, Place: asker.Place,
		Needs:      needOptions(buckets(contacts, "need"), asker.Needs),
		Industries: labelled(buckets(all, "industry"), asker.Industries),
		Asked:      asker.Text != "" || asker.Place != "" || asker.Phase != "" || len(asker.Needs)+len(asker.Industries) > 0,
	}
	for _, phase := range phases {
		id := string(phase)
		view.Phases = append(view.Phases, option{id, p.Searcher.Label("phase", id, pg.Lang), id == asker.Phase})
	}
	return view, nil
}

// needOptions are the founderNeeds among values, and those chosen besides.
func needOptions(values []search.Bucket, chosen []string) []option {
	var options []option
	for _, id := range founderNeeds {
		for _, b := range values {
			if b.Value == id {
				options = append(options, option{id, b.Label, slices.Contains(chosen, id)})
			}
		}
	}
	for _, b := range values {
		if slices.Contains(chosen, b.Value) && !slices.Contains(founderNeeds, b.Value) {
			options = append(options, option{b.Value, b.Label, true})
		}
	}
	return options
}

// askFounders fills in the contact points and returns all matches.
func (p *Portal) askFounders(ctx context.Context, pg *page, asker profile.Company, view *foundersView) ([]match.Match, error) {
	outcome, err := p.Matcher.Match(ctx, match.Request{Company: asker, Lang: pg.Lang, Limit: founderPool})
	if err != nil {
		return nil, err
	}
	for _, u := range outcome.Understood.Concepts {
		view.Understood = understand(view.Understood, u.Concept)
	}
	if outcome.Understood.Place != nil {
		view.Near = outcome.Understood.Place.Name
	}
	view.Notes = outcome.Understood.Notes
	for _, m := range outcome.Matches {
		if len(view.Contacts) == founderContacts {
			break
		}
		if n := m.Network; servesFounders(n) && !isProgramme(n) {
			view.Contacts = append(view.Contacts, contactView{
				p.matchView(pg, m), p.phasesOf(pg, n), n.FounderSupport[:min(len(n.FounderSupport), founderOffers)],
			})
		}
	}
	return outcome.Matches, nil
}

// PhaseChosen says that one of the phases is selected.
func (v foundersView) PhaseChosen() bool {
	for _, o := range v.Phases {
		if o.Selected {
			return true
		}
	}
	return false
}
