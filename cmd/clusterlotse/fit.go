package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
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
	var companies []relevance.Company
	var sizes []int // of each file
	for _, name := range c.Companies {
		more, err := readFile(name, relevance.ReadCompanies)
		if err != nil {
			return err
		}
		companies, sizes = append(companies, more...), append(sizes, len(more))
	}
	if c.Folds < 2 || c.Folds > len(companies) {
		return fmt.Errorf("%w: --folds must be a number from 2 to that of the companies, %d", errUsage, len(companies))
	}
	if c.Rounds < 1 {
		return fmt.Errorf("%w: --rounds must be a number from 1", errUsage)
	}
	return withMemoryApp(ctx, cmds.Source, func(a *app) error {
		cases, err := a.matcher.Learn(relevance.Judged(companies, a.knowsPlace), match.StartModel())
		if err != nil {
			return err
		}
		a.matcher.Remember(cases)
		if err := c.writeCases(cases); err != nil {
			return err
		}
		fit := &relevance.Fit{
			Bench: relevance.NewBench(a.matcher.Corpus, companies, a.knowsPlace),
			Start: match.StartModel(), Folds: c.Folds, Rounds: c.Rounds, Steps: c.Steps, Progress: s.err,
		}
		validated, err := fit.CrossValidate(ctx)
		if err != nil {
			return err
		}
		model, reached, err := fit.All(ctx)
		if err != nil {
			return err
		}
		printFit(s.out, validated, reached)
		c.printSets(s.out, sizes, validated.Held)
		return c.write(s.out, &model, c.summary(len(companies), &validated.Mean))
	})
}

// printSets prints the held-out figures of each file.
func (c *fitCmd) printSets(w io.Writer, sizes []int, held []relevance.CompanyOutcome) {
	for i, n := range sizes {
		printScores(w, "held out, "+baseName(c.Companies[i]), relevance.Mean(held[:n]))
		held = held[n:]
	}
}

func baseName(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// summary says on what the model was fitted and how well it does on companies
// that it has not seen.
func (c *fitCmd) summary(n int, mean *relevance.CompanyScores) string {
	var names []string
	for _, name := range c.Companies {
		names = append(names, baseName(name))
	}
	return fmt.Sprintf("coordinate ascent on %d companies of %s; by %d-fold cross-validation nDCG@10 %.3f, MRR %.3f, hit@5 %.3f, hit@10 %.3f",
		n, strings.Join(names, ", "), c.Folds, mean.NDCG10, mean.MRR, mean.Hit5, mean.Hit10)
}

func (c *fitCmd) writeCases(cases []match.Case) error {
	if c.Cases == "" {
		return nil
	}
	var b bytes.Buffer
	if err := match.WriteCases(&b, cases); err != nil {
		return err
	}
	return os.WriteFile(c.Cases, b.Bytes(), 0o644)
}

func (c *fitCmd) write(w io.Writer, model *match.Model, summary string) error {
	model.Version, model.Fit = time.Now().Format(time.DateOnly), summary
	raw, err := model.JSON()
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

func printFit(w io.Writer, v *relevance.Validated, reached *relevance.CompanyScores) {
	fmt.Fprintf(w, "%-32s %4s %8s %6s %6s %6s\n", "companies", "n", "nDCG@10", "MRR", "hit@5", "hit@10")
	printScores(w, "first guesses", &v.Start)
	for i := range v.Folds {
		printScores(w, fmt.Sprintf("held out, fold %d", i+1), &v.Folds[i])
	}
	printScores(w, "held out, mean", &v.Mean)
	printScores(w, "fitted on all (too good)", reached)
}

func printScores(w io.Writer, name string, s *relevance.CompanyScores) {
	fmt.Fprintf(w, "%-32s %4d %8.3f %6.3f %6.3f %6.3f\n", name, s.N, s.NDCG10, s.MRR, s.Hit5, s.Hit10)
}

func (a *app) knowsPlace(town string) bool {
	_, ok := a.gazetteer.Find(town)
	return ok
}
