package match

import (
	"slices"
	"strconv"
	"strings"
)

// maxNumber bounds what a number is read as: no firm in the state has as many
// people, and what is cut there cannot overflow.
const maxNumber = 1_000_000

// spelled brings German number words to one spelling, so that each stands once in
// the tables below.
var spelled = strings.NewReplacer("ß", "ss", "ü", "ue", "ö", "oe")

// units are the numbers below twenty.
var units = map[string]int{
	"ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8,
	"neun": 9, "zehn": 10, "elf": 11, "zwoelf": 12, "dreizehn": 13, "vierzehn": 14, "fuenfzehn": 15, "sechzehn": 16,
	"siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19,
}

// tens are the numbers that a unit is added to: "fünfundvierzig", "forty-five".
var tens = map[string]int{
	"zwanzig": 20, "dreissig": 30, "vierzig": 40, "fuenfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// number reads one word in small letters: digits, with points or commas between
// thousands only, or a German or English number word. It is at most maxNumber, and
// 0 for any other word, for "ein" and "one" too, which are articles more often.
func number(word string) int {
	if word == "" || word[0] < '0' || word[0] > '9' {
		if n := compound(spelled.Replace(word), "tausend", 1000, belowThousand); n > 1 {
			return min(n, maxNumber)
		}
		return 0
	}
	digits := ungrouped(word)
	if strings.Trim(digits, "0123456789") != "" {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return maxNumber // digits only, so it is out of range
	}
	return min(n, maxNumber)
}

// ungrouped takes the separators of thousands out of digits: all of one kind, and
// three digits behind each. A decimal point stays.
func ungrouped(digits string) string {
	for _, separator := range []string{".", ","} {
		groups := strings.Split(digits, separator)
		wrong := func(g string) bool { return len(g) != 3 }
		if len(groups) > 1 && len(groups[0]) <= 3 && !slices.ContainsFunc(groups[1:], wrong) {
			return strings.Join(groups, "")
		}
	}
	return digits
}

// compound reads a number word by the multiplier in it: what stands before it, once
// when nothing does, and what is added behind it. Without the multiplier all of it
// is for lower to read. It is 0 when any piece is no number.
func compound(word, multiplier string, times int, lower func(string) int) int {
	before, after, found := strings.Cut(word, multiplier)
	if !found {
		return lower(word)
	}
	n, rest := 1, 0
	if before != "" {
		n = lower(before)
	}
	if after = strings.TrimPrefix(after, "und"); after != "" {
		if rest = lower(after); rest == 0 {
			return 0
		}
	}
	if n == 0 {
		return 0
	}
	return n*times + rest
}

func belowThousand(word string) int { return compound(word, "hundert", 100, belowHundred) }

func belowHundred(word string) int {
	if n := units[word] + tens[word]; n > 0 {
		return n
	}
	if unit, ten, ok := strings.Cut(word, "und"); ok && units[unit] > 0 && units[unit] < 10 && tens[ten] > 0 {
		return units[unit] + tens[ten]
	}
	return 0
}
