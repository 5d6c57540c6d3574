package portal

import (
	"regexp"
	"strings"
	"testing"
)

// maxEasyWords is how long a sentence in Leichte Sprache may be.
const maxEasyWords = 10

// easyRules are what the rules of Leichte Sprache rule out and a program can see.
var easyRules = map[string]*regexp.Regexp{
	"conjunctive":         regexp.MustCompile(`(?i)\b(würde|könnte|hätte|wäre|sollte|dürfte|möchte)[a-zß]*`),
	"genitive":            regexp.MustCompile(`(?i)\b(des|eines|dessen|deren|wegen|trotz|während)\b`),
	"negation":            regexp.MustCompile(`(?i)\b(nicht|nie|kein[a-z]*|ohne)\b`),
	"passive":             regexp.MustCompile(`(?i)\b(wird|werden|wurde|wurden|worden)\b`),
	"abbreviation":        regexp.MustCompile(`(?i)(^|\s)(\p{L}|bzw|Nr|usw|etc|inkl)\.`),
	"special character":   regexp.MustCompile(`[&%§/;()–„“]`),
	"long word, unparted": regexp.MustCompile(`\p{L}{13,}`),
	"second sentence":     regexp.MustCompile(`[.?!]\s+\p{Lu}`),
	"clause":              regexp.MustCompile(`(?i), (dass|weil|damit|obwohl|die|der|das|den|dem|um|was|wo|wie|wenn|ob)\b`),
}

var (
	// pageName is a link: what stands there is called so in the menu, too.
	pageName = regexp.MustCompile(`\[[^\]]*\]\([^)]*\)`)
	// lineMark are the signs of Markdown before and behind the words of a line.
	lineMark = regexp.MustCompile(`^(#+|-|\d\.)?\s*|\\?\n?$`)
)

// TestEasyLanguage holds the page in Leichte Sprache to the rules a program can
// see. Whether it is understood, only its readers can tell.
func TestEasyLanguage(t *testing.T) {
	raw, err := defaultTexts.ReadFile("texts/leichte-sprache.de.md")
	if err != nil {
		t.Fatal(err)
	}
	sentences := 0
	for line := range strings.Lines(string(raw)) {
		sentence := pageName.ReplaceAllString(lineMark.ReplaceAllString(line, ""), "Seite")
		for rule, breach := range easyRules {
			if found := breach.FindString(sentence); found != "" {
				t.Errorf("%s %q: %s", rule, found, sentence)
			}
		}
		words := strings.Fields(sentence)
		if len(words) > maxEasyWords {
			t.Errorf("%d words: %s", len(words), sentence)
		}
		if len(words) > 0 {
			sentences++
		}
	}
	if sentences < 60 {
		t.Errorf("only %d sentences were read", sentences)
	}
}

// TestEasyLanguageNamesWhatIsThere: what readers are told to press or to look
// for stands on the pages in these words.
func TestEasyLanguageNamesWhatIsThere(t *testing.T) {
	locales, err := loadLocales()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range languages {
		raw, err := defaultTexts.ReadFile("texts/leichte-sprache." + lang + ".md")
		if err != nil {
			t.Fatal(err)
		}
		for key, form := range map[string]string{
			"nav.search": "[%](/search)", "nav.match": "[%](/match)", "nav.founders": "[%](/founders)", "nav.regions": "[%](/regions)",
			"nav.privacy": "[%](/privacy)", "nav.accessibility": "[%](/accessibility)",
			"search.button": ": %.", "match.button": ": %.", "matches.reasons": ": %.", "matches.missing": ": %.", "age.old": ": %.", "report.link": ": %.",
		} {
			if want := strings.Replace(form, "%", locales[lang].text(key), 1); !strings.Contains(string(raw), want) {
				t.Errorf("%s: no %q", lang, want)
			}
		}
	}
}
