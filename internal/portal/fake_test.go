package portal_test

import (
	"context"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// fake answers with what it was given.
type fake struct {
	result   search.Result
	outcome  match.Outcome
	networks map[string]*profile.Network
	redirect map[string]string
	err      error

	appearances []match.Appearance
	lacking     []search.Concept
}

func (f *fake) Search(context.Context, search.Request) (*search.Result, error) {
	return &f.result, f.err
}

func (f *fake) Network(id string) (*profile.Network, string, bool) {
	n, ok := f.networks[id]
	return n, f.redirect[id], ok
}

func (f *fake) Label(scheme, id, _ string) string { return scheme + " " + id }

func (f *fake) Match(context.Context, match.Request) (*match.Outcome, error) {
	return &f.outcome, f.err
}

func (f *fake) Related(context.Context, string, string, int) ([]match.Match, error) {
	return f.outcome.Matches, f.err
}

func (f *fake) Experience(string) (fitting, all int) { return 2, 9 }

func (f *fake) Appearances(context.Context, string, string) ([]match.Appearance, []search.Concept, error) {
	return f.appearances, f.lacking, f.err
}
