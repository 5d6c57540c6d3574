package relevance

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
)

// TestScoreboard compares what the rankings reach with the committed scoreboard,
// so that any change of a ranking is a change that somebody sees. Run it with
// -update to rewrite the file.
func TestScoreboard(t *testing.T) {
	got := scoreboard(t)
	file := filepath.Join("testdata", "scoreboard.txt")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(raw), "\n")
	faults := 0
	for i, line := range strings.Split(got, "\n") {
		if i < len(want) && want[i] == line {
			continue
		}
		if faults++; faults <= 20 {
			t.Errorf("line %d is now\n\t%s", i+1, line)
		}
	}
	if faults > 0 || len(strings.Split(got, "\n")) != len(want) {
		t.Errorf("%d lines changed; look at them, then run: make golden", faults)
	}
}

func scoreboard(t *testing.T) string {
	h := realHouse(t)
	var b strings.Builder
	fmt.Fprint(&b, "What the rankings reach on the judged sets in data/judgements, and the first five\nof every answer. Made by: make golden\n")
	for _, set := range []string{"queries-dev", "queries-own"} {
		queries := judgedQueries(t, set+".jsonl")
		scores, err := EvaluateQueries(t.Context(), queries, h.search)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "\n# %s\n", set)
		(&Scoreboard{Queries: scores}).Print(&b)
	}
	var all []CompanyOutcome
	for _, set := range []string{"companies-dev", "companies-own"} {
		outcomes, err := h.bench(judgedCompanies(t, set+".jsonl")).Run(t.Context(), match.DefaultModel())
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, outcomes...)
		fmt.Fprintf(&b, "\n# %s\n", set)
		(&Scoreboard{Companies: Mean(outcomes)}).Print(&b)
	}
	h.writeExposure(&b, all)
	h.writeHeld(t, &b)
	h.writeAbstentions(t, &b)
	h.writeAnswers(t, &b)
	return b.String()
}

// writeHeld adds the companies that no number and no word was ever chosen by: no
// answers of theirs are written down, so that nobody tunes to them.
func (h *house) writeHeld(t *testing.T, b *strings.Builder) {
	outcomes, err := h.bench(judgedCompanies(t, "companies-held.jsonl")).Run(t.Context(), match.DefaultModel())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(b, "\n# companies-held\n")
	(&Scoreboard{Companies: Mean(outcomes)}).Print(b)
}

func (h *house) writeExposure(b *strings.Builder, outcomes []CompanyOutcome) {
	var living []string
	for _, n := range h.engine.Networks() {
		if !n.Ended() {
			living = append(living, n.ID)
		}
	}
	e := Expose(living, outcomes)
	fmt.Fprintf(b, "\n# both sets of companies\nliving networks in some firm's top ten: %d of %d (%.0f %%)\nGini of the appearances: %.3f\n", e.Shown, e.Networks, 100*e.Coverage(), e.Gini)
}

func (h *house) writeAbstentions(t *testing.T, b *strings.Builder) {
	m := h.corpus.With(match.DefaultModel())
	lines := offTopic(t)
	var answered []string
	for _, line := range lines {
		ids, err := m.Rank(match.Request{Lang: "de", Limit: 1, Company: profile.Company{Text: line}})
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if len(ids) > 0 {
			answered = append(answered, line+" → "+ids[0])
		}
	}
	fmt.Fprintf(b, "\n# offtopic\nabstained: %d of %d\n", len(lines)-len(answered), len(lines))
	for _, a := range answered {
		fmt.Fprintln(b, "answered: "+a)
	}
}

func offTopic(t *testing.T) []string {
	t.Helper()
	f, err := os.Open(filepath.Join(judgements, "offtopic.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := strings.TrimSpace(s.Text()); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// writeAnswers lists the first five of every answer; a + marks one that is
// judged to be useful.
func (h *house) writeAnswers(t *testing.T, b *strings.Builder) {
	for _, set := range []string{"queries-dev", "queries-own"} {
		fmt.Fprintf(b, "\n# answers to %s\n", set)
		for _, q := range judgedQueries(t, set+".jsonl") {
			ids, err := h.search(context.Background(), q.Q)
			if err != nil {
				t.Fatalf("%q: %v", q.Q, err)
			}
			fmt.Fprintf(b, "%-9s %s\n", q.Class, q.Q)
			good := grades(q.Relevant)
			for i, id := range ids[:min(5, len(ids))] {
				mark := " "
				if good[id] > 1 {
					mark = "+"
				}
				fmt.Fprintf(b, "          %d %s %s\n", i+1, mark, id)
			}
		}
	}
}
