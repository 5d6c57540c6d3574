package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/vocabulary"
)

// MaxSuggestions is the most that Suggest returns.
const MaxSuggestions = 20

// completer completes names, concepts and places from their first letters. Keys
// are folded and sorted, so that a prefix is one binary search.
type completer struct {
	entries []completion
	// towns are the towns among the entries by name.
	towns map[string]place.Place
}

type completion struct {
	key string
	Suggestion
	// label gives the text of a concept in the asker's language.
	concept *vocabulary.Concept
	rank    int
}

// The order of kinds among suggestions that fit equally well.
const (
	rankConcept = iota
	rankNetwork
	rankPlace
)

func newCompleter(e *Engine, counts map[string]map[string]int) *completer {
	c := &completer{towns: map[string]place.Place{}}
	for _, n := range e.networks {
		if n.Ended() {
			continue
		}
		for _, name := range append([]string{n.Name}, n.Aliases...) {
			c.add(name, completion{Suggestion: Suggestion{Text: n.Name, Kind: "network", ID: n.ID, Count: 1}, rank: rankNetwork})
		}
	}
	for field, scheme := range fieldScheme {
		for _, concept := range e.vocabulary.Concepts(scheme) {
			count := counts[field][concept.ID]
			if count == 0 {
				continue
			}
			for _, label := range conceptLabels(concept) {
				c.add(label, completion{Suggestion: Suggestion{Kind: scheme, ID: concept.ID, Count: count}, concept: concept, rank: rankConcept})
			}
		}
	}
	c.addTowns(e)
	for _, r := range e.gazetteer.Regions() {
		c.add(r.Name, completion{Suggestion: Suggestion{Text: r.Name, Kind: "place", ID: r.ID, Count: counts["region"][r.ID]}, rank: rankPlace})
	}
	slices.SortFunc(c.entries, func(a, b completion) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.rank, b.rank), strings.Compare(a.ID, b.ID))
	})
	return c
}

func conceptLabels(c *vocabulary.Concept) []string {
	labels := []string{c.Label("de"), c.Label("en")}
	return append(append(labels, c.AltLabels("de")...), c.AltLabels("en")...)
}

// add enters a text under itself and under each of its later words, so that
// "valley" completes "Packaging Valley".
func (c *completer) add(text string, entry completion) {
	key := foldKey(text)
	for {
		if key != "" {
			entry.key = key
			c.entries = append(c.entries, entry)
		}
		_, rest, ok := strings.Cut(key, " ")
		if !ok {
			return
		}
		key = rest
	}
}

// foldKey folds a text word by word; signs become blanks.
func foldKey(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n,;/()–|\"„“", r) })
	for i, w := range words {
		words[i] = german.Fold(w)
	}
	return strings.Join(words, " ")
}

// Suggest completes what somebody is typing: at most limit networks, concepts
// and places, best first, none for an empty query. What begins with the query
// goes before what does so but for one typing error. lang chooses the labels of
// concepts. An *InputError says that the query is too long.
func (e *Engine) Suggest(_ context.Context, query string, limit int, lang string) ([]Suggestion, error) {
	if utf8.RuneCountInString(query) > MaxQueryRunes {
		return nil, inputError(lang, "query_too_long", "q", MaxQueryRunes)
	}
	return e.complete(query, limit, lang, nil), nil
}

// complete gathers suggestions; within keeps those with networks behind them and
// counts these, nil keeps all as they are.
func (e *Engine) complete(query string, limit int, lang string, within *membership) []Suggestion {
	if limit <= 0 || limit > MaxSuggestions {
		limit = MaxSuggestions
	}
	out := []Suggestion{}
	prefix := foldKey(query)
	if prefix == "" {
		return out
	}
	seen := map[[3]string]bool{}
	add := func(found []completion) {
		for _, c := range within.keep(found) {
			if id := [3]string{c.Kind, c.ID, c.Text}; !seen[id] && len(out) < limit {
				seen[id] = true
				out = append(out, c.suggestion(lang))
			}
		}
	}
	add(e.completer.find(prefix))
	if len(out) < limit {
		add(e.completer.findMisspelt(prefix))
	}
	return out
}

func (c completion) suggestion(lang string) Suggestion {
	s := c.Suggestion
	if c.concept != nil {
		s.Text = c.concept.Label(lang)
	}
	return s
}

// find returns the entries that begin with prefix: more networks behind them
// first, shorter keys first.
func (c *completer) find(prefix string) []completion {
	from, _ := slices.BinarySearchFunc(c.entries, prefix, func(e completion, p string) int { return strings.Compare(e.key, p) })
	to := from
	for to < len(c.entries) && strings.HasPrefix(c.entries[to].key, prefix) {
		to++
	}
	return best(slices.Clone(c.entries[from:to]))
}

// best orders completions that fit equally well.
func best(found []completion) []completion {
	slices.SortStableFunc(found, func(a, b completion) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.Count, a.Count), cmp.Compare(len(a.key), len(b.key)))
	})
	return found
}
