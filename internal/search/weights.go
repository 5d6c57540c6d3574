package search

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// Weight is one number of the ranking by its name.
type Weight struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// nothing stands for the weight 0 where the engine would take 0 for "not set".
const nothing = 1e-9

// Weights returns the numbers of the ranking that the Engine uses: those of
// every way to match and those of place in their order, then one for each text
// field, named "field_" and its name.
func (e *Engine) Weights() []Weight { return listWeights(e.weight) }

// Weights returns the numbers of the ranking that an Engine uses unless its
// Config says otherwise, in the order of Engine.Weights.
func Weights() []Weight { return listWeights(weight) }

func listWeights(r ranking) []Weight {
	var list []Weight
	v := reflect.ValueOf(r)
	for i := range v.NumField() {
		list = append(list, Weight{snake(v.Type().Field(i).Name), v.Field(i).Float()})
	}
	for _, f := range textFields {
		list = append(list, Weight{"field_" + f.name, f.weight})
	}
	return list
}

// withWeights returns the ranking with other values for some of its numbers. The
// weights of the text fields are part of the mapping and cannot be set.
func (r ranking) withWeights(list []Weight) (ranking, error) {
	v := reflect.ValueOf(&r).Elem()
	for _, w := range list {
		field := v.FieldByNameFunc(func(name string) bool { return snake(name) == w.Name })
		if !field.IsValid() {
			return r, fmt.Errorf("search: there is no weight %q to set", w.Name)
		}
		field.SetFloat(max(w.Value, nothing))
	}
	return r, nil
}

// snake writes a field's name as it stands in JSON: ConceptName as concept_name.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// With returns an Engine over the same index that uses other values for some of
// the numbers, for measuring; those of the text fields cannot be set.
func (e *Engine) With(list []Weight) (*Engine, error) {
	r, err := e.weight.withWeights(list)
	if err != nil {
		return nil, err
	}
	other := *e
	other.weight = r
	return &other, nil
}
