package portal

import (
	"testing"

	"clusterlotse/internal/profile"
)

func TestAge(t *testing.T) {
	p := &Portal{Config: Config{DataDate: "2026"}}
	for _, c := range []struct {
		seen []string
		want string
	}{
		{nil, ""}, {[]string{""}, "unknown"}, {[]string{"undated"}, "unknown"}, {[]string{"2023"}, ""},
		{[]string{"2022"}, "old"}, {[]string{"2016", "Mai 2025"}, ""}, {[]string{"undated", "2019/2020"}, "old"},
	} {
		var sources []profile.Source
		for _, seen := range c.seen {
			sources = append(sources, profile.Source{Seen: seen})
		}
		if got := p.age(sources); got != c.want {
			t.Errorf("%q: %q, want %q", c.seen, got, c.want)
		}
	}
	p.DataDate = ""
	if got := p.age([]profile.Source{{Seen: "1999"}}); got != "" {
		t.Errorf("without a date of the data: %q", got)
	}
}
