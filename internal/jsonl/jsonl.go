// Package jsonl reads lists that hold one JSON value a line. Begin with [Read].
package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// MaxLine is the length that a line may have, in bytes.
const MaxLine = 1 << 20

// Read returns the values of all lines in their order, as encoding/json reads them,
// and nil for a list without any. Lines of white space are passed over. An error
// names the line, also when it is too long or cannot be read.
func Read[T any](r io.Reader) ([]T, error) {
	return ReadBy(r, func(line []byte, v *T) error { return json.Unmarshal(line, v) })
}

// ReadBy is Read by another way to decode a line, which must not be kept.
func ReadBy[T any](r io.Reader, decode func(line []byte, v *T) error) ([]T, error) {
	var all []T
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, MaxLine)
	number := 1
	for ; scanner.Scan(); number++ {
		if len(bytes.TrimSpace(scanner.Bytes())) == 0 {
			continue
		}
		var v T
		if err := decode(scanner.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		all = append(all, v)
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("line %d: longer than %d bytes", number, MaxLine)
	case err != nil:
		return nil, fmt.Errorf("line %d: %w", number, err)
	}
	return all, nil
}
