// Package vocabulary is the controlled vocabulary of the field: technologies,
// industries, needs, founders' phases, target groups and kinds of network, in
// the terms of SKOS (W3C Recommendation of 18 August 2009).
//
// Beside the labels of SKOS (prefLabel, altLabel, hiddenLabel) a concept may have
// soughtLabels: words that name it only for one who seeks it, such as "Kunden",
// which every company has, and few need help to find. They count where a word of
// seeking stands in the same clause, see seekLists, in German or English.
//
// Begin with Load, then Find, which reads concepts out of free text, and Tag,
// which reads them out of a profile. A Vocabulary is immutable and may be used
// by any number of goroutines at once.
package vocabulary
