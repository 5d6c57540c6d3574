package server_test

import (
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"clusterlotse/internal/api"

	"pgregory.net/rapid"
)

func itoa(n int) string { return strconv.Itoa(n) }

// hostile are values that somebody might send for any parameter.
var hostile = []string{
	"", " ", "\x00", "\xff\xfe", "\xc3\x28", "ä\u0308\u200b\u202e", "<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`,
	"../../etc/passwd", "..%2f..%2fetc", "%", "%zz", "';DROP TABLE networks;--", "{{7*7}}", "${jndi:ldap://x}",
	"NaN", "Inf", "-Inf", "-1", "0", "1e309", "99999999999999999999999", "0x10", "1.5", "+5", "١٢", "1,5", ",,,,", "null", "true", "[]", "{}",
	"AND OR NOT", "name:*", "a~999", "((((", `\`, "\r\nSet-Cookie: x=1", strings.Repeat("a", 600), strings.Repeat("ä ", 300),
	strings.Repeat("x,", 300), strings.Repeat("(", 400), "😀" + strings.Repeat("\u0301", 400),
}

// check holds an answer to what every answer to nonsense must be.
func check(t *testing.T, what string, w *httptest.ResponseRecorder) {
	t.Helper()
	body := w.Body.String()
	if w.Code >= 500 {
		t.Errorf("%.150s: status %d: %.300s", what, w.Code, body)
	}
	for _, leak := range []string{".go:", "goroutine", "runtime error", "panic", "/root", "/work"} {
		if strings.Contains(body, leak) {
			t.Errorf("%.150s: the answer holds %q: %.300s", what, leak, body)
		}
	}
	if strings.Contains(body, "<script") || strings.Contains(body, "<img") {
		t.Errorf("%.150s: markup comes back: %.300s", what, body)
	}
	if w.Header().Get("Set-Cookie") != "" {
		t.Errorf("%.150s: sets a cookie", what)
	}
	if w.Code < 400 {
		return
	}
	var p api.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Header().Get("Content-Type") != api.ProblemType {
		t.Fatalf("%.150s: no problem but %q %.300s", what, w.Header().Get("Content-Type"), body)
	}
	if p.Status != w.Code || p.Type == "" || p.Title == "" || p.Detail == "" || p.Code == "" || p.Fix == "" {
		t.Errorf("%.150s: problem %+v", what, p)
	}
}

var parameters = []string{
	"q", "kind", "region", "industry", "technology", "need", "phase", "near", "radius_km", "lang", "limit", "offset", "unknown", "",
}

func TestHostileParameters(t *testing.T) {
	s := realServer(t)
	for _, path := range []string{"search", "suggest", "networks/packaging-valley-germany", "networks/packaging-valley-germany/related", "openapi.json"} {
		for _, name := range parameters {
			for _, value := range hostile {
				pair := name + "=" + url.QueryEscape(value)
				for _, query := range []string{pair, name + "=" + value, pair + "&" + pair + "&" + name + "=x"} {
					target := "/api/v1/" + path + "?" + query
					check(t, target, send(s, "GET", target, ""))
				}
			}
		}
	}
	many := "/api/v1/search?" + strings.Repeat("kind=alliance&", 5000)
	check(t, many, send(s, "GET", many, ""))
}

func TestHostileIDs(t *testing.T) {
	s := realServer(t)
	for _, value := range hostile {
		for _, path := range []string{value, url.PathEscape(value), value + "/related", url.PathEscape(value) + "/related"} {
			target := "/api/v1/networks/" + path
			if w := send(s, "GET", target, ""); w.Code < 400 {
				t.Errorf("%.100s: status %d", target, w.Code)
			} else {
				check(t, target, w)
			}
		}
	}
}

func TestHostileBodies(t *testing.T) {
	s := realServer(t)
	for _, key := range []string{"text", "technologies", "industries", "needs", "place", "phase", "size", "limit", "lang", "unknown"} {
		for _, value := range hostile {
			quoted, err := json.Marshal(value)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range []string{string(quoted), value, `"` + value + `"`, "[" + string(quoted) + "]", `{"a":` + string(quoted) + "}"} {
				body := `{"text":"Robotik","` + key + `":` + v + "}"
				check(t, body, send(s, "POST", "/api/v1/match", body, "Content-Type", "application/json"))
			}
		}
	}
	long := strings.Repeat("Verpackung und Robotik in Ulm. ", 645)
	check(t, "long text", send(s, "POST", "/api/v1/match", `{"text":"`+long+`"}`))
	w := send(s, "POST", "/api/v1/match", `{"text":"`+long+`Noch mehr."}`)
	if check(t, "too long text", w); w.Code != 400 || !strings.Contains(w.Body.String(), `"text_too_long"`) {
		t.Errorf("%d characters: %d %s", len(long)+10, w.Code, w.Body)
	}
}

func TestHostileHeaders(t *testing.T) {
	s := realServer(t)
	for _, name := range []string{"Accept", "Accept-Language", "Accept-Encoding", "Content-Type", "Content-Encoding", "Origin", "X-Forwarded-For", "Host", "Range", "If-Match"} {
		for _, value := range hostile {
			check(t, name+": "+value, send(s, "GET", "/api/v1/search?limit=1", "", name, value))
			check(t, name+": "+value, send(s, "POST", "/api/v1/match", `{"text":"Robotik","limit":1}`, name, value))
		}
	}
	for _, method := range []string{"PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "OPTIONS", "BREW"} {
		check(t, method, send(s, method, "/api/v1/search", ""))
	}
}

// TestLimitsOfRequest checks the limits on both sides.
func TestLimitsOfRequest(t *testing.T) {
	s := realServer(t)
	for query, code := range map[string]string{
		"search?q=" + strings.Repeat("a", 500): "", "search?q=" + strings.Repeat("a", 501): "query_too_long",
		"search?limit=100": "", "search?limit=101": "out_of_range", "search?limit=0": "out_of_range",
		"search?offset=-1": "out_of_range", "search?radius_km=NaN": "out_of_range",
		"search?radius_km=5": "radius_without_place", "search?near=Atlantis": "unknown_place", "search?kind=verein": "unknown_value",
		"search?q=%ff": "invalid_encoding", "search?q=%zz": "invalid_query", "search?q=a;b": "invalid_query",
		"suggest?limit=20": "", "suggest?limit=21": "out_of_range",
		"networks/packaging-valley-germany/related?limit=100": "", "networks/packaging-valley-germany/related?limit=101": "out_of_range",
	} {
		w := send(s, "GET", "/api/v1/"+query, "")
		var p api.Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		if code == "" && w.Code != 200 || code != "" && (w.Code != 400 || p.Code != code) {
			t.Errorf("%.60s: status %d, code %q", query, w.Code, p.Code)
		}
	}
}

// TestAnyRequest throws generated requests at the server.
func TestAnyRequest(t *testing.T) {
	s := realServer(t)
	rapid.Check(t, func(r *rapid.T) {
		values := url.Values{}
		for range rapid.IntRange(0, 4).Draw(r, "parameters") {
			values.Add(rapid.SampledFrom(parameters).Draw(r, "name"), rapid.String().Draw(r, "value"))
		}
		target := "/api/v1/" + rapid.SampledFrom([]string{"search", "suggest"}).Draw(r, "path") + "?" + values.Encode()
		check(t, target, send(s, "GET", target, ""))
		body, _ := json.Marshal(map[string]any{"text": rapid.String().Draw(r, "text"), "place": rapid.String().Draw(r, "place")})
		check(t, string(body), send(s, "POST", "/api/v1/match", string(body)))
	})
}
