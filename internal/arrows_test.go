// Package internal_test holds what is true of all packages together.
package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "clusterlotse/"

// engines and http are what most of the house must not know, by any way.
var (
	engines = []string{module + "index/bleveindex", module + "index/opensearch", "github.com/blevesearch/bleve/v2", "github.com/opensearch-project"}
	http    = []string{"net/http", "github.com/gin-gonic/gin"}
	stores  = []string{module + "internal/catalog", "database/sql"}
)

// arrow is what a package may import.
type arrow struct {
	// knows are the packages of this module that it may import itself.
	knows []string
	// others are the modules outside the standard library that it may import
	// itself; nil allows any.
	others []string
	// never may not be reached by any way.
	never []string
}

var none = []string{}

// arrows are the layout of ARCHITECTURE.md. A program may import everything,
// any other package must stand here.
var arrows = map[string]arrow{
	"data":             {none, none, http},
	"index":            {none, none, http},
	"index/german":     {none, []string{"github.com/blevesearch/snowballstem", "github.com/kljensen/snowball", "golang.org/x/text"}, all(engines, http)},
	"index/bleveindex": {[]string{"index"}, []string{"github.com/blevesearch/bleve/v2", "github.com/blevesearch/bleve_index_api", "golang.org/x/sys"}, http},
	"index/opensearch": {[]string{"index"}, []string{"github.com/opensearch-project/opensearch-go"}, []string{"github.com/gin-gonic/gin"}},
	"index/indextest":  {[]string{"index"}, []string{"pgregory.net/rapid"}, all(engines, http)},

	"internal/profile":    {none, []string{"go.yaml.in/yaml/v3"}, all(engines, http)},
	"internal/place":      {none, []string{"golang.org/x/text"}, all(engines, http)},
	"internal/vocabulary": {[]string{"index/german", "internal/profile"}, []string{"go.yaml.in/yaml/v3", "golang.org/x/sync"}, all(engines, http, []string{module + "index"})},
	"internal/spelling":   {[]string{"index/german"}, none, all(engines, http, []string{module + "index"})},
	"internal/search":     {[]string{"index", "index/german", "internal/place", "internal/profile", "internal/spelling", "internal/vocabulary"}, []string{"golang.org/x/sync", "golang.org/x/text"}, all(engines, http)},
	"internal/jsonl":      {none, none, all(engines, http)},
	"internal/match":      {[]string{"index", "index/german", "internal/jsonl", "internal/place", "internal/profile", "internal/search", "internal/spelling", "internal/vocabulary"}, []string{"golang.org/x/sync", "golang.org/x/text"}, all(engines, http)},
	"internal/relevance":  {[]string{"internal/jsonl", "internal/match", "internal/place", "internal/profile", "internal/search"}, []string{"golang.org/x/sync"}, http},
	"internal/catalog":    {[]string{"internal/profile"}, nil, all(engines, http, []string{module + "index"})},

	"internal/api":         {[]string{"internal/match", "internal/place", "internal/profile", "internal/search", "internal/vocabulary"}, nil, all(engines, stores)},
	"internal/portal":      {[]string{"internal/match", "internal/place", "internal/profile", "internal/search", "internal/vocabulary"}, nil, all(engines, stores)},
	"internal/widget":      {none, []string{"github.com/gin-gonic/gin"}, engines},
	"internal/server":      {[]string{"internal/api", "internal/portal", "internal/search", "internal/widget"}, nil, all(engines, []string{module + "internal/catalog"})},
	"internal/browsertest": {none, nil, engines},
	"internal/realdata":    {[]string{"data", "index/bleveindex", "index/german", "internal/place", "internal/profile", "internal/search", "internal/vocabulary"}, none, http},
}

// ownEngine are the modules that one package alone may import.
var ownEngine = map[string]string{
	"github.com/blevesearch/bleve":                   "index/bleveindex",
	"github.com/opensearch-project/opensearch-go":    "index/opensearch",
	"modernc.org/sqlite":                             "internal/catalog",
	"github.com/jackc/pgx":                           "internal/catalog",
	"github.com/danielgtaylor/huma":                  "internal/api",
	"github.com/prometheus/client_golang/prometheus": "internal/server",
}

func all(lists ...[]string) []string { return slices.Concat(lists...) }

// listed is a package as `go list` tells it, without its tests.
type listed struct {
	ImportPath, Name       string
	Standard               bool
	GoFiles, Imports, Deps []string
}

