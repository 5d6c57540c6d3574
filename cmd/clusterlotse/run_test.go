package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// full is a disk without room.
type full struct{ written int }

var errFull = errors.New("no room")

func (f *full) Write(p []byte) (int, error) {
	f.written++
	return 0, errFull
}

func TestRunTellsThatTheOutputFailed(t *testing.T) {
	for _, args := range [][]string{{"analyze", "Haus"}, {"analyze", "--json", "Haus"}, {"check"}, {"check", "--json"}} {
		out := &full{}
		err := run(context.Background(), args, strings.NewReader(""), out, io.Discard)
		if !errors.Is(err, errFull) || out.written != 1 {
			t.Errorf("%v: %v after %d writes", args, err, out.written)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, tt := range []struct {
		name   string
		err    error
		status int
		want   string
	}{
		{"fine", nil, 0, ""},
		{"failed", errors.New("no such file"), 1, "clusterlotse: no such file\n"},
		{"in one line", errors.Join(errors.New("a"), errors.New("b")), 1, "clusterlotse: a; b\n"},
		{"wrong usage", usage(&search.InputError{Field: "near", Problem: "Unknown.", Fix: "Name another."}), 2, "clusterlotse: --near: Unknown. Name another.\n"},
		{"wrong words", usage(&search.InputError{Field: "q", Problem: "Long.", Fix: "Cut."}), 2, "clusterlotse: <query>: Long. Cut.\n"},
		{"not the asker's", usage(errors.New("index gone")), 1, "clusterlotse: index gone\n"},
		{"faults", profile.Faults{{File: "a", Line: 1, Problem: "x", Fix: "y"}, {File: "b", Line: 2, Field: "f", Problem: "z", Fix: "y"}}, 1,
			"a:1: x; y\nb:2: f: z; y\nclusterlotse: faults in the data: 2\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			if got := status(tt.err, &out); got != tt.status || out.String() != tt.want {
				t.Errorf("status %d, %q", got, out.String())
			}
		})
	}
}

// TestArgumentsAreText holds that bytes that are no text are refused and not
// taken for a text that nothing fits.
func TestArgumentsAreText(t *testing.T) {
	err := run(t.Context(), []string{"match", "\xff"}, nil, io.Discard, io.Discard)
	if !errors.Is(err, errUsage) || !strings.Contains(err.Error(), "argument 2") {
		t.Errorf("error %v", err)
	}
}
