package portal

import (
	"embed"
	"fmt"
	"net/http"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

//go:embed locales
var localeFS embed.FS

// languages are those of the pages; the first is the default.
var languages = []string{"de", "en"}

// locale is the texts of one language by key.
type locale struct {
	lang  string
	texts map[string]string
}

func loadLocales() (map[string]*locale, error) {
	locales := map[string]*locale{}
	for _, lang := range languages {
		raw, err := localeFS.ReadFile("locales/" + lang + ".yaml")
		if err != nil {
			return nil, fmt.Errorf("portal: %w", err)
		}
		l := &locale{lang: lang}
		if err := yaml.Unmarshal(raw, &l.texts); err != nil {
			return nil, fmt.Errorf("portal: locales/%s.yaml: %w", lang, err)
		}
		locales[lang] = l
	}
	return locales, nil
}

func (l *locale) has(key string) bool {
	_, ok := l.texts[key]
	return ok
}

// lookup is what templates call as t. A missing key is an error, so that no
// page with a hole in it is ever sent.
func (l *locale) lookup(key string, args ...any) (string, error) {
	text, ok := l.texts[key]
	if !ok {
		return "", fmt.Errorf("no text %q in %s", key, l.lang)
	}
	if len(args) == 0 {
		return text, nil
	}
	return fmt.Sprintf(text, args...), nil
}

// seen is the date of a source as the page says it: the data write "undated".
func (l *locale) seen(date string) string {
	return strings.ReplaceAll(date, "undated", l.text("source.undated"))
}

// text is lookup for keys in Go code, which the tests hold against the files.
func (l *locale) text(key string, args ...any) string {
	text, err := l.lookup(key, args...)
	if err != nil {
		return key
	}
	return text
}

// count is the text key.one for 1 and key.other for every other number; both
// take the number as their first argument.
func (l *locale) count(key string, n int) (string, error) {
	if n == 1 {
		return l.lookup(key+".one", n)
	}
	return l.lookup(key+".other", n)
}

var languageMatcher = language.NewMatcher([]language.Tag{language.German, language.English})

// chooseLanguage takes ?lang= when it names a language of the pages, and else
// what the browser asks for. explicit says that it was the former.
func chooseLanguage(r *http.Request) (lang string, explicit bool) {
	for _, known := range languages {
		if r.URL.Query().Get("lang") == known {
			return known, true
		}
	}
	_, i := language.MatchStrings(languageMatcher, r.Header.Get("Accept-Language"))
	return languages[i], false
}
