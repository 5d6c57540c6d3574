package relevance

import (
	"context"
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

func TestEvaluateCompanies(t *testing.T) {
	companies, err := ReadCompanies(strings.NewReader(
		`{"id":"one","profile_de":"p","needs_de":["n"],"city":"c","relevant":[{"network_id":"a","grade":3}],"memberships":[{"network_id":"b"}]}
{"id":"two","profile_de":"q","relevant":[{"network_id":"b","grade":2}]}`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := EvaluateCompanies(context.Background(), companies, func(_ context.Context, c *Company) ([]string, error) {
		if c.ID == "one" && (c.Text() != "p\nn" || c.City != "c") {
			t.Errorf("got %+v", c)
		}
		return []string{"a", "b"}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := CompanyScores{N: 2, NDCG10: (1 + 1/math.Log2(3)) / 2, MRR: 0.5, Hit1: 0, Hit5: 1, Hit10: 1}
	if *got != want {
		t.Errorf("got %+v, want %+v", *got, want)
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
