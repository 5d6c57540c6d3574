package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clusterlotse/index"
)

var ctx = context.Background()

func mustOpen(t *testing.T, dir string) *Index {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// numbered is the content of build n: 20 + n%5 documents with the keyword n.
func numbered(n int) index.Changes {
	c := index.Changes{Replace: true, Fingerprint: fmt.Sprint(n)}
	for i := range 20 + n%5 {
		c.Put = append(c.Put, index.Document{
			ID:       fmt.Sprintf("doc %d", i),
			Text:     map[string][]string{"body": {"x", fmt.Sprintf("word%d", i)}},
			Keywords: map[string][]string{"n": {fmt.Sprint(n)}},
		})
	}
	return c
}

// wantNumbered checks that the index holds the whole of build n and no more.
func wantNumbered(t *testing.T, x *Index, n int) {
	t.Helper()
	want := index.State{Fingerprint: fmt.Sprint(n), Documents: 20 + n%5}
	if got, err := x.State(ctx); err != nil || got != want {
		t.Fatalf("state %+v, %v, want %+v", got, err, want)
	}
	clause := index.Clause{Op: index.OpTerm, Field: "body", Term: "x"}
	r, err := x.Search(ctx, index.Query{Clause: &clause, Filters: []index.Filter{{Field: "n", Values: []string{fmt.Sprint(n)}}}})
	if err != nil || r.Total != want.Documents {
		t.Fatalf("found %d, %v, want %d", r.Total, err, want.Documents)
	}
}

func wantVirgin(t *testing.T, x *Index) {
	t.Helper()
	if got, err := x.State(ctx); err != nil || got != (index.State{}) {
		t.Fatalf("state %+v, %v, want an empty one", got, err)
	}
}

// names lists the entries of an index directory.
func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// current returns a damage that overwrites CURRENT.
func current(content string) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) { put(t, filepath.Join(dir, currentFile), content) }
}

// damages are ways to spoil a directory with one generation.
var damages = map[string]func(t *testing.T, dir string){
	"no CURRENT":           func(_ *testing.T, dir string) { os.Remove(filepath.Join(dir, currentFile)) },
	"empty CURRENT":        current(""),
	"binary CURRENT":       current("\x00\xff"),
	"other JSON":           current(`[1]`),
	"other layout":         current(`{"layout":999,"generation":"","fingerprint":"7","documents":0}`),
	"generation lost":      current(`{"layout":1,"generation":"generation-99","fingerprint":"7","documents":22}`),
	"generation elsewhere": current(`{"layout":1,"generation":"generation-/../..","fingerprint":"7","documents":22}`),
	"CURRENT is a folder": func(t *testing.T, dir string) {
		os.Remove(filepath.Join(dir, currentFile))
		os.Mkdir(filepath.Join(dir, currentFile), 0o755)
	},
	"torn CURRENT": func(t *testing.T, dir string) { truncate(t, filepath.Join(dir, currentFile)) },
	"generation deleted": func(t *testing.T, dir string) {
		os.RemoveAll(filepath.Dir(files(t, dir)[0]))
	},
	"file deleted": func(t *testing.T, dir string) { os.Remove(files(t, dir)[0]) },
	"files torn": func(t *testing.T, dir string) {
		for _, f := range files(t, dir) {
			truncate(t, f)
		}
	},
	"file added": func(t *testing.T, dir string) {
		put(t, filepath.Join(filepath.Dir(files(t, dir)[0]), "more"), "x")
	},
	"bit flipped": func(t *testing.T, dir string) {
		f := files(t, dir)[0]
		data, _ := os.ReadFile(f)
		data[len(data)/2] ^= 1
		put(t, f, string(data))
	},
}

func TestDamagedDirectoryOpensEmptyAndIsUsable(t *testing.T) {
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			x := mustOpen(t, dir)
			if err := x.Apply(ctx, numbered(7)); err != nil {
				t.Fatal(err)
			}
			x.Close()
			damage(t, dir)
			x = mustOpen(t, dir)
			wantVirgin(t, x)
			err := x.Apply(ctx, numbered(8))
			if name == "CURRENT is a folder" {
				if err == nil {
					t.Error("Apply overwrote a folder")
				}
				wantVirgin(t, x)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			wantNumbered(t, x, 8)
			x.Close()
			wantNumbered(t, mustOpen(t, dir), 8)
		})
	}
}

