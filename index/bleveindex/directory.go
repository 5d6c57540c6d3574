package bleveindex

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"clusterlotse/index"
)

// What lies in an index directory besides the generations.
const (
	lockFile    = "LOCK"
	currentFile = "CURRENT"
	// generationPrefix begins a generation's folder, buildPrefix one that is
	// not finished.
	generationPrefix = "generation-"
	buildPrefix      = "building-"
)

// layout is raised whenever what lies in a generation changes its meaning. An
// index of another layout counts as unreadable and is filled anew.
const layout = 1

// manifest is the content of CURRENT.
type manifest struct {
	Layout int `json:"layout"`
	// Generation is the folder's name, empty for an index without documents.
	Generation  string `json:"generation"`
	Fingerprint string `json:"fingerprint"`
	Documents   int    `json:"documents"`
	// Checksum is that of the generation's files, see checksum.
	Checksum string `json:"checksum"`
}

// directory is an index directory that this process has locked.
//
// CURRENT names the one generation that counts and is replaced in one step, so
// that a process killed at any moment leaves the old generation or the new one.
type directory struct {
	path string
	lock *os.File
	next int // number of the next generation
}

// openDirectory makes and locks the directory.
func openDirectory(path string) (*directory, error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, err
	}
	// The file stays when the lock is released: removing it would let two
	// processes lock two files of one name.
	f, err := os.OpenFile(filepath.Join(path, lockFile), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := lock(f); err != nil {
		_ = f.Close() // the error to report is the first
		return nil, err
	}
	return &directory{path: path, lock: f, next: 1}, nil
}

// unlock lets others open the directory.
func (d *directory) unlock() error { return d.lock.Close() }

// load opens the generation CURRENT names, or an empty one when there is none
// that can be read.
func (d *directory) load() *generation {
	g, err := d.read()
	if err != nil {
		return emptyGeneration("")
	}
	return g
}

func (d *directory) read() (*generation, error) {
	data, err := os.ReadFile(filepath.Join(d.path, currentFile))
	if err != nil {
		return nil, err
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	if m.Layout != layout {
		return nil, fmt.Errorf("layout %d", m.Layout)
	}
	if m.Generation == "" {
		return emptyGeneration(m.Fingerprint), nil
	}
	if !strings.HasPrefix(m.Generation, generationPrefix) || !filepath.IsLocal(m.Generation) {
		return nil, fmt.Errorf("generation %q", m.Generation)
	}
	sum, err := checksum(filepath.Join(d.path, m.Generation))
	if err != nil {
		return nil, err
	}
	if sum != m.Checksum {
		return nil, errors.New("files have changed")
	}
	return d.open(m)
}

// open reads a finished generation.
func (d *directory) open(m manifest) (*generation, error) {
	path := filepath.Join(d.path, m.Generation)
	s, err := openStore(path)
	if err != nil {
		return nil, err
	}
	g, err := newGeneration(s, m.Fingerprint)
	if err == nil && len(g.ids) != m.Documents {
		err = fmt.Errorf("%d documents instead of %d", len(g.ids), m.Documents)
	}
	if err != nil {
		_ = s.close() // the error to report is the first
		return nil, err
	}
	g.name, g.path = m.Generation, path
	return g, nil
}

// build writes a generation and makes it the current one. After an error the
// former one still is.
func (d *directory) build(ctx context.Context, docs []index.Document, fingerprint string) (*generation, error) {
	m := manifest{Layout: layout, Fingerprint: fingerprint, Documents: len(docs)}
	g := emptyGeneration(fingerprint)
	if len(docs) > 0 {
		var err error
		if m.Generation, m.Checksum, err = d.write(docs); err != nil {
			return nil, err
		}
		if g, err = d.open(m); err != nil {
			_ = os.RemoveAll(filepath.Join(d.path, m.Generation))
			return nil, err
		}
	}
	err := ctx.Err()
	if err == nil {
		err = d.publish(m)
	}
	if err != nil {
		_ = g.retire() // nobody has seen it; the error to report is the first
		return nil, err
	}
	return g, nil
}

// write builds a generation beside the current one and renames it when it is
// whole.
func (d *directory) write(docs []index.Document) (name, sum string, err error) {
	number := strconv.Itoa(d.next)
	d.next++
	building := filepath.Join(d.path, buildPrefix+number)
	defer func() { _ = os.RemoveAll(building) }() // gone already when all went well
	s, err := buildStore(building, docs)
	if err != nil {
		return "", "", err
	}
	// Closed before the rename, because scorch remembers its path.
	if err := s.close(); err != nil {
		return "", "", err
	}
	if sum, err = checksum(building); err != nil {
		return "", "", err
	}
	_ = syncFile(building) // not every system can sync a folder, see publish
	name = generationPrefix + number
	return name, sum, os.Rename(building, filepath.Join(d.path, name))
}

// publish replaces CURRENT.
func (d *directory) publish(m manifest) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	path := filepath.Join(d.path, currentFile)
	if err := writeSynced(path+".new", data); err != nil {
		return err
	}
	if err := os.Rename(path+".new", path); err != nil {
		return err
	}
	// From here on the change is made. Should the folder not be synced before
	// a power failure, the next Open finds the former state or an empty one.
	_ = syncFile(d.path)
	return nil
}

// clean removes every generation but the current one, finished or not, and
// makes sure that new ones get other names.
func (d *directory) clean(current string) {
	_ = os.Remove(filepath.Join(d.path, currentFile+".new"))
	entries, err := os.ReadDir(d.path)
	if err != nil {
		return // what is left is only in the way of the next build, which will say so
	}
	for _, e := range entries {
		d.skip(e)
		stale := strings.HasPrefix(e.Name(), generationPrefix) && e.Name() != current
		if stale || strings.HasPrefix(e.Name(), buildPrefix) {
			_ = os.RemoveAll(filepath.Join(d.path, e.Name()))
		}
	}
}

// skip raises the number of the next generation above that of e.
func (d *directory) skip(e fs.DirEntry) {
	_, number, _ := strings.Cut(e.Name(), "-")
	if n, err := strconv.Atoi(number); err == nil && n >= d.next {
		d.next = n + 1
	}
}
