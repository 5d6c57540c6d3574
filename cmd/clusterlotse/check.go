package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

type checkCmd struct {
	JSON bool `help:"Print the report as JSON."`
}

// checkReport is what check prints.
type checkReport struct {
	Faults   profile.Faults         `json:"faults"`
	Networks int                    `json:"networks"`
	Concepts map[string]int         `json:"concepts"`
	Mapped   map[string]mappedCount `json:"mapped"`
	All      mappedCount            `json:"all"`
	Unmapped []vocabulary.Unmapped  `json:"unmapped"`
}

// mappedCount says how many terms of the facts stand behind a concept.
type mappedCount struct {
	Mapped int `json:"mapped"`
	Terms  int `json:"terms"`
}

// Run checks everything that --source or the binary holds.
func (c *checkCmd) Run(_ context.Context, s *streams, cmds *commands) error {
	src, err := loadSources(cmds.Source)
	var faults profile.Faults
	if err != nil && (!errors.As(err, &faults) || !c.JSON) {
		return err
	}
	report := checkReport{Faults: profile.Faults{}}
	if faults != nil {
		report.Faults = faults
	} else {
		report.fill(src)
	}
	if c.JSON {
		if err := printJSON(s.out, report); err != nil {
			return err
		}
		if len(report.Faults) > 0 {
			return fmt.Errorf("faults in the data: %d", len(report.Faults))
		}
		return nil
	}
	report.print(s.out)
	return nil
}

func (r *checkReport) fill(s sources) {
	r.Networks, r.Concepts, r.Mapped = len(s.networks), map[string]int{}, map[string]mappedCount{}
	for _, scheme := range vocabulary.Schemes {
		r.Concepts[scheme] = len(s.vocabulary.Concepts(scheme))
	}
	for _, n := range s.networks {
		_, unmapped := s.vocabulary.Tag(n)
		r.Unmapped = append(r.Unmapped, unmapped...)
		for field, terms := range map[string]int{
			"technologies": len(n.Technologies), "industries": len(n.Industries), "services": len(n.Services),
			"founder_support": len(n.FounderSupport), "target_groups": len(n.TargetGroups),
		} {
			r.count(field, terms, terms)
		}
		for _, u := range unmapped {
			r.count(u.Field, -1, 0)
		}
	}
}

func (r *checkReport) count(field string, mapped, terms int) {
	m := r.Mapped[field]
	m.Mapped, m.Terms = m.Mapped+mapped, m.Terms+terms
	r.Mapped[field] = m
	r.All.Mapped, r.All.Terms = r.All.Mapped+mapped, r.All.Terms+terms
}

func (m mappedCount) String() string {
	return fmt.Sprintf("%5d of %5d  %5.1f %%", m.Mapped, m.Terms, 100*float64(m.Mapped)/float64(max(m.Terms, 1)))
}

func (r *checkReport) print(w io.Writer) {
	fmt.Fprintf(w, "%d networks, no fault\n\nconcepts\n", r.Networks)
	for _, scheme := range vocabulary.Schemes {
		fmt.Fprintf(w, "  %-16s %5d\n", scheme, r.Concepts[scheme])
	}
	fmt.Fprintln(w, "\nterms mapped to a concept")
	for _, field := range slices.Sorted(maps.Keys(r.Mapped)) {
		fmt.Fprintf(w, "  %-16s %s\n", field, r.Mapped[field])
	}
	fmt.Fprintf(w, "  %-16s %s\n", "all", r.All)
	fmt.Fprintln(w, "\nkept as free text")
	slices.SortStableFunc(r.Unmapped, func(a, b vocabulary.Unmapped) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Fact, b.Fact))
	})
	for _, u := range r.Unmapped {
		fmt.Fprintf(w, "  %-16s %s  [%s]\n", u.Field, u.Fact, u.Network)
	}
}
