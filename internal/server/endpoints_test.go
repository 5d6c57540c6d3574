package server_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"clusterlotse/internal/search"
)

// hasKeys checks the contract: an object has these keys at least.
func hasKeys(t *testing.T, what string, o object, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if _, ok := o[key]; !ok {
			t.Errorf("%s lacks %q; it has %v", what, key, slices.Sorted(maps.Keys(o)))
		}
	}
}

// items returns a list of objects that must not be empty.
func items(t *testing.T, o object, key string) []object {
	t.Helper()
	all, ok := o[key].([]any)
	if !ok || len(all) == 0 {
		t.Fatalf("%q is %v", key, o[key])
	}
	list := make([]object, len(all))
	for i := range all {
		list[i] = all[i].(object)
	}
	return list
}

func TestSearchContract(t *testing.T) {
	o := fetch(t, "GET", "/api/v1/search?q=Verpackungsmaschinen&near=74564&limit=3", "")
	hasKeys(t, "search", o, "total", "hits", "facets", "corrected", "alternatives", "understood")
	hits := items(t, o, "hits")
	if len(hits) > 3 || o["total"].(float64) < float64(len(hits)) {
		t.Errorf("%d hits of %v", len(hits), o["total"])
	}
	for _, h := range hits {
		hasKeys(t, "hit", h, "id", "name", "kind", "city", "region", "score", "fragments", "why")
	}
	f := items(t, hits[0], "fragments")[0]
	hasKeys(t, "fragment", f, "field", "text", "marks")
	m := items(t, f, "marks")[0]
	text, start, end := f["text"].(string), int(m["start"].(float64)), int(m["end"].(float64))
	if start < 0 || start >= end || end > len(text) {
		t.Errorf("mark %v of %q", m, text)
	}
	facets := o["facets"].(object)
	hasKeys(t, "facets", facets, search.FilterNames...)
	hasKeys(t, "bucket", items(t, facets, "kind")[0], "value", "label", "count", "selected")
}

// TestSearchParameters checks that each parameter reaches the search.
func TestSearchParameters(t *testing.T) {
	all := fetch(t, "GET", "/api/v1/search", "")
	total := all["total"].(float64)
	if total < 200 || len(items(t, all, "hits")) != search.DefaultLimit {
		t.Errorf("an empty search finds %v", total)
	}
	for _, name := range search.FilterNames {
		bucket := items(t, all["facets"].(object), name)[0]
		value := bucket["value"].(string)
		o := fetch(t, "GET", "/api/v1/search?"+name+"="+value, "")
		if got := o["total"].(float64); got != bucket["count"].(float64) || got >= total {
			t.Errorf("%s=%s finds %v, its facet says %v", name, value, got, bucket["count"])
		}
		chosen := items(t, o["facets"].(object), name)
		if !slices.ContainsFunc(chosen, func(b object) bool { return b["value"] == value && b["selected"] == true }) {
			t.Errorf("%s=%s is not marked as selected", name, value)
		}
	}
	near := fetch(t, "GET", "/api/v1/search?near=Ulm&radius_km=20", "")
	for _, h := range items(t, near, "hits") {
		if km, ok := h["distance_km"].(float64); !ok || km > 20 {
			t.Errorf("%v is %v km from Ulm", h["id"], h["distance_km"])
		}
	}
	second := fetch(t, "GET", "/api/v1/search?offset=1&limit=1", "")
	if items(t, second, "hits")[0]["id"] != items(t, all, "hits")[1]["id"] {
		t.Error("offset=1 does not begin with the second hit")
	}
	english := fetch(t, "GET", "/api/v1/search?lang=en&limit=1", "")
	if items(t, english, "hits")[0]["summary"] == items(t, all, "hits")[0]["summary"] {
		t.Error("lang=en changes nothing")
	}
}

func TestSuggest(t *testing.T) {
	for _, s := range items(t, fetch(t, "GET", "/api/v1/suggest?q=pack&limit=3", ""), "suggestions") {
		hasKeys(t, "suggestion", s, "text", "kind", "count")
	}
	if o := fetch(t, "GET", "/api/v1/suggest", ""); len(o["suggestions"].([]any)) != 0 {
		t.Errorf("an empty query suggests %v", o)
	}
}

