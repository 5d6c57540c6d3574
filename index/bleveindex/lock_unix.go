//go:build unix

package bleveindex

import (
	"errors"
	"os"
	"syscall"

	"clusterlotse/index"
)

// lock locks an open file until it is closed, be it by the death of the
// process. It does not wait: index.ErrLocked when the file is locked already.
func lock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return index.ErrLocked
		default:
			return err
		}
	}
}
