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
	"firm_at_founders": true, "firm_at_both": true, "other_field": true,
	"state_network": true, "cluster_initiative": true, "state_agency": true, "competence_centre": true, "alliance": true,
}

// powers are the numbers that something is raised to.
var powers = map[string]bool{"family": true, "idf_power": true, "word_idf_power": true}

// The limits of the numbers, far from any that serves: within them no sum of a
// ranking is too large or too small for a float64, and nothing is divided by 0.
const (
	minNumber  = 1e-9 // of those that are not 0
	maxNumber  = 1000
	maxPower   = 10
	minScaleKm = 1
)

// rangeOf is the least and the most that a number may be.
func rangeOf(name string) (least, most float64) {
	switch {
	case shares[name]:
		return 0, 1
	case powers[name]:
		return 0, maxPower
	case name == "scale_km":
		return minScaleKm, maxNumber
	}
	return 0, maxNumber
}

// checkNumber refuses what is beyond the limits of a number, or none at all.
func checkNumber(w search.Weight) error {
	least, most := rangeOf(w.Name)
	if w.Value >= least && w.Value <= most && (w.Value == 0 || w.Value >= minNumber) {
		return nil
	}
	if least == 0 {
		return fmt.Errorf("model: %s is %v; want 0, or a number from %v to %v", w.Name, w.Value, minNumber, most)
	}
	return fmt.Errorf("model: %s is %v; want a number from %v to %v", w.Name, w.Value, least, most)
}

// number is the field of a number by its name in JSON, false for a name that no
// number has.
func (m *Model) number(name string) (reflect.Value, bool) {
	v := reflect.ValueOf(m).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Float64 && v.Type().Field(i).Tag.Get("json") == name {
			return f, true
		}
	}
	return reflect.Value{}, false
}

// Get returns a number of the model by its name in JSON, 0 and false for a name
// that no number has.
func (m *Model) Get(name string) (float64, bool) {
	f, ok := m.number(name)
	if !ok {
		return 0, false
	}
	return f.Float(), true
}

// Set gives a number of the model another value, or the nearest one that
// ParseModel takes; it must not be NaN. It changes nothing and returns false for a
// name that no number has.
func (m *Model) Set(name string, value float64) bool {
	f, ok := m.number(name)
	if !ok {
		return false
	}
	if value < minNumber {
		value = 0
	}
	least, most := rangeOf(name)
	f.SetFloat(min(max(value, least), most))
	return true
}

// Weights returns every number of the model by its name in JSON, in the order of
// the fields of Model. It is a copy.
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

// JSON is the model as ParseModel reads it.
func (m *Model) JSON() ([]byte, error) {
	raw, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return append(raw, '\n'), nil
}
