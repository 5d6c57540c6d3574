package search

import (
	"cmp"
	"context"
	"iter"
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
	// seats are those of the living networks by id; a region is none.
	seats map[string]seat
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
	c := &completer{towns: map[string]place.Place{}, seats: map[string]seat{}}
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
	words := keyWords(text)
	for i, w := range words {
		words[i] = german.Fold(w)
	}
	return strings.Join(words, " ")
}

// keyBeginnings gives the beginnings of keys that a text may stand for whose last
// word is still being typed; none for a text without words.
func keyBeginnings(text string) []string {
	if foldKey(text) == "" {
		return nil
	}
	words := keyWords(text)
	last := len(words) - 1
	before := foldKey(strings.Join(words[:last], " "))
	endings := german.FoldBeginning(words[last])
	for i, ending := range endings {
		endings[i] = strings.TrimSpace(before + " " + ending)
	}
	return endings
}

func keyWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n,;/()–|\"„“", r) })
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
	prefixes := keyBeginnings(query)
	found := shortlist(e.completer.beginning(prefixes...), limit, within)
	if len(found) < limit {
		for _, c := range shortlist(e.completer.misspelt(prefixes...), limit, within) {
			if len(found) < limit && !slices.ContainsFunc(found, c.isSame) {
				found = append(found, c)
			}
		}
	}
	for _, c := range found {
		out = append(out, c.suggestion(lang))
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

// beginning gives the entries that begin with one of the prefixes, for each of
// these in the order of the keys.
func (c *completer) beginning(prefixes ...string) iter.Seq[*completion] {
	return func(yield func(*completion) bool) {
		for _, prefix := range prefixes {
			from, _ := slices.BinarySearchFunc(c.entries, prefix, func(e completion, p string) int { return strings.Compare(e.key, p) })
			for i := from; i < len(c.entries) && strings.HasPrefix(c.entries[i].key, prefix); i++ {
				if !yield(&c.entries[i]) {
					return
				}
			}
		}
	}
}

// shortlist returns the best of completions that fit equally well, at most limit
// and each thing once: more networks behind them first, shorter keys first. It
// is one pass without sorting, because a single letter begins a good part of all
// entries. within drops what nobody in it stands behind; nil drops none.
func shortlist(found iter.Seq[*completion], limit int, within *membership) []completion {
	top := make([]completion, 0, limit+1)
	for entry := range found {
		c := *entry
		if within != nil {
			if c.Count = within.count(c); c.Count == 0 {
				continue
			}
		}
		at := len(top)
		for at > 0 && c.before(top[at-1]) {
			at--
		}
		if at == limit || slices.ContainsFunc(top[:at], c.isSame) {
			continue
		}
		top = slices.Insert(top, at, c)
		if again := slices.IndexFunc(top[at+1:], c.isSame); again >= 0 {
			top = slices.Delete(top, at+1+again, at+2+again)
		}
		top = top[:min(limit, len(top))]
	}
	return top
}

// before tells whether a completion goes before one that fits equally well.
func (c completion) before(other completion) bool {
	return cmp.Or(cmp.Compare(c.rank, other.rank), cmp.Compare(other.Count, c.Count), cmp.Compare(len(c.key), len(other.key))) < 0
}

// isSame tells whether two completions lead to the same.
func (c completion) isSame(other completion) bool {
	return c.Kind == other.Kind && c.ID == other.ID && c.Text == other.Text
}
