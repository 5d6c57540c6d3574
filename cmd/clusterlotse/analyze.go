package main

import (
	"context"
	"fmt"
	"strings"

	"clusterlotse/index/german"
)

type analyzeCmd struct {
	Text []string `arg:"" help:"The text."`
	Lang string   `help:"Language of the text." enum:"de,en,fr" default:"de"`
	JSON bool     `help:"Print the tokens as JSON."`
}

// analyzedToken is a token as analyze prints it; start and end are byte offsets
// into the text, parts the pieces of a compound.
type analyzedToken struct {
	Text  string   `json:"text"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Term  string   `json:"term"`
	Parts []string `json:"parts"`
}

// Run prints the token stream of the text.
func (c *analyzeCmd) Run(_ context.Context, s *streams, cmds *commands) error {
	fsys, err := sourceFS(cmds.Source)
	if err != nil {
		return err
	}
	analyzer, err := loadAnalyzer(fsys)
	if err != nil {
		return inSource(cmds.Source, err)
	}
	tokens := []analyzedToken{}
	for _, t := range analyzer.Analyze(strings.Join(c.Text, " "), german.Language(c.Lang)) {
		token := analyzedToken{Text: t.Text, Start: t.Start, End: t.End, Term: t.Term}
		for _, p := range t.Parts {
			token.Parts = append(token.Parts, p.Text)
		}
		tokens = append(tokens, token)
	}
	if c.JSON {
		return printJSON(s.out, map[string]any{"tokens": tokens})
	}
	for _, t := range tokens {
		fmt.Fprintf(s.out, "%4d-%-4d %-30s %-24s %s\n", t.Start, t.End, t.Text, t.Term, strings.Join(t.Parts, " | "))
	}
	return nil
}
