package german

import (
	"unicode"
	"unicode/utf8"
)

// span is a word found in a text: its borders, and behind which bytes a hyphen
// ends an inner piece.
type span struct {
	start, end int
	hyphens    []int
}

// scan cuts text into words. A word is a run of letters, digits and their marks,
// joined by a few signs that belong to it: hyphens (E-Mobilität), points in
// numbers and abbreviations (4.0, e.V.), the ampersand of short names (F&E),
// plus and hash signs (C++, C#), gender signs (Gründer:innen) and apostrophes.
func scan(text string) []span {
	var spans []span
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordStart(r, size) {
			i += size
			continue
		}
		s := scanWord(text, i)
		spans = append(spans, s)
		i = s.end
	}
	return spans
}

func scanWord(text string, start int) span {
	s := span{start: start}
	i, run := start, start
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWordRune(r, size) {
			i += size
			continue
		}
		n := joins(text, run, i, r, size)
		if n == 0 {
			break
		}
		i += n
		if isHyphen(r) {
			s.hyphens = append(s.hyphens, i)
		}
		run = i
	}
	s.end = i
	return s
}

// joins tells how many bytes at i, where the sign r stands behind the run
// text[run:i], belong to the word; 0 when the word ends here.
func joins(text string, run, i int, r rune, size int) int {
	if invalid(r, size) {
		return 0
	}
	before, after := text[run:i], text[i+size:]
	switch {
	case isHyphen(r):
		return keepIf(startsWord(after), size)
	case r == '.':
		return keepIf(isNumber(before) && startsDigit(after) || isInitial(before) && leadsInitial(after), size)
	case r == '&':
		return keepIf(isShortName(before) && isShortName(leadingWord(after)), size)
	case r == '+' && len(after) > 0 && after[0] == '+' && isInitial(before):
		return 2
	case r == '#' && isInitial(before) && !startsWord(after):
		return 1
	case isApostrophe(r):
		return keepIf(startsWord(after) && before != "" && !isElision(before), size)
	}
	return genderSign(text[i:])
}

func keepIf(ok bool, n int) int {
	if ok {
		return n
	}
	return 0
}

func isWordStart(r rune, size int) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !invalid(r, size)
}

func isWordRune(r rune, size int) bool {
	return isWordStart(r, size) || unicode.Is(unicode.M, r) || isInvisible(r)
}

func invalid(r rune, size int) bool { return r == utf8.RuneError && size <= 1 }

// isInvisible tells the signs that may stand in a word without being read: soft
// hyphen, zero width space and joiners.
func isInvisible(r rune) bool {
	return r == 0x00AD || r == 0x200B || r == 0x200C || r == 0x200D || r == 0xFEFF
}

func isHyphen(r rune) bool { return r == '-' || r == 0x2010 || r == 0x2011 }

func isApostrophe(r rune) bool { return r == '\'' || r == 0x2019 }

func startsWord(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && isWordStart(r, size)
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isInitial tells a run of exactly one letter, as in "e.V." or "C++".
func isInitial(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && size == len(s) && unicode.IsLetter(r)
}

// leadsInitial tells whether s begins with a single letter that a word border
// or a point follows, as "V." in "e.V.".
func leadsInitial(s string) bool { return isInitial(leadingWord(s)) }

// isShortName tells the runs that an ampersand joins: F&E, R&D, H&M.
func isShortName(s string) bool {
	if utf8.RuneCountInString(s) > 2 || s == "" {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isElision tells the French articles that an apostrophe cuts off: l', d', qu'.
func isElision(s string) bool {
	return len(s) == 1 || s == "qu" || s == "Qu"
}

func leadingWord(s string) string {
	for i, r := range s {
		if !isWordRune(r, utf8.RuneLen(r)) || r == utf8.RuneError {
			return s[:i]
		}
	}
	return s
}
