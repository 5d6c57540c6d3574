package vocabulary

import (
	"slices"
	"strings"
	"unicode"

	"clusterlotse/index/german"
)

// Mention is a concept found in a text.
type Mention struct {
	Concept *Concept
	// Start and End are byte offsets of the words into the text.
	Start, End int
	// Hidden says that the words are a hidden label: they hint at the concept
	// (a product of an industry) and are not its name. So do sought labels.
	Hidden bool
}

// Concept returns the concept of that scheme and id, nil when there is none.
func (v *Vocabulary) Concept(ref Ref) *Concept { return v.byRef[ref] }

// Concepts returns the concepts of a scheme in the order of its file.
func (v *Vocabulary) Concepts(scheme string) []*Concept { return v.schemes[scheme] }

// Find returns the concepts whose labels stand in text, in the order of the
// text, none when there is none. Within a scheme the longest label wins;
// concepts of different schemes may share words. Case, umlaut spelling and
// inflection do not matter. A hyphenated word that is no label itself is
// searched for labels among its pieces (KI-Startup); the mention then covers
// those pieces alone. A sought label counts only where a word of seeking stands
// in its clause ("suchen einen zuverlässigen Lieferanten"); when that is the
// lack of it, the mention covers the word of lack as well ("keine Fahrer").
//
// A text that is surely English (see german.Analyzer.Detect) is read by the English
// labels, and by the German ones only where a word with a capital stands behind no
// English one: "most" is no Most there, and a Gründungsgutschein is one.
func (v *Vocabulary) Find(text string) []Mention {
	lang, _ := v.analyzer.Detect(text)
	return v.FindAs(text, lang)
}

// FindAs is Find for a text in a language that is known, German or English.
func (v *Vocabulary) FindAs(text string, lang german.Language) []Mention {
	return v.find(text, lang, false)
}

// FindQuery is Find for the words of a search box: whoever types "Fachkräfte"
// there seeks them, so that sought labels always count.
func (v *Vocabulary) FindQuery(text string) []Mention {
	lang, _ := v.analyzer.Detect(text)
	return v.find(text, lang, true)
}

func (v *Vocabulary) find(text string, lang german.Language, query bool) []Mention {
	if lang != german.English {
		return v.read(v.readers[german.German], text, query)
	}
	mentions := v.read(v.readers[german.MinimalEnglish], unhyphenated(text), query)
	covers := func(m Mention) bool {
		return slices.ContainsFunc(mentions, func(x Mention) bool { return x.Start < m.End && x.End > m.Start })
	}
	foreign := slices.DeleteFunc(v.read(v.readers[german.German], text, query), func(m Mention) bool {
		return !isNameIn(text, m) || covers(m) || v.passesOver(text[m.Start:m.End])
	})
	mentions = append(mentions, foreign...)
	slices.SortStableFunc(mentions, func(x, y Mention) int { return x.Start - y.Start })
	return mentions
}

// isNameIn tells whether what was found has a capital that does not only begin a
// sentence.
func isNameIn(text string, m Mention) bool {
	words := text[m.Start:m.End]
	before := strings.TrimRight(text[:m.Start], " \t\"“”(")
	begins := before == "" || strings.ContainsAny(before[len(before)-1:], sentenceEnds)
	return german.IsCapitalised(words) && (!begins || isUpper(words))
}

// blanks are as long as the hyphens that they stand for.
var blanks = strings.NewReplacer("-", " ", "\u2010", "   ", "\u2011", "   ")

// unhyphenated makes the pieces of English words words of their own, each where it
// stands: self-driving and self driving are one.
func unhyphenated(text string) string { return blanks.Replace(text) }

// passesOver tells whether a word is an English stop word: "Most", "Also".
func (v *Vocabulary) passesOver(word string) bool {
	tokens := v.analyzer.Words(word, german.English)
	return len(tokens) == 1 && tokens[0].Stop && !isUpper(word)
}

// read finds what the labels of one language say.
func (v *Vocabulary) read(r *reader, text string, query bool) []Mention {
	tokens := v.analyzer.Analyze(text, r.lang)
	f := finder{v: v, reader: r, text: text, query: query, tokens: tokens, covered: map[string]int{}}
	for i, t := range tokens {
		f.at = i
		for n := min(r.labels.longest[t.Term], len(tokens)-i); n > 0; n-- {
			f.take(f.join(tokens[i:i+n]), tokens[i:i+n])
		}
		if !r.labels.names(t.Term) {
			f.findInside(t)
		}
	}
	return f.mentions
}

// Knows tells whether the whole text is a label.
func (v *Vocabulary) Knows(text string) bool {
	return len(v.readers[german.German].labels.byTerms[joinTerms(v.analyzer.Words(text, german.German))]) > 0
}

// FindIn returns the distinct concepts of one scheme in text.
func (v *Vocabulary) FindIn(scheme, text string) []*Concept {
	var found []*Concept
	seen := map[*Concept]bool{}
	for _, m := range v.Find(text) {
		if m.Concept.Scheme == scheme && !seen[m.Concept] {
			seen[m.Concept] = true
			found = append(found, m.Concept)
		}
	}
	return found
}

// finder gathers the mentions of one text.
type finder struct {
	*reader
	v    *Vocabulary
	text string
	// query says that all words are sought.
	query bool
	// covered is, per scheme, the byte behind its last mention.
	covered  map[string]int
	mentions []Mention
	key      []byte
	tokens   []german.Token
	// at is the token whose labels are taken, clause the last one that was
	// searched for words of seeking.
	at     int
	clause clause
}

// take notes the concepts behind key, which words stand for, as far as their
// schemes have not taken these words yet.
func (f *finder) take(key []byte, words []german.Token) {
	for _, l := range f.labels.byTerms[string(key)] {
		start, end := words[0].Start, words[len(words)-1].End
		if f.covered[l.concept.Scheme] > start || l.upper && !isUpper(words[0].Text) {
			continue
		}
		if !l.sought || f.query {
			f.covered[l.concept.Scheme] = end
			f.mentions = append(f.mentions, Mention{l.concept, start, end, l.hidden})
		} else if from, ok := f.sought(f.at); ok {
			f.takeSought(Mention{l.concept, start, end, l.hidden}, from)
		}
	}
}

// join gives the key of words, which holds until the next call.
func (f *finder) join(words []german.Token) []byte {
	f.key = appendTerms(f.key[:0], words)
	return f.key
}

func isUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
