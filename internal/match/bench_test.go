package match

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/search"
)

// recombined makes n networks out of the fields of the real ones; the real ones
// come first.
func recombined(real []*profile.Network, n int) []*profile.Network {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func() *profile.Network { return real[random.IntN(len(real))] }
	networks := append([]*profile.Network{}, real[:min(n, len(real))]...)
	for i := len(networks); i < n; i++ {
		c := clone(pick())
		c.ID, c.Status, c.Successor, c.PartOf = fmt.Sprintf("made-%05d", i), "", "", ""
		seat, field, offer := pick(), pick(), pick()
		c.City, c.Postcode, c.Region, c.Reach = seat.City, seat.Postcode, seat.Region, seat.Reach
		c.Technologies, c.Applications = field.Technologies, field.Applications
		c.Industries, c.ValueChain = pick().Industries, pick().ValueChain
		c.Services, c.FounderSupport, c.TargetGroups = offer.Services, offer.FounderSupport, offer.TargetGroups
		networks = append(networks, c)
	}
	return networks
}

// BenchmarkMatch matches the firms of the development set and tells the cost
// against a search of three words with three facets in the same run.
func BenchmarkMatch(b *testing.B) {
	for _, n := range []int{274, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			networks := recombined(realdata.Load(b).Networks, n)
			m := corpusOf(b, networks).With(DefaultModel())
			_, requests := firms(b, "companies-dev.jsonl")
			searching := timeSearch(b, realdata.Load(b).EngineOver(b, networks))
			for i := 0; b.Loop(); i++ {
				if _, err := m.Match(context.Background(), requests[i%len(requests)]); err != nil {
					b.Fatal(err)
				}
			}
			matching := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(searching.Microseconds()), "µs/search")
			b.ReportMetric(float64(matching)/float64(searching), "searches/match")
		})
	}
}

// timeSearch is the mean cost of a search with three words and three facets.
func timeSearch(b *testing.B, e *search.Engine) time.Duration {
	queries := []string{"additive Fertigung Beratung", "Holz Forschung Netzwerk", "Medizintechnik Titan Zerspanung", "Software Gründung Kapital"}
	const rounds = 20
	var start time.Time
	for round := -1; round < rounds; round++ { // the first warms up
		if round == 0 {
			start = time.Now()
		}
		for _, q := range queries {
			if _, err := e.Search(context.Background(), search.Request{Query: q, Lang: "de", Limit: 10}); err != nil {
				b.Fatal(err)
			}
		}
	}
	return time.Since(start) / time.Duration(rounds*len(queries))
}

// BenchmarkWith weighs the corpus by a model, as every step of a fit does.
func BenchmarkWith(b *testing.B) {
	m := realMatcher(b)
	for b.Loop() {
		m.With(m.model)
	}
}

func BenchmarkRelated(b *testing.B) {
	m := realMatcher(b)
	for b.Loop() {
		if _, err := m.Related(context.Background(), "medicalmountains", "de", 10); err != nil {
			b.Fatal(err)
		}
	}
}
