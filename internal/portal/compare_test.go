package portal_test

import (
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"clusterlotse/internal/portal"
	"clusterlotse/internal/profile"
)

func compareBed(t *testing.T) *bed {
	t.Helper()
	networks := map[string]*profile.Network{}
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		networks[id] = &profile.Network{
			ID: id, Name: "Network " + id, SummaryDE: "S", City: "Town " + id,
			LegalForm: "e.V.", Services: []string{"shared by all", "own of " + id},
		}
	}
	return newBed(t, portal.Config{
		Searcher: &fake{networks: networks, redirect: map[string]string{"old": "b"}}, Matcher: &fake{},
	})
}

func TestCompare(t *testing.T) {
	b := compareBed(t)
	body := b.get("/compare?id=a&id=b&id=c").Body.String()
	for _, want := range []string{
		`<a href="/networks/a">Network a</a>`, "own of b", "Town c",
		`href="/compare?id=a&amp;id=c"`, `<tr class="same"><th scope="row">Rechtsform`, `href="/compare?diff=1&amp;id=a&amp;id=b&amp;id=c"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	if got := strings.Count(body, `class="shared"`); got != 9 { // kind, legal form and one service of three networks
		t.Errorf("%d facts are marked as shared", got)
	}
	diff := b.get("/compare?id=a&id=b&diff=1").Body.String()
	if strings.Contains(diff, "Rechtsform") || !strings.Contains(diff, "own of a") {
		t.Error("only differences: shows what is the same, or hides what is not")
	}
	if strings.Contains(diff, "Entfernen") {
		t.Error("two networks cannot lose one")
	}
}

func TestCompareCounts(t *testing.T) {
	b := compareBed(t)
	for query, want := range map[string]struct {
		columns int
		text    string
	}{
		"":                             {0, "kein Netzwerk gewählt"},
		"id=a":                         {0, "nur ein Netzwerk gewählt"},
		"id=a&id=a":                    {0, "nur ein Netzwerk gewählt"},
		"id=a&id=old":                  {2, "Network b"},
		"id=a&id=b&id=c&id=d&id=e":     {4, "die ersten vier"},
		"id=a&id=none&id=%3Cb%3E&id=b": {2, "&lt;b&gt;"},
	} {
		body := b.get("/compare?" + query).Body.String()
		if got := max(0, strings.Count(body, `<th scope="col">`)-1); got != want.columns || !strings.Contains(body, want.text) {
			t.Errorf("%q: %d columns, or no %q", query, got, want.text)
		}
	}
}

// TestCompareChosen: enough networks lead to the comparison's own address, too few
// to what is wrong and back to the list, which is never another website.
func TestCompareChosen(t *testing.T) {
	b := compareBed(t)
	w := b.post("/compare", url.Values{"id": {"a", "b"}, "lang": {"en"}, "back": {"/match?text=secret"}})
	if got := w.Header().Get("Location"); w.Code != http.StatusSeeOther || got != "/compare?id=a&id=b&lang=en" {
		t.Errorf("two: status %d to %q", w.Code, got)
	}
	const step = "einen Schritt zurück"
	for back, want := range map[string]string{
		"/match?text=Laser+%26+Co&drop=place": `href="/match?text=Laser&#43;%26&#43;Co&amp;drop=place"`,
		"/search?q=%3Cb%3E":                   `href="/search?q=%3Cb%3E"`,
		"":                                    step,
		"https://evil.example.org/match":      step,
		"//evil.example.org/match":            step,
		"/%2Fevil.example.org":                step,
		"javascript:alert(1)":                 step,
		"match":                               step,
		"/match\nevil":                        step,
	} {
		for _, ids := range [][]string{nil, {"a"}, {"none"}} {
			w := b.post("/compare", url.Values{"id": ids, "back": {back}})
			body := w.Body.String()
			if w.Code != http.StatusOK || !strings.Contains(body, "mindestens zwei") || !strings.Contains(body, want) || strings.Contains(body, "evil") || strings.Contains(body, "alert(") {
				t.Errorf("%q with %v: status %d, or no %s", back, ids, w.Code, want)
			}
		}
	}
}

// TestCompareFromLists: hits can be ticked for a comparison, and the way back is
// the list's own address.
func TestCompareFromLists(t *testing.T) {
	b := realBed(t, nil)
	long := strings.Repeat("Wir bauen Roboter. ", 30)
	for name, c := range map[string]struct{ body, back string }{
		"search":     {b.get("/search?q=Medizintechnik&lang=de").Body.String(), "/search?q=Medizintechnik&lang=de"},
		"match":      {b.post("/match", url.Values{"text": {"Robotik"}, "lang": {"de"}}).Body.String(), "/match?lang=de&text=Robotik"},
		"long match": {b.post("/match", url.Values{"text": {long}}).Body.String(), ""},
	} {
		if !strings.Contains(c.body, `form="compare" name="id" value="`) || !strings.Contains(c.body, `<form id="compare"`) {
			t.Errorf("%s: hits cannot be compared", name)
		}
		_, rest, found := strings.Cut(c.body, `name="back" value="`)
		back, _, _ := strings.Cut(rest, `"`)
		if found != (c.back != "") || html.UnescapeString(back) != c.back {
			t.Errorf("%s: back to %q", name, back)
		}
	}
}
