package indextest

import (
	"fmt"

	"pgregory.net/rapid"

	"clusterlotse/index"
)

// The generators draw from few names and values, so that things meet: a small
// dictionary with an unknown entry, fields documents lack, places on a grid.
var (
	textNames    = rapid.SampledFrom([]string{"body", "name", "nothing"})
	keywordNames = rapid.SampledFrom([]string{"colour", "size", "body", "nothing"})
	words        = rapid.SampledFrom([]string{"x", "y", "z", "xy", "zz", "ä", "unknown"})
	values       = rapid.SampledFrom([]string{"red", "blue", "green", "two words", "unknown"})
	boosts       = rapid.SampledFrom([]float64{0, 0, 1, 0.5, 2, 3.25, -1})
	points       = rapid.Custom(func(t *rapid.T) index.Point {
		return index.Point{
			Lat: float64(rapid.IntRange(470, 500).Draw(t, "lat")) / 10,
			Lon: float64(rapid.IntRange(75, 105).Draw(t, "lon")) / 10,
		}
	})
)

func documents(least, most int) *rapid.Generator[[]index.Document] {
	return rapid.SliceOfNDistinct(document, least, most, func(d index.Document) string { return d.ID })
}

var document = rapid.Custom(func(t *rapid.T) index.Document {
	d := index.Document{
		ID:       fmt.Sprintf("id%d", rapid.IntRange(0, 60).Draw(t, "id")),
		Text:     map[string][]string{},
		Keywords: map[string][]string{},
	}
	for _, name := range []string{"body", "name"} {
		if rapid.IntRange(0, 3).Draw(t, "has "+name) > 0 {
			d.Text[name] = rapid.SliceOfN(words.Filter(known), 0, 12).Draw(t, name)
		}
	}
	for _, name := range []string{"colour", "size", "body"} {
		d.Keywords[name] = rapid.SliceOfN(values.Filter(known), 0, 3).Draw(t, name)
	}
	if rapid.Bool().Draw(t, "has point") {
		p := points.Draw(t, "point")
		d.Point = &p
	}
	return d
})

func known(s string) bool { return s != "unknown" }

// clauseOf draws a clause tree of at most this depth.
func clauseOf(depth int) *rapid.Generator[index.Clause] {
	return rapid.Custom(func(t *rapid.T) index.Clause {
		c := index.Clause{Boost: boosts.Draw(t, "boost")}
		if rapid.Bool().Draw(t, "has label") {
			c.Label = rapid.SampledFrom([]string{"one", "two"}).Draw(t, "label")
		}
		c.Op = rapid.SampledFrom([]index.Op{index.OpTerm, index.OpKeyword, index.OpAny, index.OpSum, index.OpAll, index.OpLead}).Draw(t, "op")
		if depth == 0 && c.Op > index.OpKeyword {
			c.Op = index.OpTerm
		}
		switch c.Op {
		case index.OpTerm:
			c.Field, c.Term = textNames.Draw(t, "field"), words.Draw(t, "term")
		case index.OpKeyword:
			c.Field, c.Term = keywordNames.Draw(t, "field"), values.Draw(t, "value")
		default:
			c.Children = rapid.SliceOfN(clauseOf(depth-1), 0, 4).Draw(t, "children")
			c.MinMatch = rapid.IntRange(-1, 3).Draw(t, "min match")
			c.Coord = rapid.SampledFrom([]float64{0, 0, 0.5, 1}).Draw(t, "coord")
		}
		return c
	})
}

var filter = rapid.Custom(func(t *rapid.T) index.Filter {
	return index.Filter{
		Field:  keywordNames.Draw(t, "field"),
		Values: rapid.SliceOfN(values, 0, 3).Draw(t, "values"),
		Not:    rapid.Bool().Draw(t, "not"),
	}
})

var query = rapid.Custom(func(t *rapid.T) index.Query {
	q := index.Query{
		Filters: rapid.SliceOfN(filter, 0, 3).Draw(t, "filters"),
		Limit:   rapid.IntRange(-1, 30).Draw(t, "limit"),
		Offset:  rapid.IntRange(-1, 10).Draw(t, "offset"),
		Explain: rapid.Bool().Draw(t, "explain"),
	}
	if rapid.IntRange(0, 5).Draw(t, "has clause") > 0 {
		c := clauseOf(3).Draw(t, "clause")
		q.Clause = &c
	}
	for range rapid.IntRange(0, 2).Draw(t, "rules") {
		q.Rules = append(q.Rules, index.Rule{
			Filter: filter.Draw(t, "rule"),
			Factor: rapid.SampledFrom([]float64{0, 0.001, 0.5, 1, 2}).Draw(t, "factor"),
		})
	}
	for range rapid.IntRange(0, 3).Draw(t, "facets") {
		q.Facets = append(q.Facets, index.FacetRequest{
			Field: keywordNames.Draw(t, "facet"), Size: rapid.IntRange(0, 3).Draw(t, "size"),
		})
	}
	if rapid.Bool().Draw(t, "has within") {
		q.Within = &index.Circle{
			Center: points.Draw(t, "centre"), Km: rapid.Float64Range(1, 300).Draw(t, "km"), Exempt: exemption(t),
		}
	}
	if rapid.Bool().Draw(t, "has near") {
		q.Near = &index.Near{
			Center: points.Draw(t, "centre"), ScaleKm: rapid.Float64Range(1, 200).Draw(t, "scale"),
			OffsetKm: rapid.SampledFrom([]float64{0, 0, 25}).Draw(t, "offset km"),
			Floor:    rapid.Float64Range(0, 1).Draw(t, "floor"), Exempt: exemption(t),
			ExemptFactor: rapid.Float64Range(0, 2).Draw(t, "exempt factor"),
		}
	}
	return q
})

func exemption(t *rapid.T) *index.Filter {
	if rapid.Bool().Draw(t, "has exemption") {
		return nil
	}
	f := filter.Draw(t, "exemption")
	return &f
}

var changes = rapid.Custom(func(t *rapid.T) index.Changes {
	c := index.Changes{
		Replace:     rapid.IntRange(0, 4).Draw(t, "replace") == 0,
		Put:         documents(0, 15).Draw(t, "put"),
		Fingerprint: rapid.StringMatching(`[a-z]{0,3}`).Draw(t, "fingerprint"),
	}
	for _, n := range rapid.SliceOfN(rapid.IntRange(0, 60), 0, 8).Draw(t, "delete") {
		c.Delete = append(c.Delete, fmt.Sprintf("id%d", n))
	}
	return c
})
