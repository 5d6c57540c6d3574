package portal_test

import (
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
		"":                             {0, "mindestens zwei"},
		"id=a":                         {0, "mindestens zwei"},
		"id=a&id=a":                    {0, "mindestens zwei"},
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

// TestCompareFromLists: hits can be ticked for a comparison.
func TestCompareFromLists(t *testing.T) {
	b := realBed(t, nil)
	body := b.get("/search?q=Medizintechnik").Body.String()
	if !strings.Contains(body, `form="compare" name="id" value="`) || !strings.Contains(body, `<form id="compare"`) {
		t.Error("hits cannot be compared")
	}
}
