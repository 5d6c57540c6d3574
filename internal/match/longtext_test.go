package match

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"clusterlotse/internal/search"
)

// longTexts are repeated until they are as long as a text may be. The first one is a
// normal text; the others are all places, concepts, negations, and whatever else may
// make a word cost more the more there are of it.
var longTexts = []struct{ name, unit string }{
	{"normal", "Wir fräsen Titan für Implantate. "},
	{"places", "Ulm, "},
	{"concepts", "Laser "},
	{"ruled out", "ohne Laser, "},
	{"negators", "ohne "},
	{"letters", "a b "},
	{"emojis", "👩‍🔧😀"},
	{"one word", "a"},
	{"one compound", "Maschinenbau"},
	{"one chain", "Laser-"},
	{"one chain of nobody", "but-"},
	{"nobody's words", "Qxzvwqa "},
	{"slips", "Verpakungen Tutlingen "},
	{"staff", "50 Mitarbeiter und "},
	{"years", "seit 1950 "},
	{"seeking", "suchen Fahrer "},
	{"commas", ","},
	{"no words", "\n"},
}

// longText repeats a text until it has so many letters.
func longText(unit string, runes int) string {
	all := []rune(strings.Repeat(unit, 1+runes/len([]rune(unit))))
	return string(all[:runes])
}

func TestLongestText(t *testing.T) {
	m := realMatcher(t)
	for _, x := range longTexts {
		for _, lang := range []string{"de", "en"} {
			r := saying(longText(x.unit, MaxTextRunes))
			r.Lang = lang
			var input *search.InputError
			out, err := m.Match(context.Background(), r)
			if err != nil && !errors.As(err, &input) {
				t.Errorf("%s, %s: %v", x.name, lang, err)
			}
			if x.name == "normal" && (err != nil || out.Abstained) {
				t.Errorf("the longest text has no answer: %v", err)
			}
		}
	}
}

// TestLongTextsTakeNoMoreRoom: twice as long a text takes about twice the memory; four
// times would mean that it is copied for every word in it. What only looks at it again
// and again takes none: for that there is BenchmarkHostileTexts.
func TestLongTextsTakeNoMoreRoom(t *testing.T) {
	if testing.Short() {
		t.Skip("short: with the race detector memory is another")
	}
	const (
		most  = 3       // lists grow in steps
		heavy = 4 << 20 // less is nothing, and other goroutines take some too
	)
	m := realMatcher(t)
	for _, x := range longTexts {
		for _, lang := range []string{"de", "en"} {
			room := func(runes int) float64 {
				r := saying(longText(x.unit, runes))
				r.Lang = lang
				return allocated(func() { _, _ = m.Match(context.Background(), r) }) // errors are for TestLongestText
			}
			room(MaxTextRunes) // what is made once is made here
			half, whole := room(MaxTextRunes/2), room(MaxTextRunes)
			if whole > max(heavy, most*half) {
				t.Errorf("%s, %s: %.0f bytes, and %.0f for half the text", x.name, lang, whole, half)
			}
		}
	}
}

// allocated is how many bytes a function takes, given back or not.
func allocated(f func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// BenchmarkHostileTexts tells what a letter costs in each of the longest texts, and
// against a letter of the normal one in the same run.
func BenchmarkHostileTexts(b *testing.B) {
	m := realMatcher(b)
	ask := func(text string) time.Duration {
		start := time.Now()
		_, _ = m.Match(context.Background(), Request{Company: saying(text).Company, Lang: "de"})
		return time.Since(start)
	}
	normalText := longText(longTexts[0].unit, MaxTextRunes)
	for _, x := range longTexts {
		b.Run(x.name, func(b *testing.B) {
			text := longText(x.unit, MaxTextRunes)
			var normal, hostile time.Duration
			for b.Loop() {
				normal += ask(normalText) // in turns, so that a busy machine slows both
				hostile += ask(text)
			}
			b.ReportMetric(float64(hostile.Nanoseconds())/float64(b.N*MaxTextRunes), "ns/rune")
			b.ReportMetric(float64(hostile)/float64(normal), "normals")
			b.ReportMetric(0, "ns/op") // it is of both together
		})
	}
}
