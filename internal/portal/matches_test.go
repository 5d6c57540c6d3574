package portal_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"clusterlotse/internal/match"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

const sentence = "Wir bauen Roboter für die Medizintechnik in Tuttlingen und suchen Mentoring, keine Softwarefirma, Quuxelbrumm"

// fields are the names and values of the form with that class, checked boxes
// and hidden fields only.
func fields(t *testing.T, w *httptest.ResponseRecorder, class string) url.Values {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	values := url.Values{}
	for form := range doc.Descendants() {
		if form.Data != "form" || attr(form, "class") != class {
			continue
		}
		for n := range form.Descendants() {
			ticked := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "checked" })
			if n.Data == "input" && (attr(n, "type") == "hidden" || ticked) {
				values.Add(attr(n, "name"), attr(n, "value"))
			}
		}
	}
	return values
}

// TestChips: what was understood can be taken out, stays on the page to be taken
// in again, and the address to pass on leads to the same answer.
func TestChips(t *testing.T) {
	b := realBed(t, nil)
	for _, lang := range []string{"de", "en"} {
		form := fields(t, b.post("/match", url.Values{"text": {sentence}, "lang": {lang}}), "chipform")
		const chip = "industries:medical-technology"
		if !slices.Contains(form["keep"], chip) || !slices.Contains(form["keep"], "place") || len(form["keep"]) != len(form["chip"]) {
			t.Fatalf("chips %v, kept %v", form["chip"], form["keep"])
		}
		form["keep"] = slices.DeleteFunc(form["keep"], func(v string) bool { return v == chip || v == "place" })
		out := b.post("/match", form)
		checkPage(t, out, lang)
		after := fields(t, out, "chipform")
		if slices.Contains(after["keep"], chip) || !slices.Contains(after["chip"], chip) || slices.Contains(after["keep"], "place") {
			t.Errorf("chips %v, kept %v", after["chip"], after["keep"])
		}
		after["keep"] = after["chip"]
		if again := fields(t, b.post("/match", after), "chipform"); !slices.Contains(again["keep"], chip) {
			t.Error("a chip cannot be taken in again")
		}
		passed := b.get("/match?" + url.Values{"text": {sentence}, "lang": {lang}, "drop": {chip, "place"}}.Encode())
		if passed.Code != http.StatusOK || names(t, passed) != names(t, out) {
			t.Errorf("the address gives %s, the form %s", names(t, passed), names(t, out))
		}
	}
}

// chips tells for each chip of an answer whether it is ticked.
func chips(t *testing.T, w *httptest.ResponseRecorder) map[string]bool {
	t.Helper()
	form, ticked := fields(t, w, "chipform"), map[string]bool{}
	for _, chip := range form["chip"] {
		ticked[chip] = slices.Contains(form["keep"], chip)
	}
	return ticked
}

