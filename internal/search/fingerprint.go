package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

// formatVersion changes when documents are made in another way from the same
// profile by a change of code that no other part of the fingerprint shows.
const formatVersion = 2

// Fingerprint says of what an index was made. Two equal fingerprints mean that
// a rebuild would give the same index.
type Fingerprint struct {
	Format     int    `json:"format"`
	Mapping    string `json:"mapping"`
	Words      string `json:"words"`
	Vocabulary string `json:"vocabulary"`
	Places     string `json:"places"`
	Catalogue  string `json:"catalogue"`
}

// String is the form in which an index keeps the fingerprint.
func (f Fingerprint) String() string {
	raw, _ := json.Marshal(f) // a struct of strings and numbers cannot fail
	return string(raw)
}

// Stale names why an index with the stored fingerprint must be rebuilt to serve
// f, in words for the log; empty when it need not be.
func (f Fingerprint) Stale(stored string) string {
	if stored == "" {
		return "there is no index yet"
	}
	var old Fingerprint
	if err := json.Unmarshal([]byte(stored), &old); err != nil {
		return "the index does not say what it was made of"
	}
	var reasons []string
	for _, c := range []struct {
		what    string
		changed bool
	}{
		{"the format", old.Format != f.Format},
		{"the mapping", old.Mapping != f.Mapping},
		{"the word lists", old.Words != f.Words},
		{"the vocabulary", old.Vocabulary != f.Vocabulary},
		{"the places", old.Places != f.Places},
		{"the profiles", old.Catalogue != f.Catalogue},
	} {
		if c.changed {
			reasons = append(reasons, c.what)
		}
	}
	if len(reasons) == 0 {
		return ""
	}
	return strings.Join(reasons, " and ") + " changed"
}

// mappingHash is the fingerprint of the text fields.
func mappingHash() string {
	h := sha256.New()
	for _, f := range textFields {
		fmt.Fprintln(h, f.name, f.lang)
		for _, fact := range f.facts {
			fmt.Fprintln(h, fact.key)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// HashDir returns a short hash over the names and contents of all files below
// dir.
func HashDir(fsys fs.FS, dir string) (string, error) {
	var names []string
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	sort.Strings(names)
	h := sha256.New()
	for _, name := range names {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(h, name, len(raw))
		h.Write(raw)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}
