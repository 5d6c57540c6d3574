package relevance

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNDCG(t *testing.T) {
	for _, tt := range []struct {
		name    string
		ranking []string
		grades  map[string]int
		want    float64
	}{
		{"ideal", []string{"a", "b"}, map[string]int{"a": 3, "b": 1}, 1},
		{"nothing found", nil, map[string]int{"a": 3}, 0},
		{"nothing judged", []string{"a"}, nil, 0},
		{"second place", []string{"x", "a"}, map[string]int{"a": 3}, 1 / math.Log2(3)},
		{"behind the cut", strings.Split("abcdefghijk", ""), map[string]int{"k": 3}, 0},
	} {
		if got := NDCG(tt.ranking, tt.grades); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestNDCGIsBetweenZeroAndOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.StringMatching("[a-m]"), 1, 12, rapid.ID[string]).Draw(t, "ids")
		grades := rapid.MapOf(rapid.StringMatching("[a-m]"), rapid.IntRange(0, 3)).Draw(t, "grades")
		if got := NDCG(ids, grades); got < 0 || got > 1+1e-9 {
			t.Fatalf("NDCG = %v", got)
		}
	})
}

func TestMean(t *testing.T) {
	companies, err := ReadCompanies(strings.NewReader(
		`{"id":"one","relevant":[{"network_id":"a","grade":3},{"network_id":"c","grade":0}],"memberships":[{"network_id":"b"}]}
{"id":"two","relevant":[{"network_id":"b","grade":2}]}
{"id":"three","relevant":[{"network_id":"b","grade":0}],"memberships":[{"network_id":"c"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	var outcomes []CompanyOutcome
	for i := range companies {
		y := companies[i].yardstick()
		outcomes = append(outcomes, y.outcome([]string{"a", "b"}))
	}
	want := CompanyScores{N: 3, NDCG10: (1 + 1/math.Log2(3)) / 3, MRR: 0.25, Hit1: 0, Hit5: 0.5, Hit10: 0.5}
	if got := Mean(outcomes); *got != want {
		t.Errorf("got %+v, want %+v", *got, want)
	}
	if got := Mean(nil); *got != (CompanyScores{}) {
		t.Errorf("of nothing: %+v", *got)
	}
}

func TestCompanySpeaks(t *testing.T) {
	companies, err := ReadCompanies(strings.NewReader(
		`{"id":"both","profile_de":"p","profile_en":"q","needs_de":["n"],"needs_en":["m","o"],"city":"Ulm"}
{"id":"german","profile_de":"p","city":"Nirgendwoheim"}
{"id":"needs","needs_en":["m"]}`))
	if err != nil {
		t.Fatal(err)
	}
	g := realHouse(t).gazetteer
	for _, tt := range []struct {
		lang  string
		ids   []string
		texts []string
	}{{"de", []string{"both", "german"}, []string{"p\nn", "p"}}, {"en", []string{"both", "needs"}, []string{"q\nm\no", "m"}}} {
		list := Speaking(companies, tt.lang)
		if len(list) != len(tt.ids) {
			t.Fatalf("%s: %+v", tt.lang, list)
		}
		for i := range list {
			r := list[i].Request(tt.lang, g)
			place := map[bool]string{true: "Ulm"}[list[i].ID == "both"]
			if list[i].ID != tt.ids[i] || r.Lang != tt.lang || r.Company.Text != tt.texts[i] || r.Company.Place != place || !r.LeaveOut[tt.ids[i]] {
				t.Errorf("%s: %s asks %+v", tt.lang, list[i].ID, r)
			}
		}
	}
	if got := Speaking(companies[1:2], "en"); got != nil {
		t.Errorf("got %+v", got)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	if _, err := ReadQueries(strings.NewReader("{}\n{")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

func TestExpose(t *testing.T) {
	first := []string{"a", "b"}
	got := Expose([]string{"a", "b", "c", "d"}, []CompanyOutcome{{Ranking: first}, {Ranking: []string{"a", "elsewhere"}}, {}})
	if got.Networks != 4 || got.Shown != 2 || got.Coverage() != 0.5 {
		t.Errorf("got %+v", got)
	}
	// Shares 0, 0, 1, 2: the mean difference of all pairs is 1, twice the mean is 1.5.
	if want := (2*11.0)/(4*3) - 5.0/4; math.Abs(got.Gini-want) > 1e-12 {
		t.Errorf("Gini %v, want %v", got.Gini, want)
	}
	for name, tt := range map[string]struct {
		counts []int
		want   float64
	}{"nothing": {[]int{0, 0}, 0}, "even": {[]int{3, 3, 3}, 0}, "one takes all": {[]int{0, 0, 0, 8}, 0.75}} {
		if got := gini(tt.counts); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
