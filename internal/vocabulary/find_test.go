package vocabulary_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"clusterlotse/internal/vocabulary"
)

// found writes the mentions as "words=scheme:id", hidden ones with "~".
func found(v *vocabulary.Vocabulary, text string) []string {
	out := []string{}
	for _, m := range v.Find(text) {
		sign := "="
		if m.Hidden {
			sign = "~"
		}
		out = append(out, text[m.Start:m.End]+sign+m.Concept.Scheme+":"+m.Concept.ID)
	}
	return out
}

func TestFind(t *testing.T) {
	v := smallVocabulary(t)
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{}},
		{"no label", "Wir sind ein Betrieb.", []string{}},
		{"one word", "Wir suchen Förderung.", []string{"Förderung=needs:funding"}},
		{"order of the text", "Förderung für Start-ups", []string{"Förderung=needs:funding", "Start-ups=target_groups:startups"}},
		{"longest label within a scheme", "additive Fertigung", []string{"additive Fertigung=technologies:additive", "Fertigung=industries:manufacturing"}},
		{"schemes share words", "Fertigung", []string{"Fertigung=industries:manufacturing", "Fertigung=technologies:production"}},
		{"inflection", "der Künstlichen Intelligenzen", []string{"Künstlichen Intelligenzen=technologies:ai"}},
		{"case", "FÖRDERUNG", []string{"FÖRDERUNG=needs:funding"}},
		{"umlaut spelt out", "Foerderung mit kuenstlicher Intelligenz", []string{"Foerderung=needs:funding", "kuenstlicher Intelligenz=technologies:ai"}},
		{"decomposed umlaut", "Fo\u0308rderung", []string{"Fo\u0308rderung=needs:funding"}},
		{"hyphen left out", "Clusterinitiative und Startups", []string{"Clusterinitiative=kinds:cluster-initiative", "Startups=target_groups:startups"}},
		{"other hyphen", "Cluster\u2011Initiative", []string{"Cluster\u2011Initiative=kinds:cluster-initiative"}},
		{"English label", "machine learning", []string{"machine learning=technologies:machine-learning"}},
		{"French label", "technologies numériques", []string{"technologies numériques=technologies:digital"}},
		{"hidden label", "neuronale Netze", []string{"neuronale Netze~technologies:machine-learning"}},
		{"capitals of a stop word", "IT und AM", []string{"IT=technologies:digital", "AM=technologies:additive"}},
		{"stop word in small letters", "it geht am Montag", []string{}},
		{"stop word in title case", "Am Montag", []string{}},
		{"twice", "KI, KI", []string{"KI=technologies:ai", "KI=technologies:ai"}},
		{"across a sign", "Additive, Fertigung", []string{"Additive, Fertigung=technologies:additive", "Fertigung=industries:manufacturing"}},
		{"bytes that are no text", "\xffKI\xff", []string{"KI=technologies:ai"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(v, tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestFindInsideHyphenatedWords(t *testing.T) {
	v := smallVocabulary(t)
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"two pieces", "ein KI-Projekt", []string{"KI=technologies:ai"}},
		{"each piece its label", "KI-Förderung", []string{"KI=technologies:ai", "Förderung=needs:funding"}},
		{"label of two words", "Social-Media-Agentur", []string{"Social-Media=industries:software"}},
		{"whole word is a label of two words", "Social-Media", []string{"Social-Media=industries:software"}},
		{"inflected piece of a compound", "Titan-Hüftgelenke", []string{"Hüftgelenke~industries:medical"}},
		{"label with a hyphen of its own", "Pre-Seed-Programm", []string{"Pre-Seed=phases:pre-seed"}},
		{"longest run within a scheme", "Social-Media-App", []string{"Social-Media=industries:software", "App=industries:software"}},
		{"longer label covers the shorter", "XY-IT-Sicherheit", []string{"IT-Sicherheit=technologies:security"}},
		{"the whole word is a label", "IT-Sicherheit", []string{"IT-Sicherheit=technologies:security"}},
		{"schemes share pieces", "Fertigung-Plus", []string{"Fertigung=industries:manufacturing", "Fertigung=technologies:production"}},
		{"stop word in small letters", "am-Ende", []string{}},
		{"capitals of a stop word", "AM-Anlage", []string{"AM=technologies:additive"}},
		{"other hyphen", "KI\u2011Projekt", []string{"KI=technologies:ai"}},
		{"piece spelt otherwise", "Landes-Foerderung", []string{"Foerderung=needs:funding"}},
		{"behind other words", "für Bio-Medizintechnik und mehr", []string{"Medizintechnik=industries:medical"}},
		{"compound without hyphen", "Kniegelenk", []string{}},
		{"elision is no hyphenated word", "KI- und andere Projekte", []string{"KI=technologies:ai"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(v, tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestFindReadsHyphenatedWordsOfTheField(t *testing.T) {
	v := realVocabulary(t)
	for text, want := range map[string]string{
		"Wir bauen eine Social-Media-App.":  "Social-Media",
		"Wir schleifen Titan-Hüftgelenke.":  "Titan",
		"Unser KI-Startup sucht Kapital.":   "KI-Startup",
		"Ein Partner für IT-Sicherheit.":    "IT-Sicherheit",
		"Wir suchen ein Pre-Seed-Programm.": "Pre-Seed",
	} {
		var words []string
		for _, m := range v.Find(text) {
			words = append(words, text[m.Start:m.End])
		}
		if !slices.ContainsFunc(words, func(w string) bool { return w == want || strings.HasPrefix(want, w) }) {
			t.Errorf("%s: found %q, want %q", text, words, want)
		}
	}
}

func TestFindInAndKnows(t *testing.T) {
	v := smallVocabulary(t)
	if got := v.FindIn(vocabulary.Technologies, "KI, Fertigung, KI und künstliche Intelligenz"); len(got) != 2 || got[0].ID != "ai" || got[1].ID != "production" {
		t.Errorf("FindIn gives %d concepts", len(got))
	}
	if got := v.FindIn(vocabulary.Phases, "KI"); got != nil {
		t.Errorf("FindIn gives %v of another scheme", got)
	}
	for text, want := range map[string]bool{"künstliche Intelligenz": true, "KI": true, "KI im Haus": false, "KI-Haus": false, "": false} {
		if v.Knows(text) != want {
			t.Errorf("Knows(%q) is not %v", text, want)
		}
	}
}

// checkMentions holds what is true of the mentions in any text.
func checkMentions(v *vocabulary.Vocabulary, text string) error {
	behind, before := map[string]int{}, 0
	for _, m := range v.Find(text) {
		switch {
		case m.Start < 0 || m.End > len(text) || m.Start >= m.End:
			return fmt.Errorf("%d-%d of %d bytes", m.Start, m.End, len(text))
		case m.Start < before:
			return fmt.Errorf("%d comes after %d", m.Start, before)
		case m.Start < behind[m.Concept.Scheme]:
			return fmt.Errorf("%d-%d overlaps another of %s", m.Start, m.End, m.Concept.Scheme)
		case v.Concept(m.Concept.Ref) != m.Concept:
			return fmt.Errorf("%v is not of this vocabulary", m.Concept.Ref)
		}
		if err := checkCut(text, m.Start, m.End); err != nil {
			return err
		}
		before, behind[m.Concept.Scheme] = m.Start, m.End
	}
	return nil
}

// checkCut wants the first byte to begin a letter or digit and the last to end
// one, with its marks.
func checkCut(text string, start, end int) error {
	first, size := utf8.DecodeRuneInString(text[start:])
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) || first == utf8.RuneError && size == 1 {
		return fmt.Errorf("%q begins with no letter", text[start:end])
	}
	if last, _ := utf8.DecodeLastRuneInString(text[start:end]); last == utf8.RuneError || last == '-' {
		return fmt.Errorf("%q ends with no letter", text[start:end])
	}
	if next, _ := utf8.DecodeRuneInString(text[end:]); unicode.Is(unicode.M, next) {
		return fmt.Errorf("%q is cut before a mark", text[start:end])
	}
	return nil
}

var textPieces = []string{
	"KI", "ki", "IT", "am", "AM", "Social", "Media", "App", "Pre", "Seed", "Start", "ups", "Fertigung", "additive", "Förderung",
	"Fo\u0308rderung", "Hüftgelenke", "-", "\u2011", "\u00ad", "\u0301", " ", ", ", "\xff", ":innen", "ß", "4.0", "'", "x",
	"suchen", "finden", "keine", "Fahrer", "Leute", "mit Erfahrung", "Kunden", "unsere", ". ", ", die ", " und ",
}

func textGen() *rapid.Generator[string] {
	labels := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(textPieces), 0, 16).Draw(t, "pieces"), "")
	})
	return rapid.OneOf(labels, rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
}

func TestFindCutsAtLetters(t *testing.T) {
	v := smallVocabulary(t)
	rapid.Check(t, func(t *rapid.T) {
		if err := checkMentions(v, textGen().Draw(t, "text")); err != nil {
			t.Fatal(err)
		}
	})
}

func TestFindIsBlindToWhatStandsBefore(t *testing.T) {
	v := smallVocabulary(t)
	rapid.Check(t, func(t *rapid.T) {
		text := textGen().Draw(t, "text")
		const before = "xyz. "
		alone, behind := v.Find(text), v.Find(before+text)
		if len(alone) != len(behind) {
			t.Fatalf("%d mentions alone, %d behind other words", len(alone), len(behind))
		}
		for i, m := range alone {
			m.Start, m.End = m.Start+len(before), m.End+len(before)
			if m != behind[i] {
				t.Fatalf("mention %d moves from %v to %v", i, m, behind[i])
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	v, err := load(small)
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range []string{"", "Social-Media-App", "Titan-Hüftgelenke", "IT-Sicherheit und AM", "KI-\xff-KI", "a-b-c-d-e-f-g-h-KI", "Fo\u0308rder-ung", "finden keine Fahrer, die Leute und die Kunden"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if err := checkMentions(v, text); err != nil {
			t.Error(err)
		}
	})
}
