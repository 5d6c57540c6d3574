package vocabulary

import (
	"strings"

	"clusterlotse/index/german"
)

// seekRole is what a word does to the sought labels around it; a word may have
// several roles.
type seekRole uint32

const (
	// seeker seeks what stands on either side of it in the clause.
	seeker seekRole = 1 << iota
	// ahead seeks only what follows it. Before the verbs among them stands who
	// seeks: "Ein Betrieb aus Ulm sucht".
	ahead
	// getter seeks beside a wish and behind a lack: "wollen Fahrer finden",
	// "finden keine Fahrer".
	getter
	// haver seeks only behind a lack: "haben keine Fahrer".
	haver
	// goer seeks only beside a wish: "wollen nach Italien verkaufen".
	goer
	wish
	// lack, shortly before a label, makes getters and havers seek it.
	lack
	// owner before a noun says that it is there already: "unsere Kunden".
	owner
	// benefiter before a noun says that something else is sought on its behalf:
	// "suchen für Kunden". An article may stand between the two.
	benefiter
	article
	// companion before a number and its noun tells of somebody's size: "mit 40
	// Mitarbeitern".
	companion
	// relative, right behind a comma, opens a relative clause or goes on with a
	// list: "einen Betrieb, der fräst", "die Kunden, die Aufträge und das Geld".
	relative
	// inlet before a relative belongs to its clause: ", mit denen".
	inlet
	// opener, right behind a comma, opens any other clause. Subjects and the
	// verbs of seeking do so behind a joiner as well: "und wir suchen".
	opener
	subject
	joiner
	// standing opens a clause with what the asker is: "Als Hersteller suchen wir".
	standing
	// pairHead is the first of two words that have a role together.
	pairHead
)

// verbs are the roles of verbs that open a clause of seeking.
const verbs = seeker | getter | haver | wish

// seekLists are the words of each role; two words where one alone would say
// something else (auf der Suche nach). The analyzer stems them, so that one form
// stands for all that share its stem; "untersuchen", "besuchen" and
// "Suchmaschine" have stems of their own, while "bräuchten" shares that of
// "braucht".
var seekLists = map[seekRole]string{
	seeker: "suchen, gesucht, brauchen, benötigen, fehlen, fehlt, fehlte, mangelt, vermissen, wünschen uns, wünsche mir, wünschen wir, " +
		"wünscht sich, gehen uns, uns gehen, hätten gern, hätten gerne, hätte gern, hätte gerne, wäre gut, wäre wichtig, wäre ideal, " +
		"wäre hilfreich, zu finden, zu gewinnen, zu bekommen, kaum finden, wollen nach, möchten nach, wollen in, möchten in, wanted, missing",
	ahead: "sucht, braucht, benötigt, Suche nach, Mangel an, Bedarf an, Bedarf nach, Zugang zu, Zugang zum, seek, seeking, seeks, " +
		"need, needs, lack, lacks, lacking, looking for, look for, looks for, search for, searching for",
	getter: "finden, findet, gefunden, gewinnen, kennenlernen, bekommen, kriegen, kriegt, find, finding, get, meet",
	haver:  "haben, habe, hat, gibt, have, has",
	goer:   "kommen, gehen, verkaufen, liefern, exportieren, expandieren, anbieten, vertreiben, fassen, sell, export, expand",
	wish:   "wollen, will, wollten, möchten, möchte, würden, würde, müssen, wie, wo, woher, want, would, how, where",
	lack:   "kein, keine, keinen, keinem, keiner, kaum, wenig, wenige, no, cannot, can't, hardly, few",
	owner: "unser, unsere, unseren, unserem, unserer, unseres, mein, meine, meinen, meinem, meiner, ihr, ihre, ihren, ihrem, ihrer, " +
		"our, my, their",
	benefiter: "für, fürs, for",
	article:   "der, die, das, den, ein, eine, einen, the, a, an",
	companion: "mit, with",
	relative:  "der, die, das, den, dem, denen, deren, dessen",
	inlet:     "in, mit, bei, an, auf, von, für, durch",
	opener: "welche, welcher, welches, welchen, wer, was, wo, wie, womit, weil, da, denn, damit, dass, ob, wenn, obwohl, um, aber, doch, " +
		"jetzt, nun, daher, deshalb, dafür, dazu, who, which, that, because, but, so, where",
	subject:  "wir, ich, uns, mir, es, we, i",
	joiner:   "und, aber, oder, sowie, and, but",
	standing: "als, as",
}

// seekWords gives the roles of a word, or of a pair of them, by its terms.
type seekWords map[string]seekRole

func newSeekWords(a *german.Analyzer, lang german.Language) seekWords {
	w := seekWords{}
	for role, list := range seekLists {
		for _, words := range strings.Split(list, ", ") {
			tokens := a.Words(words, lang)
			w[joinTerms(tokens)] |= role
			if len(tokens) > 1 {
				w[tokens[0].Term] |= pairHead
			}
		}
	}
	return w
}

// at gives the roles of the word tokens[i] and of the pair that it begins.
func (w seekWords) at(tokens []german.Token, i int) seekRole {
	role := w[tokens[i].Term]
	if role&pairHead != 0 && i+1 < len(tokens) {
		role |= w[joinTerms(tokens[i:i+2])]
	}
	return role
}
