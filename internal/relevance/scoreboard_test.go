package relevance

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/realdata"
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
		scores, err := EvaluateQueries(t.Context(), queriesOf(t, set), h.engine)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "\n# %s\n", set)
		(&Scoreboard{Queries: scores}).Print(&b)
	}
	var all []CompanyOutcome
	for _, set := range []string{"companies-dev", "companies-own"} {
		all = append(all, h.writeCompanies(t, &b, set, companiesOf(t, set), "de")...)
	}
	h.writeExposure(&b, all)
	// No number and no word was ever chosen by the companies that are held: no answers
	// of theirs are written down, so that nobody tunes to them.
	held := companiesOf(t, "companies-held")
	h.writeCompanies(t, &b, "companies-held", held, "de")
	h.writeCompanies(t, &b, "companies-dev in English", Speaking(companiesOf(t, "companies-dev"), "en"), "en")
	h.writeCompanies(t, &b, "companies-held in English", Speaking(held, "en"), "en")
	h.writeAbstentions(t, &b)
	h.writeAnswers(t, &b)
	return b.String()
}

// writeCompanies adds the mean over a set of companies.
func (h *house) writeCompanies(t *testing.T, b *strings.Builder, title string, companies []Company, lang string) []CompanyOutcome {
	outcomes, err := h.benchOf(companies, lang).Run(t.Context(), match.DefaultModel())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(b, "\n# %s\n", title)
	(&Scoreboard{Companies: Mean(outcomes)}).Print(b)
	return outcomes
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
	lines := realdata.OffTopic(t)
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

// writeAnswers lists the first five of every answer; a + marks one that is
// judged to be useful.
func (h *house) writeAnswers(t *testing.T, b *strings.Builder) {
	for _, set := range []string{"queries-dev", "queries-own"} {
		fmt.Fprintf(b, "\n# answers to %s\n", set)
		for _, q := range queriesOf(t, set) {
			ids, err := firstPage(t.Context(), h.engine, q.Q)
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
