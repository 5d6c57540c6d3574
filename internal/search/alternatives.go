package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"clusterlotse/internal/vocabulary"
)

const (
	// fewHits is what a narrowed search must find to be left alone.
	fewHits = 3
	// maxOfKind is the most alternatives of one kind.
	maxOfKind = 3
)

// narrowed tells whether filters or a radius keep networks out.
func narrowed(r *Request) bool {
	return r.RadiusKm > 0 || slices.ContainsFunc(FilterNames, func(name string) bool { return len(r.Filter(name)) > 0 })
}

// waysOut gathers the alternatives of one search.
type waysOut struct {
	*Engine
	ctx   context.Context
	r     *Request
	u     *understanding
	total int
	list  []Alternative
	err   error
}

// alternatives returns the ways out of a search that found nothing, or that its
// filters left with little; none for any other. Each leads to more than total.
func (e *Engine) alternatives(ctx context.Context, r *Request, u *understanding, total int) ([]Alternative, error) {
	if total > 0 && (total >= fewHits || !narrowed(r)) {
		return []Alternative{}, nil
	}
	w := &waysOut{Engine: e, ctx: ctx, r: r, u: u, total: total, list: []Alternative{}}
	w.spellings()
	w.filters()
	w.broader()
	w.regions()
	w.anywhere()
	w.contact()
	return w.list, w.err
}

// text is the query as it was searched.
func (w *waysOut) text() string {
	if w.u.corrected != "" {
		return w.u.corrected
	}
	return w.r.Query
}

// next is a copy of the request that begins at the first hit.
func (w *waysOut) next() *Request {
	next := *w.r
	next.Offset = 0
	for _, name := range FilterNames {
		*next.filter(name) = slices.Clone(w.r.Filter(name))
	}
	return &next
}

// offer adds a search when it finds more than the one at hand. It reports
// whether it did.
func (w *waysOut) offer(kind, text string, next *Request) bool {
	if w.err != nil || utf8.RuneCountInString(next.Query) > MaxQueryRunes {
		return false
	}
	u, err := w.understand(next)
	if err != nil {
		w.err = err
		return false
	}
	q := w.plan(next, u)
	q.Limit, q.Offset, q.Facets = 0, 0, nil
	found, err := w.index.Search(w.ctx, q)
	if err != nil {
		w.err = fmt.Errorf("search: alternatives: %w", err)
		return false
	}
	query := next.Values().Encode()
	if found.Total <= w.total || slices.ContainsFunc(w.list, func(a Alternative) bool { return a.Query == query }) {
		return false
	}
	w.list = append(w.list, Alternative{Kind: kind, Text: text, Query: query, Count: found.Total})
	return true
}

// spellings offers what a word that stands nowhere may have been meant to begin.
func (w *waysOut) spellings() {
	offered := 0
	for _, missing := range w.u.Missing {
		for _, c := range shortlist(w.completer.misspelt(foldKey(missing)), MaxSuggestions, nil) {
			if offered == maxOfKind {
				return
			}
			next := w.next()
			next.Query = strings.Replace(w.text(), missing, c.suggestion(w.r.Lang).Text, 1)
			if w.offer("spelling", next.Query, next) {
				offered++
				break
			}
		}
	}
}

// filters offers the search without each of its filters, and without its radius.
// Where it takes more than one away to find anything, all are taken away.
func (w *waysOut) filters() {
	bare, all, offered := w.next(), []string{}, false
	drop := func(label string, change func(*Request)) {
		next := w.next()
		change(next)
		change(bare)
		all = append(all, label)
		offered = w.offer("filter", label, next) || offered
	}
	for _, name := range FilterNames {
		var labels []string
		for _, v := range w.r.Filter(name) {
			labels = append(labels, w.Label(name, v, w.r.Lang))
		}
		if len(labels) > 0 {
			drop(strings.Join(labels, ", "), func(r *Request) { *r.filter(name) = nil })
		}
	}
	if w.r.RadiusKm > 0 {
		drop(fmt.Sprintf("%g km", w.r.RadiusKm), func(r *Request) { r.RadiusKm = 0 })
	}
	if !offered && len(all) > 1 {
		w.offer("filter", strings.Join(all, ", "), bare)
	}
}

// broader offers the broader concepts in place of those that the query or a
// filter names.
func (w *waysOut) broader() {
	offered := 0
	offer := func(c *vocabulary.Concept, change func(next *Request, above *vocabulary.Concept)) {
		for _, above := range c.Broader() {
			next := w.next()
			change(next, above)
			if offered < maxOfKind && w.offer("broader", above.Label(w.r.Lang), next) {
				offered++
			}
		}
	}
	for _, named := range w.u.Concepts {
		c := w.vocabulary.Concept(vocabulary.Ref{Scheme: named.Scheme, ID: named.ID})
		offer(c, func(next *Request, above *vocabulary.Concept) {
			next.Query = strings.Replace(w.text(), named.Words, above.Label(w.r.Lang), 1)
		})
	}
	for _, name := range FilterNames {
		for i, id := range w.r.Filter(name) {
			if c := w.vocabulary.Concept(vocabulary.Ref{Scheme: fieldScheme[name], ID: id}); c != nil {
				offer(c, func(next *Request, above *vocabulary.Concept) { (*next.filter(name))[i] = above.ID })
			}
		}
	}
}

// regions offers the regions next to the one, or to the place, that was asked
// for.
func (w *waysOut) regions() {
	lat, lon, ok := w.center()
	if !ok {
		return
	}
	offered := 0
	for _, region := range w.gazetteer.NearestRegions(lat, lon) {
		if offered == maxOfKind {
			return
		}
		if slices.Contains(w.r.Regions, region.ID) {
			continue
		}
		next := w.next()
		next.Regions, next.RadiusKm = []string{region.ID}, 0
		if len(w.r.Regions) == 0 {
			next.Near = ""
		}
		if w.offer("region", region.Name, next) {
			offered++
		}
	}
}

// center is the point that the asker's area lies around: the first region
// filter, or the place when a radius is drawn around it.
func (w *waysOut) center() (lat, lon float64, ok bool) {
	if len(w.r.Regions) > 0 {
		region, ok := w.gazetteer.Region(w.r.Regions[0])
		return region.Lat, region.Lon, ok
	}
	if w.u.Place != nil && w.r.RadiusKm > 0 {
		return w.u.Place.Lat, w.u.Place.Lon, true
	}
	return 0, 0, false
}

// anywhere offers the search without its place and regions.
func (w *waysOut) anywhere() {
	if w.u.Place == nil && len(w.r.Regions) == 0 {
		return
	}
	next := w.next()
	next.Near, next.RadiusKm, next.Regions = "", 0, nil
	next.Anywhere = next.Anywhere || w.u.PlaceWords != ""
	text := "in ganz Baden-Württemberg"
	if w.r.Lang == "en" {
		text = "anywhere in Baden-Württemberg"
	}
	w.offer("anywhere", text, next)
}
