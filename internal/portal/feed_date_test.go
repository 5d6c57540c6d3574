package portal

import (
	"strconv"
	"testing"

	"clusterlotse/internal/profile"
)

// TestNewestDate: the newest exact date, as exactly as it stands there and no
// more; guesses and plans are none.
func TestNewestDate(t *testing.T) {
	seen := func(dates ...string) *profile.Network {
		n := &profile.Network{}
		for _, d := range dates {
			n.Sources = append(n.Sources, profile.Source{Seen: d})
		}
		return n
	}
	dated := seen("2019")
	dated.Activities = []profile.Activity{{Year: 2023}, {Year: 2030}}
	dated.Members = &profile.Members{Count: 9, AsOf: 2024}
	for _, c := range []struct {
		n    *profile.Network
		want string
	}{
		{seen(), ""}, {seen("undated", "ca. 2024", "2020/21", "2024 (undated)"), ""}, {seen("2021"), "2021"},
		{seen("2021", "2021-03"), "2021-03"}, {seen("2021-03-09", "2021-03"), "2021-03-09"}, {seen("2022", "2021-12-31"), "2022"},
		{seen("2021-13", "2021-02-40", "ca. 2025"), ""}, {seen("2027", "2025-01"), "2025-01"}, {dated, "2024"},
	} {
		if got := newestDate(c.n, 2026); got != c.want {
			t.Errorf("%+v: %q, want %q", c.n.Sources, got, c.want)
		}
	}
	if got := newestDate(seen("2027"), 0); got != "2027" {
		t.Errorf("without a last year %q", got)
	}
}

// TestSitemapParts: past the limit an index names parts that hold every page
// once.
func TestSitemapParts(t *testing.T) {
	var pages []indexable
	for i := range 5 {
		pages = append(pages, indexable{path: "/p" + strconv.Itoa(i)})
	}
	index, ok := sitemapFile("https://x", pages, "", 4).(sitemapIndex)
	if !ok || len(index.Parts) != 3 || index.Parts[2].Location != "https://x/sitemap.xml?part=3" {
		t.Fatalf("index %+v", index)
	}
	seen := map[string]int{}
	for part := range 3 {
		set := sitemapFile("https://x", pages, strconv.Itoa(part+1), 4).(urlSet)
		if len(set.URLs) > 4 {
			t.Errorf("part %d has %d addresses", part+1, len(set.URLs))
		}
		for _, u := range set.URLs {
			seen[u.Location]++
		}
	}
	if len(seen) != 10 || seen["https://x/p4?lang=en"] != 1 {
		t.Errorf("parts hold %v", seen)
	}
	for _, part := range []string{"0", "4", "x", "-1"} {
		if sitemapFile("https://x", pages, part, 4) != nil {
			t.Errorf("there is a part %s", part)
		}
	}
	if _, ok := sitemapFile("https://x", pages, "", 10).(urlSet); !ok {
		t.Error("splits a file that is not too long")
	}
}
