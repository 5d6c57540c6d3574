package search

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"clusterlotse/index/bleveindex"
	"clusterlotse/internal/profile"
)

// largeEnv names the variable that switches on the measurement with 100,000
// profiles: building them takes minutes and gigabytes.
const largeEnv = "BENCH_LARGE"

// recombined returns n networks, the same in every run: the given ones, and
// behind them such as take each group of fields from another of the given ones.
// Their words are those of the given ones: the dictionary and the number of
// concepts do not grow as they would in a real collection of that size.
func recombined(given []*profile.Network, n int) []*profile.Network {
	random := seeded(1)
	pick := func() *profile.Network { return given[random.IntN(len(given))] }
	networks := append([]*profile.Network{}, given[:min(n, len(given))]...)
	for i := len(networks); i < n; i++ {
		c, seat, field, offer := *pick(), pick(), pick(), pick()
		c.ID, c.Name = fmt.Sprintf("made-%06d", i), c.Name+" "+seat.City
		c.Status, c.Successor, c.PartOf = "", "", ""
		c.City, c.Postcode, c.Region, c.Reach = seat.City, seat.Postcode, seat.Region, seat.Reach
		c.Technologies, c.Applications = field.Technologies, field.Applications
		c.Industries, c.ValueChain = pick().Industries, pick().ValueChain
		c.Services, c.FounderSupport, c.TargetGroups = offer.Services, offer.FounderSupport, offer.TargetGroups
		networks = append(networks, &c)
	}
	return networks
}

// TestRecombined keeps the sizes comparable from one run to the next.
func TestRecombined(t *testing.T) {
	given := realConfig(t).Networks
	made, again := recombined(given, 2*len(given)), recombined(given, 2*len(given))
	seen := map[string]bool{}
	for i, n := range made {
		if i < len(given) && n != given[i] || n.Name != again[i].Name || n.City != again[i].City || seen[n.ID] {
			t.Fatalf("network %d: %q in %q, then %q in %q", i, n.Name, n.City, again[i].Name, again[i].City)
		}
		seen[n.ID] = true
	}
	if len(made) != 2*len(given) || len(recombined(given, 3)) != 3 {
		t.Errorf("made %d networks, want %d", len(made), 2*len(given))
	}
}

// BenchmarkAnalyzeProfile makes the document of one profile, which is nearly all
// of what a start with a stale index costs per profile.
func BenchmarkAnalyzeProfile(b *testing.B) {
	e := realEngine(b)
	for i := 0; b.Loop(); i++ {
		e.document(e.networks[i%len(e.networks)])
	}
}

// BenchmarkSize measures the same queries over collections of several sizes. The
// metric build-s is how long New took with an empty index, start-s with a fresh
// one.
func BenchmarkSize(b *testing.B) {
	for _, n := range []int{274, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 10_000 && os.Getenv(largeEnv) != "1" {
				b.Skipf("building %d profiles takes minutes and gigabytes: set %s=1", n, largeEnv)
			}
			e, build, start := sizedEngine(b, n)
			report := func(b *testing.B) {
				b.ReportMetric(build.Seconds(), "build-s")
				b.ReportMetric(start.Seconds(), "start-s")
			}
			for _, c := range []struct{ name, query string }{
				{"one-word", "Medizintechnik"}, {"three-words", "additive Fertigung Beratung"}, {"typo", "Medizntechnik"},
			} {
				b.Run(c.name, func(b *testing.B) {
					for b.Loop() {
						askFor(b, e, Request{Query: c.query, Lang: "de", Limit: 10})
					}
					report(b)
				})
			}
			for _, c := range []struct{ name, query string }{{"suggest", "mediz"}, {"suggest-letter", "m"}, {"suggest-typo", "medzin"}} {
				b.Run(c.name, func(b *testing.B) {
					for b.Loop() {
						suggest(b, e, c.query, 10)
					}
					report(b)
				})
			}
		})
	}
}

// sizedEngine builds an engine in memory over n networks and tells how long that
// took, and how long a second one took on the same index.
func sizedEngine(b *testing.B, n int) (e *Engine, build, start time.Duration) {
	b.Helper()
	c := realConfig(b)
	c.Networks = recombined(c.Networks, n)
	var err error
	if c.Index, err = bleveindex.OpenMemory(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Index.Close() })
	timed := func() time.Duration {
		began := time.Now()
		if e, _, err = New(context.Background(), c); err != nil {
			b.Fatal(err)
		}
		return time.Since(began)
	}
	build = timed()
	start = timed()
	return e, build, start
}
