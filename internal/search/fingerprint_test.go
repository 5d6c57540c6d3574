package search

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestFingerprintNamesWhatChanged(t *testing.T) {
	now := Fingerprint{Format: 1, Mapping: "m", Words: "w", Vocabulary: "v", Places: "p", Catalogue: "c"}
	changed := func(change func(*Fingerprint)) string {
		f := now
		change(&f)
		return f.String()
	}
	for name, c := range map[string]struct{ stored, want string }{
		"same":       {now.String(), ""},
		"none":       {"", "there is no index yet"},
		"torn":       {"{", "the index does not say what it was made of"},
		"format":     {changed(func(f *Fingerprint) { f.Format++ }), "the format changed"},
		"mapping":    {changed(func(f *Fingerprint) { f.Mapping = "x" }), "the mapping changed"},
		"words":      {changed(func(f *Fingerprint) { f.Words = "x" }), "the word lists changed"},
		"vocabulary": {changed(func(f *Fingerprint) { f.Vocabulary = "x" }), "the vocabulary changed"},
		"places":     {changed(func(f *Fingerprint) { f.Places = "x" }), "the places changed"},
		"profiles":   {changed(func(f *Fingerprint) { f.Catalogue = "x" }), "the profiles changed"},
		"two":        {changed(func(f *Fingerprint) { f.Words, f.Catalogue = "x", "x" }), "the word lists and the profiles changed"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := now.Stale(c.stored); got != c.want {
				t.Errorf("Stale = %q, want %q", got, c.want)
			}
		})
	}
}

func TestHashDirSeesNamesContentsAndBorders(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	base := fstest.MapFS{"d/a": file("one"), "d/b": file("two"), "other": file("x")}
	first, err := HashDir(base, "d")
	if err != nil || len(first) != 16 {
		t.Fatalf("HashDir = %q, %v", first, err)
	}
	for name, fs := range map[string]fstest.MapFS{
		"content": {"d/a": file("one"), "d/b": file("twO")},
		"name":    {"d/a": file("one"), "d/c": file("two")},
		"border":  {"d/a": file("onet"), "d/b": file("wo")},
		"more":    {"d/a": file("one"), "d/b": file("two"), "d/c": file("")},
	} {
		if got, _ := HashDir(fs, "d"); got == first {
			t.Errorf("a change of %s goes unseen", name)
		}
	}
	same := fstest.MapFS{"d/b": file("two"), "d/a": file("one"), "other": file("y")}
	if got, _ := HashDir(same, "d"); got != first {
		t.Errorf("what stands outside the folder counts")
	}
	if _, err := HashDir(base, "missing"); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("HashDir of a missing folder: %v", err)
	}
}
