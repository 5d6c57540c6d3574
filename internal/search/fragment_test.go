package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"clusterlotse/internal/profile"
)

// checkFragment holds a fragment to its promises: marks rise, do not overlap,
// are not empty and never cut a letter, and the text stands in the profile.
func checkFragment(t testing.TB, n *profile.Network, f Fragment) {
	end := 0
	for i, m := range f.Marks {
		if m.Start >= m.End || m.Start < end || m.End > len(f.Text) {
			t.Errorf("%s %s: mark %d of %v is out of order in %q", n.ID, f.Field, i, f.Marks, f.Text)
			return
		}
		end = m.End
		for _, at := range []int{m.Start, m.End} {
			if !letterBorder(f.Text, at) {
				t.Errorf("%s %s: a mark cuts a letter at %d of %q", n.ID, f.Field, at, f.Text)
			}
		}
	}
	if len(f.Marks) == 0 {
		t.Errorf("%s %s: a fragment without a mark: %q", n.ID, f.Field, f.Text)
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(f.Text, "… "), " …")
	if !slices.ContainsFunc(valuesOf(n, f.Field), func(v string) bool { return strings.Contains(v, inner) }) {
		t.Errorf("%s has no %s %q", n.ID, f.Field, inner)
	}
}

func letterBorder(text string, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at]) && norm.NFC.PropertiesString(text[at:]).BoundaryBefore()
}

func valuesOf(n *profile.Network, key string) []string {
	for _, f := range textFields {
		for _, fact := range f.facts {
			if fact.key == key {
				return fact.values(n)
			}
		}
	}
	return nil
}

func TestFragmentsOverAllProfilesAndWords(t *testing.T) {
	e := realEngine(t)
	terms, err := e.index.Terms(t.Context(), fieldSurface)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.SampledFrom(e.networks).Draw(rt, "network")
		var words []string
		for range rapid.IntRange(1, 4).Draw(rt, "words") {
			words = append(words, rapid.SampledFrom(terms).Draw(rt, "word").Term)
		}
		own := strings.Fields(n.SummaryDE)
		words = append(words, rapid.SampledFrom(own).Draw(rt, "own"))
		r := Request{Query: strings.Join(words, " "), Lang: rapid.SampledFrom([]string{"de", "en"}).Draw(rt, "lang")}
		u, err := e.understand(&r)
		if err != nil {
			rt.Fatal(err)
		}
		fragments := e.fragments(n, newMarker(u), r.Lang)
		if len(fragments) > maxFragments {
			rt.Errorf("%d fragments", len(fragments))
		}
		for _, f := range fragments {
			checkFragment(t, n, f)
		}
	})
}

// markedWords returns the marked words of the first fragment of a field.
func markedWords(r *Result, id, field string) []string {
	var words []string
	for _, h := range r.Hits {
		if h.Network.ID != id {
			continue
		}
		for _, f := range h.Fragments {
			if f.Field == field {
				for _, m := range f.Marks {
					words = append(words, f.Text[m.Start:m.End])
				}
			}
		}
	}
	return words
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		name, fact, query string
		want              []string
	}{
		{"the word itself", "Lasertechnik", "Lasertechnik", []string{"Lasertechnik"}},
		{"another case", "Beratungen und Systeme", "system", []string{"Systeme"}},
		{"a part of a compound", "Prozess mit Materialbearbeitung", "Bearbeitung", []string{"bearbeitung"}},
		{"the first part", "Prozess mit Materialbearbeitung", "Material", []string{"Material"}},
		{"all parts of a compound, apart", "Bearbeitung von Material", "Materialbearbeitung", []string{"Bearbeitung", "Material"}},
		{"one part alone says nothing", "Materialbearbeitung, Bearbeitung", "Textilbearbeitung Verein", nil},
		{"a synonym of a concept", "Fertigung mit 3D-Druck", "additive Fertigung", []string{"Fertigung", "3D-Druck"}},
		{"an abbreviation", "Künstliche Intelligenz für alle", "KI", []string{"Künstliche Intelligenz"}},
		{"decomposed letters", "u\u0308ber Pru\u0308ftechnik hinaus", "Prüftechnik", []string{"Pru\u0308ftechnik"}},
		{"a soft hyphen", "die Laser\u00adtechnik hier", "Lasertechnik", []string{"Laser\u00adtechnik"}},
		{"the hyphen of an enumeration", "Hand- und Lehrbuch", "Handbuch", []string{"Hand"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := testNetwork("a", "Verein")
			n.Technologies = []string{c.fact}
			r := ask(t, memoryEngine(t, []*profile.Network{n}), c.query)
			got := markedWords(r, "a", "technologies")
			if !slices.Equal(got, c.want) {
				t.Errorf("%q marks %q in %q, want %q", c.query, got, c.fact, c.want)
			}
			for _, h := range r.Hits {
				for _, f := range h.Fragments {
					checkFragment(t, h.Network, f)
				}
			}
		})
	}
}

