package relevance

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// wish is a line of a query script: a query and the networks that must stand in
// its top ten.
type wish struct {
	line  int
	query string
	ids   []string
}

// readScript reads lines of the form `query => id id …`. Lines that are empty or
// begin with # say nothing.
func readScript(r io.Reader) ([]wish, error) {
	var wishes []wish
	s := bufio.NewScanner(r)
	for number := 1; s.Scan(); number++ {
		line := strings.TrimSpace(s.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		query, ids, ok := strings.Cut(line, "=>")
		w := wish{number, strings.TrimSpace(query), strings.Fields(ids)}
		if !ok || w.query == "" || len(w.ids) == 0 {
			return nil, fmt.Errorf("line %d: want `query => network network`", number)
		}
		wishes = append(wishes, w)
	}
	return wishes, s.Err()
}

// TestQueryScripts runs testdata/queries/*.txt.
func TestQueryScripts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "queries", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { runScript(t, file) })
	}
}

func runScript(t *testing.T, file string) {
	h := realHouse(t)
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	wishes, err := readScript(f)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, w := range wishes {
		got, err := firstPage(t.Context(), h.engine, w.query)
		if err != nil {
			t.Errorf("%s:%d: %v", file, w.line, err)
			continue
		}
		for _, id := range w.ids {
			if _, _, ok := h.engine.Network(id); !ok {
				t.Errorf("%s:%d: there is no network %s", file, w.line, id)
			} else if !slices.Contains(got[:min(cutoff, len(got))], id) {
				t.Errorf("%s:%d: %q does not find %s; it finds %s", file, w.line, w.query, id, strings.Join(got, " "))
			}
		}
	}
}

func TestReadScript(t *testing.T) {
	got, err := readScript(strings.NewReader("# why\n\n a b => x  y\n"))
	if err != nil || len(got) != 1 || got[0].line != 3 || got[0].query != "a b" || !slices.Equal(got[0].ids, []string{"x", "y"}) {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, bad := range []string{"a", "=> x", "a =>"} {
		if _, err := readScript(strings.NewReader("\n" + bad)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
