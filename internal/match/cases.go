package match

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"clusterlotse/internal/jsonl"
)

// Case is an asker for whom people once decided which networks fit: a case in the
// sense of case-based reasoning (Aamodt and Plaza 1994).
type Case struct {
	// ID is that of the judged company, by which a measurement leaves its own
	// verdict out; no answer shows it.
	ID string `json:"id"`
	// Stage is how likely it was a young company, 0 to 1.
	Stage float64 `json:"stage"`
	// Concepts are what it named, as "scheme:id", and how much it is about each,
	// above 0.
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

// ReadCases reads one case a line, as WriteCases writes them; none from an empty
// list. Keys that no case has and values out of their range are errors, which name
// the line.
func ReadCases(r io.Reader) ([]Case, error) {
	cases, err := jsonl.ReadBy(r, func(line []byte, c *Case) error {
		if err := decodeStrictly(line, c); err != nil {
			return err
		}
		return c.check()
	})
	if err != nil {
		return nil, fmt.Errorf("experience, %w", err)
	}
	return cases, nil
}

// decodeStrictly reads the one JSON value of raw, and refuses keys that v does not
// have.
func decodeStrictly(raw []byte, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(v); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value")
	}
	return nil
}

// check holds a case to the ranges of its fields. What it names first of several
// faults is left to chance.
func (c *Case) check() error {
	if c.ID == "" {
		return errors.New("a case without an id cannot be left out")
	}
	if !(c.Stage >= 0 && c.Stage <= 1) {
		return fmt.Errorf("stage is %v; want 0 to 1", c.Stage)
	}
	for name, weight := range c.Concepts {
		if !strings.Contains(name, ":") {
			return fmt.Errorf("concept %q; want scheme:id", name)
		}
		if !isPositive(weight) {
			return fmt.Errorf("concept %q has weight %v; want a number above 0", name, weight)
		}
	}
	for id, grade := range c.Grades {
		if grade < 1 || grade > maxGrade {
			return fmt.Errorf("network %q has grade %d; want 1 to %d", id, grade, maxGrade)
		}
	}
	for id, v := range c.Considered {
		if v != 0 && !isPositive(v) {
			return fmt.Errorf("network %q was considered %v; want a number from 0 on", id, v)
		}
	}
	return nil
}

// isPositive tells whether a number is finite and above 0.
func isPositive(v float64) bool { return v > 0 && !math.IsInf(v, 1) }

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

// maxGrade is the grade of a network that is exactly what was asked for.
const maxGrade = 3

// Gain is what a grade is worth in nDCG, 0 for 0: 2^grade − 1 (Järvelin and
// Kekäläinen 2002).
func Gain(grade int) float64 { return math.Exp2(float64(grade)) - 1 }

// gain is what a grade is worth against the best one, 0 to 1.
func gain(grade int) float64 { return Gain(grade) / Gain(maxGrade) }
