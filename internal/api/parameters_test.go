package api_test

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"

	"clusterlotse/internal/api"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/vocabulary"
)

// TestUnknownParameters: a filter mistyped is told and not left out in silence,
// and a language that there is not is no German.
func TestUnknownParameters(t *testing.T) {
	router := brokenRouter(t, io.Discard)
	for _, tc := range []struct{ target, code, field, fix string }{
		{"GET search?q=Holz&foo=bar", "unknown_parameter", "foo", "Erlaubt sind hier: q, kind, region, industry, technology, need, phase, near, radius_km, anywhere, lang, limit, offset."},
		{"GET search?lang=en&Kind=alliance", "unknown_parameter", "Kind", "Allowed here are: q, kind, "},
		{"GET search?=x", "unknown_parameter", "", "Erlaubt"},
		{"GET suggest?q=x&near=Ulm", "unknown_parameter", "near", "phase, limit, lang."},
		{"GET networks/new?limit=3", "unknown_parameter", "limit", "hier: lang."},
		{"GET networks/new/related?id=x", "unknown_parameter", "id", "limit, lang."},
		{"GET networks/old?x=//example.org", "unknown_parameter", "x", "lang."},
		{"POST match?text=x", "unknown_parameter", "text", "hier: lang."},
		{"GET search?lang=xx", "unknown_value", "lang", "Möglich sind: de, en."},
		{"GET search?lang=de&lang=fr", "unknown_value", "lang", "Möglich sind: de, en."},
		{"GET suggest?lang=EN", "unknown_value", "lang", "de, en."},
		{"POST match?lang=en-GB", "unknown_value", "lang", "de, en."},
		{"GET search?anywhere=yes", "unknown_value", "anywhere", "Möglich sind: 1."},
		// What is known reaches the engine, which is broken.
		{"GET search?q=&lang=&anywhere=1&kind=&kind=a,b", "internal", "", "später"},
		{"GET suggest?q=x&limit=6&lang=de&kind=a&region=b&industry=c&technology=d&need=e&phase=f", "internal", "", "später"},
	} {
		method, path, _ := strings.Cut(tc.target, " ")
		w := do(router, method, api.Prefix+"/"+path, `{"text":"x"}`, "Accept-Language", "fr, de;q=0.5")
		var p api.Problem
		if err := json.NewDecoder(bytes.NewReader(w.Body.Bytes())).Decode(&p); err != nil {
			t.Fatal(err)
		}
		if p.Code != tc.code || p.Field != tc.field || !strings.Contains(p.Fix, tc.fix) || tc.code != "internal" && w.Code != 400 {
			t.Errorf("%s: status %d, %+v", tc.target, w.Code, p)
		}
	}
}

// TestExamplesAreValid: what a problem gives as an example exists, in the scheme of
// the field at fault.
func TestExamplesAreValid(t *testing.T) {
	parts, err := realdata.Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, scheme := range []string{vocabulary.Technologies, vocabulary.Industries, vocabulary.Needs} {
		_, _, p := post(t, `{"`+scheme+`":[5]}`)
		example := regexp.MustCompile(`\["(.+)"\]`).FindStringSubmatch(p.Fix)
		if example == nil || parts.Vocabulary.Concept(vocabulary.Ref{Scheme: scheme, ID: example[1]}) == nil {
			t.Errorf("%s: %s", scheme, p.Fix)
		}
	}
}
