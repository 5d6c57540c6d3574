// Package relevance measures how good the answers are: judged queries and
// companies in, nDCG, MRR and hit@k out. It also fits the numbers of the matching
// to them.
//
// Begin with ReadQueries and EvaluateQueries, or with ReadCompanies, NewBench,
// Bench.Run and Mean. Measures follow Järvelin and Kekäläinen 2002 (nDCG, gain
// 2^grade − 1, discount log2) and Voorhees 1999 (MRR).
package relevance
