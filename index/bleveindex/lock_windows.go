package bleveindex

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"

	"clusterlotse/index"
)

// lock locks an open file until it is closed, be it by the death of the
// process. It does not wait: index.ErrLocked when the file is locked already.
func lock(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return index.ErrLocked
	}
	return err
}
