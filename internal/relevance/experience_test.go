package relevance

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"clusterlotse/internal/match"
)

// TestExperience holds the shipped experience to the judged companies that it was
// learnt from. Run it with -update to learn anew.
func TestExperience(t *testing.T) {
	h := realHouse(t)
	companies := append(companiesOf(t, "companies-dev"), companiesOf(t, "companies-own")...)
	cases, err := h.benchOf(companies, "de").Learn()
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := match.WriteCases(&got, cases); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("..", "match", "experience.jsonl")
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the experience is stale; look at what changed and run: make golden")
	}
}
