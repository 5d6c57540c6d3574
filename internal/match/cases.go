package match

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"math"
)

// Case is an asker for whom people once decided which networks fit: a case in the
// sense of case-based reasoning (Aamodt and Plaza 1994).
type Case struct {
	// ID is that of the judged company, by which a measurement leaves its own
	// verdict out; no answer shows it.
	ID string `json:"id"`
	// Stage is how likely it was a young company, 0 to 1.
	Stage float64 `json:"stage"`
	// Concepts are what it named, as "scheme:id", and how much it is about each.
	Concepts map[string]float64 `json:"concepts"`
	// Grades are 1 to 3 by network, higher for one that fits better.
	Grades map[string]int `json:"grades"`
	// Considered says how far up each network stood that was ever graded, 0 or more
	// and as much over all cases as the grades' gains: one that stands high for
	// similar askers and is never named must not rise.
	Considered map[string]float64 `json:"considered"`
}

//go:embed experience.jsonl
var experienceJSON []byte

// DefaultCases returns the cases that the program ships with.
func DefaultCases() []Case {
	cases, err := ReadCases(bytes.NewReader(experienceJSON))
	if err != nil {
		panic("match: the embedded experience is broken: " + err.Error())
	}
	return cases
}

// ReadCases reads one case a line, as WriteCases writes them. Errors name the
// line.
func ReadCases(r io.Reader) ([]Case, error) {
	var cases []Case
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	for line := 1; scanner.Scan(); line++ {
		var c Case
		if err := json.Unmarshal(scanner.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("experience, line %d: %w", line, err)
		}
		cases = append(cases, c)
	}
	return cases, scanner.Err()
}

// WriteCases writes one case a line.
func WriteCases(w io.Writer, cases []Case) error {
	encoder := json.NewEncoder(w)
	for i := range cases {
		if err := encoder.Encode(&cases[i]); err != nil {
			return fmt.Errorf("experience: %w", err)
		}
	}
	return nil
}

// gain is what a grade is worth, 0 to 1, as in nDCG.
func gain(grade int) float64 { return (math.Exp2(float64(grade)) - 1) / 7 }
