package api

import (
	"net/url"
	"slices"

	"golang.org/x/text/language"
)

var languages = language.NewMatcher([]language.Tag{language.German, language.English})

// Language returns the asker's language, "de" or "en": the one that the raw
// query names as lang, or else the better one of an Accept-Language header, or
// else German.
func Language(rawQuery, accept string) string {
	// What can be read of a malformed query still names the language.
	values, _ := url.ParseQuery(rawQuery)
	return chooseLanguage(values.Get("lang"), accept)
}

// languageNames are the values that name a language.
var languageNames = []any{"de", "en"}

// answerLanguage is chooseLanguage without a name that is none: whoever names a
// language that there is not is told so in one that he reads.
func answerLanguage(lang, accept string) string {
	if !slices.Contains(languageNames, any(lang)) {
		lang = ""
	}
	return chooseLanguage(lang, accept)
}

// chooseLanguage takes every language it does not have for German, the language
// of the profiles.
func chooseLanguage(lang, accept string) string {
	wanted := accept
	if lang != "" {
		wanted = lang
	}
	_, index := language.MatchStrings(languages, wanted)
	return [...]string{"de", "en"}[index]
}
