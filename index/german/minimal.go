package german

import "strings"

// MinimalEnglish is English of which only the plural and the spelling are made
// alike: for labels, where machine, machining and machinery are different things and
// English would join them.
const MinimalEnglish Language = "en-minimal"

// minimalStem folds a word to its singular in American spelling. Its ae, oe and ue are
// no umlauts (glue), and a capital S is no plural (SaaS).
func minimalStem(word string) string {
	folded := trimPossessive(stripMarks(strings.ToLower(word)))
	if strings.HasSuffix(word, "S") {
		return folded
	}
	return american(singular(folded))
}

// irregular are words that look like plurals and are none, and plurals that the rules
// would get wrong.
var irregular = map[string]string{
	"news": "news", "customs": "customs", "goods": "goods", "means": "means", "series": "series", "species": "species",
	"lens": "lens", "lenses": "lens", "gases": "gas", "chassis": "chassis", "buses": "bus", "movies": "movie", "cookies": "cookie", "axes": "axis",
}

// singular takes the plural off a folded word as the S-stemmer does (Harman 1991,
// "How effective is suffixing?"; Lucene's EnglishMinimalStemFilter).
func singular(word string) string {
	if one, ok := irregular[word]; ok {
		return one
	}
	if len(word) < 4 || !strings.HasSuffix(word, "s") {
		return word
	}
	body := word[:len(word)-1]
	switch {
	case strings.HasSuffix(body, "s"), strings.HasSuffix(body, "u"), strings.HasSuffix(body, "i"):
		return word // glass, status, analysis
	case strings.HasSuffix(body, "ie") && len(word) > 4:
		return body[:len(body)-2] + "y" // foundries
	}
	for _, hissing := range []string{"sse", "she", "che", "xe", "zze"} {
		if strings.HasSuffix(body, hissing) {
			return body[:len(body)-1] // presses, brushes, boxes
		}
	}
	return body
}

// spellings are endings in British and American English.
var spellings = [][2]string{
	{"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ise", "ize"}, {"yse", "yze"}, {"yser", "yzer"},
	{"our", "or"}, {"bre", "ber"}, {"tre", "ter"}, {"ogue", "og"}, {"gramme", "gram"}, {"aluminium", "aluminum"}, {"jewellery", "jewelry"},
}

// minSpelt is the letters from which endings tell a spelling: four is no "for".
const minSpelt = 5

func american(word string) string {
	word = strings.ReplaceAll(word, "mould", "mold")
	if len(word) < minSpelt || word == "flour" {
		return word
	}
	for _, s := range spellings {
		if root, ok := strings.CutSuffix(word, s[0]); ok {
			return root + s[1]
		}
	}
	return word
}
