package relevance

// CompanyOutcome is how well one company was served.
type CompanyOutcome struct {
	// NDCG10 is nDCG@10 on the company's grades, 0 to 1, and 0 without any.
	NDCG10 float64
	// Rank is that of the first membership, 0 when none was named.
	Rank int
	// Judged says that the company has grades, Member that it has memberships.
	Judged, Member bool
	// Ranking are the ids of the networks named, best first.
	Ranking []string
}

// CompanyScores are the means over all judged companies: nDCG@10 on the grades
// of those that have any, the others on the memberships of those that have any.
type CompanyScores struct {
	// N is how many companies there are, with grades and memberships or without.
	N int `json:"n"`
	// NDCG10 is nDCG@10, MRR the mean reciprocal rank of the first membership, each 0
	// to 1.
	NDCG10 float64 `json:"ndcg10"`
	MRR    float64 `json:"mrr"`
	// The shares of companies, 0 to 1, to whom a membership was named first, among
	// the first five, among the first ten.
	Hit1  float64 `json:"hit1"`
	Hit5  float64 `json:"hit5"`
	Hit10 float64 `json:"hit10"`
}

// yardstick is what the answers to a company are measured by.
type yardstick struct {
	judged bool
	grades map[string]int
	wanted map[string]bool
}

func (c *Company) yardstick() yardstick {
	y := yardstick{judged: len(c.Relevant) > 0, grades: grades(c.Relevant), wanted: map[string]bool{}}
	for _, m := range c.Memberships {
		y.wanted[m.NetworkID] = true
	}
	return y
}

// outcome measures the networks named, best first.
func (y *yardstick) outcome(ranking []string) CompanyOutcome {
	return CompanyOutcome{
		NDCG10: NDCG(ranking, y.grades), Rank: FirstRank(ranking, y.wanted), Ranking: ranking,
		Judged: y.judged, Member: len(y.wanted) > 0,
	}
}

// Mean is the mean of outcomes: of nDCG@10 over those that are judged, of the
// other figures over the members. A figure that nobody has is 0.
func Mean(outcomes []CompanyOutcome) *CompanyScores {
	s := &CompanyScores{N: len(outcomes)}
	judged, members := 0, 0
	for _, o := range outcomes {
		if o.Judged {
			judged++
			s.NDCG10 += o.NDCG10
		}
		if o.Member {
			members++
			s.addRank(o.Rank)
		}
	}
	s.divide(judged, members)
	return s
}

func (s *CompanyScores) addRank(rank int) {
	if rank == 0 {
		return
	}
	s.MRR += 1 / float64(rank)
	if rank <= 1 {
		s.Hit1++
	}
	if rank <= 5 {
		s.Hit5++
	}
	if rank <= 10 {
		s.Hit10++
	}
}

// divide turns sums into means over the companies that have grades and those
// that have memberships.
func (s *CompanyScores) divide(judged, members int) {
	s.NDCG10 /= float64(max(judged, 1))
	for _, v := range s.figures()[1:] {
		*v /= float64(max(members, 1))
	}
}

// figures are all that is measured, nDCG@10 first.
func (s *CompanyScores) figures() []*float64 {
	return []*float64{&s.NDCG10, &s.MRR, &s.Hit1, &s.Hit5, &s.Hit10}
}

// meanOf is the mean over folds, each counting the same.
func meanOf(folds []CompanyScores) CompanyScores {
	var mean CompanyScores
	for _, f := range folds {
		mean.N += f.N
		for i, v := range mean.figures() {
			*v += *f.figures()[i] / float64(len(folds))
		}
	}
	return mean
}
