package vocabulary

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// languages are those that labels may be written in.
var languages = []string{"de", "en", "fr"}

// conceptEntry is a concept as it is written, line where it begins.
type conceptEntry struct {
	ID          string
	PrefLabel   map[string]string
	AltLabel    map[string][]string
	HiddenLabel map[string][]string
	SoughtLabel map[string][]string
	Broader     []string
	Related     []string
	Suggests    []string
	line        int
}

var lineOfError = regexp.MustCompile(`^line (\d+): `)

// read gathers the entries of one file. What is wrong in one entry does not
// hide what is wrong in the next.
func (l *loader) read(name string, raw []byte) {
	var doc yaml.Node
	err := yaml.NewDecoder(bytes.NewReader(raw)).Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		l.fault(name, 1, "", "is empty", "write it as the other vocabulary files")
		return
	case err != nil:
		problem, line := strings.TrimPrefix(err.Error(), "yaml: "), 1
		if m := lineOfError.FindStringSubmatch(problem); m != nil {
			line, _ = strconv.Atoi(m[1]) // the pattern holds digits only
			problem = strings.TrimPrefix(problem, m[0])
		}
		l.fault(name, line, "", problem, "write it as YAML")
		return
	}
	var scheme string
	var title map[string]string
	var concepts []yaml.Node
	l.fields(name, "", doc.Content[0], []field{{"scheme", &scheme}, {"title", &title}, {"concepts", &concepts}})
	if !isScheme(scheme) {
		l.fault(name, lineOf(doc.Content[0], "scheme"), "scheme", fmt.Sprintf("unknown scheme %q", scheme), "use one of "+strings.Join(Schemes, ", "))
		return
	}
	for i := range concepts {
		path := fmt.Sprintf("concepts[%d]", i)
		l.add(name, scheme, l.entry(name, path, &concepts[i]))
	}
}

func (l *loader) entry(file, path string, node *yaml.Node) conceptEntry {
	e := conceptEntry{line: node.Line}
	l.fields(file, path, node, []field{
		{"id", &e.ID}, {"prefLabel", &e.PrefLabel}, {"altLabel", &e.AltLabel}, {"hiddenLabel", &e.HiddenLabel},
		{"soughtLabel", &e.SoughtLabel}, {"broader", &e.Broader}, {"related", &e.Related}, {"suggests", &e.Suggests},
	})
	return e
}

// field is a key that may stand in a mapping, and where its value goes.
type field struct {
	key    string
	target any
}

// fields reads a mapping strictly: each key once, none but the known ones, and
// each value of the form of its target.
func (l *loader) fields(file, path string, node *yaml.Node, known []field) {
	if node.Kind != yaml.MappingNode {
		l.fault(file, node.Line, path, "is no mapping", "write key: value")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		name := strings.TrimPrefix(path+"."+key.Value, ".")
		target := targetOf(known, key.Value)
		switch {
		case target == nil:
			l.fault(file, key.Line, name, "unknown key", "use one of "+keysOf(known))
		case seen[key.Value]:
			l.fault(file, key.Line, name, "is there twice", "join the two")
		case value.Decode(target) != nil:
			l.fault(file, value.Line, name, "is not of the expected form", "write it as the other vocabulary files")
		case strings.HasSuffix(key.Value, "Label"):
			l.checkLanguages(file, name, value)
		}
		seen[key.Value] = true
	}
}

// checkLanguages faults labels in languages that nobody would read.
func (l *loader) checkLanguages(file, name string, node *yaml.Node) {
	for i := 0; i+1 < len(node.Content); i += 2 {
		if key := node.Content[i]; !slices.Contains(languages, key.Value) {
			l.fault(file, key.Line, name+"."+key.Value, "unknown language", "use one of "+strings.Join(languages, ", "))
		}
	}
}

func targetOf(known []field, key string) any {
	for _, f := range known {
		if f.key == key {
			return f.target
		}
	}
	return nil
}

func keysOf(known []field) string {
	keys := make([]string, len(known))
	for i, f := range known {
		keys[i] = f.key
	}
	return strings.Join(keys, ", ")
}

// lineOf returns the line of a key's value, that of the mapping when it has no
// such key.
func lineOf(node *yaml.Node, key string) int {
	for i := 0; i+1 < len(node.Content); i += 2 {
		if node.Content[i].Value == key {
			return node.Content[i+1].Line
		}
	}
	return node.Line
}
