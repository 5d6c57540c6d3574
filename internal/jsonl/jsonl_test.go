package jsonl

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func TestRead(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []int
	}{
		"nothing": {"", nil}, "no end": {"1\n2", []int{1, 2}}, "blank lines": {"\n1\n \t\r\n2\r\n\n", []int{1, 2}},
	} {
		if got, err := Read[int](strings.NewReader(tt.text)); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	broken := errors.New("broken")
	for name, tt := range map[string]struct {
		r    io.Reader
		want string
	}{
		"no value":   {strings.NewReader("1\n\n{"), "line 3: "},
		"too long":   {strings.NewReader("1\n" + strings.Repeat("2", MaxLine+1)), "line 2: longer than 1048576 bytes"},
		"unreadable": {io.MultiReader(strings.NewReader("1\n"), iotest.ErrReader(broken)), "line 2: broken"},
	} {
		if got, err := Read[int](tt.r); got != nil || err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
