package vocabulary

import (
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"clusterlotse/index/german"
)

// labelIndex finds concepts by the terms of their labels, joined by blanks. At
// most one concept of each scheme stands behind a label.
type labelIndex struct {
	byTerms map[string][]labelled
	// longest is, per first term, the number of terms of the longest label that
	// begins with it.
	longest map[string]int
}

// names tells whether a concept has the label of these terms however it is used.
func (x *labelIndex) names(key string) bool {
	return slices.ContainsFunc(x.byTerms[key], func(l labelled) bool { return !l.sought })
}

// labelled is a concept behind a label; upper demands capitals, because the
// label in small letters is a stop word (AM, IT).
type labelled struct {
	concept *Concept
	upper   bool
	hidden  bool
	// sought demands that the asker seeks what the label names. Such a label is
	// hidden as well.
	sought bool
}

// appendTerms appends the key of words to buf.
func appendTerms(buf []byte, words []german.Token) []byte {
	for i, w := range words {
		if i > 0 {
			buf = append(buf, ' ')
		}
		buf = append(buf, w.Term...)
	}
	return buf
}

func joinTerms(words []german.Token) string { return string(appendTerms(nil, words)) }

// index gathers the labels of all entries, for a foreign language its own ones. Two
// concepts of one scheme with the same label are a fault.
func (l *loader) index(lang german.Language) labelIndex {
	x := labelIndex{byTerms: map[string][]labelled{}, longest: map[string]int{}}
	for i, labels := range l.analyze(lang) {
		for _, label := range labels {
			l.addLabel(&x, l.entries[i], label)
		}
	}
	return x
}

// analyzedLabel is a label and the terms that it is found by.
type analyzedLabel struct {
	entryLabel
	key, first string // all terms and the first one
	terms      int
	upper      bool // it is a stop word in small letters
}

// analyze analyses the labels of all entries side by side: a start waits for
// them.
func (l *loader) analyze(lang german.Language) [][]analyzedLabel {
	all := make([][]analyzedLabel, len(l.entries))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range l.entries {
		group.Go(func() error {
			for _, label := range e.labels() {
				if lang == german.German || label.lang == "en" {
					all[i] = append(all[i], l.analyzeLabel(label, lang))
				}
			}
			return nil
		})
	}
	_ = group.Wait() // nothing fails
	return all
}

func (l *loader) analyzeLabel(label entryLabel, lang german.Language) analyzedLabel {
	text := label.text
	if lang == german.MinimalEnglish {
		text = unhyphenated(text)
	}
	tokens := l.v.analyzer.Words(text, lang)
	x := analyzedLabel{entryLabel: label, key: joinTerms(tokens), terms: len(tokens)}
	if len(tokens) > 0 {
		x.first, x.upper = tokens[0].Term, len(tokens) == 1 && tokens[0].Stop
	}
	return x
}

func (l *loader) addLabel(x *labelIndex, e loaded, label analyzedLabel) {
	if label.terms == 0 {
		l.fault(e.file, e.line, label.field, fmt.Sprintf("%q holds no word", label.text), "take it out")
		return
	}
	sought := label.field == "soughtLabel"
	for _, other := range x.byTerms[label.key] {
		if other.concept == e.concept {
			if sought {
				l.fault(e.file, e.line, label.field, fmt.Sprintf("%q is a label already", label.text), "take it out")
			}
			return
		}
		if other.concept.Scheme == e.concept.Scheme {
			l.fault(e.file, e.line, label.field, fmt.Sprintf("%q also belongs to %q", label.text, other.concept.ID), "leave it to one of them")
			return
		}
	}
	x.byTerms[label.key] = append(x.byTerms[label.key], labelled{e.concept, label.upper, sought || label.field == "hiddenLabel", sought})
	x.longest[label.first] = max(x.longest[label.first], label.terms)
}

type entryLabel struct {
	// field is the key that the label stands under, lang the one below it.
	field, lang, text string
}

// labels returns every label of the entry in every language, preferred first,
// hidden and sought last. A missing preferred label is left out.
func (e conceptEntry) labels() []entryLabel {
	var all []entryLabel
	for _, lang := range languages {
		if l := e.PrefLabel[lang]; l != "" {
			all = append(all, entryLabel{"prefLabel", lang, l})
		}
	}
	for _, lang := range languages {
		for _, text := range e.AltLabel[lang] {
			all = append(all, entryLabel{"altLabel", lang, text})
		}
	}
	for _, lang := range languages {
		for _, text := range e.HiddenLabel[lang] {
			all = append(all, entryLabel{"hiddenLabel", lang, text})
		}
	}
	for _, lang := range languages {
		for _, text := range e.SoughtLabel[lang] {
			all = append(all, entryLabel{"soughtLabel", lang, text})
		}
	}
	return all
}
