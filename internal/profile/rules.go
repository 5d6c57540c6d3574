package profile

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

const firstYear, lastYear = 1500, 2100

var (
	kinds       = []Kind{StateNetwork, ClusterInitiative, StateAgency, StartupContact, Alliance, CompetenceCentre}
	statuses    = []Status{Active, Merged, Renamed, Dissolved}
	reaches     = []Reach{Regional, Statewide, CrossBorder, National, International}
	phases      = []Phase{Idea, PreSeed, Seed, Growth}
	confidences = []string{"high", "medium", "low"}
	regions     = []string{
		"Stuttgart", "Heilbronn-Franken", "Ostwürttemberg", "Mittlerer Oberrhein",
		"Rhein-Neckar", "Nordschwarzwald", "Südlicher Oberrhein",
		"Schwarzwald-Baar-Heuberg", "Hochrhein-Bodensee", "Neckar-Alb",
		"Donau-Iller", "Bodensee-Oberschwaben",
	}
)

// Kinds returns every Kind, in the order to show them. The caller owns it.
func Kinds() []Kind { return slices.Clone(kinds) }

var (
	slug     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	postcode = regexp.MustCompile(`^[0-9]{5}$`)
	phone    = regexp.MustCompile(`\+49|\b0\d{2,5}[ /-]\d{3,}`)
	mailbox  = regexp.MustCompile(`[\w.+-]+@[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}`)
)

// generalMailboxes are the local parts that stand for an organisation. A local
// part that its own host name contains is general as well.
var generalMailboxes = []string{
	"anfrage", "cluster", "contact", "geschaeftsstelle", "gmbh", "gruenden", "hallo",
	"hello", "hi", "info", "kontakt", "mail", "netzwerk", "office", "post",
	"poststelle", "sekretariat", "service", "startup", "team", "verein",
	"welcome", "willkommen", "zentrale",
}

// A rule returns what is wrong with a value and how to mend it, or two empty
// strings.

func checkText(s string) (problem, fix string) {
	switch {
	case s == "":
		return "is empty", "leave it out"
	case strings.TrimSpace(s) != s:
		return "begins or ends with a space", "remove it"
	case strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar }):
		return "has a line break or another character that does not print", "write one line of plain text"
	}
	return "", ""
}

func checkImpersonal(s string) (problem, fix string) {
	if found := phone.FindString(s); found != "" {
		return "looks like a telephone number: " + found, "leave the number out"
	}
	return checkNoMailbox(s)
}

func checkNoMailbox(s string) (problem, fix string) {
	if found := mailbox.FindString(s); found != "" {
		return "has a mail address: " + found, "leave it out, or move a general one to email"
	}
	return "", ""
}

func checkAddress(s string) (problem, fix string) {
	const full = "write a full address such as https://example.org/page"
	u, err := url.Parse(s)
	switch {
	case err != nil || strings.Contains(s, " "):
		return "is no web address", full
	case u.Scheme != "http" && u.Scheme != "https":
		return "does not begin with http:// or https://", full
	case u.Hostname() == "":
		return "has no host", full
	case u.User != nil:
		return "has a user name in it", "leave the user name out"
	}
	return "", ""
}

func checkEmail(s string) (problem, fix string) {
	const fixAddress = "write a general address such as info@example.org"
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s {
		return "is no plain mail address", fixAddress
	}
	local, host, _ := strings.Cut(strings.ToLower(s), "@")
	if !slices.Contains(generalMailboxes, local) && !strings.Contains(host, local) {
		return "is not known as a general address", fixAddress + ", or leave it out"
	}
	return "", ""
}

func checkYear(year int) (problem, fix string) {
	if year < firstYear || year > lastYear {
		return "is no year from 1500 to 2100", "write the year in four digits"
	}
	return "", ""
}

// oneOf is the rule for a value from a fixed list.
func oneOf[T ~string](value T, allowed []T) (problem, fix string) {
	if slices.Contains(allowed, value) {
		return "", ""
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = string(a)
	}
	return "unknown value " + quote(string(value)), "write one of " + strings.Join(names, ", ")
}
