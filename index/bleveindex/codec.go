package bleveindex

import (
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"

	"clusterlotse/index"
)

var errBroken = errors.New("stored document is broken")

// encode writes a document as bytes: every string with its length before it,
// every list with its count, a point as pointTerm after a one. Fields are
// sorted, so equal documents give equal bytes.
func encode(d index.Document) []byte {
	b := appendString(nil, d.ID)
	b = appendFields(b, d.Text)
	b = appendFields(b, d.Keywords)
	if d.Point == nil {
		return append(b, 0)
	}
	return append(append(b, 1), pointTerm(*d.Point)...)
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendFields(b []byte, fields map[string][]string) []byte {
	b = binary.AppendUvarint(b, uint64(len(fields)))
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		b = appendString(b, name)
		b = binary.AppendUvarint(b, uint64(len(fields[name])))
		for _, v := range fields[name] {
			b = appendString(b, v)
		}
	}
	return b
}

// decode is the inverse of encode.
func decode(b []byte) (index.Document, error) {
	r := &decoder{rest: string(b)}
	d := index.Document{ID: r.string(), Text: r.fields(), Keywords: r.fields()}
	if r.take(1) == "\x01" {
		d.Point = pointOf(r.take(pointSize))
	}
	if r.broken || r.rest != "" {
		return index.Document{}, errBroken
	}
	return d, nil
}

// decoder eats an encoded document from the left; after a fault it gives zeros.
type decoder struct {
	rest   string
	broken bool
}

func (r *decoder) take(n int) string {
	if n < 0 || n > len(r.rest) {
		r.broken, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

// count reads a number that cannot be more than the bytes left.
func (r *decoder) count() int {
	head := r.rest[:min(len(r.rest), binary.MaxVarintLen64)]
	v, n := binary.Uvarint([]byte(head))
	if n <= 0 || v > uint64(len(r.rest)) {
		r.broken, r.rest = true, ""
		return 0
	}
	r.rest = r.rest[n:]
	return int(v)
}

func (r *decoder) string() string { return r.take(r.count()) }

func (r *decoder) fields() map[string][]string {
	n := r.count()
	fields := make(map[string][]string, n)
	for range n {
		name := r.string()
		values := make([]string, r.count())
		for i := range values {
			values[i] = r.string()
		}
		if r.broken {
			return nil
		}
		fields[name] = values
	}
	return fields
}

// pointSize is the length of a pointTerm in bytes.
const pointSize = 16

// pointTerm is a point as the term of pointField: the bits of both numbers.
func pointTerm(p index.Point) string {
	b := binary.BigEndian.AppendUint64(nil, math.Float64bits(p.Lat))
	return string(binary.BigEndian.AppendUint64(b, math.Float64bits(p.Lon)))
}

// pointOf is the inverse of pointTerm; nil when s has not its length.
func pointOf(s string) *index.Point {
	if len(s) != pointSize {
		return nil
	}
	b := []byte(s)
	return &index.Point{
		Lat: math.Float64frombits(binary.BigEndian.Uint64(b)),
		Lon: math.Float64frombits(binary.BigEndian.Uint64(b[8:])),
	}
}
