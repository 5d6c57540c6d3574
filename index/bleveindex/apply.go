package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"clusterlotse/index"
)

// Apply implements index.Index. It builds a whole new generation from what
// remains of the current one and from changes, and swaps it in.
func (x *Index) Apply(ctx context.Context, changes index.Changes) error {
	x.apply.Lock()
	defer x.apply.Unlock()
	old, err := x.acquire(ctx)
	if err != nil {
		return err
	}
	defer x.release(old)
	if err := check(changes); err != nil {
		return fmt.Errorf("bleveindex: apply: %w", err)
	}
	docs, err := merged(old, changes)
	if err != nil {
		return fmt.Errorf("bleveindex: apply: read the current generation: %w", err)
	}
	next, err := x.build(ctx, docs, changes.Fingerprint)
	if err != nil {
		return fmt.Errorf("bleveindex: apply: %w", err)
	}
	x.mu.Lock()
	x.current = next
	x.mu.Unlock()
	// The change is done, whatever becomes of the old generation's files: the
	// next Open removes what is left.
	_ = old.retire()
	return nil
}

// build makes the generation of docs and, on disk, the current one of its
// directory. After an error nothing has changed.
func (x *Index) build(ctx context.Context, docs []index.Document, fingerprint string) (*generation, error) {
	if x.dir != nil {
		return x.dir.build(ctx, docs, fingerprint)
	}
	if len(docs) == 0 {
		return emptyGeneration(fingerprint), nil
	}
	s, err := buildStore("", docs)
	if err != nil {
		return nil, err
	}
	g, err := newGeneration(s, fingerprint)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		_ = s.close() // the error to report is the first
		return nil, err
	}
	return g, nil
}

// merged returns the documents after the changes. An ID that is both put and
// deleted is put.
func merged(old *generation, changes index.Changes) ([]index.Document, error) {
	if changes.Replace || old.store == nil {
		return changes.Put, nil
	}
	gone := make(map[string]bool, len(changes.Put)+len(changes.Delete))
	for _, id := range changes.Delete {
		gone[id] = true
	}
	for _, d := range changes.Put {
		gone[d.ID] = true
	}
	kept, err := old.store.documents()
	if err != nil {
		return nil, err
	}
	kept = slices.DeleteFunc(kept, func(d index.Document) bool { return gone[d.ID] })
	return append(kept, changes.Put...), nil
}

var (
	errNoID      = errors.New("document without ID")
	errDuplicate = errors.New("two documents with one ID")
	errTerm      = errors.New("term is empty or holds white space")
	errPoint     = errors.New("point is not a place on the globe")
)

// check tells why documents cannot be stored; nil when they can.
func check(changes index.Changes) error {
	seen := make(map[string]bool, len(changes.Put))
	for _, d := range changes.Put {
		if d.ID == "" {
			return errNoID
		}
		if seen[d.ID] {
			return fmt.Errorf("%w: %q", errDuplicate, d.ID)
		}
		seen[d.ID] = true
		if p := d.Point; p != nil && !(math.Abs(p.Lat) <= 90 && math.Abs(p.Lon) <= 180) {
			return fmt.Errorf("%w: %q: %v", errPoint, d.ID, *p)
		}
		for field, list := range d.Text {
			for _, term := range list {
				if term == "" || strings.ContainsFunc(term, unicode.IsSpace) {
					return fmt.Errorf("%w: %q in field %q of %q", errTerm, term, field, d.ID)
				}
			}
		}
	}
	return nil
}
