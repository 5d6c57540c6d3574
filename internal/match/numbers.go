package match

import (
	"encoding/json"
	"fmt"
	"reflect"

	"clusterlotse/internal/search"
)

// shares are the numbers that say what is left of something, and so are never
// above 1.
var shares = map[string]bool{
	"broader": true, "part": true, "far": true, "unknown": true, "statewide": true, "same_region": true, "wide": true,
	"firm_at_founders": true, "other_field": true,
	"state_network": true, "cluster_initiative": true, "state_agency": true, "competence_centre": true, "alliance": true,
}

// Numbers gives access to every number of the model by its name in JSON.
func (m *Model) Numbers() map[string]*float64 {
	numbers := map[string]*float64{}
	v := reflect.ValueOf(m).Elem()
	for i := range v.NumField() {
		if number, ok := v.Field(i).Addr().Interface().(*float64); ok {
			numbers[v.Type().Field(i).Tag.Get("json")] = number
		}
	}
	return numbers
}

// Weights returns every number of the model by its name in JSON, in the order in
// which the model explains them.
func (m *Model) Weights() []search.Weight {
	var list []search.Weight
	v := reflect.ValueOf(*m)
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Float64 {
			list = append(list, search.Weight{Name: v.Type().Field(i).Tag.Get("json"), Value: f.Float()})
		}
	}
	return list
}

// Weights returns every number of the ranking in force.
func (m *Matcher) Weights() []search.Weight { return m.model.Weights() }

// Set changes one number, to 1 where it is a share and value is above. It
// reports false for a name that is none.
func (m *Model) Set(name string, value float64) bool {
	number := m.Numbers()[name]
	if number == nil {
		return false
	}
	if shares[name] {
		value = min(value, 1)
	}
	*number = value
	return true
}

// JSON is the model as ParseModel reads it.
func (m *Model) JSON() ([]byte, error) {
	raw, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return append(raw, '\n'), nil
}
