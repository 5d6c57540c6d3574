package search

import (
	"errors"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseRequest(t *testing.T) {
	for _, c := range []struct {
		raw  string
		want Request
	}{
		{"", Request{Lang: "de", Limit: DefaultLimit}},
		{"q=+Holz++Allg%C3%A4u+", Request{Query: "Holz  Allgäu", Lang: "de", Limit: DefaultLimit}},
		{"q=a&lang=en-GB", Request{Query: "a", Lang: "en", Limit: DefaultLimit}},
		{"q=a&lang=fr", Request{Query: "a", Lang: "de", Limit: DefaultLimit}},
		{"near=Ulm&radius_km=12,5", Request{Near: "Ulm", RadiusKm: 12.5, Lang: "de", Limit: DefaultLimit}},
		{"region=a&region=b,+c,,a", Request{Regions: []string{"a", "b", "c"}, Lang: "de", Limit: DefaultLimit}},
		{"kind=k&industry=i&technology=t&need=n&phase=p", Request{
			Kinds: []string{"k"}, Industries: []string{"i"}, Technologies: []string{"t"}, Needs: []string{"n"}, Phases: []string{"p"},
			Lang: "de", Limit: DefaultLimit}},
		{"limit=100&offset=10000", Request{Lang: "de", Limit: MaxLimit, Offset: MaxOffset}},
		{"limit=+7+&offset=", Request{Lang: "de", Limit: 7}},
		{"anywhere=1&unknown=x", Request{Anywhere: true, Lang: "de", Limit: DefaultLimit}},
		{"anywhere=true", Request{Lang: "de", Limit: DefaultLimit}},
	} {
		t.Run(c.raw, func(t *testing.T) {
			values, err := url.ParseQuery(c.raw)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := ParseRequest(values); err != nil || !reflect.DeepEqual(got, c.want) {
				t.Errorf("ParseRequest = %+v, %v\nwant %+v", got, err, c.want)
			}
		})
	}
}

func TestParseRequestRefuses(t *testing.T) {
	many := make([]string, MaxLimit+1)
	for i := range many {
		many[i] = strconv.Itoa(i)
	}
	for name, c := range map[string]struct {
		values      url.Values
		code, field string
	}{
		"long query":       {url.Values{"q": {strings.Repeat("ä", MaxQueryRunes+1)}}, "query_too_long", "q"},
		"long place":       {url.Values{"near": {strings.Repeat("ä", MaxQueryRunes+1)}}, "query_too_long", "near"},
		"bad query":        {url.Values{"q": {"M\xfcnchen"}}, "invalid_encoding", "q"},
		"bad place":        {url.Values{"near": {"\xff"}}, "invalid_encoding", "near"},
		"bad filter":       {url.Values{"region": {"a", "\xc3"}}, "invalid_encoding", "region"},
		"many values":      {url.Values{"need": many}, "too_many_values", "need"},
		"limit zero":       {url.Values{"limit": {"0"}}, "out_of_range", "limit"},
		"limit high":       {url.Values{"limit": {"101"}}, "out_of_range", "limit"},
		"limit words":      {url.Values{"limit": {"ten"}}, "out_of_range", "limit"},
		"limit overflow":   {url.Values{"limit": {"99999999999999999999"}}, "out_of_range", "limit"},
		"offset negative":  {url.Values{"offset": {"-1"}}, "out_of_range", "offset"},
		"offset high":      {url.Values{"offset": {"10001"}}, "out_of_range", "offset"},
		"radius negative":  {url.Values{"radius_km": {"-1"}}, "out_of_range", "radius_km"},
		"radius high":      {url.Values{"radius_km": {"1001"}}, "out_of_range", "radius_km"},
		"radius none":      {url.Values{"radius_km": {"NaN"}}, "out_of_range", "radius_km"},
		"radius unbounded": {url.Values{"radius_km": {"Inf"}}, "out_of_range", "radius_km"},
	} {
		for _, lang := range []string{"de", "en"} {
			t.Run(name+" "+lang, func(t *testing.T) {
				c.values.Set("lang", lang)
				_, err := ParseRequest(c.values)
				var problem *InputError
				if !errors.As(err, &problem) || problem.Code != c.code || problem.Field != c.field {
					t.Fatalf("error = %v, want %s of %s", err, c.code, c.field)
				}
				if problem.Problem == "" || problem.Fix == "" || strings.Contains(problem.Error(), "%!") {
					t.Errorf("the error does not speak: %q", problem.Error())
				}
			})
		}
	}
}

func TestLimitsThemselvesAreAllowed(t *testing.T) {
	values := url.Values{"q": {strings.Repeat("ä", MaxQueryRunes)}, "limit": {"1"}, "offset": {"0"}, "radius_km": {"1000"}}
	if _, err := ParseRequest(values); err != nil {
		t.Error(err)
	}
}

// TestRequestSurvivesItsURL goes from a request to its parameters and back,
// through the text of a URL.
func TestRequestSurvivesItsURL(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string {
			return strings.TrimSpace(rapid.StringN(0, 40, -1).Draw(t, name))
		}
		r := Request{
			Query: text("q"), Near: text("near"), Anywhere: rapid.Bool().Draw(t, "anywhere"),
			RadiusKm: rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, MaxRadiusKm)).Draw(t, "radius"),
			Lang:     rapid.SampledFrom([]string{"de", "en"}).Draw(t, "lang"),
			Limit:    rapid.IntRange(1, MaxLimit).Draw(t, "limit"), Offset: rapid.IntRange(0, MaxOffset).Draw(t, "offset"),
		}
		for _, name := range FilterNames {
			values := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-zA-Z0-9&=%+äß_-]{1,8}`), 0, 4, rapid.ID[string]).Draw(t, name)
			if len(values) > 0 {
				*r.filter(name) = values
			}
		}
		values, err := url.ParseQuery(r.Values().Encode())
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParseRequest(values)
		if err != nil || !reflect.DeepEqual(back, r) {
			t.Fatalf("%v: %v\n%+v became\n%+v", values, err, r, back)
		}
	})
}

func TestValuesDoNotShareTheFilters(t *testing.T) {
	r := Request{Regions: []string{"a"}}
	r.Values()["region"][0] = "changed"
	if r.Regions[0] != "a" {
		t.Error("a change of the parameters changed the request")
	}
}
