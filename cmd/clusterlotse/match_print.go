package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// matchWords are the words around an outcome in the terminal, German and English.
var matchWords = map[string][2]string{
	"understood": {"Verstanden: ", "Understood: "},
	"excluded":   {"Ausgeschlossen: ", "Ruled out: "},
	"unknown":    {"Nicht verstanden: ", "Not understood: "},
	"employees":  {"Beschäftigte", "employees"},
	"portfolio":  {"Zusammen decken den Bedarf ab", "Together they cover what you ask for"},
	"open":       {"Offen bleibt: ", "Still open: "},
	"contact":    {"Fragen Sie dort: ", "Ask there: "},
}

func matchWord(key, lang string) string {
	if lang == "en" {
		return matchWords[key][1]
	}
	return matchWords[key][0]
}

// printOutcome prints what the match page shows: what was understood, the
// networks with a sentence, reasons and gaps, the portfolio, and whom to ask.
func printOutcome(w io.Writer, out *match.Outcome, lang string) {
	u := out.Understood
	var understood []string
	for _, c := range u.Concepts {
		if !slices.Contains(understood, c.Label) { // a technology and an industry may share a name
			understood = append(understood, c.Label)
		}
	}
	if u.Place != nil {
		understood = append(understood, u.Place.Name)
	}
	if u.Size != "" {
		understood = append(understood, u.Size+" "+matchWord("employees", lang))
	}
	printList(w, matchWord("understood", lang), understood)
	printList(w, matchWord("excluded", lang), labels(u.Excluded))
	printList(w, matchWord("unknown", lang), u.Unknown)
	for _, note := range u.Notes {
		fmt.Fprintln(w, note)
	}
	for i, m := range out.Matches {
		printMatch(w, i+1, m)
	}
	printPortfolio(w, out, lang)
	if out.Contact != nil {
		fmt.Fprintf(w, "\n%s%s  [%s]\n", matchWord("contact", lang), out.Contact.Name, out.Contact.ID)
	}
}

// printList prints nothing for an empty list.
func printList(w io.Writer, lead string, values []string) {
	if len(values) > 0 {
		fmt.Fprintln(w, lead+strings.Join(values, ", "))
	}
}

func labels(concepts []search.Concept) []string {
	var list []string
	for _, c := range concepts {
		list = append(list, c.Label)
	}
	return list
}

func printMatch(w io.Writer, number int, m match.Match) {
	fmt.Fprintf(w, "\n%2d. %s  [%s]  %.0f %%\n", number, m.Network.Name, m.Network.ID, 100*m.Score)
	if m.Sentence != "" {
		fmt.Fprintln(w, "    "+m.Sentence)
	}
	for _, r := range m.Reasons {
		fmt.Fprintf(w, "    %4.1f %%  %s\n            %s\n", 100*r.Score, r.Text, profile.Shorten(r.Evidence, 90))
	}
	for _, missing := range m.Missing {
		fmt.Fprintln(w, "       –    "+missing)
	}
}

func printPortfolio(w io.Writer, out *match.Outcome, lang string) {
	if len(out.Portfolio) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", matchWord("portfolio", lang))
	for _, p := range out.Portfolio {
		fmt.Fprintf(w, "  • %s: %s\n", p.Network.Name, strings.Join(covers(p), ", "))
	}
	printList(w, "  "+matchWord("open", lang), labels(out.Open))
}

// covers are the concepts that a network brings, each with the broader one by
// which it does.
func covers(p match.Part) []string {
	var list []string
	for _, c := range p.Covers {
		label := c.Label
		if c.As != "" {
			label += " (" + c.As + ")"
		}
		list = append(list, label)
	}
	return list
}
