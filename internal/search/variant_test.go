package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
)

// variants are the ways in which people write a word otherwise. Each returns ""
// where it does not apply.
var variants = []struct {
	name string
	of   func(e *Engine, t german.Token, random *rand.Rand) string
}{
	{"digraph", func(_ *Engine, t german.Token, _ *rand.Rand) string { return digraphs.Replace(t.Text) }},
	{"upper", func(_ *Engine, t german.Token, _ *rand.Rand) string { return strings.ToUpper(t.Text) }},
	{"lower", func(_ *Engine, t german.Token, _ *rand.Rand) string { return strings.ToLower(t.Text) }},
	{"decomposed", func(_ *Engine, t german.Token, _ *rand.Rand) string { return norm.NFD.String(t.Text) }},
	{"soft hyphen", softHyphenated},
	{"hyphen", hyphenated},
	{"plural", plural},
}

var digraphs = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss")

// softHyphenated puts a soft hyphen between two letters.
func softHyphenated(_ *Engine, t german.Token, random *rand.Rand) string {
	runes := []rune(t.Text)
	at := 1 + random.IntN(len(runes)-1)
	if !unicode.IsLetter(runes[at-1]) || !unicode.IsLetter(runes[at]) {
		return ""
	}
	return string(runes[:at]) + "\u00ad" + string(runes[at:])
}

// hyphenated puts a hyphen at the border of two parts: Medizin-Technik.
func hyphenated(_ *Engine, t german.Token, random *rand.Rand) string {
	if len(t.Parts) < 2 || strings.Contains(t.Text, "-") {
		return ""
	}
	at := t.Parts[1+random.IntN(len(t.Parts)-1)].Start - t.Start
	first, size := utf8.DecodeRuneInString(t.Text[at:])
	return t.Text[:at] + "-" + strings.ToUpper(string(first)) + t.Text[at+size:]
}

// plural adds an ending of the plural that makes a word which the profiles hold
// too, and which the stemmer takes for the same.
func plural(e *Engine, t german.Token, random *rand.Rand) string {
	endings := []string{"e", "en", "n", "s", "er"}
	for _, i := range random.Perm(len(endings)) {
		word := t.Text + endings[i]
		if !isCapital(t.Text) || !e.speller.Knows(word) {
			continue
		}
		if terms := e.analyzer.Terms(word, german.German); len(terms) == 1 && terms[0] == t.Term {
			return word
		}
	}
	return ""
}

// ownWord draws a word from a profile that the German analysis reads.
func ownWord(e *Engine, random *rand.Rand) german.Token {
	for {
		n := e.networks[random.IntN(len(e.networks))]
		var words []german.Token
		for _, fact := range e.facts(n) {
			if fact.key != "summary_en" {
				for _, v := range fact.values {
					words = append(words, v.tokens...)
				}
			}
		}
		if t := words[random.IntN(len(words))]; utf8.RuneCountInString(t.Text) > 3 {
			return t
		}
	}
}

// TestSpellingVariantsFindTheSame: however a profile's own word is written, the
// top three are the same.
func TestSpellingVariantsFindTheSame(t *testing.T) {
	cases := 5000
	if testing.Short() {
		cases = 1000
	}
	e, random := realEngine(t), seeded(1)
	same, tried, failed := 0, map[string]int{}, map[string][]string{}
	for done := 0; done < cases; {
		word, kind := ownWord(e, random), variants[random.IntN(len(variants))]
		other := kind.of(e, word, random)
		if other == "" || other == word.Text {
			continue
		}
		done++
		tried[kind.name]++
		want, got := topThree(t, e, word.Text), topThree(t, e, other)
		if slices.Equal(want, got) {
			same++
			continue
		}
		failed[kind.name] = append(failed[kind.name], fmt.Sprintf("%s → %s: %v, not %v", word.Text, other, got, want))
	}
	share := 100 * float64(same) / float64(cases)
	t.Logf("%.2f %% of %d variants find the same top three", share, cases)
	for _, v := range variants {
		t.Logf("%s: %d of %d differ", v.name, len(failed[v.name]), tried[v.name])
		for _, f := range failed[v.name][:min(8, len(failed[v.name]))] {
			t.Logf("    %s", f)
		}
	}
	if share < 98 {
		t.Errorf("%.2f %%, want at least 98", share)
	}
}

func topThree(t *testing.T, e *Engine, query string) []string {
	t.Helper()
	return ids(askFor(t, e, Request{Query: query, Lang: "de", Limit: 3}).Hits)
}

// TestPairsThatNeverMeet: a search for one word finds no profile only through
// the other, in terms, and marks none of its words.
func TestPairsThatNeverMeet(t *testing.T) {
	e := realEngine(t)
	for _, pair := range [][2]string{
		{"Grund", "Gründer"}, {"Bad", "Baden"}, {"Kunst", "Kunststoff"}, {"Laser", "Las"}, {"Förderung", "Forderung"},
		{"Grund", "Gründung"}, {"Bau", "Bauer"}, {"schon", "schön"}, {"Zahl", "Zähler"},
	} {
		for _, p := range [][2]string{pair, {pair[1], pair[0]}} {
			t.Run(p[0]+" not "+p[1], func(t *testing.T) { neverMeet(t, e, p[0], p[1]) })
		}
	}
}

func neverMeet(t *testing.T, e *Engine, asked, other string) {
	a, b := testNetwork("asked", "Verein "+asked), testNetwork("other", "Verein "+other)
	b.SummaryEN = "An association."
	r := ask(t, memoryEngine(t, []*profile.Network{a, b}), asked)
	if got := ids(r.Hits); slices.Contains(got, "other") && !slices.Contains(got, "asked") {
		t.Errorf("%q finds the other alone: %v", asked, got)
	}
	for _, h := range r.Hits {
		for _, f := range h.Fragments {
			for _, m := range f.Marks {
				if strings.EqualFold(f.Text[m.Start:m.End], other) {
					t.Errorf("%q marks %q in %s", asked, f.Text[m.Start:m.End], h.Network.ID)
				}
			}
		}
	}
	one, two := e.analyzer.Terms(asked, german.German), e.analyzer.Terms(other, german.German)
	if len(one) == 1 && len(two) == 1 && one[0] == two[0] {
		t.Errorf("both are searched as %q", one[0])
	}
}
