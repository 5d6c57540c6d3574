package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"clusterlotse/internal/relevance"
	"clusterlotse/internal/search"
)

type evaluateCmd struct {
	Queries   string `help:"Judged queries, one JSON object a line." placeholder:"FILE"`
	Companies string `help:"Judged companies, one JSON object a line." placeholder:"FILE"`
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
			if board.Queries, err = relevance.EvaluateQueries(ctx, queries, a.rankQuery); err != nil {
				return err
			}
		}
		if c.Companies != "" {
			if board.Companies, err = relevance.EvaluateCompanies(ctx, companies, a.rankCompany); err != nil {
				return err
			}
		}
		if c.JSON {
			return printJSON(s.out, board)
		}
		board.Print(s.out)
		return nil
	})
}

func (c *evaluateCmd) read() (queries []relevance.Query, companies []relevance.Company, err error) {
	if queries, err = readFile(c.Queries, relevance.ReadQueries); err != nil {
		return nil, nil, err
	}
	companies, err = readFile(c.Companies, relevance.ReadCompanies)
	return queries, companies, err
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

// rankQuery returns what a user of the search box sees, as far as measured.
func (a *app) rankQuery(ctx context.Context, query string) ([]string, error) {
	result, err := a.engine.Search(ctx, search.Request{Query: query, Lang: "de", Limit: search.DefaultLimit})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, h := range result.Hits {
		ids = append(ids, h.Network.ID)
	}
	return ids, nil
}

// rankCompany returns the networks named to a company.
func (a *app) rankCompany(ctx context.Context, c *relevance.Company) ([]string, error) {
	out, err := a.matcher.Match(ctx, c.Request(a.knowsPlace))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, m := range out.Matches {
		ids = append(ids, m.Network.ID)
	}
	return ids, nil
}
