package match

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// TestDrawnRequests holds the answer to any request to what is promised of answers.
func TestDrawnRequests(t *testing.T) {
	m := realMatcher(t)
	answered, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		r := m.drawRequest(t)
		r.Company.Text = drawText(t)
		r.Lang = rapid.SampledFrom([]string{"de", "en"}).Draw(t, "language")
		if out := checkDrawn(t, m, r); out != nil && !out.Abstained {
			answered++
		}
		all++
	})
	// Else the property would be about refusals alone.
	if answered < all/3 {
		t.Errorf("%d of %d requests have an answer", answered, all)
	}
	t.Logf("%d of %d requests have an answer", answered, all)
}

// TestDrawnInBothLanguages: what is chosen means the same in every language.
func TestDrawnInBothLanguages(t *testing.T) {
	m := realMatcher(t)
	rapid.Check(t, func(t *rapid.T) {
		r := m.drawRequest(t)
		r.Lang = "de"
		german := checkDrawn(t, m, r)
		r.Lang = "en"
		english := checkDrawn(t, m, r)
		if (german == nil) != (english == nil) {
			t.Fatalf("one language refuses what the other answers: %v, %v", german, english)
		}
		if german == nil {
			return
		}
		if g, e := short(german), short(english); g != e || german.Abstained != english.Abstained || len(german.Portfolio) != len(english.Portfolio) {
			t.Errorf("in German %d parts, %s; in English %d, %s", len(german.Portfolio), g, len(english.Portfolio), e)
		}
		for i, p := range german.Portfolio {
			if p.Network != english.Portfolio[i].Network {
				t.Errorf("part %d is %s in German, %s in English", i, p.Network.ID, english.Portfolio[i].Network.ID)
			}
		}
	})
}

// checkDrawn returns the answer, nil when the request is refused, after holding it to
// what is promised of every one.
func checkDrawn(t *rapid.T, m *Matcher, r Request) *Outcome {
	t.Helper()
	out, err := m.Match(t.Context(), r)
	if err != nil {
		var input *search.InputError
		if !errors.As(err, &input) || out != nil {
			t.Fatalf("%v, %v", out, err)
		}
		return nil
	}
	last := 1.0
	for _, x := range out.Matches {
		// Written so that it holds for NaN too.
		if !(x.Score > 0 && x.Score <= last) {
			t.Errorf("%s has %v after %v", x.Network.ID, x.Score, last)
		}
		last = x.Score
		checkReasons(t, r.Lang, x)
		checkSentence(t, r.Lang, x)
		checkTexts(t, x.Missing)
	}
	checkTexts(t, out.Understood.Notes)
	if out.Abstained != (len(out.Matches) == 0) || out.Abstained && len(out.Portfolio)+len(out.Open) > 0 {
		t.Errorf("abstains: %v, with %d matches and %d parts", out.Abstained, len(out.Matches), len(out.Portfolio))
	}
	return out
}

func checkTexts(t *rapid.T, texts []string) {
	t.Helper()
	if slices.ContainsFunc(texts, func(s string) bool { return s == "" || strings.Contains(s, "%!") }) {
		t.Errorf("texts %q", texts)
	}
}

// drawRequest draws what can be chosen: now and then something that does not exist.
func (m *Matcher) drawRequest(t *rapid.T) Request {
	c := profile.Company{
		Technologies: m.drawConcepts(t, vocabulary.Technologies, 4),
		Industries:   m.drawConcepts(t, vocabulary.Industries, 3),
		Needs:        m.drawConcepts(t, vocabulary.Needs, 3),
		Size:         rapid.SampledFrom(append(Sizes, "", "", "", "many")).Draw(t, "size"),
		Phase:        rapid.SampledFrom(append(phaseOrder, "", "", "", "", "retirement")).Draw(t, "phase"),
		Place:        m.drawPlace(t),
	}
	r := Request{Company: c, Limit: rapid.IntRange(0, MaxLimit).Draw(t, "limit")}
	var chosen []string
	for scheme, ids := range map[string][]string{vocabulary.Technologies: c.Technologies, vocabulary.Industries: c.Industries, vocabulary.Needs: c.Needs} {
		for _, id := range ids {
			chosen = append(chosen, scheme+":"+id)
		}
	}
	slices.Sort(chosen) // drawn in the same order when rapid repeats a failure
	chosen = append(chosen, WithoutPlace, WithoutSize, "technologies:laser-technology", "target_groups:start-ups")
	r.Without = rapid.SliceOfN(rapid.SampledFrom(chosen), 0, 2).Draw(t, "without")
	return r
}

// drawConcepts draws concepts of a scheme, some of them twice; one in a hundred does
// not exist.
func (m *Matcher) drawConcepts(t *rapid.T, scheme string, most int) []string {
	concepts := m.vocabulary.Concepts(scheme)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
		if rapid.IntRange(0, 99).Draw(t, "real") == 99 {
			return "beauty"
		}
		return rapid.SampledFrom(concepts).Draw(t, "concept").ID
	}), 0, most).Draw(t, scheme)
}

// drawPlace draws a town of the state or elsewhere, an area, a postcode, or none.
func (m *Matcher) drawPlace(t *rapid.T) string {
	return rapid.OneOf(
		rapid.Just(""),
		rapid.Map(rapid.SampledFrom(m.gazetteer.Towns()), func(p place.Place) string { return p.Name }),
		rapid.SampledFrom([]string{"89073", "Ortenaukreis", "Schwarzwald", "Baden-Württemberg", "Bayern", "Berlin", "Hamburg", "Zürich", "Straßburg", "Nirgendwoheim"}),
	).Draw(t, "place")
}

// labelsOfBoth are all labels in German and English.
var labelsOfBoth = sync.OnceValue(func() (labels []string) {
	p, err := realdata.Read()
	if err != nil {
		return nil // told by realMatcher
	}
	for _, scheme := range vocabulary.Schemes {
		for _, c := range p.Vocabulary.Concepts(scheme) {
			labels = slices.AppendSeq(slices.AppendSeq(labels, c.Labels("de")), c.Labels("en"))
		}
	}
	return labels
})

// glue is what stands between labels in texts of firms.
var glue = strings.Split(`Wir machen|We make|ohne|kein|not|without|nicht nur|sondern|und|and|,|. |?|: |- |in Ulm|in Tuttlingen|near Konstanz|in Berlin|
120 Mitarbeiter|we are four|ein Team von acht|seit 1950|founded in 2024|gegründet 2019|suchen|seek|für|for|Ich|I|my|unsere Kunden|
Start-up|in der Ideenphase|Verpakungen|Tutlingen|Qxzvy|50 %|„Laser“|“laser”|😀|ẞ|e\u0301|(|)|/`, "|")

// drawText glues labels of both languages together; often there is none.
func drawText(t *rapid.T) string {
	piece := rapid.OneOf(rapid.SampledFrom(labelsOfBoth()), rapid.SampledFrom(glue), rapid.SampledFrom(labelsOfBoth()), rapid.SampledFrom(glue), rapid.String())
	text := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "text"), rapid.SampledFrom([]string{" ", "", ", "}).Draw(t, "between"))
	return strings.ReplaceAll(text, "%!", "%") // which would be looked for in the answer
}
