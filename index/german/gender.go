package german

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// genderSigns are the spellings that put a feminine ending behind a sign.
var genderSigns = []string{":", "*", "_", "·", "/-", "/", "(-", "("}

// genderSign tells how many bytes of s, which stands behind a word, are a gender
// sign followed by "in" or "innen" and the end of the word; 0 when it is none.
// Only the sign's own bytes count: the ending is read as part of the word.
func genderSign(s string) int {
	for _, sign := range genderSigns {
		rest, ok := strings.CutPrefix(s, sign)
		if !ok {
			continue
		}
		ending := leadingWord(rest)
		if ending != "in" && ending != "innen" {
			continue
		}
		if strings.HasPrefix(sign, "(") && !strings.HasPrefix(rest[len(ending):], ")") {
			continue
		}
		return len(sign)
	}
	return 0
}

// ungender takes a feminine or paired form to its base: Gründer:innen,
// GründerInnen, Gründerin and Gründerinnen to Gründer, Studentin to Student.
// The word must be cleaned but keep its case, because a capital inside tells
// GründerInnen. Words that only look alike (beginnen, Berlin) are kept.
func ungender(word string) string {
	for _, sign := range genderSigns {
		if base, ending, ok := cutLast(word, sign); ok && (ending == "in" || ending == "innen") {
			return base
		}
	}
	if base, ok := cutInnerCapital(word); ok {
		return base
	}
	return cutFeminine(word)
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i <= 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func cutInnerCapital(word string) (string, bool) {
	for _, ending := range []string{"Innen", "In"} {
		base, ok := strings.CutSuffix(word, ending)
		last, _ := utf8.DecodeLastRuneInString(base)
		if ok && utf8.RuneCountInString(base) >= 3 && unicode.IsLower(last) {
			return base, true
		}
	}
	return "", false
}

// verbsInInnen end like a feminine plural and are none.
var verbsInInnen = []string{"beginnen", "gewinnen", "spinnen", "besinnen", "ersinnen", "gerinnen", "entrinnen", "zerrinnen", "erinnen", "drinnen", "minnen"}

func cutFeminine(word string) string {
	low := strings.ToLower(word)
	if base, ok := strings.CutSuffix(low, "innen"); ok && utf8.RuneCountInString(base) >= 4 && endsInConsonant(base) {
		for _, verb := range verbsInInnen {
			if low == verb || strings.HasSuffix(low, verb) && verb != "erinnen" {
				return word
			}
		}
		return word[:len(word)-len("innen")]
	}
	// The singular is safe only behind the agent endings: Gründerin, Ingenieurin.
	for _, agent := range []string{"erin", "eurin", "orin", "entin", "antin", "istin"} {
		if strings.HasSuffix(low, agent) && utf8.RuneCountInString(low) >= 7 && low != "schwerin" && low != "glycerin" {
			return word[:len(word)-len("in")]
		}
	}
	return word
}

func endsInConsonant(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) && !strings.ContainsRune("aeiouäöüy", r)
}