// TestSuggestHonoursFilters: the answer to a filtered box differs, and an unknown
// filter is refused.
func TestSuggestHonoursFilters(t *testing.T) {
	all := items(t, fetch(t, "GET", "/api/v1/suggest?q=med&limit=20", ""), "suggestions")
	some := items(t, fetch(t, "GET", "/api/v1/suggest?q=med&limit=20&region=ostwuerttemberg", ""), "suggestions")
	if len(some) == 0 || len(some) >= len(all) {
		t.Errorf("%d suggestions under a filter, %d without", len(some), len(all))
	}
}

func TestNetwork(t *testing.T) {
	o := fetch(t, "GET", "/api/v1/networks/packaging-valley-germany", "")
	hasKeys(t, "network", o, "id", "name", "kind", "city", "region", "website", "summary_de", "summary_en", "sources", "ended", "concepts", "technologies")
	if o["ended"] != false || o["successor"] != nil {
		t.Errorf("ended %v, successor %v", o["ended"], o["successor"])
	}
	for _, s := range items(t, o, "sources") {
		hasKeys(t, "source", s, "host", "url", "for", "seen")
		if host := s["host"].(string); host == "" || !strings.Contains(strings.ToLower(s["url"].(string)), host) {
			t.Errorf("source %v", s)
		}
	}
	hasKeys(t, "concept", items(t, o, "concepts")[0], "scheme", "id", "label")
}

// TestEveryNetwork fetches each network that a search lists; of those that
// ended, the successor is named when the record has one.
func TestEveryNetwork(t *testing.T) {
	seen := 0
	for offset := 0; ; offset += search.MaxLimit {
		page := fetch(t, "GET", "/api/v1/search?limit=100&offset="+itoa(offset), "")
		hits := page["hits"].([]any)
		for _, h := range hits {
			id := h.(object)["id"].(string)
			if o := fetch(t, "GET", "/api/v1/networks/"+id, ""); o["id"] != id || len(items(t, o, "sources")) == 0 {
				t.Errorf("%s: %v", id, o)
			}
			seen++
		}
		if len(hits) == 0 {
			if float64(seen) != page["total"] {
				t.Errorf("%d listed of %v", seen, page["total"])
			}
			return
		}
	}
}

func TestEndedNetwork(t *testing.T) {
	o := fetch(t, "GET", "/api/v1/networks/digital-hub-nordschwarzwald", "")
	if o["ended"] != true {
		t.Errorf("ended %v", o["ended"])
	}
	if next, ok := o["successor"].(object); ok {
		fetch(t, "GET", "/api/v1/networks/"+next["id"].(string), "")
	}
}

func TestRelated(t *testing.T) {
	related := items(t, fetch(t, "GET", "/api/v1/networks/packaging-valley-germany/related?limit=4", ""), "related")
	if len(related) > 4 {
		t.Errorf("%d networks", len(related))
	}
	for _, m := range related {
		hasKeys(t, "related", m, "id", "name", "score", "reasons")
		if m["id"] == "packaging-valley-germany" {
			t.Error("a network is related to itself")
		}
	}
	if w := send(realServer(t), "GET", "/api/v1/networks/nirgendwo/related", ""); w.Code != 404 {
		t.Errorf("unknown: %d", w.Code)
	}
}

func TestMatchContract(t *testing.T) {
	o := fetch(t, "POST", "/api/v1/match", `{"text":"Wir bauen Verpackungsmaschinen mit Robotik und suchen Partner.","place":"74564","limit":5}`)
	hasKeys(t, "match", o, "understood", "matches", "portfolio", "abstained")
	hasKeys(t, "understood", o["understood"].(object), "concepts", "place", "notes")
	last := 1.0
	for _, m := range items(t, o, "matches") {
		hasKeys(t, "match", m, "id", "name", "score", "reasons", "missing")
		score, sum := m["score"].(float64), 0.0
		for _, r := range items(t, m, "reasons") {
			hasKeys(t, "reason", r, "feature", "concept", "text", "evidence", "score")
			sum += r["score"].(float64)
		}
		if score <= 0 || score > last || sum < score-1e-9 || sum > score+1e-9 {
			t.Errorf("%v scores %v after %v; its reasons %v", m["id"], score, last, sum)
		}
		last = score
	}
	if o["abstained"] != false || len(o["matches"].([]any)) > 5 {
		t.Errorf("abstained %v with %d matches", o["abstained"], len(o["matches"].([]any)))
	}
	nothing := fetch(t, "POST", "/api/v1/match", `{"text":"qqq xyzzy"}`)
	if nothing["abstained"] != true || len(nothing["matches"].([]any)) != 0 {
		t.Errorf("gibberish: %v", nothing)
	}
}
