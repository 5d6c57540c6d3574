package vocabulary

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"

	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
)

// Vocabulary holds all concepts.
type Vocabulary struct {
	analyzer *german.Analyzer
	schemes  map[string][]*Concept
	byRef    map[Ref]*Concept
	readers  map[german.Language]*reader
}

// reader reads one language: German knows the labels of all languages, because
// German texts are full of English words, and English its own ones.
type reader struct {
	lang   german.Language
	labels labelIndex
	seek   seekWords
}

// Load reads dir/*.yaml. Every scheme of Schemes must be there. All faults are
// reported at once, as profile.Faults; any other error is one of reading.
func Load(fsys fs.FS, dir string, analyzer *german.Analyzer) (*Vocabulary, error) {
	l := loader{v: &Vocabulary{
		analyzer: analyzer,
		schemes:  map[string][]*Concept{},
		byRef:    map[Ref]*Concept{},
		readers:  map[german.Language]*reader{},
	}}
	names, err := fs.Glob(fsys, path.Join(dir, "*.yaml"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("vocabulary: %w", err)
		}
		l.read(name, raw)
	}
	for _, scheme := range Schemes {
		if l.v.schemes[scheme] == nil {
			l.fault(dir, 0, "scheme", "no file holds the scheme "+scheme, "add "+scheme+".yaml")
		}
	}
	l.link()
	for _, lang := range []german.Language{german.German, german.MinimalEnglish} {
		l.v.readers[lang] = &reader{lang, l.index(lang), newSeekWords(analyzer, lang)}
	}
	if len(l.faults) > 0 {
		sort.SliceStable(l.faults, func(i, j int) bool {
			a, b := l.faults[i], l.faults[j]
			return a.File < b.File || a.File == b.File && a.Line < b.Line
		})
		return nil, l.faults
	}
	return l.v, nil
}

// loader gathers entries and faults until all files are read.
type loader struct {
	v       *Vocabulary
	entries []loaded
	faults  profile.Faults
}

type loaded struct {
	conceptEntry
	file    string
	concept *Concept
}

func (l *loader) fault(file string, line int, field, problem, fix string) {
	l.faults = append(l.faults, profile.Fault{File: file, Line: line, Field: field, Problem: problem, Fix: fix})
}

func isScheme(s string) bool { return slices.Contains(Schemes, s) }

var conceptID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (l *loader) add(file, scheme string, e conceptEntry) {
	ref := Ref{scheme, e.ID}
	switch {
	case !conceptID.MatchString(e.ID):
		l.fault(file, e.line, "id", fmt.Sprintf("%q is no id", e.ID), "use a-z, 0-9 and '-'")
		return
	case l.v.byRef[ref] != nil:
		l.fault(file, e.line, "id", fmt.Sprintf("%q is there twice", e.ID), "join the two concepts")
		return
	}
	for _, lang := range []string{"de", "en"} {
		if strings.TrimSpace(e.PrefLabel[lang]) == "" {
			l.fault(file, e.line, "prefLabel."+lang, "is missing", "name the concept in this language")
		}
	}
	c := &Concept{Ref: ref, prefLabel: e.PrefLabel, altLabel: e.AltLabel, hiddenLabel: e.HiddenLabel}
	l.v.byRef[ref] = c
	l.v.schemes[scheme] = append(l.v.schemes[scheme], c)
	l.entries = append(l.entries, loaded{e, file, c})
}

// link turns the ids of neighbours into concepts.
func (l *loader) link() {
	for _, e := range l.entries {
		for _, id := range e.Broader {
			if b := l.neighbour(e, "broader", Ref{e.concept.Scheme, id}); b != nil {
				e.concept.broader = append(e.concept.broader, b)
				b.narrower = append(b.narrower, e.concept)
			}
		}
		e.concept.related = l.neighbours(e, "related", e.Related)
		e.concept.suggests = l.neighbours(e, "suggests", e.Suggests)
	}
	for _, e := range l.entries {
		for _, b := range e.concept.broader {
			if _, cycle := b.Above()[e.concept]; cycle || b == e.concept {
				l.fault(e.file, e.line, "broader", fmt.Sprintf("%q is above itself", e.ID), "break the circle")
			}
		}
	}
}

// neighbours finds concepts of the same scheme by their ids, and others by
// "scheme:id".
func (l *loader) neighbours(e loaded, field string, ids []string) []*Concept {
	var found []*Concept
	for _, id := range ids {
		ref := Ref{e.concept.Scheme, id}
		if scheme, other, ok := strings.Cut(id, ":"); ok {
			ref = Ref{scheme, other}
		}
		if c := l.neighbour(e, field, ref); c != nil {
			found = append(found, c)
		}
	}
	return found
}

func (l *loader) neighbour(e loaded, field string, ref Ref) *Concept {
	c := l.v.byRef[ref]
	if c == nil {
		l.fault(e.file, e.line, field, fmt.Sprintf("unknown concept %s:%s", ref.Scheme, ref.ID), "use the id of a concept")
	}
	return c
}
