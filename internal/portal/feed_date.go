package portal

import (
	"regexp"
	"strconv"
	"time"

	"clusterlotse/internal/profile"
)

/*
Two dates belong to an entry of a feed, and neither may say more than is known.

The date of the facts is the newest that the record names, and most records name
a year or a month only. It stands in dc:date, whose form (W3C-DTF) allows just
that: 2024, 2024-10 or 2024-10-18. Guesses such as "ca. 2024" are no date.

atom:updated must be an instant, and Atom means by it when the entry was changed,
not how old its facts are. Where the record keeper knows, it is that; else it is
when this set of profiles was published. A year is never stretched to its first
of January.
*/

var exactDate = regexp.MustCompile(`^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$`)

// newestDate returns the newest date that the record states exactly, to the
// year, month or day as it stands there, or "" when it states none. Dates after
// the year last, which a plan may name, do not count; 0 takes all.
func newestDate(n *profile.Network, last int) string {
	newest := ""
	take := func(date string) {
		if !exactDate.MatchString(date) || date <= newest {
			return
		}
		if year, _ := strconv.Atoi(date[:4]); last == 0 || year <= last {
			newest = date
		}
	}
	for _, s := range n.Sources {
		take(s.Seen)
	}
	for _, a := range n.Activities {
		take(number(a.Year))
	}
	if n.Members != nil {
		take(number(n.Members.AsOf))
	}
	return newest
}

// changed is when the record of that id was last changed, zero where nobody
// knows.
func (p *Portal) changed(id string) time.Time {
	if p.Changed != nil {
		if at, ok := p.Changed(id); ok {
			return at
		}
	}
	return time.Time{}
}

// updated is the instant an entry of a feed carries.
func (p *Portal) updated(id string) time.Time {
	if at := p.changed(id); !at.IsZero() {
		return at
	}
	return p.Released
}
