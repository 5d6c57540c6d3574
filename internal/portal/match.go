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

// maxFormBytes bounds a posted form: the longest text that is allowed, with
// every byte of it escaped, and the choices.
const maxFormBytes = 512 << 10

// formView is the match form as it was filled in.
type formView struct {
	Text, Place   string
	Choices       []choiceView
	Phases, Sizes []option
	Problem       *search.InputError
}

// choiceView is a list of concepts to tick.
type choiceView struct {
	// Name is the field, such as "technologies".
	Name    string
	Options []search.Bucket
	Chosen  int
}

// matchesView is the answer, above the form that can be changed.
type matchesView struct {
	Form       formView
	Abstained  bool
	Understood []understanding
	Place      string
	Notes      []string
	Matches    []matchView
	Portfolio  []partView
	SearchURL  string
}

type partView struct {
	Network link
	Covers  []string
}

func (p *Portal) matchForm(c *gin.Context) {
	pg := p.newPage(c, "match")
	form, err := p.formView(c.Request.Context(), pg, company(c.Request.URL.Query()))
	if err != nil {
		p.fail(c, err)
		return
	}
	pg.Title, pg.Data = pg.locale.text("match.title"), form
	p.render(c, http.StatusOK, "match", pg)
}

func (p *Portal) match(c *gin.Context) {
	pg := p.newPage(c, "match")
	pg.NoIndex = true
	c.Header("Cache-Control", "no-store")
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxFormBytes)
	if err := c.Request.ParseForm(); err != nil {
		p.Error(c, http.StatusBadRequest)
		return
	}
	p.adoptFormLanguage(c, pg)
	asker := company(c.Request.PostForm)
	form, err := p.formView(c.Request.Context(), pg, asker)
	if err != nil {
		p.fail(c, err)
		return
	}
	outcome, err := p.Matcher.Match(c.Request.Context(), match.Request{Company: asker, Lang: pg.Lang})
	if errors.As(err, &form.Problem) {
		pg.Title, pg.Data = pg.locale.text("match.title_problem"), form
		p.render(c, http.StatusBadRequest, "match", pg)
		return
	}
	if err != nil {
		p.fail(c, err)
		return
	}
	pg.Title, pg.Data = pg.locale.text("matches.title"), p.matchesView(pg, form, outcome)
	p.render(c, http.StatusOK, "matches", pg)
}

// adoptFormLanguage takes the language from the form's hidden field.
func (p *Portal) adoptFormLanguage(c *gin.Context, pg *page) {
	if lang := c.Request.PostForm.Get("lang"); slices.Contains(languages, lang) {
		pg.Lang, pg.OtherLang, pg.locale, pg.explicit = lang, other(lang), p.locales[lang], true
	}
}

func company(v url.Values) profile.Company {
	return profile.Company{
		Text:         strings.TrimSpace(v.Get("text")),
		Technologies: v["technologies"], Industries: v["industries"], Needs: v["needs"],
		Place: strings.TrimSpace(v.Get("place")), Phase: v.Get("phase"), Size: v.Get("size"),
	}
}

// facetOf names the facet that holds the choices of a field of the form.
var facetOf = []struct{ field, facet string }{
	{"needs", "need"}, {"technologies", "technology"}, {"industries", "industry"},
}

var (
	phases = []profile.Phase{profile.Idea, profile.PreSeed, profile.Seed, profile.Growth}
	sizes  = []string{"1-9", "10-49", "50-249", "250+"}
)

// formView offers every concept that some network has.
func (p *Portal) formView(ctx context.Context, pg *page, asker profile.Company) (formView, error) {
	all, err := p.Searcher.Search(ctx, search.Request{Lang: pg.Lang, Limit: 1})
	if err != nil {
		return formView{}, err
	}
	form := formView{Text: asker.Text, Place: asker.Place}
	chosen := map[string][]string{"needs": asker.Needs, "technologies": asker.Technologies, "industries": asker.Industries}
	for _, f := range facetOf {
		choice := choiceView{Name: f.field, Options: slices.Clone(buckets(all, f.facet))}
		for i := range choice.Options {
			o := &choice.Options[i]
			if o.Selected = slices.Contains(chosen[f.field], o.Value); o.Selected {
				choice.Chosen++
			}
		}
		slices.SortFunc(choice.Options, func(a, b search.Bucket) int { return strings.Compare(sortKey(a.Label), sortKey(b.Label)) })
		form.Choices = append(form.Choices, choice)
	}
	for _, phase := range phases {
		id := string(phase)
		form.Phases = append(form.Phases, option{id, p.Searcher.Label("phase", id, pg.Lang), id == asker.Phase})
	}
	for _, size := range sizes {
		form.Sizes = append(form.Sizes, option{size, pg.locale.text("match.size." + size), size == asker.Size})
	}
	return form, nil
}

var umlauts = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u", "ß", "ss")

// sortKey orders labels as a German dictionary does.
func sortKey(label string) string { return umlauts.Replace(strings.ToLower(label)) }

func (p *Portal) matchesView(pg *page, form formView, o *match.Outcome) matchesView {
	view := matchesView{Form: form, Abstained: o.Abstained, Notes: o.Understood.Notes}
	for _, u := range o.Understood.Concepts {
		view.Understood = understand(view.Understood, u.Concept)
	}
	if o.Understood.Place != nil {
		view.Place = o.Understood.Place.Name
	}
	for _, m := range o.Matches {
		view.Matches = append(view.Matches, p.matchView(pg, m))
	}
	for _, part := range o.Portfolio {
		v := partView{Network: link{part.Network.Name, pg.Link("/networks/" + part.Network.ID)}}
		for _, c := range part.Covers {
			v.Covers = append(v.Covers, c.Label)
		}
		view.Portfolio = append(view.Portfolio, v)
	}
	if len([]rune(form.Text)) <= search.MaxQueryRunes {
		view.SearchURL = pg.Link("/search", "q", form.Text)
	}
	return view
}
