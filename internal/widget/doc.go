// Package widget is the search box for other people's websites: one script that
// defines the element <cluster-search>, and a page with the box for iframes.
//
// The script (assets/cluster-search.js) is served as it is written, has no
// dependency, sets no cookie, stores nothing and asks no server but the one it
// came from. Where it does not run, the plain form inside the element leads to
// the result page. ACCEPTANCE.md lists what the box does for people who use
// assistive technology, and the tests that hold it to that; EMBED.md tells how to
// put it into a page.
//
// The package knows nothing of the others; it is mounted like the portal.
package widget
