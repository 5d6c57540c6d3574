package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"slices"
	"testing"

	"clusterlotse/internal/api"
	"clusterlotse/internal/search"
)

var update = flag.Bool("update", false, "rewrite docs/openapi.json")

const committed = "../../docs/openapi.json"

// TestDocument compares the served OpenAPI document with the committed one, so
// that a change of the interface is seen in review.
func TestDocument(t *testing.T) {
	w := do(brokenRouter(t, io.Discard), "GET", api.Prefix+"/openapi.json", "")
	if w.Code != 200 {
		t.Fatalf("status %d", w.Code)
	}
	if *update {
		if err := os.WriteFile(committed, w.Body.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(committed)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(w.Body.Bytes(), want) {
		t.Error("docs/openapi.json is out of date; run go test ./internal/api -update and read the difference")
	}
}

// TestDocumentSaysAll checks what a reader of the document relies on.
func TestDocumentSaysAll(t *testing.T) {
	type operation struct {
		Parameters  []struct{ Name, In, Description string }
		RequestBody *struct{ Required bool }
		Responses   map[string]struct {
			Content map[string]any
		}
	}
	var doc struct {
		OpenAPI    string
		Components struct {
			Schemas map[string]struct{ AdditionalProperties any }
		}
		Paths map[string]map[string]operation
	}
	w := do(brokenRouter(t, io.Discard), "GET", api.Prefix+"/openapi.json", "")
	if err := json.Unmarshal(w.Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.OpenAPI != "3.1.0" || len(doc.Paths) != 5 {
		t.Errorf("version %q, %d paths", doc.OpenAPI, len(doc.Paths))
	}
	var names []string
	for _, p := range doc.Paths["/search"]["get"].Parameters {
		names = append(names, p.Name)
		if p.In != "query" || p.Description == "" {
			t.Errorf("parameter %+v", p)
		}
	}
	want := append(append([]string{"q"}, search.FilterNames...), "near", "radius_km", "anywhere", "lang", "limit", "offset")
	if !slices.Equal(names, want) {
		t.Errorf("search takes %v, want %v", names, want)
	}
	if body := doc.Paths["/match"]["post"].RequestBody; body == nil || !body.Required {
		t.Error("the body of match is not documented")
	}
	for name, schema := range doc.Components.Schemas {
		if closed := schema.AdditionalProperties == false; closed != (name == "MatchRequestBody") {
			t.Errorf("%s: additional properties %v", name, schema.AdditionalProperties)
		}
	}
	for path, methods := range doc.Paths {
		for method, o := range methods {
			for status, r := range o.Responses {
				if status != "200" && r.Content[api.ProblemType] == nil {
					t.Errorf("%s %s: status %s is no problem", method, path, status)
				}
			}
		}
	}
}
