package bleveindex

import (
	"testing"

	"clusterlotse/index"
	"clusterlotse/index/indextest"
)

func TestMemory(t *testing.T) {
	indextest.Run(t, func(t *testing.T) index.Index {
		x, err := OpenMemory()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}, nil)
}

func TestDisk(t *testing.T) {
	open := func(t *testing.T, dir string) *Index {
		x, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	indextest.Run(t, func(t *testing.T) index.Index {
		return open(t, t.TempDir())
	}, func(t *testing.T, x index.Index) index.Index {
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		return open(t, x.(*Index).dir.path)
	})
}
