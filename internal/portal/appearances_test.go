package portal_test

import (
	"net/http"
	"strings"
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

func TestAppearancesPage(t *testing.T) {
	b := realBed(t, nil)
	for lang, want := range map[string][]string{
		"de": {"Wofür erscheint dieses Netzwerk", " von ", "Leere Angaben", "networks/medicalmountains.yaml"},
		"en": {"What does this network appear for", " of ", "Empty fields", "networks/medicalmountains.yaml"},
	} {
		w := b.get("/networks/medicalmountains/appearances?lang=" + lang)
		checkPage(t, w, lang)
		for _, text := range want {
			if !strings.Contains(w.Body.String(), text) {
				t.Errorf("%s: no %q", lang, text)
			}
		}
		if profile := b.get("/networks/medicalmountains?lang=" + lang); !strings.Contains(profile.Body.String(), "/networks/medicalmountains/appearances?lang="+lang) {
			t.Error("the profile does not lead there")
		}
	}
	if w := b.get("/networks/nope/appearances"); w.Code != http.StatusNotFound {
		t.Errorf("unknown network: %d", w.Code)
	}
}

// TestEveryNetworkAppears opens the page of every living network, and finds none
// for one that has ended.
func TestEveryNetworkAppears(t *testing.T) {
	p, err := product()
	if err != nil {
		t.Fatal(err)
	}
	b := realBed(t, nil)
	for _, n := range p.engine.Networks() {
		want := http.StatusOK
		if n.Ended() {
			want = http.StatusNotFound
		}
		if w := b.get("/networks/" + n.ID + "/appearances"); w.Code != want {
			t.Errorf("%s: %d, want %d", n.ID, w.Code, want)
		}
	}
}

// TestRelatedGroups keeps the three relations apart, and shows what a
// complementary network brings.
func TestRelatedGroups(t *testing.T) {
	n := &profile.Network{ID: "a", Name: "A"}
	m := func(r match.Relation, brings ...string) match.Match {
		return match.Match{Network: n, Relation: r, Missing: brings, Reasons: []profile.Reason{{Text: "teilt " + string(r)}}}
	}
	f := &fake{networks: map[string]*profile.Network{"a": n}, outcome: match.Outcome{Matches: []match.Match{
		m(match.Neighbour), m(match.Alike), m(match.Alike), m(match.Alike), m(match.Alike), m(match.Complementary, "Laser", "Optik", "Sensorik", "KI", "Robotik"),
	}}}
	body := newBed(t, portal.Config{Searcher: f, Matcher: f}).get("/networks/a?lang=de").Body.String()
	alike, complementary, neighbour := strings.Index(body, "<h3>Ähnlich"), strings.Index(body, "<h3>Ergänzend"), strings.Index(body, "<h3>Nebenan")
	if alike < 0 || complementary < alike || neighbour < complementary {
		t.Fatalf("groups at %d, %d, %d", alike, complementary, neighbour)
	}
	if got := strings.Count(body, "teilt alike"); got != 3 {
		t.Errorf("%d alike, want 3", got)
	}
	if !strings.Contains(body[complementary:neighbour], "Laser, Optik, Sensorik, KI und 1 weitere") {
		t.Error("what it brings is missing")
	}
}

func TestAppearancesShowHTMLAsText(t *testing.T) {
	f := &fake{
		networks:    map[string]*profile.Network{"evil": evilNetwork()},
		appearances: []match.Appearance{{Concept: search.Concept{Scheme: "needs", ID: evil, Label: evil}, Rank: 1, Of: 2, Facts: []string{evil}, Fields: []string{evil}}},
		lacking:     []search.Concept{{Scheme: "technologies", ID: evil, Label: evil}},
	}
	body := newBed(t, portal.Config{Searcher: f, Matcher: f}).get("/networks/evil/appearances").Body.String()
	if strings.Contains(body, "<script>alert") || strings.Contains(body, "<img src=x") || !strings.Contains(body, "&lt;script&gt;") {
		t.Error("markup got through")
	}
}
