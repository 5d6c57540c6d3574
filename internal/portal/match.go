package portal

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

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
	// Dropped is what the asker has taken out, so that it stays out when he changes
	// his text.
	Dropped []string
	Problem *search.InputError
}

// choiceView is a list of concepts to tick.
type choiceView struct {
	// Name is the field, such as "technologies".
	Name    string
	Options []search.Bucket
	Chosen  int
}

// maxLinkRunes is how long a text may be in the address of a page. Longer ones
// are sent by the form only.
const maxLinkRunes = 500

// matchForm shows the form or, when the address says who asks, the answer: such
// an address can be passed on.
func (p *Portal) matchForm(c *gin.Context) {
	values := c.Request.URL.Query()
	if asks(values) {
		p.answer(c, values)
		return
	}
	pg := p.newPage(c, "match")
	form, err := p.formView(c.Request.Context(), pg, company(values))
	if err != nil {
		p.fail(c, err)
		return
	}
	pg.Title, pg.Data = pg.locale.text("match.title"), form
	p.render(c, http.StatusOK, "match", pg)
}

// asks tells whether an address says anything of the asker.
func asks(v url.Values) bool {
	asker := company(v)
	said := asker.Text + asker.Place + asker.Phase + asker.Size
	return said != "" || len(asker.Technologies)+len(asker.Industries)+len(asker.Needs) > 0
}

func (p *Portal) match(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxFormBytes)
	if err := c.Request.ParseForm(); err != nil {
		p.Error(c, http.StatusBadRequest)
		return
	}
	p.answer(c, c.Request.PostForm)
}

// answer shows the networks that fit, or the form with what is wrong in it.
func (p *Portal) answer(c *gin.Context, values url.Values) {
	pg := p.newPage(c, "match")
	pg.NoIndex = true
	c.Header("Cache-Control", "no-store")
	p.adoptFormLanguage(values, pg)
	request := asked(values, pg.Lang)
	form, err := p.formView(c.Request.Context(), pg, request.Company)
	if err != nil {
		p.fail(c, err)
		return
	}
	form.Dropped = request.Without
	outcome, err := p.ask(c, request)
	if errors.As(err, &form.Problem) {
		if form.Problem.Field == "without" {
			form.Dropped = nil // nobody could mend what he does not see
		}
		pg.Title, pg.Data = pg.locale.text("match.title_problem"), form
		p.render(c, http.StatusBadRequest, "match", pg)
		return
	}
	if err != nil {
		p.fail(c, err)
		return
	}
	pg.Title, pg.Data = pg.locale.text("matches.title"), p.matchesView(pg, form, request, outcome)
	p.render(c, http.StatusOK, "matches", pg)
}

// ask refuses an address with a longer text than others may pass on.
func (p *Portal) ask(c *gin.Context, r match.Request) (*match.Outcome, error) {
	if c.Request.Method != http.MethodPost && utf8.RuneCountInString(r.Company.Text) > maxLinkRunes {
		return nil, search.NewInputError(r.Lang, "text_too_long", "text", maxLinkRunes)
	}
	return p.Matcher.Match(c.Request.Context(), r)
}

// asked is what a form or an address asks for. A chip that was sent without its
// tick is taken out of the lists as well; what was taken out before gives way to
// what is ticked in a list now.
func asked(v url.Values, lang string) match.Request {
	r := match.Request{Company: company(v), Lang: lang}
	var unticked []string
	for _, entry := range v["chip"] {
		if !slices.Contains(v["keep"], entry) && !slices.Contains(unticked, entry) {
			unticked = append(unticked, entry)
		}
	}
	unchoose(&r.Company, unticked)
	for _, entry := range v["drop"] {
		if !slices.Contains(v["keep"], entry) && !slices.Contains(unticked, entry) && !slices.Contains(r.Without, entry) && !chosen(r.Company, entry) {
			r.Without = append(r.Without, entry)
		}
	}
	r.Without = append(r.Without, unticked...)
	return r
}

// lists are the concepts that the asker chose, by their scheme.
func lists(a *profile.Company) map[string]*[]string {
	return map[string]*[]string{"technologies": &a.Technologies, "industries": &a.Industries, "needs": &a.Needs}
}

// chosen tells whether a concept, as "scheme:id", was chosen from a list.
func chosen(a profile.Company, entry string) bool {
	scheme, id, _ := strings.Cut(entry, ":")
	if ids := lists(&a)[scheme]; ids != nil {
		return slices.Contains(*ids, id)
	}
	return entry == "phases:"+a.Phase
}

// unchoose takes what the asker did not mean out of what he chose from lists.
func unchoose(a *profile.Company, unticked []string) {
	for scheme, ids := range lists(a) {
		*ids = slices.DeleteFunc(slices.Clone(*ids), func(id string) bool { return slices.Contains(unticked, scheme+":"+id) })
	}
	if slices.Contains(unticked, "phases:"+a.Phase) {
		a.Phase = ""
	}
}

// adoptFormLanguage takes the language from the form's hidden field.
func (p *Portal) adoptFormLanguage(values url.Values, pg *page) {
	if lang := values.Get("lang"); slices.Contains(languages, lang) {
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
