package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"clusterlotse/internal/relevance"
)

type evaluateCmd struct {
	Queries   string `help:"Judged queries, one JSON object a line." placeholder:"FILE"`
	Companies string `help:"Judged companies, one JSON object a line." placeholder:"FILE"`
	Lang      string `help:"Language that the companies ask in; those without a text in it are left out." enum:"de,en" default:"de"`
	Ablate    bool   `help:"Measure what each part of the rankings brings."`
	JSON      bool   `help:"Print the scoreboard as JSON."`
}

// Run measures and prints the scoreboard.
func (c *evaluateCmd) Run(ctx context.Context, s *streams, cmds *commands) error {
	if c.Queries == "" && c.Companies == "" {
		return fmt.Errorf("%w: evaluate needs --queries or --companies", errUsage)
	}
	queries, companies, err := c.read()
	if err != nil {
		return err
	}
	return withMemoryApp(ctx, cmds.Source, func(a *app) error {
		if c.Ablate {
			return c.ablate(ctx, s, a, queries, companies)
		}
		var board relevance.Scoreboard
		if c.Queries != "" {
			if board.Queries, err = relevance.EvaluateQueries(ctx, queries, a.engine); err != nil {
				return err
			}
		}
		if c.Companies != "" {
			outcomes, err := c.bench(a, companies).Run(ctx, a.matcher.Model())
			if err != nil {
				return err
			}
			board.Companies = relevance.Mean(outcomes)
		}
		if c.JSON {
			return printJSON(s.out, board)
		}
		board.Print(s.out)
		return nil
	})
}

// read reads both files, of the companies those that speak the language.
func (c *evaluateCmd) read() (queries []relevance.Query, companies []relevance.Company, err error) {
	if queries, err = readFile(c.Queries, relevance.ReadQueries); err != nil {
		return nil, nil, err
	}
	if companies, err = readFile(c.Companies, relevance.ReadCompanies); err != nil {
		return nil, nil, err
	}
	companies = relevance.Speaking(companies, c.Lang)
	if c.Companies != "" && len(companies) == 0 {
		return nil, nil, fmt.Errorf("%s: no company has a text in the language %s", c.Companies, c.Lang)
	}
	return queries, companies, nil
}

func (c *evaluateCmd) bench(a *app, companies []relevance.Company) *relevance.Bench {
	return relevance.NewBench(a.matcher.Corpus, companies, c.Lang, a.gazetteer)
}

// readFile reads a file of judgements, nothing when it has no name.
func readFile[T any](name string, read func(io.Reader) ([]T, error)) ([]T, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return all, nil
}
