// Package relevance measures how good the answers are: judged queries and
// companies in, nDCG, MRR and hit@k out.
//
// Begin with ReadQueries and ReadCompanies, then Evaluate. Measures follow
// Järvelin and Kekäläinen 2002 (nDCG, gain 2^grade − 1, discount log2) and
// Voorhees 1999 (MRR). The package asks through two functions, so that any
// searcher or matcher can be measured.
package relevance
