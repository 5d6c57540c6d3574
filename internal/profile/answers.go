package profile

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Ended reports whether the network exists no more under its name: merged,
// renamed or dissolved. A network without a stated status has not ended.
func (n *Network) Ended() bool {
	return n.Status == Merged || n.Status == Renamed || n.Status == Dissolved
}

// Summary returns the summary in the language of the tag lang ("en", "en-GB"),
// the German one for any other language or when there is no English one.
func (n *Network) Summary(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	if strings.EqualFold(base, "en") && n.SummaryEN != "" {
		return n.SummaryEN
	}
	return n.SummaryDE
}

// SourcesFor returns the sources that state the fact under key ("founded",
// "summary_de"), in the order of the record, or nil when none names it.
func (n *Network) SourcesFor(key string) []Source {
	var found []Source
	for _, s := range n.Sources {
		if s.names(key) {
			found = append(found, s)
		}
	}
	return found
}

var nonKey = regexp.MustCompile(`[^a-z_]+`)

// names looks for key among the words of each entry of For, because an entry
// may carry a remark: "founded (10 Jahre)", "28 members in 2019".
func (s Source) names(key string) bool {
	for _, entry := range s.For {
		words := nonKey.Split(entry, -1)
		if entry == "all" || slices.Contains(words, key) {
			return true
		}
		if strings.HasPrefix(key, "summary_") && slices.Contains(words, "summary") {
			return true
		}
	}
	return false
}

var yearNumber = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// LastSeen returns the newest year that the sources' dates, the activities or
// the count of members name, or 0 when they name none.
func (n *Network) LastSeen() (year int) {
	for _, s := range n.Sources {
		for _, digits := range yearNumber.FindAllString(s.Seen, -1) {
			y, _ := strconv.Atoi(digits) // four digits by the pattern
			year = max(year, y)
		}
	}
	for _, a := range n.Activities {
		year = max(year, a.Year)
	}
	if n.Members != nil {
		year = max(year, n.Members.AsOf)
	}
	return year
}

// Host returns the host name of the source without "www." and port, or "" when
// the address does not parse.
func (s Source) Host() string {
	u, err := url.Parse(s.URL)
	if err != nil {
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	return strings.TrimPrefix(host, "www.")
}

// Shorten cuts a text at the last blank before limit characters and says so by "…";
// a text that is not longer stays as it is.
func Shorten(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	short := string(runes[:limit])
	if blank := strings.LastIndexByte(short, ' '); blank > 0 {
		short = short[:blank]
	}
	return strings.TrimRight(short, " ,;:–") + "\u00a0…"
}
