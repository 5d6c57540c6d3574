package german

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDetect(t *testing.T) {
	a := analyzer(t)
	for text, want := range map[string]struct {
		lang Language
		sure bool
	}{
		"We mill titanium for implants":   {English, true},
		"Wir fräsen Titan für Implantate": {German, true},
		"CNC machining":                   {German, false},
		"":                                {German, false},
		"Start-up with a new sensor":      {English, true},
		"Wir machen Software for good":    {German, false},
		"Suche Partner":                   {German, true},
		"Is anybody working on cells?":    {English, true},
		"Unser Slogan ist we love it, und wir bauen Häuser": {German, true},
	} {
		if lang, sure := a.Detect(text); lang != want.lang || sure != want.sure {
			t.Errorf("%q: %s, %v; want %s, %v", text, lang, sure, want.lang, want.sure)
		}
	}
}

func TestMinimalEnglish(t *testing.T) {
	a := analyzer(t)
	for _, same := range [][]string{
		{"foundry", "foundries", "Foundries'"}, {"box", "boxes"}, {"press", "presses"}, {"brush", "brushes"},
		{"sensor", "sensors"}, {"fibre", "fibers"}, {"colour", "color"}, {"mould", "molds"}, {"centre", "centers"},
		{"digitisation", "digitization"}, {"aluminium", "aluminum"}, {"machine", "machines"}, {"pump", "pumps"},
		{"lens", "lenses"}, {"gas", "gases"}, {"bus", "buses"}, {"news", "News"}, {"SaaS", "SaaS"}, {"glue", "glues"},
	} {
		for _, word := range same {
			if got, want := a.Words(word, MinimalEnglish)[0].Term, a.Words(same[0], MinimalEnglish)[0].Term; got != want {
				t.Errorf("%s: %q, want %q", word, got, want)
			}
		}
	}
	for _, pair := range [][2]string{{"machine", "machining"}, {"organ", "organic"}, {"glass", "glas"}, {"four", "for"}, {"tour", "tor"}, {"analysis", "analysi"}} {
		if x, y := a.Words(pair[0], MinimalEnglish)[0].Term, a.Words(pair[1], MinimalEnglish)[0].Term; x == y {
			t.Errorf("%s and %s are both %q", pair[0], pair[1], x)
		}
	}
}

// TestLanguagesShareSpans: the words of a text stand in the same places whatever the
// language, so that the analyses of one text can be laid side by side.
func TestLanguagesShareSpans(t *testing.T) {
	a := analyzer(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aesEÄöß-'’. ,1\u00ad\u0308&/"))).Draw(t, "text")
		want := a.Analyze(text, German)
		for _, lang := range []Language{English, MinimalEnglish, French} {
			got := a.Analyze(text, lang)
			if len(got) != len(want) {
				t.Fatalf("%q: %d words in %s, %d in German", text, len(got), lang, len(want))
			}
			for i := range got {
				if got[i].Start != want[i].Start || got[i].End != want[i].End {
					t.Fatalf("%q: word %d in %s is %q, in German %q", text, i, lang, got[i].Text, want[i].Text)
				}
			}
		}
	})
}
