// Package bleveindex is the embedded search engine: an index.Index on Bleve's
// scorch, in memory or in a directory.
//
// Scorch is the store: postings, term dictionaries and the documents
// themselves. Scoring is done here, because Bleve's own differs from BM25 and
// depends on how the index was built. Every Apply builds a whole new generation
// in one batch; opening one reads what scoring needs into columns (see
// columns), in which documents are numbered in the order of their IDs, so that
// the same documents always give the same result, bit by bit.
//
// Memory: about 12 bytes for each distinct term of each document, besides the
// dictionaries. Time of an Apply grows with the whole collection, not with the
// change; the package is meant for up to some ten thousand documents.
package bleveindex
