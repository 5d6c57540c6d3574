package match

import "slices"

// note says something to the asker once.
func (a *asker) note(key string, args ...any) {
	if text := say(a.lang, key, args...); !slices.Contains(a.Notes, text) {
		a.Notes = append(a.Notes, text)
	}
}