// TestDroppedStaysOut: what was taken out stays out when the text is changed, also
// while the text does not name it, until its chip or its list is ticked again.
func TestDroppedStaysOut(t *testing.T) {
	b := realBed(t, nil)
	const chip = "industries:medical-technology"
	without := func(mend func(url.Values)) *httptest.ResponseRecorder {
		w := b.get("/match?" + url.Values{"text": {sentence}, "drop": {chip, "place"}, "lang": {"de"}}.Encode())
		form := fields(t, w, "matchform")
		mend(form)
		return b.post("/match", form)
	}
	for name, c := range map[string]struct {
		mend       func(url.Values)
		shown, out []string
	}{
		"other words":     {func(v url.Values) { v.Set("text", sentence+" und Laser") }, []string{chip, "place"}, []string{chip, "place"}},
		"named no more":   {func(v url.Values) { v.Set("text", "Laser und Mentoring") }, nil, []string{chip, "place"}},
		"ticked in list":  {func(v url.Values) { v.Set("text", sentence); v.Set("industries", "medical-technology") }, []string{chip, "place"}, []string{"place"}},
		"a place as well": {func(v url.Values) { v.Set("text", sentence); v.Set("place", "Ulm") }, []string{chip}, []string{chip, "place"}},
	} {
		w := without(c.mend)
		shown := chips(t, w)
		for _, entry := range []string{chip, "place"} {
			ticked, there := shown[entry]
			if there != slices.Contains(c.shown, entry) || there && ticked == slices.Contains(c.out, entry) {
				t.Errorf("%s: chip %s shown %v, ticked %v", name, entry, there, ticked)
			}
		}
		if got := fields(t, w, "matchform")["drop"]; !slices.Equal(got, c.out) {
			t.Errorf("%s: the form to change it takes out %v, want %v", name, got, c.out)
		}
		again := fields(t, w, "chipform")
		if got := fields(t, b.post("/match", again), "matchform")["drop"]; !slices.Equal(sorted(got), sorted(c.out)) {
			t.Errorf("%s: counted anew takes out %v, want %v", name, got, c.out)
		}
	}
	if w := without(func(v url.Values) { v.Set("text", sentence); v.Set("place", "Atlantis") }); !slices.Equal(fields(t, w, "matchform")["drop"], []string{chip, "place"}) {
		t.Error("a mistyped place takes back what was taken out")
	}
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// TestDroppedPlaceIsNamed: the chip of a place that was taken out says which.
func TestDroppedPlaceIsNamed(t *testing.T) {
	b := realBed(t, nil)
	for text, want := range map[string]bool{sentence: true, "Roboter": false} {
		body := b.get("/match?" + url.Values{"text": {text}, "drop": {"place"}}.Encode()).Body.String()
		if got := strings.Contains(body, `value="place"><span><b>Tuttlingen</b>`); got != want {
			t.Errorf("%q: names the place: %v", text, got)
		}
	}
}

// TestSizeChip: a head count in the text is a chip with its words, can be taken out
// and in again, and cannot when it was given.
func TestSizeChip(t *testing.T) {
	b := realBed(t, nil)
	asked := url.Values{"text": {"Wir bauen Roboter, 45 Mitarbeiter"}, "lang": {"de"}}
	out := b.post("/match", asked)
	if body := out.Body.String(); !strings.Contains(body, "<b>10 bis 49</b>") || !strings.Contains(body, "aus „45 Mitarbeiter“") {
		t.Error("the size and its words are not shown")
	}
	form := fields(t, out, "chipform")
	if !slices.Contains(form["keep"], match.WithoutSize) {
		t.Fatalf("kept %v", form["keep"])
	}
	form["keep"] = slices.DeleteFunc(form["keep"], func(v string) bool { return v == match.WithoutSize })
	after := fields(t, b.post("/match", form), "chipform")
	if slices.Contains(after["keep"], match.WithoutSize) || !slices.Contains(after["chip"], match.WithoutSize) {
		t.Errorf("chips %v, kept %v", after["chip"], after["keep"])
	}
	after["keep"] = after["chip"]
	if again := fields(t, b.post("/match", after), "chipform"); !slices.Contains(again["keep"], match.WithoutSize) {
		t.Error("the size cannot be taken in again")
	}
	asked.Set("size", "10-49")
	out = b.post("/match", asked)
	if given := fields(t, out, "chipform"); slices.Contains(given["chip"], match.WithoutSize) || !strings.Contains(out.Body.String(), "<b>10 bis 49</b>") {
		t.Errorf("a size that was given: chips %v", given["chip"])
	}
}

// names are the networks of an answer in their order.
func names(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for n := range doc.Descendants() {
		if n.Data == "input" && attr(n, "name") == "id" {
			list = append(list, attr(n, "value"))
		}
	}
	return strings.Join(list, " ")
}

func TestMatchAnswerSaysAll(t *testing.T) {
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	b := newBed(t, portal.Config{Searcher: p.engine, Matcher: p.matcher, BaseURL: "https://lotse.example.org", DataDate: "2026", RankingVersion: "R7"})
	for lang, want := range map[string][]string{
		"de": {"Ausgeschlossen:", "Nicht verstanden:", "<b>Quuxelbrumm</b>", "Weil Sie", "Stand der Daten: 2026.", "Fassung R7"},
		"en": {"Ruled out:", "Not understood:", "<b>Quuxelbrumm</b>", "Because you name", "Data as of 2026.", "version R7"},
	} {
		w := b.post("/match", url.Values{"text": {sentence}, "lang": {lang}})
		for _, text := range append(want, `href="https://lotse.example.org/match?lang=`+lang, `class="reasons"`, `class="sources"`) {
			if !strings.Contains(w.Body.String(), text) {
				t.Errorf("%s: no %s", lang, text)
			}
		}
		if strings.Contains(w.Body.String(), " style=") {
			t.Error("an inline style")
		}
	}
	long := strings.Repeat("Robotik ", 70)
	if w := b.get("/match?text=" + url.QueryEscape(long)); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `role="alert"`) {
		t.Errorf("a long address gives %d", w.Code)
	}
	if w := b.post("/match", url.Values{"text": {long}, "lang": {"de"}}); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "https://lotse.example.org/match?lang=de&amp;text") {
		t.Errorf("a long text gives %d and an address", w.Code)
	}
	if w := b.get("/match?text=Robotik&drop=technologies:nonsense"); w.Code != http.StatusBadRequest {
		t.Errorf("an unknown concept gives %d", w.Code)
	}
	for _, lang := range []string{"de", "en"} {
		none := b.get("/match?text=Friseur+in+Berlin&lang=" + lang)
		if !strings.Contains(none.Body.String(), `kern-alert--info`) || strings.Count(none.Body.String(), `href="/networks/`) != 1 {
			t.Errorf("%s: no contact where nothing fits", lang)
		}
	}
}

