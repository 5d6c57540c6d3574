package portal

import (
	"embed"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"net/http"
	"net/mail"
	"net/url"
	"regexp"
	"strings"

	"github.com/gin-gonic/gin"
)

//go:embed texts
var defaultTexts embed.FS

// textNames are the pages that an operator may write.
var textNames = []string{"about", "imprint", "privacy", "accessibility", "leichte-sprache"}

// text is an operator's page.
type text struct {
	title string
	body  template.HTML
	// lang differs from the page's language where the operator wrote only the
	// other one.
	lang string
}

type textView struct {
	Name  string
	Title string
	Body  template.HTML
	Lang  string
}

// loadTexts reads every page in every language: the operator's, else the
// operator's in the other language, else the one that comes with the program.
func loadTexts(own fs.FS) (map[string]text, error) {
	texts := map[string]text{}
	for _, name := range textNames {
		for _, lang := range languages {
			raw, written, err := readText(own, name, lang)
			if err != nil {
				return nil, fmt.Errorf("portal: texts: %w", err)
			}
			title, body, err := renderMarkdown(raw)
			if err != nil {
				return nil, fmt.Errorf("portal: texts: %s.%s.md: %w", name, written, err)
			}
			texts[name+"."+lang] = text{title, body, written}
		}
	}
	return texts, nil
}

func readText(own fs.FS, name, lang string) (raw []byte, written string, err error) {
	if own != nil {
		for _, l := range []string{lang, other(lang)} {
			raw, err = fs.ReadFile(own, name+"."+l+".md")
			if !errors.Is(err, fs.ErrNotExist) {
				return raw, l, err
			}
		}
	}
	raw, err = defaultTexts.ReadFile("texts/" + name + "." + lang + ".md")
	return raw, lang, err
}

// loadContact reads the address for reports of errors; it is empty when the
// operator named none.
func loadContact(own fs.FS) (string, error) {
	if own == nil {
		return "", nil
	}
	raw, err := fs.ReadFile(own, "contact.txt")
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("portal: texts: %w", err)
	}
	contact := strings.TrimSpace(string(raw))
	if a, err := mail.ParseAddress(contact); err != nil || a.Address != contact {
		return "", fmt.Errorf("portal: texts: contact.txt holds %q; write one mail address such as info@example.org", contact)
	}
	return contact, nil
}

func (p *Portal) textPage(name string) gin.HandlerFunc {
	return func(c *gin.Context) {
		pg := p.newPage(c, name)
		t := p.texts[name+"."+pg.Lang]
		if pg.Title = t.title; pg.Title == "" {
			pg.Title = pg.locale.text("nav." + name)
		}
		pg.Data = textView{Name: name, Title: pg.Title, Body: pg.handOn(t.body), Lang: t.lang}
		p.render(c, http.StatusOK, "text", pg)
	}
}

var ownLink = regexp.MustCompile(`href="(/[^"]*)"`)

// handOn hands a chosen language on in the links of a text to this portal. The
// text is our own renderer's, in which a quotation mark is always escaped.
func (pg *page) handOn(body template.HTML) template.HTML {
	if !pg.explicit {
		return body
	}
	return template.HTML(ownLink.ReplaceAllStringFunc(string(body), func(found string) string {
		u, err := url.Parse(html.UnescapeString(ownLink.FindStringSubmatch(found)[1]))
		if err != nil {
			return found
		}
		query := u.Query()
		query.Set("lang", pg.Lang)
		u.RawQuery = query.Encode()
		return `href="` + html.EscapeString(u.String()) + `"`
	}))
}
