package vocabulary

import (
	"fmt"
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
	// (a product of an industry) and are not its name.
	Hidden bool
}

// labelIndex finds concepts by the terms of their labels, joined by blanks. At
// most one concept of each scheme stands behind a label.
type labelIndex struct {
	byTerms map[string][]labelled
	longest int
}

// labelled is a concept behind a label; upper demands capitals, because the
// label in small letters is a stop word (AM, IT).
type labelled struct {
	concept *Concept
	upper   bool
	hidden  bool
}

// Concept returns the concept of that scheme and id, nil when there is none.
func (v *Vocabulary) Concept(ref Ref) *Concept { return v.byRef[ref] }

// Concepts returns the concepts of a scheme in the order of its file.
func (v *Vocabulary) Concepts(scheme string) []*Concept { return v.schemes[scheme] }

// Find returns the concepts whose labels stand in text, in the order of the
// text. Within a scheme the longest label wins; concepts of different schemes
// may share words. Case, umlaut spelling and inflection do not matter.
func (v *Vocabulary) Find(text string) []Mention {
	tokens := v.analyzer.Analyze(text, german.German)
	covered := map[string]int{}
	var mentions []Mention
	for i := range tokens {
		for n := min(v.labels.longest, len(tokens)-i); n > 0; n-- {
			for _, l := range v.labels.byTerms[join(tokens[i:i+n])] {
				if covered[l.concept.Scheme] > i || l.upper && !isUpper(tokens[i].Text) {
					continue
				}
				covered[l.concept.Scheme] = i + n
				mentions = append(mentions, Mention{l.concept, tokens[i].Start, tokens[i+n-1].End, l.hidden})
			}
		}
	}
	return mentions
}

// Knows tells whether the whole text is a label.
func (v *Vocabulary) Knows(text string) bool {
	return len(v.labels.byTerms[join(v.analyzer.Analyze(text, german.German))]) > 0
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

func join(tokens []german.Token) string {
	if len(tokens) == 1 {
		return tokens[0].Term
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Term)
	}
	return b.String()
}

func isUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// index gathers the labels of all entries. Two concepts of one scheme with the
// same label are a fault.
func (l *loader) index() labelIndex {
	x := labelIndex{byTerms: map[string][]labelled{}}
	for _, e := range l.entries {
		for _, label := range e.labels() {
			tokens := l.v.analyzer.Analyze(label.text, german.German)
			if len(tokens) == 0 {
				l.fault(e.file, e.line, "label", fmt.Sprintf("%q holds no word", label.text), "take it out")
				continue
			}
			l.addLabel(&x, e, label, tokens)
		}
	}
	return x
}

func (l *loader) addLabel(x *labelIndex, e loaded, label entryLabel, tokens []german.Token) {
	key := join(tokens)
	for _, other := range x.byTerms[key] {
		if other.concept == e.concept {
			return
		}
		if other.concept.Scheme == e.concept.Scheme {
			l.fault(e.file, e.line, "label", fmt.Sprintf("%q also belongs to %q", label.text, other.concept.ID), "leave it to one of them")
			return
		}
	}
	upper := len(tokens) == 1 && tokens[0].Stop
	x.byTerms[key] = append(x.byTerms[key], labelled{e.concept, upper, label.hidden})
	x.longest = max(x.longest, len(tokens))
}

type entryLabel struct {
	text   string
	hidden bool
}

// labels returns every label of the entry in every language, preferred first,
// hidden last.
func (e conceptEntry) labels() []entryLabel {
	var all []entryLabel
	for _, lang := range []string{"de", "en", "fr"} {
		if l := e.PrefLabel[lang]; l != "" {
			all = append(all, entryLabel{l, false})
		}
	}
	for i, group := range []map[string][]string{e.AltLabel, e.HiddenLabel} {
		for _, lang := range []string{"de", "en", "fr"} {
			for _, text := range group[lang] {
				all = append(all, entryLabel{text, i == 1})
			}
		}
	}
	return all
}
