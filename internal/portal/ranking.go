package portal

import (
	"math"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
)

// RankingRow is one weight of the order of results as its page shows it: a name
// and an explanation in the reader's language, and the number in force.
type RankingRow struct {
	Name, Text string
	Value      float64
}

// rankingView explains the order; Rows is empty when the weights are not known.
type rankingView struct {
	Rows              []rankingRow
	DataDate, Version string
}

type rankingRow struct {
	RankingRow
	Number string
	// Share is the number against the largest, in hundredths.
	Share int
}

func (p *Portal) ranking(c *gin.Context) {
	pg := p.newPage(c, "ranking")
	view := rankingView{DataDate: p.DataDate, Version: p.Version}
	if p.Ranking != nil {
		rows := p.Ranking(pg.Lang)
		largest := 0.0
		for _, r := range rows {
			largest = max(largest, math.Abs(r.Value))
		}
		for _, r := range rows {
			row := rankingRow{RankingRow: r, Number: decimalIn(pg.Lang, r.Value)}
			if largest > 0 {
				row.Share = int(math.Round(math.Abs(r.Value) / largest * 100))
			}
			view.Rows = append(view.Rows, row)
		}
	}
	pg.Title = pg.locale.text("ranking.title")
	pg.Data = view
	p.render(c, http.StatusOK, "ranking", pg)
}

// decimalIn writes a number to at most three places, with the decimal mark of
// the language.
func decimalIn(lang string, v float64) string {
	text := []byte(strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64))
	for i := range text {
		if text[i] == '.' && lang == "de" {
			text[i] = ','
		}
	}
	return string(text)
}
