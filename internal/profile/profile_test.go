package profile_test

import (
	"slices"
	"testing"

	"clusterlotse/internal/profile"
)

func TestSummaryFallsBackToGerman(t *testing.T) {
	n := profile.Network{SummaryDE: "Netz", SummaryEN: "network"}
	for lang, want := range map[string]string{"en": "network", "EN-gb": "network", "de": "Netz", "fr": "Netz", "": "Netz", "enx": "Netz"} {
		if got := n.Summary(lang); got != want {
			t.Errorf("Summary(%q) = %q, want %q", lang, got, want)
		}
	}
	if got := (&profile.Network{SummaryDE: "Netz"}).Summary("en"); got != "Netz" {
		t.Errorf("without an English summary: %q", got)
	}
}

func TestSourcesForReadsRemarks(t *testing.T) {
	n := profile.Network{Sources: []profile.Source{
		{URL: "https://a.org", For: []string{"founded (10 Jahre)", "summary"}},
		{URL: "https://b.org", For: []string{"28 members in 2019"}},
		{URL: "https://c.org", For: []string{"all"}},
		{URL: "https://d.org"},
	}}
	for key, want := range map[string][]string{
		"founded":    {"a.org", "c.org"},
		"members":    {"b.org", "c.org"},
		"summary_de": {"a.org", "c.org"},
		"city":       {"c.org"},
	} {
		var got []string
		for _, s := range n.SourcesFor(key) {
			got = append(got, s.Host())
		}
		if !slices.Equal(got, want) {
			t.Errorf("SourcesFor(%q) = %v, want %v", key, got, want)
		}
	}
	n.Sources = n.Sources[:2]
	if got := n.SourcesFor("city"); got != nil {
		t.Errorf("want nil when none names the key, got %v", got)
	}
}

func TestLastSeen(t *testing.T) {
	source := func(seen string) profile.Network {
		return profile.Network{Founded: 2030, Sources: []profile.Source{{Seen: seen}}}
	}
	for seen, want := range map[string]int{
		"": 0, "undated": 0, "2020/2024": 2024, "ca. 2018": 2018,
		"2017 (page stamp 2018-06)": 2018, "2019: 140 Partner": 2019, "12019": 0,
	} {
		n := source(seen)
		if got := n.LastSeen(); got != want {
			t.Errorf("seen %q: got %d, want %d", seen, got, want)
		}
	}
	n := source("2019")
	n.Activities = []profile.Activity{{What: "Messe", Year: 2021}}
	if got := n.LastSeen(); got != 2021 {
		t.Errorf("with an activity: %d", got)
	}
	n.Members = &profile.Members{Count: 3, AsOf: 2023}
	if got := n.LastSeen(); got != 2023 {
		t.Errorf("with members: %d", got)
	}
}

func TestHost(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.Example.org:8080/a": "example.org",
		"http://issuu.com./docs":         "issuu.com",
		"https://gründung-bw.de/":        "gründung-bw.de",
		"http://[::1":                    "",
	} {
		if got := (profile.Source{URL: address}).Host(); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
}

func TestEnded(t *testing.T) {
	for status, want := range map[profile.Status]bool{
		"": false, profile.Active: false, profile.Merged: true, profile.Renamed: true, profile.Dissolved: true,
	} {
		n := profile.Network{Status: status}
		if got := n.Ended(); got != want {
			t.Errorf("%q: %v", status, got)
		}
	}
}

func TestValidateWithoutFile(t *testing.T) {
	faults := profile.Validate(&profile.Network{ID: "a", Name: " x", Industries: []string{""}})
	want := []string{
		"name: begins or ends with a space; remove it",
		"industries[0]: is empty; leave it out",
		"kind: is missing; add it",
		"summary_de: is missing; add it",
		"summary_en: is missing; add it",
		"sources: is missing; add it",
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%v", faults)
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"Laser und Optik", 20, "Laser und Optik"},
		{"Laser und Optik", 11, "Laser und\u00a0…"},
		{"Laser, und Optik", 7, "Laser\u00a0…"},
		{"Oberflächentechnik", 5, "Oberf\u00a0…"},
		{"", 5, ""},
	} {
		if got := profile.Shorten(c.text, c.limit); got != c.want {
			t.Errorf("Shorten(%q, %d) = %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}