// TestShareStandsAbove: the link to the answer comes before the suggestions, which
// are long, and a text too long for one is told there as well.
func TestShareStandsAbove(t *testing.T) {
	b := realBed(t, nil)
	for text, want := range map[string]string{sentence: `">Link zu diesem Ergebnis</a>`, strings.Repeat("Wir bauen Roboter. ", 30): "zu lang für einen Link"} {
		before, _, found := strings.Cut(b.post("/match", url.Values{"text": {text}, "lang": {"de"}}).Body.String(), `<ol class="hits">`)
		if !found || !strings.Contains(before, want) {
			t.Errorf("%.20q: no %q above the suggestions", text, want)
		}
	}
}

// TestChosenChipsAreUnchosen: a concept ticked in the lists is ticked no more
// once its chip was taken out.
func TestChosenChipsAreUnchosen(t *testing.T) {
	b := realBed(t, nil)
	w := b.post("/match", url.Values{"text": {"Mentoring"}, "technologies": {"robotics"}, "chip": {"technologies:robotics"}})
	if strings.Contains(w.Body.String(), `value="robotics" checked`) {
		t.Error("the list still has it")
	}
}

// TestPortfolioTable shows who covers what, and whom to ask for the rest.
func TestPortfolioTable(t *testing.T) {
	concept := func(id string) search.Concept { return search.Concept{Scheme: "needs", ID: id, Label: "Wunsch " + id} }
	n := &profile.Network{ID: "a", Name: "Netz A"}
	f := &fake{outcome: match.Outcome{
		Portfolio: []match.Part{{Network: n, Covers: []match.Covered{{Concept: concept("1")}}}, {Network: n, Covers: []match.Covered{{Concept: concept("2"), As: "Oberbegriff"}}, Twice: []match.Covered{{Concept: concept("1")}}}},
		Open:      []search.Concept{concept("3")}, Contact: &profile.Network{ID: "c", Name: "Kontakt C"},
	}}
	w := newBed(t, portal.Config{Searcher: f, Matcher: f}).post("/match", url.Values{"text": {"x"}, "lang": {"de"}})
	body := w.Body.String()
	if !strings.Contains(body, "(allgemeiner: Oberbegriff)") || strings.Count(body, `class="covers"`) != 2 || strings.Count(body, `class="also"`) != 1 || strings.Count(body, `<tr class="open">`) != 1 {
		t.Errorf("table: %s", body)
	}
	if !strings.Contains(body, `<a href="/networks/c?lang=de">Kontakt C</a>`) {
		t.Error("nobody to ask for what stays open")
	}
}
