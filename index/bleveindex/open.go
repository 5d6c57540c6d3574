package bleveindex

import (
	"context"
	"fmt"
	"sync"

	"clusterlotse/index"
)

// Index is the embedded engine. Get one from OpenMemory or Open.
//
// All methods may be called at once. Searches work on the generation that was
// current when they began; Apply calls run one after the other.
type Index struct {
	dir *directory // nil in memory

	apply sync.Mutex // held by the one Apply that is under way

	mu      sync.Mutex // guards what follows
	current *generation
	closed  bool
	users   sync.WaitGroup // calls under way; Close waits for them
	once    sync.Once
	err     error // what Close returned
}

var _ index.Index = (*Index)(nil)

// OpenMemory returns an empty index that lives in memory and is gone after Close.
func OpenMemory() (*Index, error) {
	return &Index{current: emptyGeneration("")}, nil
}

// Open opens the index in dir and makes the directory if need be. What cannot
// be read (a torn file, another format) is taken for an empty index, whose
// State has no Fingerprint, so that the caller fills it anew. The error is
// index.ErrLocked when another Index, in this process or another, has the
// directory open; any other error means that the directory cannot be used.
func Open(dir string) (*Index, error) {
	d, err := openDirectory(dir)
	if err != nil {
		return nil, fmt.Errorf("bleveindex: open %s: %w", dir, err)
	}
	g := d.load()
	d.clean(g.name)
	return &Index{dir: d, current: g}, nil
}

// acquire returns the current generation, held until release is called.
func (x *Index) acquire(ctx context.Context) (*generation, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil, index.ErrClosed
	}
	x.users.Add(1)
	x.current.hold()
	return x.current, nil
}

func (x *Index) release(g *generation) {
	_ = g.drop() // what stays behind is removed at the next Open
	x.users.Done()
}

// Close implements index.Index. It waits for calls that are under way, an Apply
// among them, and then releases the directory.
func (x *Index) Close() error {
	x.once.Do(func() {
		x.mu.Lock()
		x.closed = true
		x.mu.Unlock()
		x.users.Wait()
		x.err = x.current.drop()
		if x.dir != nil {
			if err := x.dir.unlock(); x.err == nil {
				x.err = err
			}
		}
	})
	return x.err
}
