package portal

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"clusterlotse/internal/search"
)

// Suggester completes what somebody is typing.
type Suggester interface {
	Suggest(ctx context.Context, query string, limit int, lang string) ([]search.Suggestion, error)
}

const (
	// cacheHour is for files that change with the profiles only.
	cacheHour = "public, max-age=3600"
	// browserSuggestions is as many as the list of a browser shows.
	browserSuggestions = 8
)

// openSearchDescription tells a browser how to search here (OpenSearch 1.1), so
// that it can add the search to its own box.
type openSearchDescription struct {
	XMLName     xml.Name        `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
	ShortName   string          `xml:"ShortName"`
	Description string          `xml:"Description"`
	URLs        []openSearchURL `xml:"Url"`
	Image       openSearchImage `xml:"Image"`
	Language    string          `xml:"Language"`
	Encoding    string          `xml:"InputEncoding"`
}

type openSearchURL struct {
	Type     string `xml:"type,attr"`
	Rel      string `xml:"rel,attr,omitempty"`
	Template string `xml:"template,attr"`
}

type openSearchImage struct {
	Type   string `xml:"type,attr"`
	Width  int    `xml:"width,attr"`
	Height int    `xml:"height,attr"`
	URL    string `xml:",chardata"`
}

func (p *Portal) openSearch(c *gin.Context) {
	lang, _ := chooseLanguage(c.Request)
	base, l := p.base(c.Request), p.locales[lang]
	at := func(path string) string { return base + path + "?q={searchTerms}&lang=" + lang }
	d := openSearchDescription{
		ShortName: l.text("brand"), Description: l.text("description"), Language: lang, Encoding: "UTF-8",
		URLs: []openSearchURL{
			{"text/html", "", at("/search")},
			{"application/atom+xml", "results", at("/search.atom")},
			{"application/opensearchdescription+xml", "self", canonical(base, "/opensearch.xml", lang)},
		},
		Image: openSearchImage{"image/svg+xml", 16, 16, base + p.staticURL("icon.svg")},
	}
	if p.Suggester != nil {
		d.URLs = append(d.URLs, openSearchURL{"application/x-suggestions+json", "", at("/suggest.json")})
	}
	c.Header("Vary", "Accept-Language")
	p.writeXML(c, "application/opensearchdescription+xml; charset=utf-8", d)
}

// writeXML answers with v as an XML document.
func (p *Portal) writeXML(c *gin.Context, mime string, v any) {
	raw, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		p.fail(c, fmt.Errorf("portal: %w", err))
		return
	}
	c.Header("Cache-Control", cacheHour)
	c.Data(http.StatusOK, mime, append([]byte(xml.Header), raw...))
}

// suggest answers in the format of the OpenSearch suggestions extension: what
// was typed, and the completions.
func (p *Portal) suggest(c *gin.Context) {
	lang, _ := chooseLanguage(c.Request)
	query := c.Query("q")
	found, err := p.Suggester.Suggest(c.Request.Context(), query, browserSuggestions, lang)
	var problem *search.InputError
	if err != nil && !errors.As(err, &problem) {
		p.fail(c, err)
		return
	}
	texts := []string{} // nothing to offer for a query that cannot be asked
	for _, s := range found {
		if !slices.Contains(texts, s.Text) { // a technology and an industry may share a name
			texts = append(texts, s.Text)
		}
	}
	raw, err := json.Marshal([]any{query, texts})
	if err != nil {
		p.fail(c, fmt.Errorf("portal: %w", err))
		return
	}
	c.Header("Vary", "Accept-Language")
	c.Data(http.StatusOK, "application/x-suggestions+json; charset=utf-8", raw)
}
