package bleveindex

import (
	"encoding/hex"
	"fmt"
	"hash/crc64"
	"io"
	"os"
	"path/filepath"
)

// checksum is that of the names, lengths and contents of all files in a folder,
// in the order of the names. It finds files that are torn, lost or changed.
func checksum(folder string) (string, error) {
	entries, err := os.ReadDir(folder) // sorted by name
	if err != nil {
		return "", err
	}
	sum := crc64.New(crc64.MakeTable(crc64.ECMA))
	for _, e := range entries {
		f, err := os.Open(filepath.Join(folder, e.Name()))
		if err != nil {
			return "", err
		}
		n, err := io.Copy(sum, f)
		_ = f.Close() // only read
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%q %d\n", e.Name(), n)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// writeSynced writes a file and waits until it is on the disk.
func writeSynced(path string, data []byte) error {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return err
	}
	return syncFile(path)
}

// syncFile waits until a file, or the names in a folder, are on the disk.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	return f.Sync()
}
