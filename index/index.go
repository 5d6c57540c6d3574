package index

import (
	"context"
	"errors"
)

// ErrClosed is returned by every method of an Index after Close.
var ErrClosed = errors.New("index: closed")

// ErrLocked is returned when an engine's directory is in use by another process.
var ErrLocked = errors.New("index: in use by another process")

// Index is a search engine that holds one collection of documents.
//
// All methods may be called at once from several goroutines. A Search sees the
// documents of exactly one Apply, never half of one.
type Index interface {
	// Apply makes a set of changes visible at once, or none of them. When it
	// returns without error, the next Search sees them.
	Apply(ctx context.Context, changes Changes) error
	// Search runs a planned query. A query that matches nothing gives a Result
	// with Total 0 and no error.
	Search(ctx context.Context, q Query) (Result, error)
	// Terms lists the distinct terms of a text field in byte order, each with
	// the number of documents that hold it. An unknown field gives none.
	Terms(ctx context.Context, field string) ([]TermCount, error)
	// State tells what the index holds. An index that never saw an Apply has an
	// empty Fingerprint and no documents.
	State(ctx context.Context) (State, error)
	// Close releases everything. Searches that are under way are finished
	// first. A second Close does nothing.
	Close() error
}

// Changes is what one Apply does.
type Changes struct {
	// Replace starts a new generation: what the index held before is dropped
	// in the same step in which Put becomes visible.
	Replace bool
	// Put adds documents, or replaces those with the same ID. Two documents
	// with one ID in the same Put are an error.
	Put []Document
	// Delete removes documents by ID; an unknown ID is ignored.
	Delete []string
	// Fingerprint is stored with the documents and returned by State.
	Fingerprint string
}

// State is what an index says of itself.
type State struct {
	// Fingerprint is that of the last Apply.
	Fingerprint string
	// Documents is how many documents a search can find.
	Documents int
}

// TermCount is a term of the dictionary.
type TermCount struct {
	Term string
	// Documents is the number of documents that hold the term, at least 1.
	Documents int
}

// Point is a place on the globe, WGS84, in degrees.
type Point struct {
	Lat, Lon float64
}

// Document is a record as an engine stores it.
type Document struct {
	// ID names the document; it is not empty.
	ID string
	// Text holds the analysed terms of each text field, in the order of the
	// text. A term may repeat; the number of terms is the field's length. Terms
	// are not empty and hold no white space.
	Text map[string][]string
	// Keywords holds the exact values of each keyword field, for filters,
	// facets and rules.
	Keywords map[string][]string
	// Point is where the document stands, or nil.
	Point *Point
}
