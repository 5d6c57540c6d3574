package bleveindex

import (
	"cmp"
	"slices"
)

// candidate is a document that matched, with its final score.
type candidate struct {
	doc   uint32
	score float64
}

// before orders candidates by falling score, then rising ID.
func before(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
}

// top keeps the best size candidates: a heap with the worst of them first.
type top struct {
	size int
	heap []candidate
}

func (t *top) add(c candidate) {
	switch {
	case len(t.heap) < t.size:
		t.heap = append(t.heap, c)
		t.up(len(t.heap) - 1)
	case t.size > 0 && before(c, t.heap[0]) < 0:
		t.heap[0] = c
		t.down()
	}
}

func (t *top) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if before(t.heap[i], t.heap[parent]) <= 0 {
			return
		}
		t.heap[i], t.heap[parent] = t.heap[parent], t.heap[i]
		i = parent
	}
}

func (t *top) down() {
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(t.heap) {
			return
		}
		if right := child + 1; right < len(t.heap) && before(t.heap[right], t.heap[child]) > 0 {
			child = right
		}
		if before(t.heap[child], t.heap[i]) <= 0 {
			return
		}
		t.heap[i], t.heap[child] = t.heap[child], t.heap[i]
		i = child
	}
}

// sorted returns the candidates from offset on, best first. It uses up the heap.
func (t *top) sorted(offset int) []candidate {
	slices.SortFunc(t.heap, before)
	return t.heap[min(offset, len(t.heap)):]
}
