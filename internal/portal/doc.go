// Package portal serves Clusterlotse's web pages: search, matching, the profile
// of a network, founders, comparison, a map, pages by concept and region, and
// the operator's own texts, in German and English.
//
// Begin with [New] and [Portal.Mount]. The pages work without a script, set no
// cookie and load nothing from another host. A page is built as a view (plain
// data made ready in Go) and rendered by a template that only lays it out.
//
// static/site.js only spares the results a reload. The files find_*.go and
// feed*.go serve what search engines, browsers and feed readers ask for.
package portal
