package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"clusterlotse/index"
	"clusterlotse/internal/profile"
)

const (
	maxFragments = 3
	// fragmentRunes is how many characters a fragment has at most, unless a single
	// word is longer; fragmentLeadBytes is where its first mark stands at latest.
	fragmentRunes     = 220
	fragmentLeadBytes = 80
)

// dress makes a hit presentable.
func (e *Engine) dress(n *profile.Network, h index.Hit, marked marker, lang string) Hit {
	hit := Hit{Network: n, Score: h.Score, DistanceKm: h.DistanceKm, Fragments: []Fragment{}, Why: []string{}}
	if n.Successor != "" {
		hit.Successor = e.byID[n.Successor]
	}
	if marked.empty() {
		return hit
	}
	hit.Fragments = e.fragments(n, marked, lang)
	for _, f := range hit.Fragments {
		hit.Why = append(hit.Why, whyLine(f, lang))
	}
	return hit
}

// whyLine says in one line which words stand where.
func whyLine(f Fragment, lang string) string {
	var words []string
	for _, m := range f.Marks {
		if w := f.Text[m.Start:m.End]; !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return FieldLabel(f.Field, lang) + ": " + strings.Join(words, ", ")
}

// fragments returns the best pieces of the profile that hold a marked term, at
// most one from each key: first those with most different marks, then in the
// order of the fields. Facts in a language other than the asker's come last.
func (e *Engine) fragments(n *profile.Network, marked marker, lang string) []Fragment {
	type scored struct {
		Fragment
		weight float64
	}
	var all []scored
	for _, fact := range e.facts(n) {
		frag, distinct := fact.best(marked)
		if distinct == 0 {
			continue
		}
		weight := float64(distinct) * fact.weight
		if strings.HasPrefix(fact.key, "summary_") && fact.key != "summary_"+lang {
			weight /= 4
		}
		all = append(all, scored{frag, weight})
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.weight, a.weight) })
	out := []Fragment{}
	for _, s := range all[:min(maxFragments, len(all))] {
		out = append(out, s.Fragment)
	}
	return out
}

// best returns the value with the most different marked terms, cut to a
// fragment, and how many these are.
func (f *factValues) best(marked marker) (best Fragment, distinct int) {
	for i := range f.values {
		marks, count := f.values[i].marks(marked)
		if count > distinct {
			distinct = count
			best = Fragment{Field: f.key, Text: f.values[i].text, Marks: marks}
		}
	}
	return cut(best), distinct
}

// cut shortens a long fragment to the surroundings of its first mark, at blanks,
// and moves the marks along. Marks beyond the cut are dropped.
func cut(f Fragment) Fragment {
	if len(f.Marks) == 0 || utf8.RuneCountInString(f.Text) <= fragmentRunes {
		return f
	}
	first, start := f.Marks[0], 0
	if first.Start > fragmentLeadBytes {
		start = 1 + strings.LastIndexAny(f.Text[:first.Start-fragmentLeadBytes/2], blanks)
	}
	end := endOfCut(f.Text, start, first.End)
	short := Fragment{Field: f.Field, Text: f.Text[start:end]}
	for _, m := range f.Marks {
		if m.Start >= start && m.End <= end {
			short.Marks = append(short.Marks, Mark{m.Start - start, m.End - start})
		}
	}
	return ellipsis(short, start > 0, end < len(f.Text))
}

const blanks = " \t\n"

// endOfCut returns the last blank within fragmentRunes of start, or the first
// one behind atLeast, which must stay in the fragment.
func endOfCut(text string, start, atLeast int) int {
	limit := start
	for range fragmentRunes {
		_, size := utf8.DecodeRuneInString(text[limit:])
		limit += size
	}
	if limit == len(text) {
		return limit
	}
	if last := strings.LastIndexAny(text[start:limit], blanks); start+last >= atLeast {
		return start + last
	}
	if next := strings.IndexAny(text[atLeast:], blanks); next >= 0 {
		return atLeast + next
	}
	return len(text)
}

func ellipsis(f Fragment, before, after bool) Fragment {
	if before {
		const lead = "… "
		f.Text = lead + f.Text
		for i := range f.Marks {
			f.Marks[i].Start += len(lead)
			f.Marks[i].End += len(lead)
		}
	}
	if after {
		f.Text += " …"
	}
	return f
}

// dressFacet labels the values of a facet and marks the chosen ones. A chosen
// value that counts nothing is shown too, so that it can be taken back.
func (e *Engine) dressFacet(f index.Facet, r *Request) Facet {
	facet := Facet{Name: f.Field, Buckets: []Bucket{}}
	chosen := r.Filter(f.Field)
	for _, b := range f.Buckets {
		facet.Buckets = append(facet.Buckets, Bucket{
			Value: b.Value, Label: e.Label(f.Field, b.Value, r.Lang),
			Count: b.Count, Selected: slices.Contains(chosen, b.Value),
		})
	}
	for _, value := range chosen {
		if !slices.ContainsFunc(facet.Buckets, func(b Bucket) bool { return b.Value == value }) {
			facet.Buckets = append(facet.Buckets, Bucket{Value: value, Label: e.Label(f.Field, value, r.Lang), Selected: true})
		}
	}
	return facet
}
