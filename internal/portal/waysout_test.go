package portal_test

import (
	"strings"
	"testing"

	"clusterlotse/internal/portal"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

func TestWaysOut(t *testing.T) {
	f := &fake{result: search.Result{
		Absent: "„zz“ gibt es hier nicht.",
		Alternatives: []search.Alternative{
			{Kind: "spelling", Text: "Zink", Query: "q=Zink&limit=5", Count: 7},
			{Kind: "broader", Text: "Metall", Query: "q=Metall", Count: 8},
			{Kind: "region", Text: "Neckar-Alb", Query: "q=zz&region=neckar-alb", Count: 9},
			{Kind: "anywhere", Text: "in ganz Baden-Württemberg", Query: "anywhere=1&q=zz", Count: 10},
			{Kind: "filter", Text: "Export", Query: "q=zz", Count: 11},
			{Kind: "contact", Text: "Agentur", Network: &profile.Network{ID: "agentur", Name: "Agentur"}, Count: 1},
		},
	}}
	b := newBed(t, portal.Config{Searcher: f, Matcher: f})
	for _, found := range []int{0, 2} {
		f.result.Total, f.result.Hits = found, make([]search.Hit, 0, found)
		for range found {
			f.result.Hits = append(f.result.Hits, search.Hit{Network: &profile.Network{ID: "n", Name: "N", SummaryDE: "S."}, DistanceKm: -1})
		}
		body := b.get("/search?q=zz").Body.String()
		for _, want := range []string{
			`<a href="/search?limit=5&amp;q=Zink">Zink</a> <span class="count">7</span>`,
			`<a href="/search?q=Metall">weiter gefasst: Metall</a>`,
			`<a href="/search?q=zz&amp;region=neckar-alb">in der Nachbarregion: Neckar-Alb</a>`,
			`<a href="/search?anywhere=1&amp;q=zz">in ganz Baden-Württemberg</a>`,
			`<a href="/search?q=zz">ohne Export</a> <span class="count">11</span>`,
			`<a href="/networks/agentur">Agentur</a>`,
		} {
			if !strings.Contains(body, want) {
				t.Errorf("with %d hits the page lacks %s", found, want)
			}
		}
		if said := strings.Contains(body, "„zz“ gibt es hier nicht."); said != (found == 0) {
			t.Errorf("with %d hits absence is said: %v", found, said)
		}
	}
	if body := b.get("/search?q=zz&lang=en").Body.String(); !strings.Contains(body, `href="/search?lang=en&amp;q=Metall">broader: Metall</a>`) {
		t.Error("the English page does not keep its language")
	}
}