func TestHTMLStaysText(t *testing.T) {
	n := testNetwork("a", "Verein")
	n.Technologies = []string{`<b>Lasertechnik</b> & "mehr" <script>alert(1)</script>`}
	r := ask(t, memoryEngine(t, []*profile.Network{n}), "Lasertechnik script")
	f := r.Hits[0].Fragments[0]
	if f.Text != n.Technologies[0] {
		t.Errorf("text = %q, want it as it stands", f.Text)
	}
	if got := markedWords(r, "a", "technologies"); !slices.Equal(got, []string{"Lasertechnik", "script", "script"}) {
		t.Errorf("marks = %q", got)
	}
}

func TestWhyNamesFieldAndWordsOnce(t *testing.T) {
	n := testNetwork("a", "Verein")
	n.Services = []string{"Beratung, Beratung und nochmals Beratung"}
	e := memoryEngine(t, []*profile.Network{n})
	for lang, want := range map[string]string{"de": "Leistungen: Beratung", "en": "Services: Beratung"} {
		r := askFor(t, e, Request{Query: "Beratung", Lang: lang})
		if !slices.Equal(r.Hits[0].Why, []string{want}) {
			t.Errorf("why = %q, want %q", r.Hits[0].Why, want)
		}
	}
}

func TestListingMarksNothing(t *testing.T) {
	h := ask(t, realEngine(t), "").Hits[0]
	if len(h.Fragments) != 0 || len(h.Why) != 0 {
		t.Errorf("a list without a query marks %v", h.Fragments)
	}
}

func TestCutAtBlanksAroundTheMark(t *testing.T) {
	filler := strings.Repeat("Füllwort ", 60)
	for name, text := range map[string]string{
		"in the middle": filler + "Ziel " + filler,
		"at the start":  "Ziel " + filler,
		"at the end":    filler + "Ziel",
		"in a compound": filler + "Ziel" + strings.Repeat("haftigkeit", 40) + " " + filler,
		"one word":      strings.Repeat("ä", 300) + "Ziel" + strings.Repeat("ö", 300),
		"line breaks":   strings.ReplaceAll(filler, " ", "\n") + "Ziel\n" + filler,
	} {
		t.Run(name, func(t *testing.T) {
			at := strings.Index(text, "Ziel")
			f := cut(Fragment{Field: "f", Text: text, Marks: []Mark{{at, at + 4}}})
			if len(f.Marks) != 1 || f.Text[f.Marks[0].Start:f.Marks[0].End] != "Ziel" {
				t.Fatalf("the mark was lost: %+v", f)
			}
			inner := strings.TrimSuffix(strings.TrimPrefix(f.Text, "… "), " …")
			from := strings.Index(text, inner)
			border := func(i int) bool { return i == 0 || i == len(text) || strings.ContainsAny(text[i-1:i+1], " \n") }
			if from < 0 || !border(from) || !border(from+len(inner)) {
				t.Errorf("cut inside a word: %q", f.Text)
			}
			if name != "one word" && name != "in a compound" && utf8.RuneCountInString(inner) > fragmentRunes {
				t.Errorf("%d characters are left", utf8.RuneCountInString(inner))
			}
			if strings.HasPrefix(f.Text, "… ") != (from > 0) || strings.HasSuffix(f.Text, " …") != (from+len(inner) < len(text)) {
				t.Errorf("the dots do not tell what was cut: %q", f.Text)
			}
		})
	}
}

func TestCutOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zäß]{1,30}`), 2, 80).Draw(t, "words")
		text := strings.Join(words, " ")
		var marks []Mark
		for at, i := 0, 0; i < len(words); at, i = at+len(words[i])+1, i+1 {
			if rapid.Bool().Draw(t, "mark") {
				marks = append(marks, Mark{at, at + len(words[i])})
			}
		}
		if len(marks) == 0 {
			return
		}
		f := cut(Fragment{Field: "f", Text: text, Marks: slices.Clone(marks)})
		if len(f.Marks) == 0 || f.Text[f.Marks[0].Start:f.Marks[0].End] != text[marks[0].Start:marks[0].End] {
			t.Fatalf("the first mark was lost: %+v", f)
		}
		for i, m := range f.Marks {
			if want := text[marks[i].Start:marks[i].End]; f.Text[m.Start:m.End] != want {
				t.Fatalf("mark %d shows %q, want %q", i, f.Text[m.Start:m.End], want)
			}
		}
	})
}

func TestDisjointJoinsOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var marks []Mark
		covered := map[int]bool{}
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			start := rapid.IntRange(0, 30).Draw(t, "start")
			m := Mark{start, start + rapid.IntRange(1, 8).Draw(t, "length")}
			for i := m.Start; i < m.End; i++ {
				covered[i] = true
			}
			marks = append(marks, m)
		}
		end, count := 0, 0
		for _, m := range disjoint(marks) {
			if m.Start < end {
				t.Fatalf("overlap at %v", m)
			}
			for end = m.Start; end < m.End; end++ {
				if count++; !covered[end] {
					t.Fatalf("%d is marked and was not", end)
				}
			}
		}
		if count != len(covered) {
			t.Fatalf("%d bytes marked of %d", count, len(covered))
		}
	})
}

func TestFactCacheIsBoundedAndChangesNothing(t *testing.T) {
	e := &Engine{analyzer: realEngine(t).analyzer, vocabulary: realEngine(t).vocabulary, factCache: &factCache{}}
	var list []*profile.Network
	for i := range maxFacts + 50 {
		list = append(list, testNetwork(fmt.Sprint(i), fmt.Sprintf("Verein %d", i)))
	}
	for range 2 {
		for _, n := range list {
			if got := e.facts(n)[0].values[0].text; got != n.Name {
				t.Fatalf("the facts of %s are those of %s", n.Name, got)
			}
		}
	}
	if len(e.factCache.facts) != maxFacts || len(e.factCache.order) != maxFacts {
		t.Errorf("%d networks are kept, want %d", len(e.factCache.facts), maxFacts)
	}
	first := e.facts(list[len(list)-1])
	if again := e.facts(list[len(list)-1]); &first[0] != &again[0] {
		t.Error("the facts of the last network were analysed again")
	}
}

func TestSearchesAtOnceGiveTheSame(t *testing.T) {
	c := realConfig(t)
	e := memoryEngine(t, c.Networks[:80])
	first := fmt.Sprint(ask(t, e, "Technik Beratung").Hits[0].Fragments)
	fresh := memoryEngine(t, c.Networks[:80])
	done := make(chan string)
	for range 8 {
		go func() {
			r, err := fresh.Search(t.Context(), Request{Query: "Technik Beratung", Lang: "de"})
			if err != nil {
				done <- err.Error()
				return
			}
			done <- fmt.Sprint(r.Hits[0].Fragments)
		}()
	}
	for range 8 {
		if got := <-done; got != first {
			t.Errorf("got %s, want %s", got, first)
		}
	}
}
