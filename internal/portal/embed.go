package portal

import (
	"html/template"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/search"
)

// EmbedBox is the search box for other websites as some choices set it up.
type EmbedBox struct {
	// Script is the path of the box's script on this server.
	Script string
	// Element is the box itself, to try it out.
	Element template.HTML
	// Style is the CSS rule for the chosen colours, empty without any.
	Style string
	// Snippet and Frame are the lines to copy, with a script and as an iframe.
	Snippet, Frame string
	// FrameURL is the path of the page inside the iframe.
	FrameURL string
}

// embedView is the page that sets up the box.
type embedView struct {
	// First and Last are the choices before and behind the filters.
	First, Filters, Last                   []boxChoice
	Label, Placeholder, Accent, Background string
	Instant                                bool
	Box                                    EmbedBox
}

// boxChoice is one attribute of the box and its values.
type boxChoice struct {
	Name    string
	Options []option
}

// The choices of the box as its attributes name them; the first is the default.
var (
	boxModes   = []string{"search", "match", "founders"}
	boxThemes  = []string{"", "light", "dark"}
	boxTargets = []string{"", "_blank", "_top"}
	boxLimits  = []int{6, 3, 10, 20}
)

// boxLanguage is the parameter for the language of the box; lang is that of the
// page.
const boxLanguage = "box_lang"

func (p *Portal) embedPage(c *gin.Context) {
	pg := p.newPage(c, "embed")
	values := maps.Clone(c.Request.URL.Query())
	all, err := p.Searcher.Search(c.Request.Context(), search.Request{Lang: pg.Lang, Limit: 1})
	if err != nil {
		p.fail(c, err)
		return
	}
	if !slices.Contains(languages, values.Get(boxLanguage)) {
		values.Set(boxLanguage, pg.Lang)
	}
	view := embedView{
		First: []boxChoice{boxOptions(pg, values, "mode", boxModes), boxOptions(pg, values, boxLanguage, languages)},
		Last:  []boxChoice{limitOptions(values), boxOptions(pg, values, "target", boxTargets), boxOptions(pg, values, "theme", boxThemes)},
		Label: values.Get("label"), Placeholder: values.Get("placeholder"),
		Accent: values.Get("accent"), Background: values.Get("background"), Instant: values.Get("instant") == "1",
	}
	for _, name := range search.FilterNames {
		known := buckets(all, name)
		// What is no value would make a box that finds nothing.
		values[name] = slices.DeleteFunc(slices.Clone(values[name]), func(id string) bool {
			return !slices.ContainsFunc(known, func(b search.Bucket) bool { return b.Value == id })
		})
		view.Filters = append(view.Filters, boxChoice{name, labelled(known, values[name])})
	}
	values.Set("lang", values.Get(boxLanguage))
	view.Box = p.Config.Embed(pg.base, values)
	pg.Title, pg.Data = pg.locale.text("embed.title"), view
	p.render(c, http.StatusOK, "embed", pg)
}

func boxOptions(pg *page, values url.Values, name string, allowed []string) boxChoice {
	choice := boxChoice{Name: name}
	for _, value := range allowed {
		choice.Options = append(choice.Options, option{value, pg.locale.text("embed." + name + "." + value), value == values.Get(name)})
	}
	return choice
}

func limitOptions(values url.Values) boxChoice {
	choice := boxChoice{Name: "limit"}
	for _, n := range boxLimits {
		value := strconv.Itoa(n)
		choice.Options = append(choice.Options, option{value, value, value == values.Get("limit")})
	}
	return choice
}
