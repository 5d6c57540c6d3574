package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"clusterlotse/internal/api"
	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"

	"github.com/gin-gonic/gin"
)

// recorder keeps the request that arrives at the matcher.
type recorder struct {
	broken
	got match.Request
}

func (r *recorder) Match(_ context.Context, q match.Request) (*match.Outcome, error) {
	r.got = q
	return &match.Outcome{Abstained: true}, nil
}

// post sends a body to match and returns what arrived and what was answered.
func post(t *testing.T, body string, headers ...string) (match.Request, int, api.Problem) {
	t.Helper()
	m := &recorder{}
	router := gin.New()
	if err := api.Mount(router, api.Config{Searcher: broken{}, Matcher: m, Logger: slog.New(slog.DiscardHandler)}); err != nil {
		t.Fatal(err)
	}
	w := do(router, "POST", "/api/v1/match", body, headers...)
	var p api.Problem
	if w.Code != 200 {
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatalf("%.60s: %v", body, err)
		}
	}
	return m.got, w.Code, p
}

func TestMatchRequest(t *testing.T) {
	got, status, p := post(t, `{"text":"Wir <b>bauen</b> \"Ö\"","technologies":["a","b"],"industries":["c"],"needs":["d"],
		"place":"74564","phase":"idea","size":"kmu","limit":7,"lang":"en"}`)
	want := match.Request{Lang: "en", Limit: 7, Company: profile.Company{
		Text: `Wir <b>bauen</b> "Ö"`, Technologies: []string{"a", "b"}, Industries: []string{"c"}, Needs: []string{"d"},
		Place: "74564", Phase: "idea", Size: "kmu",
	}}
	if status != 200 || !reflect.DeepEqual(got, want) {
		t.Errorf("status %d, problem %+v, got %+v", status, p, got)
	}
	got, status, _ = post(t, `{"text":"x","place":null,"limit":null,"lang":null}`, "Accept-Language", "en", "Content-Type", "application/json; charset=UTF-8")
	if want := (match.Request{Lang: "en", Company: profile.Company{Text: "x"}}); status != 200 || !reflect.DeepEqual(got, want) {
		t.Errorf("status %d, got %+v", status, got)
	}
}

func TestMatchRefusals(t *testing.T) {
	long := strings.Repeat("ä", 501)
	for name, tc := range map[string]struct {
		body, contentType string
		status            int
		code, field       string
	}{
		"nothing":          {"", "application/json", 400, "empty_request", "text"},
		"not JSON":         {"text=hallo", "application/json", 400, "invalid_json", ""},
		"cut off":          {`{"text":"x"`, "application/json", 400, "invalid_json", ""},
		"two objects":      {`{"text":"x"}{}`, "application/json", 400, "invalid_json", ""},
		"list":             {`[]`, "application/json", 400, "invalid_json", ""},
		"null":             {`null`, "application/json", 400, "invalid_json", ""},
		"NaN":              {`{"limit":NaN}`, "application/json", 400, "invalid_json", ""},
		"deep":             {strings.Repeat("[", 60000), "application/json", 400, "invalid_json", ""},
		"unknown key":      {`{"txet":"x"}`, "application/json", 400, "unknown_field", "txet"},
		"other case":       {`{"Text":"x"}`, "application/json", 400, "unknown_field", "Text"},
		"text a number":    {`{"text":5}`, "application/json", 400, "wrong_type", "text"},
		"list a text":      {`{"needs":"x"}`, "application/json", 400, "wrong_type", "needs"},
		"list of numbers":  {`{"needs":[1]}`, "application/json", 400, "wrong_type", "needs"},
		"limit a text":     {`{"text":"x","limit":"5"}`, "application/json", 400, "wrong_type", "limit"},
		"limit a fraction": {`{"text":"x","limit":1.5}`, "application/json", 400, "wrong_type", "limit"},
		"limit huge":       {`{"text":"x","limit":1e400}`, "application/json", 400, "wrong_type", "limit"},
		"limit zero":       {`{"text":"x","limit":0}`, "application/json", 400, "out_of_range", "limit"},
		"long place":       {`{"place":"` + long + `"}`, "application/json", 400, "text_too_long", "place"},
		"other language":   {`{"text":"x","lang":"fr"}`, "application/json", 400, "unknown_value", "lang"},
		"long language":    {`{"text":"x","lang":"en-GB"}`, "application/json", 400, "unknown_value", "lang"},
		"bad UTF-8":        {"{\"text\":\"\xff\xfe\"}", "application/json", 400, "invalid_encoding", "body"},
		"form":             {"text=x", "application/x-www-form-urlencoded", 415, "unsupported_media_type", ""},
		"other charset":    {`{"text":"x"}`, "application/json; charset=latin1", 415, "unsupported_media_type", ""},
		"bad type":         {`{"text":"x"}`, ";;;", 415, "unsupported_media_type", ""},
		"too large":        {`{"text":"` + strings.Repeat("x", api.MaxBodyBytes) + `"}`, "application/json", 413, "body_too_large", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, status, p := post(t, tc.body, "Content-Type", tc.contentType)
			if status != tc.status || p.Status != tc.status || p.Code != tc.code || p.Field != tc.field {
				t.Errorf("status %d, problem %+v", status, p)
			}
			if p.Detail == "" || p.Fix == "" || strings.ContainsAny(p.Detail+p.Fix, "{}") && tc.code != "invalid_json" {
				t.Errorf("texts: %q %q", p.Detail, p.Fix)
			}
		})
	}
	if _, status, _ := post(t, `{"text":"x"}`, "Content-Encoding", "gzip"); status != 415 {
		t.Errorf("compressed: status %d", status)
	}
}

// TestAnswersHaveNoNull holds answers of empty values to empty lists.
func TestAnswersHaveNoNull(t *testing.T) {
	n := &profile.Network{ID: "n", Name: "N"}
	for _, answer := range []any{emptySearch(n), api.MatchAnswer(&match.Outcome{
		Matches: []match.Match{{Network: n, DistanceKm: -1}}, Portfolio: []match.Part{{Network: n}},
	}, "de")} {
		raw, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(raw, []byte("null")) || bytes.Contains(raw, []byte("distance_km")) {
			t.Errorf("%s", raw)
		}
	}
}
