package portal

import (
	"regexp"
	"strings"
	"testing"
)

// maxEasyWords is how long a sentence in Leichte Sprache may be.
const maxEasyWords = 14

var (
	conjunctive = regexp.MustCompile(`(?i)\b(würde|könnte|hätte|wäre|sollte|dürfte|möchte)[a-zß]*`)
	markdownRef = regexp.MustCompile(`\]\([^)]*\)`)
	longWord    = regexp.MustCompile(`\p{L}{15,}`)
)

// TestEasyLanguage holds the page in Leichte Sprache to the rules a program can
// see: short sentences, no conjunctive, long words parted.
func TestEasyLanguage(t *testing.T) {
	raw, err := defaultTexts.ReadFile("texts/leichte-sprache.de.md")
	if err != nil {
		t.Fatal(err)
	}
	text := markdownRef.ReplaceAllString(string(raw), "]")
	if found := conjunctive.FindString(text); found != "" {
		t.Errorf("conjunctive: %s", found)
	}
	for line := range strings.Lines(text) {
		for _, sentence := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(".?!:", r) }) {
			if words := strings.Fields(sentence); len(words) > maxEasyWords {
				t.Errorf("%d words: %s", len(words), sentence)
			}
			if word := longWord.FindString(sentence); word != "" && !strings.HasPrefix(word, "Barriere") {
				t.Errorf("long word without a dot: %s", word)
			}
		}
	}
}
