// Package match finds the networks that fit a company and says why.
//
// Begin with New and Matcher.Match. A request is understood first (asker.go):
// concepts, place and words. Every living network is summed up by what it has in
// common with it (score.go), weighed by kind and nearness (rank.go); the best are
// taken apart into reasons (reasons.go), each with the facts of the profile that
// stand behind it. A match's score is the sum of its reasons.
//
// A Corpus holds the analysed profiles, a Model all numbers, a Matcher both. All
// are immutable and may be used by any number of goroutines at once.
package match
