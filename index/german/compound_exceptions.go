package german

import (
	"fmt"
	"strings"
)

// addException reads a line "wort → te|i|le" (see compounds-exceptions.txt).
func (s *Splitter) addException(line string) error {
	word, right, ok := strings.Cut(line, "→")
	word = strings.TrimSpace(word)
	if !ok || word == "" {
		return fmt.Errorf("want wort → te|i|le, got %q", line)
	}
	key, err := keyOf(word)
	if err != nil {
		return err
	}
	var cuts []cut
	joined := ""
	for _, part := range strings.Split(strings.TrimSpace(right), "|") {
		c, letters, err := parsePart(part, len(joined))
		if err != nil {
			return err
		}
		cuts = append(cuts, c)
		joined += letters
	}
	if joined != key {
		return fmt.Errorf("the pieces %q do not join to %q", right, word)
	}
	s.exceptions[key] = cuts
	return nil
}

// parsePart reads one piece, "geschäft(s)" or "schul[e]", that begins behind so
// many letters; it also gives the piece's letters.
func parsePart(part string, start int) (cut, string, error) {
	stem, rest := part, ""
	if i := strings.IndexAny(part, "(["); i >= 0 {
		stem, rest = part[:i], part[i:]
	}
	stemKey, err := keyOf(stem)
	if err != nil {
		return cut{}, "", err
	}
	c := cut{stem: start + len(stemKey)}
	link := ""
	switch {
	case rest == "":
	case rest[0] == '(' && strings.HasSuffix(rest, ")"):
		if link, err = keyOf(rest[1 : len(rest)-1]); err != nil {
			return cut{}, "", err
		}
	case rest[0] == '[' && strings.HasSuffix(rest, "]"):
		c.restore = rest[1 : len(rest)-1]
	default:
		return cut{}, "", fmt.Errorf("brackets of %q do not close", part)
	}
	c.end = c.stem + len(link)
	return c, stemKey + link, nil
}
