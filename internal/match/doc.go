// Package match finds the networks that fit a company and says why.
//
// Begin with New and Matcher.Match. A request is understood first (asker.go):
// concepts, place and words. Every network that shares something with it is
// scored by features (features.go), each of which adds reasons with the fact of
// the profile that stands behind them. A match's score is the sum of its
// reasons by construction: there is no other place where score is added.
//
// A Matcher is immutable and may be used by any number of goroutines at once.
package match
