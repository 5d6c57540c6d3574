package search

import (
	"fmt"
	"slices"
	"strings"

	"clusterlotse/index"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// contact names who can help in the whole state: the state-wide network or
// agency for the concepts asked for, or else the agency for all industries.
func (w *waysOut) contact() {
	if w.err != nil {
		return
	}
	n := w.contactFor(w.askedConcepts())
	if n == nil {
		n = w.generalAgency
	}
	if n != nil {
		w.list = append(w.list, Alternative{Kind: "contact", Text: n.Name, Network: n, Count: 1})
	}
}

// askedConcepts are the concepts of the query and of the filters.
func (w *waysOut) askedConcepts() []vocabulary.Mention {
	var list []vocabulary.Mention
	for _, unit := range w.u.units {
		list = append(list, unit.mentions...)
	}
	for _, name := range FilterNames {
		scheme := fieldScheme[name]
		if !slices.Contains(searchedSchemes, scheme) {
			continue
		}
		for _, id := range w.r.Filter(name) {
			list = append(list, vocabulary.Mention{Concept: w.vocabulary.Concept(vocabulary.Ref{Scheme: scheme, ID: id})})
		}
	}
	return list
}

// contactFor returns the living state-wide network or agency that fits the
// concepts best, nil when none fits.
func (w *waysOut) contactFor(concepts []vocabulary.Mention) *profile.Network {
	if len(concepts) == 0 {
		return nil
	}
	clause := &index.Clause{Op: index.OpSum}
	for _, m := range concepts {
		clause.Children = append(clause.Children, w.conceptClause(m))
	}
	found, err := w.index.Search(w.ctx, index.Query{
		Clause: clause, Limit: 1,
		Filters: []index.Filter{
			{Field: fieldStatus, Values: []string{statusLiving}},
			{Field: "kind", Values: []string{string(profile.StateNetwork), string(profile.StateAgency)}},
		},
	})
	if err != nil {
		w.err = fmt.Errorf("search: contact: %w", err)
		return nil
	}
	if len(found.Hits) == 0 {
		return nil
	}
	return w.byID[found.Hits[0].ID]
}

// allIndustries is the id of the industry that stands for all of them.
const allIndustries = "all-industries"

// findGeneralAgency returns the living state agency for all industries, nil when
// there is none. Of several it is the one that names the fewest industries
// besides, then the first by id.
func (e *Engine) findGeneralAgency() *profile.Network {
	var best *profile.Network
	fewest := 0
	for _, n := range e.networks {
		if n.Kind != profile.StateAgency || n.Ended() {
			continue
		}
		tags, _ := e.vocabulary.Tag(n)
		industries := conceptIDs(tags, vocabulary.Industries)
		if !slices.Contains(industries, allIndustries) {
			continue
		}
		if best == nil || len(industries) < fewest || len(industries) == fewest && n.ID < best.ID {
			best, fewest = n, len(industries)
		}
	}
	return best
}

// absent says plainly that what was asked for is not here: when nothing was
// found and no alternative finds it either.
func absent(r *Request, u *understanding, total int, ways []Alternative) string {
	if total > 0 || r.Query == "" || slices.ContainsFunc(ways, func(a Alternative) bool { return a.Kind != "contact" }) {
		return ""
	}
	what := r.Query
	if len(u.Missing) > 0 {
		what = strings.Join(u.Missing, ", ")
	}
	if r.Lang == "en" {
		return fmt.Sprintf("“%s” is not to be found here: no network's profile names it.", what)
	}
	return fmt.Sprintf("„%s“ gibt es hier nicht: Kein Netzwerk nennt es in seinem Profil.", what)
}
