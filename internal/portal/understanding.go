package portal

import "clusterlotse/internal/search"

// understanding is what some of the asker's words were taken to mean. Words is
// empty for concepts that were chosen from a list.
type understanding struct {
	Words    string
	Concepts []search.Concept
}

// understand enters a concept beside the others of the same words.
func understand(list []understanding, c search.Concept) []understanding {
	for i := range list {
		if list[i].Words == c.Words {
			list[i].Concepts = append(list[i].Concepts, c)
			return list
		}
	}
	return append(list, understanding{c.Words, []search.Concept{c}})
}
