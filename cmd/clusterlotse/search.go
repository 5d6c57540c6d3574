package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"

	"clusterlotse/internal/api"
	"clusterlotse/internal/search"
)

type searchCmd struct {
	Query      []string `arg:"" optional:"" help:"What to search for; nothing lists all networks."`
	Kind       []string `help:"Only these kinds by id (see above)." placeholder:"ID"`
	Region     []string `help:"Only these regions by id." placeholder:"ID"`
	Industry   []string `help:"Only these industries by id." placeholder:"ID"`
	Technology []string `help:"Only these technologies by id." placeholder:"ID"`
	Need       []string `help:"Only these needs by id." placeholder:"ID"`
	Phase      []string `help:"Only these founders' phases: idea, pre-seed, seed, growth." placeholder:"ID"`
	Near       string   `help:"Place or postcode; near networks come first."`
	RadiusKm   string   `help:"Only networks within this distance of --near."`
	Lang       string   `help:"Language of the answer and of faults in the request: de or en." enum:"de,en" default:"de"`
	Limit      string   `help:"Number of hits." default:"10"`
	Offset     string   `help:"Hits to pass over." default:"0"`
	JSON       bool     `help:"Print the answer of the API."`
}

// idsHelp stands in the help of all commands that take ids.
const idsHelp = "Kinds, regions, technologies, industries, needs and phases are named by their ids. " +
	"All ids stand under \"facets\" in what 'clusterlotse search --json' prints. " +
	"On the pages of a server, /technologies, /industries and /needs list them: the id ends the address of each."

// Help tells where the ids are.
func (c *searchCmd) Help() string { return idsHelp }

// Run searches and prints the hits.
func (c *searchCmd) Run(ctx context.Context, s *streams, cmds *commands) error {
	r, err := search.ParseRequest(c.values())
	if err != nil {
		return usage(err)
	}
	return withMemoryApp(ctx, cmds.Source, func(a *app) error {
		result, err := a.engine.Search(ctx, r)
		if err != nil {
			return usage(err)
		}
		if c.JSON {
			return printJSON(s.out, api.SearchAnswer(result, r.Lang))
		}
		printResult(s.out, result, &r)
		return nil
	})
}

// values brings the flags into the form that the one parser reads.
func (c *searchCmd) values() url.Values {
	v := url.Values{
		"q": {strings.Join(c.Query, " ")}, "near": {c.Near}, "radius_km": {c.RadiusKm}, "lang": {c.Lang},
		"limit": {c.Limit}, "offset": {c.Offset},
		"kind": c.Kind, "region": c.Region, "industry": c.Industry, "technology": c.Technology, "need": c.Need, "phase": c.Phase,
	}
	return v
}

func printResult(w io.Writer, result *search.Result, r *search.Request) {
	fmt.Fprintln(w, plural(r.Lang, result.Total, "Netzwerk", "Netzwerke", "network", "networks"))
	for i, h := range result.Hits {
		n := h.Network
		fmt.Fprintf(w, "\n%2d. %s  [%s]\n", r.Offset+i+1, n.Name, n.ID)
		line := strings.Trim(n.City+", "+n.Region, ", ")
		if h.DistanceKm >= 0 {
			line += fmt.Sprintf(", %.0f km", h.DistanceKm)
		}
		if n.Ended() {
			line += ended(h, r.Lang)
		}
		if line != "" {
			fmt.Fprintln(w, "    "+line)
		}
		for _, why := range h.Why {
			fmt.Fprintln(w, "    "+why)
		}
	}
	if len(result.Understood.Missing) > 0 {
		label := map[string]string{"de": "In keinem Profil: ", "en": "In no profile: "}[r.Lang]
		fmt.Fprintln(w, "\n"+label+strings.Join(result.Understood.Missing, ", "))
	}
	printWaysOut(w, result)
}

// printWaysOut prints what to do when little was found.
func printWaysOut(w io.Writer, result *search.Result) {
	if result.Absent != "" {
		fmt.Fprintln(w, "\n"+result.Absent)
	}
	for _, a := range result.Alternatives {
		if a.Network != nil {
			fmt.Fprintf(w, "  → %s  [%s]\n", a.Text, a.Network.ID)
			continue
		}
		fmt.Fprintf(w, "  → %s (%d)  ?%s\n", a.Text, a.Count, a.Query)
	}
}

func ended(h search.Hit, lang string) string {
	text := map[string]string{"de": " (beendet", "en": " (ended"}[lang]
	if h.Successor != nil {
		text += " → " + h.Successor.Name
	}
	return text + ")"
}

// plural words a number of things in German or English.
func plural(lang string, n int, oneDE, manyDE, oneEN, manyEN string) string {
	one, many := oneDE, manyDE
	if lang == "en" {
		one, many = oneEN, manyEN
	}
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
