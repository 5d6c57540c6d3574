package api

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"

	"clusterlotse/internal/search"

	"github.com/danielgtaylor/huma/v2"
)

// humaConfig serves the endpoints only: huma's own document, schema and page
// routes are off, the page because it would load from a third party.
func humaConfig() huma.Config {
	c := huma.DefaultConfig("Clusterlotse", "1")
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", ""
	c.CreateHooks = nil
	asJSON := huma.Format{Marshal: writeJSON, Unmarshal: json.Unmarshal}
	c.Formats = map[string]huma.Format{"application/json": asJSON, "json": asJSON}
	c.Info.Description = "Search and matchmaking over business networks of Baden-Württemberg. Parameters and keys that are not described here are refused."
	c.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	c.Servers = []*huma.Server{{URL: Prefix}}
	return c
}

// writeJSON escapes <, > and &, which huma's own writer does not: what an asker
// sent must not come back as markup, whatever a client takes the answer for.
func writeJSON(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }

func queryParam() *huma.Param {
	return param("q", "Free text.", &huma.Schema{Type: huma.TypeString, MaxLength: number(search.MaxQueryRunes)}, "verpackungsmaschinen")
}

func langParam() *huma.Param {
	return param("lang", "Language of the answer; without it Accept-Language decides, and then German.",
		&huma.Schema{Type: huma.TypeString, Enum: languageNames}, nil)
}

func limitParam(most int) *huma.Param {
	return param("limit", "Number of entries.", &huma.Schema{
		Type: huma.TypeInteger, Minimum: float(1), Maximum: float(most), Default: search.DefaultLimit,
	}, nil)
}

// searchParams documents what search.ParseRequest reads.
func searchParams() []*huma.Param {
	params := append([]*huma.Param{queryParam()}, filterParams()...)
	return append(params,
		param("near", "Postcode, town, district or region; near networks come first.",
			&huma.Schema{Type: huma.TypeString, MaxLength: number(search.MaxQueryRunes)}, "74564"),
		param("radius_km", "Drops networks farther than this from near.",
			&huma.Schema{Type: huma.TypeNumber, Minimum: float(0), Maximum: float(search.MaxRadiusKm)}, nil),
		param("anywhere", "1 takes a place named in q for a word like any other.",
			&huma.Schema{Type: huma.TypeString, Enum: []any{"1"}}, nil),
		langParam(), limitParam(search.MaxLimit),
		param("offset", "Hits to pass over.", &huma.Schema{
			Type: huma.TypeInteger, Minimum: float(0), Maximum: float(search.MaxOffset), Default: 0,
		}, nil))
}

// filterParams documents the filters of a search.
func filterParams() []*huma.Param {
	var params []*huma.Param
	for _, name := range search.FilterNames {
		p := param(name, "Filter by "+name+"; repeated values are alternatives. The valid values are in the facets.", &huma.Schema{
			Type: huma.TypeArray, Items: &huma.Schema{Type: huma.TypeString}, MaxItems: number(search.MaxLimit),
		}, nil)
		params = append(params, p)
	}
	return params
}

func param(name, description string, schema *huma.Schema, example any) *huma.Param {
	return &huma.Param{Name: name, In: "query", Description: description, Schema: schema, Example: example}
}

func number(n int) *int { return &n }

func float(n int) *float64 {
	f := float64(n)
	return &f
}

// documentMatchBody describes the body that the handler reads itself. It is
// added after registration, or else huma would read the body first.
func documentMatchBody(a huma.API) {
	schema := a.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[matchRequestBody](), true, "")
	a.OpenAPI().Paths["/match"].Post.RequestBody = &huma.RequestBody{
		Required: true, Content: map[string]*huma.MediaType{"application/json": {Schema: schema}},
	}
}

// requestSchema is huma's name for matchRequestBody.
const requestSchema = "MatchRequestBody"

// openAnswers lets answers have keys that the document does not know yet, so
// that a new key breaks no client. Requests stay closed.
func openAnswers(a huma.API) {
	for name, schema := range a.OpenAPI().Components.Schemas.Map() {
		if name != requestSchema && schema.AdditionalProperties == false {
			schema.AdditionalProperties = nil
		}
	}
}

// document returns the OpenAPI 3.1 document, indented, with a newline at its end.
func document(a huma.API) ([]byte, error) {
	openAnswers(a)
	compact, err := json.Marshal(a.OpenAPI())
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
