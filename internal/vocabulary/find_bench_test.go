package vocabulary_test

import (
	"strings"
	"testing"

	"clusterlotse/data"
	"clusterlotse/internal/profile"
)

// BenchmarkFind reads the concepts out of the summaries and services of all
// profiles, one profile an operation.
func BenchmarkFind(b *testing.B) {
	v := realVocabulary(b)
	networks, err := profile.Read(data.FS, "networks")
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	for _, n := range networks {
		texts = append(texts, n.SummaryDE+" "+strings.Join(n.Services, ", "))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		v.Find(texts[i%len(texts)])
	}
}
