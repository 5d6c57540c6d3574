package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"clusterlotse/internal/api"
	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
)

type matchCmd struct {
	Text         []string `arg:"" optional:"" help:"What the company makes and looks for; - reads it from standard input."`
	Technologies []string `help:"Technologies by concept id."`
	Industries   []string `help:"Industries by concept id."`
	Needs        []string `help:"Needs by concept id."`
	Place        string   `help:"Place or postcode."`
	Phase        string   `help:"Founders' phase."`
	Size         string   `help:"Employees: 1-9, 10-49, 50-249 or 250+."`
	Lang         string   `help:"Language of the answer." enum:"de,en" default:"de"`
	Limit        int      `help:"Number of networks." default:"5"`
	JSON         bool     `help:"Print the answer of the API."`
}

// Run matches and prints the networks with their reasons.
func (c *matchCmd) Run(ctx context.Context, s *streams, cmds *commands) error {
	if c.Limit < 1 || c.Limit > match.MaxLimit {
		return fmt.Errorf("%w: --limit must be a number from 1 to %d", errUsage, match.MaxLimit)
	}
	text, err := c.text(s.in)
	if err != nil {
		return err
	}
	r := match.Request{Lang: c.Lang, Limit: c.Limit, Company: profile.Company{
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

// shorten cuts a long text at a blank.
func shorten(s string, runes int) string {
	r := []rune(s)
	if len(r) <= runes {
		return s
	}
	cut := string(r[:runes])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}
