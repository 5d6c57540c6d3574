package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"clusterlotse/internal/match"
	"clusterlotse/internal/relevance"
)

type fitCmd struct {
	Companies []string `help:"Judged companies, one JSON object a line; may be given several times." placeholder:"FILE" required:""`
	Folds     int      `help:"Parts of the cross-validation." default:"5"`
	Rounds    int      `help:"How often each number is tried at most." default:"4"`
	Steps     int      `help:"How many random steps follow." default:"300"`
	Out       string   `help:"Write the model to this file." placeholder:"FILE"`
	Cases     string   `help:"Write the experience that was learnt to this file." placeholder:"FILE"`
}

// Run fits the numbers of the matching, prints what they reach on companies that
// they were not fitted on, and writes the model.
func (c *fitCmd) Run(ctx context.Context, s *streams, cmds *commands) error {
	companies, sizes, err := c.read()
	if err != nil {
		return err
	}
	if err := c.validate(len(companies)); err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	return withMemoryApp(ctx, cmds.Source, func(a *app) error {
		f, err := c.fit(ctx, s.err, a, companies)
		if err != nil {
			return err
		}
		f.print(s.out)
		c.printSets(s.out, sizes, f.validated.Held)
		return c.write(s.out, f)
	})
}

// read reads the companies of all files, and says how many each has.
func (c *fitCmd) read() (companies []relevance.Company, sizes []int, err error) {
	for _, name := range c.Companies {
		more, err := readFile(name, relevance.ReadCompanies)
		if err != nil {
			return nil, nil, err
		}
		companies, sizes = append(companies, more...), append(sizes, len(more))
	}
	return companies, sizes, nil
}

// validate holds the flags to the number of companies.
func (c *fitCmd) validate(companies int) error {
	switch {
	case c.Folds < 2 || c.Folds > companies:
		return fmt.Errorf("--folds must be a number from 2 to that of the companies, %d", companies)
	case c.Rounds < 1:
		return errors.New("--rounds must be a number from 1")
	case c.Steps < 0:
		return errors.New("--steps must be a number from 0")
	}
	return nil
}

// fitted is a model with what it was fitted on and what it reaches.
type fitted struct {
	model     match.Model
	cases     []match.Case
	validated *relevance.Validated
	reached   *relevance.CompanyScores
}

// fit learns the experience of the companies, validates the fit and fits the model.
func (c *fitCmd) fit(ctx context.Context, progress io.Writer, a *app, companies []relevance.Company) (*fitted, error) {
	bench := relevance.NewBench(a.matcher.Corpus, companies, "de", a.gazetteer)
	cases, err := bench.Learn()
	if err != nil {
		return nil, err
	}
	a.matcher.Remember(cases)
	fit := &relevance.Fit{
		Bench: bench, Start: match.StartModel(), Folds: c.Folds, Rounds: c.Rounds, Steps: c.Steps, Progress: progress,
	}
	f := &fitted{cases: cases}
	if f.validated, err = fit.CrossValidate(ctx); err != nil {
		return nil, err
	}
	if f.model, f.reached, err = fit.All(ctx); err != nil {
		return nil, err
	}
	f.model.Version, f.model.Fit = time.Now().Format(time.DateOnly), c.summary(len(companies), &f.validated.Mean)
	return f, nil
}

// summary says on what the model was fitted and how well it does on companies
// that it has not seen.
func (c *fitCmd) summary(n int, mean *relevance.CompanyScores) string {
	var names []string
	for _, name := range c.Companies {
		names = append(names, filepath.Base(name))
	}
	return fmt.Sprintf("coordinate ascent on %d companies of %s; by %d-fold cross-validation nDCG@10 %.3f, MRR %.3f, hit@5 %.3f, hit@10 %.3f",
		n, strings.Join(names, ", "), c.Folds, mean.NDCG10, mean.MRR, mean.Hit5, mean.Hit10)
}

// print writes the figures as a table.
func (f *fitted) print(w io.Writer) {
	fmt.Fprintf(w, "%-32s %4s %8s %6s %6s %6s\n", "companies", "n", "nDCG@10", "MRR", "hit@5", "hit@10")
	printScores(w, "first guesses", &f.validated.Start)
	for i := range f.validated.Folds {
		printScores(w, fmt.Sprintf("held out, fold %d", i+1), &f.validated.Folds[i])
	}
	printScores(w, "held out, mean", &f.validated.Mean)
	printScores(w, "fitted on all (too good)", f.reached)
}

// printSets prints the held-out figures of each file.
func (c *fitCmd) printSets(w io.Writer, sizes []int, held []relevance.CompanyOutcome) {
	for i, n := range sizes {
		printScores(w, "held out, "+filepath.Base(c.Companies[i]), relevance.Mean(held[:n]))
		held = held[n:]
	}
}

func printScores(w io.Writer, name string, s *relevance.CompanyScores) {
	fmt.Fprintf(w, "%-32s %4d %8.3f %6.3f %6.3f %6.3f\n", name, s.N, s.NDCG10, s.MRR, s.Hit5, s.Hit10)
}

// write writes the experience where a file is named for it, and the model, without
// one for all to see.
func (c *fitCmd) write(w io.Writer, f *fitted) error {
	if c.Cases != "" {
		var b bytes.Buffer
		if err := match.WriteCases(&b, f.cases); err != nil {
			return err
		}
		if err := os.WriteFile(c.Cases, b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	raw, err := f.model.JSON()
	if err != nil {
		return err
	}
	if c.Out == "" {
		_, err = w.Write(raw)
		return err
	}
	if err := os.WriteFile(c.Out, raw, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "wrote %s\n", c.Out)
	return err
}
