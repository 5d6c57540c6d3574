package profile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxFileSize is far more than a record needs; it stops a file that is none.
const maxFileSize = 256 << 10

// Read reads every file dir/*.yaml of fsys, one record each, in the order of
// their names. A folder without such files gives no network and no error.
// When a record breaks a rule no network is returned, and the error is a
// [Faults] with every fault of every file; any other error comes from fsys.
func Read(fsys fs.FS, dir string) ([]*Network, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("read networks: %w", err)
	}
	var records []*record
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".yaml" {
			continue
		}
		r, err := readRecord(fsys, path.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("read networks: %w", err)
		}
		records = append(records, r)
	}
	if faults := checkAll(records); len(faults) > 0 {
		return nil, faults
	}
	networks := make([]*Network, len(records))
	for i, r := range records {
		networks[i] = r.network
	}
	return networks, nil
}

// record is a network with the place it came from.
type record struct {
	file    string
	network *Network       // nil when the file could not be read as one
	lines   map[string]int // line of each field; nil when there is no file
	faults  Faults         // faults of the form; the rules come later
}

// readRecord reads one file. What is wrong with its form is kept in the
// record; an error comes from fsys only.
func readRecord(fsys fs.FS, file string) (*record, error) {
	r := &record{file: file, lines: map[string]int{}}
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing was written
	text, err := io.ReadAll(io.LimitReader(f, maxFileSize+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxFileSize {
		r.fault(1, "", "is larger than 256 KiB", "keep one short record per file")
		return r, nil
	}
	r.parse(text)
	return r, nil
}

func (r *record) parse(text []byte) {
	var doc, more yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		r.fault(1, "", "is empty", "write a record or delete the file")
		return
	} else if err != nil {
		r.syntax(err)
		return
	}
	if err := dec.Decode(&more); err == nil {
		r.fault(more.Line, "", "holds a second document", "keep one record per file")
	} else if !errors.Is(err, io.EOF) {
		r.syntax(err)
		return
	}
	root := doc.Content[0]
	if r.anchors(root) {
		return
	}
	r.shape(root, reflect.TypeFor[Network](), "")
	n := new(Network)
	if err := root.Decode(n); err != nil && len(r.faults) == 0 {
		r.syntax(err)
		return
	}
	r.network = n
}

// fileName holds a record from a file to being named after its id.
func (r *record) fileName() Faults {
	id := r.network.ID
	if r.lines == nil || id == "" || id+".yaml" == path.Base(r.file) {
		return nil
	}
	return Faults{{Field: "id", Problem: "differs from the name of the file", Fix: "give both the same name"}}
}

func (r *record) fault(line int, field, problem, fix string) {
	r.faults = append(r.faults, Fault{File: r.file, Line: line, Field: field, Problem: problem, Fix: fix})
}

var yamlLine = regexp.MustCompile(`(?s)^yaml: (?:unmarshal errors:\s*)?(?:line (\d+): )?(.*)$`)

// syntax turns an error of the YAML library into a fault.
func (r *record) syntax(err error) {
	line, problem := 1, strings.ReplaceAll(err.Error(), "\n", " ")
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		problem = strings.ReplaceAll(m[2], "\n", " ")
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = max(n, 1)
		}
	}
	r.fault(line, "", "is not valid YAML: "+problem, "mend this line or the one beside it")
}

// locate gives faults of the rules the file and line of their fields, and
// drops those that follow from a fault of the form: a number in words is not
// missing as well.
func (r *record) locate(faults Faults) Faults {
	var located Faults
	for _, f := range faults {
		if r.malformed(f.Field) {
			continue
		}
		f.File, f.Line = r.file, r.lineOf(f.Field)
		located = append(located, f)
	}
	return located
}

func (r *record) malformed(field string) bool {
	for _, f := range r.faults {
		if f.Field != "" && (field == f.Field || strings.HasPrefix(field, f.Field+".") || strings.HasPrefix(field, f.Field+"[")) {
			return true
		}
	}
	return false
}

// lineOf returns the line of field or, when it is missing, of what it should
// stand in.
func (r *record) lineOf(field string) int {
	for {
		if line, ok := r.lines[field]; ok || field == "" {
			return line
		}
		field = field[:max(0, strings.LastIndexAny(field, ".["))]
	}
}
