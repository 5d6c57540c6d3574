// Package search is the asking side: it turns profiles into documents, a request
// into a planned query, and what the engine finds into an answer that people can
// read.
//
// Begin with New, which brings an index in step with the profiles, and
// Engine.Search. ParseRequest reads a request from URL parameters. The way of a
// request: understand.go (places, concepts, words), plan.go (weighted clauses),
// the index, dress.go (fragments, reasons, labels), alternatives.go (the ways out
// of a search that found little).
//
// An Engine is immutable but for its index and may be used by any number of
// goroutines at once.
package search
