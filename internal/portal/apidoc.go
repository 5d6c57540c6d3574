package portal

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// apiDocument is the description of the JSON interface made ready for its page.
// Its texts are English, as in the description.
type apiDocument struct {
	Description string
	Base        string
	Operations  []apiOperation
	Schemas     []apiSchema
}

type apiOperation struct {
	ID, Method, Path, Summary, Description string
	Parameters                             []apiField
	Body                                   *apiType
	Answers                                []apiAnswer
}

// apiField is a parameter or a key of an object.
type apiField struct {
	Name, In, Text, Example string
	Type                    apiType
	Required                bool
}

// apiType names a type; Ref is the schema it leads to, if any.
type apiType struct{ Text, Ref string }

type apiAnswer struct {
	Status, Text string
	Type         apiType
}

type apiSchema struct {
	Name, Description string
	Fields            []apiField
}

// The parts of OpenAPI 3.1 that the page shows.
type openAPI struct {
	Info    struct{ Description string }
	Servers []struct{ URL string }
	Paths   map[string]map[string]struct {
		OperationID, Summary, Description string
		Parameters                        []openAPIParameter
		RequestBody                       *openAPIContent
		Responses                         map[string]openAPIContent
	}
	Components struct{ Schemas map[string]*jsonSchema }
}

type openAPIParameter struct {
	Name, In, Description string
	Required              bool
	Example               any
	Schema                *jsonSchema
}

type openAPIContent struct {
	Description string
	Content     map[string]struct{ Schema *jsonSchema }
}

type jsonSchema struct {
	Ref                  string `json:"$ref"`
	Type                 any    // a name or a list of names
	Description          string
	Enum, Examples       []any
	Default              any
	Minimum, Maximum     *float64
	MaxLength, MaxItems  *int
	Items                *jsonSchema
	Properties           map[string]*jsonSchema
	Required             []string
	AdditionalProperties any
}

// readOpenAPI reads a description in JSON; nil when raw is empty.
func readOpenAPI(raw []byte) (*apiDocument, error) {
	if len(raw) == 0 {
		return nil, nil
	}
	var spec openAPI
	if err := json.Unmarshal(raw, &spec); err != nil {
		return nil, fmt.Errorf("portal: OpenAPI: %w", err)
	}
	doc := &apiDocument{Description: spec.Info.Description}
	if len(spec.Servers) > 0 {
		doc.Base = strings.TrimRight(spec.Servers[0].URL, "/")
	}
	for _, path := range slices.Sorted(maps.Keys(spec.Paths)) {
		for _, method := range slices.Sorted(maps.Keys(spec.Paths[path])) {
			o := spec.Paths[path][method]
			op := apiOperation{
				ID: o.OperationID, Method: strings.ToUpper(method), Path: doc.Base + path,
				Summary: o.Summary, Description: o.Description, Body: bodyType(o.RequestBody),
			}
			for _, p := range o.Parameters {
				op.Parameters = append(op.Parameters, p.field())
			}
			for _, status := range slices.Sorted(maps.Keys(o.Responses)) {
				answer := apiAnswer{Status: status, Text: o.Responses[status].Description}
				content := o.Responses[status]
				if t := bodyType(&content); t != nil {
					answer.Type = *t
				}
				op.Answers = append(op.Answers, answer)
			}
			doc.Operations = append(doc.Operations, op)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(spec.Components.Schemas)) {
		doc.Schemas = append(doc.Schemas, spec.Components.Schemas[name].schema(name))
	}
	return doc, nil
}

func bodyType(c *openAPIContent) *apiType {
	if c == nil {
		return nil
	}
	for _, mime := range slices.Sorted(maps.Keys(c.Content)) {
		t := c.Content[mime].Schema.typeOf()
		return &t
	}
	return nil
}

func (p openAPIParameter) field() apiField {
	f := apiField{Name: p.Name, In: p.In, Text: p.Description, Required: p.Required, Type: p.Schema.typeOf(), Example: p.Schema.example()}
	if p.Example != nil {
		f.Example = fmt.Sprint(p.Example)
	}
	return f
}

func (s *jsonSchema) schema(name string) apiSchema {
	out := apiSchema{Name: name, Description: s.Description}
	for _, key := range slices.Sorted(maps.Keys(s.Properties)) {
		property := s.Properties[key]
		out.Fields = append(out.Fields, apiField{
			Name: key, Text: property.Description, Type: property.typeOf(),
			Example: property.example(), Required: slices.Contains(s.Required, key),
		})
	}
	slices.SortStableFunc(out.Fields, func(a, b apiField) int { return cmp.Compare(rank(b.Required), rank(a.Required)) })
	return out
}

func rank(required bool) int {
	if required {
		return 1
	}
	return 0
}

func (s *jsonSchema) example() string {
	if s == nil || len(s.Examples) == 0 {
		return ""
	}
	return fmt.Sprint(s.Examples[0])
}

// typeOf says the type and its limits in words.
func (s *jsonSchema) typeOf() apiType {
	if s == nil {
		return apiType{}
	}
	if s.Ref != "" {
		name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
		return apiType{name, name}
	}
	if s.Items != nil {
		of := s.Items.typeOf()
		return apiType{"list of " + of.Text, of.Ref}
	}
	if m, ok := s.AdditionalProperties.(map[string]any); ok {
		raw, _ := json.Marshal(m) // was JSON a moment ago
		var of jsonSchema
		if json.Unmarshal(raw, &of) == nil && (of.Ref != "" || of.Items != nil || of.Type != nil) {
			t := of.typeOf()
			return apiType{"object of " + t.Text, t.Ref}
		}
	}
	return apiType{Text: s.typeName() + s.limits()}
}

func (s *jsonSchema) typeName() string {
	switch t := s.Type.(type) {
	case string:
		return t
	case []any:
		var names []string
		for _, name := range t {
			names = append(names, fmt.Sprint(name))
		}
		return strings.Join(names, " or ")
	}
	return "any"
}

func (s *jsonSchema) limits() string {
	var parts []string
	if len(s.Enum) > 0 {
		var values []string
		for _, v := range s.Enum {
			values = append(values, fmt.Sprint(v))
		}
		parts = append(parts, strings.Join(values, " | "))
	}
	add := func(format string, v float64) { parts = append(parts, fmt.Sprintf(format, v)) }
	if s.Minimum != nil {
		add("at least %g", *s.Minimum)
	}
	if s.Maximum != nil {
		add("at most %g", *s.Maximum)
	}
	if s.MaxLength != nil {
		add("at most %g characters", float64(*s.MaxLength))
	}
	if s.Default != nil {
		parts = append(parts, fmt.Sprintf("default %v", s.Default))
	}
	if len(parts) == 0 {
		return ""
	}
	return ", " + strings.Join(parts, ", ")
}

func (p *Portal) apiPage(c *gin.Context) {
	pg := p.newPage(c, "api")
	pg.Title = pg.locale.text("api.title")
	pg.Data = p.apiDoc
	p.render(c, http.StatusOK, "api", pg)
}
