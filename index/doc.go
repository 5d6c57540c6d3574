// Package index says what a search engine is to Clusterlotse: documents made of
// analysed terms, planned queries, hits, facets, and the interface Index that
// every engine fulfils.
//
// Begin with Index and Query. The package knows the standard library only. It
// analyses no text: documents and queries arrive as finished terms (see
// package german), so that every engine finds the same. Engines are held to
// the same behaviour by the conformance suite in index/indextest.
package index
