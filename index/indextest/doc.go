// Package indextest is the conformance suite of index.Index: what the contract
// in package index says, as tests every engine must pass.
//
// Run holds tables, whose expected values are written out, and properties, which
// compare the engine with a naive model on random documents and queries.
//
// Where the contract leaves room the suite takes these readings: BM25 has the
// factor (k1 + 1) above the fraction line; a document has a text field when it
// holds at least one term of it; an ID that one Apply both puts and deletes is
// put; the Earth is a sphere with a radius of 6371.0087714 km; explanations
// report a clause before its children, also below a parent that did not match.
package indextest
