package profile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Fault is one thing wrong with a record, and how to mend it.
type Fault struct {
	File    string `json:"file,omitempty"` // path of the file, or id of a record that came from none
	Line    int    `json:"line,omitempty"` // from 1; 0 when there is no file
	Field   string `json:"field"`          // e.g. activities[2].year, items counted from 0; "" for the whole file
	Problem string `json:"problem"`
	Fix     string `json:"fix"`
}

// String returns "file:line: field: problem; fix" without the parts that are
// not known.
func (f Fault) String() string {
	var b strings.Builder
	if f.File != "" {
		b.WriteString(f.File)
		if f.Line > 0 {
			b.WriteString(":" + strconv.Itoa(f.Line))
		}
		b.WriteString(": ")
	}
	if f.Field != "" {
		b.WriteString(f.Field + ": ")
	}
	return b.String() + f.Problem + "; " + f.Fix
}

// Faults are all the faults found at once, sorted by file and line.
type Faults []Fault

// Error returns one line per fault.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

func (fs Faults) sort() {
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}
