package portal_test

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"clusterlotse/internal/match"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)></title></script>`

// evilNetwork has the evil text wherever a text may stand.
func evilNetwork() *profile.Network {
	list := []string{evil}
	return &profile.Network{
		ID: "evil", Name: evil, Aliases: list, Kind: profile.Kind(evil), LegalForm: evil, City: evil, Street: evil,
		Region: evil, Website: "javascript:alert(1)", Email: evil, Industries: list, Technologies: list,
		Applications: list, ValueChain: list, Services: list, FounderSupport: list, TargetGroups: list,
		Phases: []profile.Phase{profile.Phase(evil)}, Labels: []profile.Label{{Label: evil}},
		Alliances: list, Activities: []profile.Activity{{What: evil}}, Partners: list, Languages: list,
		SummaryDE: evil, SummaryEN: evil, Confidence: "high",
		Sources: []profile.Source{{URL: "javascript:alert(1)", For: []string{"all"}, Seen: evil}},
	}
}

func evilBed(t *testing.T) *bed {
	n := evilNetwork()
	concept := search.Concept{Scheme: "technologies", ID: evil, Label: evil, Words: evil}
	f := &fake{
		networks: map[string]*profile.Network{"evil": n},
		result: search.Result{
			Total: 40, Corrected: evil, Absent: evil, Alternatives: []search.Alternative{
				{Kind: "spelling", Text: evil, Query: "q=" + evil, Count: 41}, {Kind: "filter", Text: evil, Query: "%zz", Count: 41}, {Kind: "contact", Text: evil, Network: n}},
			Hits: []search.Hit{{Network: n, Successor: n, DistanceKm: 3, Why: []string{evil},
				Fragments: []search.Fragment{{Field: "services", Text: evil, Marks: []search.Mark{{Start: 2, End: 9}, {Start: 5, End: 4000}}}}}},
			Facets:     []search.Facet{{Name: "technology", Buckets: []search.Bucket{{Value: evil, Label: evil, Count: 1, Selected: true}}}},
			Understood: search.Understood{Concepts: []search.Concept{concept}, Missing: []string{evil}},
		},
		outcome: match.Outcome{
			Understood: match.Understood{Concepts: []match.Understanding{{Concept: concept}}, Notes: []string{evil},
				Dropped: []search.Concept{concept}, Excluded: []search.Concept{concept}, Unknown: []string{evil}},
			Open: []search.Concept{concept}, Contact: n,
			Matches: []match.Match{{Network: n, Score: .5, Missing: []string{evil}, Sentence: evil, Relation: match.Complementary,
				Reasons: []profile.Reason{{Text: evil, Evidence: evil, Score: .5}}}},
			Portfolio: []match.Part{{Network: n, Covers: []match.Covered{{Concept: concept, As: evil}}, Twice: []match.Covered{{Concept: search.Concept{Label: evil}}}}},
		},
	}
	return newBed(t, portal.Config{Searcher: f, Matcher: f, DataDate: evil, Version: evil, RankingVersion: evil})
}

// TestInjection: whatever text comes in, it comes out as text.
func TestInjection(t *testing.T) {
	b := evilBed(t)
	q := url.QueryEscape(evil)
	pages := map[string]string{
		"match": b.post("/match", url.Values{"text": {evil}, "place": {evil}, "technologies": {evil}, "lang": {evil}}).Body.String(),
	}
	for _, target := range []string{"/", "/search?q=" + q + "&near=" + q + "&technology=" + q, "/networks/evil", "/match?text=" + q,
		"/about", "/" + url.PathEscape(evil), "/search?lang=" + q, "//evil.example/?q=" + q} {
		for _, lang := range []string{"", "&lang=en"} {
			if lang != "" && !strings.Contains(target, "?") {
				lang = "?lang=en"
			}
			pages[target+lang] = b.get("http://localhost" + target + lang).Body.String()
		}
	}
	for target, body := range pages {
		doc, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "script" && attr(n, "type") != "application/ld+json" && !strings.HasPrefix(attr(n, "src"), "/static/") || attr(n, "onerror") != "" {
				t.Errorf("%s: markup got through", target)
			}
			if href := attr(n, "href"); strings.HasPrefix(href, "javascript:") || strings.HasPrefix(href, "//") {
				t.Errorf("%s: link to %s", target, href)
			}
		}
	}
	if !strings.Contains(pages["/networks/evil"], "&lt;script&gt;") {
		t.Error("the text itself is gone")
	}
}
