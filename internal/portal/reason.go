package portal

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
)

// matchView is a match with its score and reasons in points of a hundred.
type matchView struct {
	cardView
	// Sentence says why the network fits, in one.
	Sentence string
	Points   int
	// Reasons are the weightiest, More the others.
	Reasons, More []reasonView
	Missing       []string
}

// reasonView is a reason; Evidence is empty when Text quotes it already. Explained
// is the page that says where it comes from, for one that no fact of the profile
// stands behind.
type reasonView struct {
	Text         string
	Evidence     string
	EvidenceLang string
	Explained    string
	Points       int
	// Share is the part of the match's points, in hundredths.
	Share   int
	Sources []sourceView
}

const (
	maxReasons       = 5
	maxReasonSources = 2
)

// maxEvidence is how many characters of a fact are quoted.
const maxEvidence = 200

func (p *Portal) matchView(pg *page, m match.Match) matchView {
	view := matchView{
		cardView: p.cardView(pg, m.Network, m.DistanceKm),
		Sentence: m.Sentence,
		Points:   int(math.Round(m.Score * 100)),
		Missing:  m.Missing,
	}
	scores := make([]float64, len(m.Reasons))
	for i, r := range m.Reasons {
		scores[i] = r.Score
	}
	points := share(scores, view.Points)
	for i, r := range m.Reasons {
		shown := reasonView{Text: r.Text, Evidence: profile.Shorten(r.Evidence, maxEvidence), EvidenceLang: "de", Points: points[i], Share: points[i] * 100 / max(1, view.Points)}
		if strings.HasSuffix(r.Text, r.Evidence) {
			shown.Evidence = ""
		}
		if r.Field == "reach" || r.Field == "phases" {
			shown.EvidenceLang = pg.Lang // keys of the data, shown in words
		}
		if r.Feature == string(match.Recalled) {
			shown.EvidenceLang, shown.Explained = pg.Lang, pg.Link("/ranking")+"#experience"
		} else {
			sources := sourceViews(m.Network.SourcesFor(r.Field))
			shown.Sources = sources[:min(len(sources), maxReasonSources)]
		}
		view.Reasons = append(view.Reasons, shown)
	}
	if len(view.Reasons) > maxReasons+1 { // one reason alone is not worth a fold
		view.Reasons, view.More = view.Reasons[:maxReasons], view.Reasons[maxReasons:]
	}
	return view
}

// share rounds scores to points that sum to total, by largest remainder, so
// that the reasons shown add up to the score shown.
func share(scores []float64, total int) []int {
	points := make([]int, len(scores))
	order := make([]int, len(scores))
	left := total
	for i, s := range scores {
		points[i], order[i] = int(s*100), i
		left -= points[i]
	}
	rest := func(i int) float64 { return scores[i]*100 - float64(points[i]) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest(b), rest(a)) })
	for _, i := range order[:max(0, min(left, len(order)))] {
		points[i]++
	}
	return points
}
