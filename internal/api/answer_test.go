package api_test

import (
	"encoding/json"
	"testing"

	"clusterlotse/internal/api"
	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// emptySearch is the answer to a result in which every list is nil.
func emptySearch(n *profile.Network) api.SearchBody {
	return api.SearchAnswer(&search.Result{
		Hits:   []search.Hit{{Network: n, DistanceKm: -1, Fragments: []search.Fragment{{}}}},
		Facets: []search.Facet{{Name: "kind"}},
	}, "de")
}

func TestSearchAnswer(t *testing.T) {
	old := &profile.Network{
		ID: "alt", Name: "Alt", Kind: profile.Alliance, City: "Ulm", Region: "Donau-Iller", Status: profile.Merged,
		Website: "https://example.org", SummaryDE: "deutsch", SummaryEN: "english",
	}
	got := api.SearchAnswer(&search.Result{
		Total: 9, Corrected: "c", Absent: "s", Alternatives: []search.Alternative{
			{Kind: "broader", Text: "a", Query: "q=a", Count: 10}, {Kind: "contact", Text: "Neu", Network: &profile.Network{ID: "neu", Name: "Neu"}, Count: 1}},
		Hits: []search.Hit{{
			Network: old, Score: 1.5, DistanceKm: 0, Successor: &profile.Network{ID: "neu", Name: "Neu"},
			Fragments: []search.Fragment{{Field: "services", Text: "Test & <b>", Marks: []search.Mark{{Start: 0, End: 4}}}}, Why: []string{"w"},
		}},
		Facets:     []search.Facet{{Name: "kind", Buckets: []search.Bucket{{Value: "alliance", Label: "Bündnis", Count: 1, Selected: true}}}},
		Understood: search.Understood{Place: &place.Place{Name: "Ulm"}, PlaceWords: "in Ulm", Missing: []string{"m"}},
	}, "en")
	want := `{"total":9,"hits":[{"id":"alt","name":"Alt","kind":"alliance","city":"Ulm","region":"Donau-Iller","score":1.5,` +
		`"distance_km":0,"summary":"english","website":"https://example.org","ended":true,"successor":{"id":"neu","name":"Neu"},` +
		`"fragments":[{"field":"services","text":"Test \u0026 \u003cb\u003e","marks":[{"start":0,"end":4}]}],"why":["w"]}],` +
		`"facets":{"industry":[],"kind":[{"value":"alliance","label":"Bündnis","count":1,"selected":true}],"need":[],"phase":[],"region":[],"technology":[]},` +
		`"understood":{"place":{"name":"Ulm","kind":"","lat":0,"lon":0},"place_words":"in Ulm","concepts":[],"missing":["m"]},"corrected":"c","alternatives":[{"kind":"broader","text":"a","query":"q=a","count":10},` +
		`{"kind":"contact","text":"Neu","query":"","network":{"id":"neu","name":"Neu"},"count":1}],"absent":"s"}`
	compare(t, got, want)
}

func TestMatchAnswer(t *testing.T) {
	n := &profile.Network{ID: "n", Name: "N", Kind: profile.StateAgency, SummaryDE: "deutsch"}
	got := api.MatchAnswer(&match.Outcome{
		Understood: match.Understood{Phase: "idea", Size: "1-9", SizeWords: "zu viert", Concepts: []match.Understanding{
			{Concept: search.Concept{Scheme: "needs", ID: "x", Label: "X", Words: "iks"}},
		}},
		Matches: []match.Match{{
			Network: n, Score: 0.5, DistanceKm: 3, Missing: []string{"fehlt"},
			Reasons: []profile.Reason{{Feature: "needs", Concept: "x", Text: "t", Evidence: "e", Score: 0.5}},
		}},
		Portfolio: []match.Part{{Network: n, Covers: []match.Covered{{Concept: search.Concept{Scheme: "needs", ID: "x", Label: "X"}, As: "Y"}}}},
	}, "de")
	want := `{"understood":{"concepts":[{"scheme":"needs","id":"x","label":"X","words":"iks"}],"phase":"idea","size":"1-9","size_words":"zu viert","excluded":[],"unknown":[],"notes":[]},` +
		`"matches":[{"id":"n","name":"N","kind":"state-agency","city":"","region":"","distance_km":3,"summary":"deutsch","website":"","score":0.5,"sentence":"",` +
		`"reasons":[{"feature":"needs","concept":"x","text":"t","field":"","evidence":"e","score":0.5}],"missing":["fehlt"]}],` +
		`"portfolio":[{"id":"n","name":"N","covers":[{"scheme":"needs","id":"x","label":"X","as":"Y"}],"twice":[]}],"open":[],"abstained":false}`
	compare(t, got, want)
}

func compare(t *testing.T, got any, want string) {
	t.Helper()
	raw, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if string(raw) != want {
		t.Errorf("got  %s\nwant %s", raw, want)
	}
}
