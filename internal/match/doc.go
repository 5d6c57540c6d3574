// Package match finds the networks that fit a company and says why.
//
// Begin with New and Matcher.Match. A match's score is the sum of its reasons, and
// each reason names the facts of the profile that stand behind it.
//
// A Corpus holds the analysed profiles, a Model all weights, a Matcher both. Once
// they are made they may be used by any number of goroutines at once. The files, in
// the order in which an answer comes about:
//
//	outcome.go                  what is asked and answered: Request, Outcome, Match
//	matcher.go                  the way from the one to the other
//	asker.go                    what a request says: concepts, place, phase, size
//	  reading.go, mend.go       its text, analysed once; typing errors
//	  words.go, fillers.txt     words that it shares with profiles, unknown ones
//	  negation.go, without.go   what it rules out, and what the asker takes out
//	  firmname.go               names of families that look like trades
//	  stage.go, cues.go, cues.txt, headcount*.go   young or established, how large
//	  contradictions.go         what does not go together
//	evidence.go                 whether it is about anything that networks serve
//	corpus.go, facts.go         what each network holds, fact by fact
//	model.go, numbers.go, explained.go   the weights, by name and in words; model.json
//	postings.go                 who holds a concept or word, and how much it counts
//	score.go                    what each network has in common with the request
//	experience.go, cases.go     what was found to fit similar companies
//	roles.go, nearness.go       by kind of network, and by place
//	rank.go                     the best, and the shares that their scores are made of
//	reasons.go, recalled.go     the shares as reasons
//	sentence.go, texts.go       in words
//	portfolio.go, contact.go    who covers it together, and whom else to ask
//	related.go                  networks for networks, and what each is found for
//	errors.go                   what is wrong with a request
//	learn.go                    how judged companies become cases
//	concepts.go                 the concepts that are named in code
package match