func TestArrowsGoOneWay(t *testing.T) {
	standard := map[string]bool{}
	var own []listed
	for _, p := range list(t) {
		standard[p.ImportPath] = p.Standard
		if strings.HasPrefix(p.ImportPath, module) && len(p.GoFiles) > 0 {
			own = append(own, p)
		}
	}
	if len(own) < 10 {
		t.Fatalf("go list names %d packages of this module", len(own))
	}
	for _, p := range own {
		for _, fault := range check(p, standard) {
			t.Errorf("%s %s", p.ImportPath, fault)
		}
	}
}

// list returns every package of the module and what they are built on.
func list(t *testing.T) []listed {
	t.Helper()
	command := exec.Command("go", "list", "-e", "-deps", "-json=ImportPath,Name,Standard,GoFiles,Imports,Deps", module+"...")
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	var packages []listed
	decoder := json.NewDecoder(out)
	for {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if err := command.Wait(); err != nil {
		t.Fatal(err)
	}
	return packages
}

// check returns what a package imports against its arrow.
func check(p listed, standard map[string]bool) (faults []string) {
	name := strings.TrimPrefix(p.ImportPath, module)
	if p.Name == "main" {
		return checkProgram(p)
	}
	rule, ok := arrows[name]
	if !ok {
		return []string{"stands in no line of the layout: add it to ARCHITECTURE.md and to this test"}
	}
	for _, imported := range p.Imports {
		path, own := strings.CutPrefix(imported, module)
		switch {
		case own && !slices.Contains(rule.knows, path) && !strings.HasPrefix(path, name+"/internal/"):
			faults = append(faults, "must not import "+imported)
		case own || standard[imported]:
		case rule.others != nil && !within(imported, rule.others):
			faults = append(faults, "must not import "+imported)
		}
		if owner := ownerOf(imported); owner != "" && owner != name {
			faults = append(faults, "must leave "+imported+" to "+owner)
		}
	}
	for _, reached := range p.Deps {
		if within(reached, rule.never) {
			faults = append(faults, "must not reach "+reached)
		}
	}
	return faults
}

// checkProgram lets a program import all but what one package has for itself.
func checkProgram(p listed) (faults []string) {
	for _, imported := range p.Imports {
		if owner := ownerOf(imported); owner != "" {
			faults = append(faults, "must leave "+imported+" to "+owner)
		}
	}
	return faults
}

func ownerOf(imported string) string {
	for path, owner := range ownEngine {
		if within(imported, []string{path}) {
			return owner
		}
	}
	return ""
}

// within tells whether path is one of roots or below one. Packages of this
// module stand for themselves alone, so that index is not index/german.
func within(path string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool {
		return path == root || !strings.HasPrefix(root, module) && strings.HasPrefix(path, root+"/")
	})
}

func TestCheckFindsWrongArrows(t *testing.T) {
	standard := map[string]bool{"fmt": true, "net/http": true}
	for _, tt := range []struct {
		pkg     string
		imports []string
		deps    []string
		want    string
	}{
		{"internal/place", []string{module + "internal/profile"}, nil, "must not import clusterlotse/internal/profile"},
		{"internal/profile", []string{module + "index"}, nil, "must not import clusterlotse/index"},
		{"index", []string{"golang.org/x/text"}, nil, "must not import golang.org/x/text"},
		{"internal/search", []string{"net/http"}, []string{"net/http"}, "must not reach net/http"},
		{"internal/match", []string{"fmt"}, []string{"github.com/blevesearch/bleve/v2/index/scorch"}, "must not reach github.com/blevesearch/bleve/v2/index/scorch"},
		{"internal/api", nil, []string{module + "index/bleveindex"}, "must not reach clusterlotse/index/bleveindex"},
		{"internal/server", []string{module + "index"}, nil, "must not import clusterlotse/index"},
		{"internal/portal", []string{"github.com/danielgtaylor/huma/v2"}, nil, "must leave github.com/danielgtaylor/huma/v2 to internal/api"},
		{"internal/attic", nil, nil, "stands in no line of the layout"},
		{"index/german", []string{"fmt"}, []string{"fmt"}, ""},
		{"internal/vocabulary", []string{module + "index/german"}, []string{module + "index/german"}, ""},
	} {
		got := check(listed{ImportPath: module + tt.pkg, Name: "x", Imports: tt.imports, Deps: tt.deps}, standard)
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], tt.want)) {
			t.Errorf("%s importing %v: got %q, want %q", tt.pkg, tt.imports, got, tt.want)
		}
	}
}
