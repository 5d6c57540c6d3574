// Package german turns German (and English and French) text into the terms that
// an index stores and a query asks for.
//
// Begin with New, which takes the word lists, and Analyzer.Analyze, which gives
// the tokens of a text with exact byte offsets into the original. The steps are:
// cut the text into tokens (tokenize.go), mend gender forms (gender.go), fold
// case, umlauts and ß (fold.go), and reduce the word to its stem (stem.go).
//
// The package knows strings and word lists only: no engine, no profile. An
// Analyzer is immutable and may be used by any number of goroutines at once.
package german
