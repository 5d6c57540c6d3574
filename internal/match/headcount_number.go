package match

import (
	"slices"
	"strconv"
	"strings"
)

// maxPeople bounds what a number is read as: no firm in the state has as many
// people, and what is cut there cannot overflow.
const maxPeople = 1_000_000

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

// multipliers are words that multiply the one before them: "two hundred", "zwei
// Dutzend". A million people are nobody's staff, but "3 Millionen" must not be read
// as 3.
var multipliers = map[string]int{
	"dutzend": 12, "dozen": 12, "hundert": 100, "hundred": 100, "tausend": 1000, "thousand": 1000,
	"million": maxPeople, "millionen": maxPeople, "mio": maxPeople,
}

// vague are words that are numbers before a multiplier only. Who says several means
// three at least.
var vague = map[string]int{"ein": 1, "one": 1, "a": 1, "mehrere": 3, "einige": 3, "several": 3}

// number reads one word in small letters: digits, with points or commas between
// thousands only, or a German or English number word. It is at most maxPeople, and
// 0 for any other word, for "ein" and "one" too, which are articles more often.
func number(word string) int {
	if word == "" || word[0] < '0' || word[0] > '9' {
		if n := compound(spelled.Replace(word), "tausend", 1000, belowThousand); n > 1 {
			return min(n, maxPeople)
		}
		return 0
	}
	digits := ungrouped(word)
	if strings.Trim(digits, "0123456789") != "" {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return maxPeople // digits only, so it is out of range
	}
	return min(n, maxPeople)
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

// numberAt reads the number that begins with a word of the text, over several words
// where it goes on: "two hundred and twenty", "zwei Dutzend", "1 200". It returns the
// index behind it, and 0 when there is none.
func numberAt(words []spoken, i int) (n, next int) {
	word := words[i].low
	switch n = number(word); {
	case n > 0:
	case i+1 < len(words) && words[i+1].joins() && multipliers[words[i+1].low] > 0:
		n = vague[word]
	default:
		n = multipliers[word]
	}
	if n == 0 {
		return 0, i
	}
	if isGroup(word) {
		return groupsAt(words, n, i+1)
	}
	return wordsAt(words, n, i+1)
}

// isGroup tells whether a word is what may stand before or between blanks as
// separators of thousands.
func isGroup(word string) bool { return len(word) <= 3 && strings.Trim(word, "0123456789") == "" }

// groupsAt goes on with the thousands of "1 200".
func groupsAt(words []spoken, n, next int) (int, int) {
	from := next
	for ; next < len(words) && words[next].joins() && len(words[next].low) == 3 && isGroup(words[next].low); next++ {
		n = min(n*1000+number(words[next].low), maxPeople)
	}
	if next == from {
		return wordsAt(words, n, next)
	}
	return n, next
}

// wordsAt goes on with multipliers and what is added behind them.
func wordsAt(words []spoken, part, next int) (n, end int) {
	for ; next < len(words) && words[next].joins(); next++ {
		word := words[next].low
		if times := multipliers[word]; times > 0 {
			part = min(max(part, 1)*times, maxPeople)
			if times >= 1000 {
				n, part = min(n+part, maxPeople), 0
			}
			continue
		}
		if word == "and" && next+1 < len(words) && (part+n)%100 == 0 && belowHundred(words[next+1].low) > 0 {
			continue
		}
		more := belowHundred(spelled.Replace(word))
		if !adds(part, more) {
			break
		}
		part += more
	}
	return min(n+part, maxPeople), next
}

// adds tells whether a number word goes on with another: hundreds with anything
// below, twenties with a unit.
func adds(part, more int) bool {
	return more > 0 && (part%100 == 0 || part%10 == 0 && part%100 >= 20 && more < 10)
}
