package profile

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// anchors reports whether there is an anchor or alias under node, with a fault
// for each. They are refused before anything follows them, because a few lines
// of them can stand for gigabytes.
func (r *record) anchors(node *yaml.Node) bool {
	found := node.Kind == yaml.AliasNode || node.Anchor != ""
	if found {
		r.fault(node.Line, "", "has a YAML anchor or alias", "write the value out")
	}
	for _, child := range node.Content {
		found = r.anchors(child) || found
	}
	return found
}

// shape holds a node to the form of the Go type t: known keys, each once, and
// values of the right type. The YAML library is laxer: it takes a number for
// a text and null for anything. shape notes the line of every field as well,
// and takes unknown and repeated keys out of the node.
func (r *record) shape(node *yaml.Node, t reflect.Type, path string) {
	if _, known := r.lines[path]; !known {
		r.lines[path] = node.Line
	}
	switch t.Kind() {
	case reflect.Pointer:
		r.shape(node, t.Elem(), path)
	case reflect.Struct:
		r.mapping(node, t, path)
	case reflect.Slice:
		r.sequence(node, t, path)
	case reflect.Int:
		if n, err := strconv.Atoi(node.Value); node.ShortTag() != "!!int" || err != nil || n < 1 {
			r.fault(node.Line, path, "is not a whole number above 0", "write digits only, or leave the key out")
		}
	default:
		r.str(node, path)
	}
}

func (r *record) mapping(node *yaml.Node, t reflect.Type, path string) {
	if node.ShortTag() != "!!map" || node.Kind != yaml.MappingNode {
		r.fault(node.Line, path, "is not a set of keys and values", "write key: value, one per line")
		return
	}
	types := make(map[string]reflect.Type, t.NumField())
	keys := make([]string, t.NumField())
	for i := range t.NumField() {
		keys[i] = keyOf(t.Field(i))
		types[keys[i]] = t.Field(i).Type
	}
	kept := node.Content[:0] // the YAML library gives up at a key that stands twice
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		field := join(path, key.Value)
		valueType, known := types[key.Value]
		_, seen := r.lines[field]
		switch {
		case !known || key.ShortTag() != "!!str":
			name := strings.Trim(quote(key.Value), `"`)
			r.fault(key.Line, join(path, name), "unknown key", "use one of "+strings.Join(keys, ", "))
		case seen:
			r.fault(key.Line, field, "stands twice", "keep one of them")
		default:
			r.lines[field] = key.Line
			r.shape(value, valueType, field)
			kept = append(kept, key, value)
		}
	}
	node.Content = kept
}

func (r *record) sequence(node *yaml.Node, t reflect.Type, path string) {
	if node.ShortTag() != "!!seq" || node.Kind != yaml.SequenceNode {
		r.fault(node.Line, path, "is not a list", "write one value per line, each after a hyphen")
		return
	}
	if len(node.Content) == 0 {
		r.fault(node.Line, path, "is an empty list", "leave the key out")
	}
	for i, item := range node.Content {
		r.shape(item, t.Elem(), fmt.Sprintf("%s[%d]", path, i))
	}
}

func (r *record) str(node *yaml.Node, path string) {
	switch {
	case node.Kind == yaml.ScalarNode && node.ShortTag() == "!!str":
		if node.Value == "" {
			r.fault(node.Line, path, "is empty", "leave it out")
		}
	case node.Kind == yaml.ScalarNode && node.ShortTag() == "!!null":
		r.fault(node.Line, path, "is empty", "leave it out")
	default:
		r.fault(node.Line, path, "is not a text", `put it in quotes, like "2022"`)
	}
}

// keyOf returns the key of a field in the record.
func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return key
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// quote shortens what it quotes, because an unknown value may be a whole text.
func quote(s string) string {
	const enough = 40
	if runes := []rune(s); len(runes) > enough {
		s = string(runes[:enough]) + "…"
	}
	return strconv.Quote(s)
}

// indexOf returns the first index of an item of list that equals item i.
func indexOf(list reflect.Value, i int) int {
	for j := range i {
		if reflect.DeepEqual(list.Index(j).Interface(), list.Index(i).Interface()) {
			return j
		}
	}
	return i
}