// files lists the files of the only generation, of which there are several.
func files(t *testing.T, dir string) []string {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(dir, generationPrefix+"*", "*"))
	if len(found) < 2 {
		t.Fatalf("files of the generation: %q", found)
	}
	return found
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func truncate(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err == nil {
		err = os.Truncate(path, info.Size()/2)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestRubbishIsRemovedOrLeftAlone(t *testing.T) {
	dir := t.TempDir()
	x := mustOpen(t, dir)
	if err := x.Apply(ctx, numbered(3)); err != nil {
		t.Fatal(err)
	}
	x.Close()
	for _, folder := range []string{buildPrefix + "12", generationPrefix + "40", generationPrefix + "other", "mine"} {
		os.MkdirAll(filepath.Join(dir, folder, "store"), 0o755)
	}
	put(t, filepath.Join(dir, "notes.txt"), "mine")
	put(t, filepath.Join(dir, currentFile+".new"), "{")
	x = mustOpen(t, dir)
	wantNumbered(t, x, 3)
	if got, want := fmt.Sprint(names(t, dir)), fmt.Sprint([]string{currentFile, lockFile, generationPrefix + "1", "mine", "notes.txt"}); got != want {
		t.Errorf("after Open there are %s, want %s", got, want)
	}
	if err := x.Apply(ctx, numbered(4)); err != nil {
		t.Fatal(err)
	}
	wantNumbered(t, x, 4)
	if got, want := fmt.Sprint(names(t, dir)), fmt.Sprint([]string{currentFile, lockFile, generationPrefix + "41", "mine", "notes.txt"}); got != want {
		t.Errorf("after Apply there are %s, want %s", got, want)
	}
}

func TestLockedDirectory(t *testing.T) {
	dir := t.TempDir()
	x := mustOpen(t, dir)
	if _, err := Open(dir); !errors.Is(err, index.ErrLocked) {
		t.Errorf("second Open = %v, want %v", err, index.ErrLocked)
	}
	if err := x.Apply(ctx, numbered(1)); err != nil {
		t.Errorf("a refused Open did harm: %v", err)
	}
	x.Close()
	wantNumbered(t, mustOpen(t, dir), 1)
}

func TestUnusableDirectory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "")
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		_, err := Open(dir)
		if err == nil || errors.Is(err, index.ErrLocked) || !strings.Contains(err.Error(), dir) {
			t.Errorf("Open(%q) = %v, want an error that names it", dir, err)
		}
	}
	if os.Getuid() == 0 {
		return // to root every directory is writable
	}
	sealed := filepath.Join(t.TempDir(), "sealed")
	os.Mkdir(sealed, 0o555)
	if _, err := Open(sealed); !errors.Is(err, os.ErrPermission) {
		t.Errorf("Open of a sealed directory = %v, want %v", err, os.ErrPermission)
	}
}

func TestFailedApplyOnDiskChangesNothing(t *testing.T) {
	dir := t.TempDir()
	x := mustOpen(t, dir)
	if err := x.Apply(ctx, numbered(1)); err != nil {
		t.Fatal(err)
	}
	// A folder that is not empty lies where CURRENT would be written first.
	block := filepath.Join(dir, currentFile+".new")
	os.MkdirAll(filepath.Join(block, "full"), 0o755)
	if err := x.Apply(ctx, numbered(2)); err == nil {
		t.Error("Apply without CURRENT: no error")
	}
	wantNumbered(t, x, 1)
	os.RemoveAll(block)
	if got, want := fmt.Sprint(names(t, dir)), fmt.Sprint([]string{currentFile, lockFile, generationPrefix + "1"}); got != want {
		t.Errorf("a failed Apply left %s, want %s", got, want)
	}
	if err := x.Apply(ctx, numbered(3)); err != nil {
		t.Fatal(err)
	}
	x.Close()
	wantNumbered(t, mustOpen(t, dir), 3)
}
