package match

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/vocabulary"
)

// testimony is how surely a text is about something that networks serve. Words
// alone never suffice: every profile shares some word with any text.
type testimony struct {
	named    int  // distinct words that name a technology, industry, need or phase
	hinted   int  // distinct words that only hint at one
	parted   int  // distinct compounds of which a part does
	nouns    int  // words with a capital, or all in a text without any
	words    int  // all words but stop words and places
	need     bool // a need is named or hinted at
	founders bool // so are founders
	field    bool // so is a technology or industry
	company  bool // of "us"
	personal bool // a question, or of "me" and not of "us"
}

// The shares of a text's nouns that must be understood, for texts that name
// something and for those that only hint at something.
const (
	minNamedShare  = 0.15
	minHintedShare = 0.5
)

// speaks tells whether the text is about anything that networks serve. A
// structured field always is.
func (m *Matcher) speaks(a *asker, r *Request) bool {
	c := &r.Company
	if len(c.Technologies)+len(c.Industries)+len(c.Needs) > 0 || c.Phase != "" {
		return true
	}
	t := m.testify(a.read)
	understood := float64(t.named + t.hinted)
	abroad := m.abroad(a.Understood.Place)
	switch {
	case t.company:
		return understood > 0 || len(a.read.pieces) > 0
	case t.named == 1 && t.hinted == 0 && abroad:
		return false
	case t.named > 0:
		return understood >= minNamedShare*float64(t.nouns)
	case abroad:
		return false
	case t.hinted == 0:
		return float64(t.parted) > minHintedShare*float64(t.words)
	case t.personal:
		// "Ich habe eine Bäckerei und suche Lehrlinge", "Ich gründe ein
		// Medizintechnik-Start-up": a field and a need.
		return t.need && t.hinted > 1 || t.founders && t.field
	}
	return t.hinted > 1 || understood >= minHintedShare*float64(t.words)
}

// acrossKm is how far behind the border a place may lie whose firms look here for
// networks: Lindau, Memmingen, Ludwigshafen.
const acrossKm = 40

// abroad tells whether a place lies outside the state and near to no network.
func (m *Matcher) abroad(p *place.Place) bool {
	if p == nil || p.InHome() {
		return false
	}
	near := func(c card) bool { km := distance(p, c); return km >= 0 && km <= acrossKm }
	return !slices.ContainsFunc(m.cards, near)
}

func (m *Matcher) testify(r *reading) testimony {
	var t testimony
	text := r.text
	seen := map[string]bool{}
	for _, mention := range r.mentions {
		words := text[mention.Start:mention.End]
		switch mention.Concept.Scheme {
		case vocabulary.Kinds:
			continue
		case vocabulary.TargetGroups:
			if !founderGroups.covers(mention.Concept) {
				continue
			}
			t.founders = true
		case vocabulary.Technologies, vocabulary.Industries:
			t.field = true
		case vocabulary.Needs:
			t.need = true
		}
		if mention.Hidden && !seen["hint "+words] {
			t.hinted++
		}
		if !mention.Hidden && !seen["name "+words] {
			t.named++
		}
		seen["hint "+words], seen["name "+words] = true, seen["name "+words] || !mention.Hidden
	}
	for _, p := range r.pieces {
		if words := text[p.start:p.end]; !seen["part "+words] {
			t.parted++
			seen["part "+words] = true
		}
	}
	t.nouns, t.words = m.countWords(r)
	t.personal, t.company = isPersonal(text), speaksOf(text, companyWords) || selfEmployed.MatchString(text)
	return t
}

// countWords counts the words with a capital, or all words of an English text or
// one without any, and all words; places, head counts and what says nothing of a firm
// apart.
func (m *Matcher) countWords(r *reading) (nouns, all int) {
	for i, t := range r.tokens {
		if t.Stop || r.locates(t) || r.staff.covers(t) || !m.tells(t) {
			continue
		}
		all++
		if german.IsCapitalised(t.Text) && i > 0 {
			nouns++
		}
	}
	if nouns == 0 || r.lang == german.English {
		nouns = all
	}
	return nouns, all
}

// personalWords are the words by which somebody speaks of himself alone.
var personalWords = []string{"ich", "mein", "meine", "meiner", "meinem", "meinen", "mich", "mir", "du", "my", "me", "i"}

// companyWords are the words by which a company speaks of itself.
var companyWords = []string{"wir", "unser", "unsere", "unserem", "unseren", "unserer", "uns", "we", "our", "us"}

// selfEmployed is how somebody tells what he does for a living.
var selfEmployed = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:ich (?:bin|betreibe|führe|leite|produziere|fertige|entwickle|verkaufe)|i (?:am an?|run|make|produce|sell|develop))[^\pL]`)

// questionWords begin a question.
var questionWords = []string{"wie", "was", "wer", "wann", "warum", "welche", "welcher", "welches", "wo", "how", "what", "who", "when", "why", "where"}

func isPersonal(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 {
		return false
	}
	if slices.Contains(questionWords, words[0]) || strings.HasSuffix(strings.TrimSpace(text), "?") {
		return true
	}
	return speaksOf(text, personalWords)
}

// speaksOf tells whether the text has any of the words, which are in small
// letters.
func speaksOf(text string, wanted []string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(wanted, w) })
}
