package main

import (
	"context"
	"io"
	"strconv"
	"strings"

	"clusterlotse/internal/api"
	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

type matchCmd struct {
	Text         []string `arg:"" optional:"" help:"What the company makes and looks for; - reads it from standard input."`
	Technologies []string `help:"Technologies by id (see above)." placeholder:"ID"`
	Industries   []string `help:"Industries by id." placeholder:"ID"`
	Needs        []string `help:"Needs by id." placeholder:"ID"`
	Place        string   `help:"Place or postcode."`
	Phase        string   `help:"Founders' phase: idea, pre-seed, seed or growth." placeholder:"ID"`
	Size         string   `help:"Employees: 1-9, 10-49, 50-249 or 250+." placeholder:"RANGE"`
	Lang         string   `help:"Language of the answer and of faults in the request: de or en." enum:"de,en" default:"de"`
	Limit        string   `help:"Number of networks." default:"5"`
	JSON         bool     `help:"Print the answer of the API."`
}

// Help tells where the ids are.
func (c *matchCmd) Help() string { return idsHelp }

// Run matches and prints the networks with their reasons.
func (c *matchCmd) Run(ctx context.Context, s *streams, cmds *commands) error {
	limit, err := strconv.Atoi(c.Limit)
	if err != nil || limit < 1 || limit > match.MaxLimit {
		return usage(search.NewInputError(c.Lang, "out_of_range", "limit", 1, match.MaxLimit))
	}
	text, err := c.text(s.in)
	if err != nil {
		return err
	}
	r := match.Request{Lang: c.Lang, Limit: limit, Company: profile.Company{
		Text: text, Technologies: c.Technologies, Industries: c.Industries, Needs: c.Needs,
		Place: c.Place, Phase: c.Phase, Size: c.Size,
	}}
	return withMemoryApp(ctx, cmds.Source, func(a *app) error {
		out, err := a.matcher.Match(ctx, r)
		if err != nil {
			return usage(err)
		}
		if c.JSON {
			return printJSON(s.out, api.MatchAnswer(out, c.Lang))
		}
		printOutcome(s.out, out, c.Lang)
		return nil
	})
}

func (c *matchCmd) text(in io.Reader) (string, error) {
	if len(c.Text) != 1 || c.Text[0] != "-" {
		return strings.Join(c.Text, " "), nil
	}
	raw, err := io.ReadAll(io.LimitReader(in, 4*match.MaxTextRunes+1))
	return string(raw), err
}
