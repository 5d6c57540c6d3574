package match

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// Feature names a kind of reason.
type Feature string

// The features of a match.
const (
	Technologies Feature = "technologies"
	Industries   Feature = "industries"
	Needs        Feature = "needs"
	TargetGroup  Feature = "target_group"
	Phase        Feature = "phase"
	Text         Feature = "text"
	Founder      Feature = "founder"
	Place        Feature = "place"
)

// Model holds every number of the ranking. It is read from model.json, which
// `clusterlotse fit` writes; there are no others.
type Model struct {
	// Version names the model by the date of its fit.
	Version string `json:"version"`
	// Fit says on what the numbers were fitted and how well they do.
	Fit string `json:"fit"`

	// How much each feature counts.
	Technologies float64 `json:"technologies"`
	Industries   float64 `json:"industries"`
	Needs        float64 `json:"needs"`
	TargetGroup  float64 `json:"target_group"`
	Phase        float64 `json:"phase"`
	Text         float64 `json:"text"`
	// Founder is the share of contact points for founders when a founder asks,
	// UnknownStage how likely somebody who does not tell is one.
	Founder      float64 `json:"founder"`
	UnknownStage float64 `json:"unknown_stage"`

	// IDFPower is the power of the inverse document frequency: rare concepts and
	// words count more.
	IDFPower float64 `json:"idf_power"`
	// K1 and B are those of BM25: how fast repetition saturates, and how much a
	// long list of concepts dilutes each of them.
	K1 float64 `json:"k1"`
	B  float64 `json:"b"`
	// BIndustry and BNeed are B for industries and needs.
	BIndustry float64 `json:"b_industry"`
	BNeed     float64 `json:"b_need"`
	// Broader is what every step to a broader concept leaves.
	Broader float64 `json:"broader"`
	// Family is the power by which a concept counts more when the asker names
	// several of its branch.
	Family float64 `json:"family"`
	// Related is what a related concept is worth.
	Related float64 `json:"related"`
	// PlaceName is what a word counts that names the asker's town, district or
	// region.
	PlaceName float64 `json:"place_name"`
	// Part is what a concept named by a part of a compound is worth, MinorWord
	// what a word that is no noun is.
	Part      float64 `json:"part"`
	MinorWord float64 `json:"minor_word"`
	// CoveredWord is what a word counts that a concept stands for already.
	CoveredWord float64 `json:"covered_word"`
	// PlaceCap is how much names of the place may add, against the rest.
	PlaceCap float64 `json:"place_cap"`
	// Hidden is what a word that only hints at a concept is worth.
	Hidden float64 `json:"hidden"`
	// Name and Summary are what a concept in the network's name or its summary
	// counts against one in a list of facts.
	Name    float64 `json:"name"`
	Summary float64 `json:"summary"`

	// ScaleKm is the distance at which nearness has fallen to 37 %, Far what a
	// regional network keeps at the other end of the state, Unknown what one
	// without a known place keeps, Statewide and Wide what state-wide and national
	// ones keep.
	ScaleKm   float64 `json:"scale_km"`
	Far       float64 `json:"far"`
	Unknown   float64 `json:"unknown"`
	Statewide float64 `json:"statewide"`
	// SameRegion is what a network in the asker's region keeps at least.
	SameRegion float64 `json:"same_region"`
	Wide       float64 `json:"wide"`

	// FirmAtFounders is what contact points for founders keep when an established
	// firm asks, and FounderAtFirms what other networks keep when a founder does.
	FirmAtFounders float64 `json:"firm_at_founders"`
	FounderAtFirms float64 `json:"founder_at_firms"`

	// What the kinds of network keep: an adviser names the network of a field
	// before an institute.
	StateNetwork      float64 `json:"state_network"`
	ClusterInitiative float64 `json:"cluster_initiative"`
	StateAgency       float64 `json:"state_agency"`
	CompetenceCentre  float64 `json:"competence_centre"`
	Alliance          float64 `json:"alliance"`
	// OtherField is what a contact point for the founders of one field keeps of
	// its Founder share when the asker is of another.
	OtherField float64 `json:"other_field"`

	// MinContent is the score without place below which a network is no answer.
	MinContent float64 `json:"min_content"`
}

//go:embed model.json
var modelJSON []byte

// DefaultModel returns the model that the program ships with.
func DefaultModel() Model {
	m, err := ParseModel(modelJSON)
	if err != nil {
		panic("match: the embedded model is broken: " + err.Error())
	}
	return m
}

// ParseModel reads a model from JSON. Every number must be finite and not
// negative, and at most 1 where it says what is left of something; one that is
// missing counts as 0, a key that is none is an error.
func ParseModel(raw []byte) (Model, error) {
	var m Model
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		return m, fmt.Errorf("model: %w", err)
	}
	for _, w := range m.Weights() {
		if math.IsNaN(w.Value) || math.IsInf(w.Value, 0) || w.Value < 0 {
			return m, fmt.Errorf("model: %s is %v; want a number from 0 on", w.Name, w.Value)
		}
		if shares[w.Name] && w.Value > 1 {
			return m, fmt.Errorf("model: %s is %v; want a share, at most 1", w.Name, w.Value)
		}
	}
	return m, nil
}

// Numbers gives access to every number of the model by its name in JSON.
func (m *Model) Numbers() map[string]*float64 {
	return map[string]*float64{
		"technologies": &m.Technologies, "industries": &m.Industries, "needs": &m.Needs, "target_group": &m.TargetGroup,
		"phase": &m.Phase, "text": &m.Text, "founder": &m.Founder, "unknown_stage": &m.UnknownStage, "idf_power": &m.IDFPower, "k1": &m.K1, "b": &m.B, "b_industry": &m.BIndustry, "b_need": &m.BNeed,
		"broader": &m.Broader, "related": &m.Related, "family": &m.Family, "part": &m.Part, "place_name": &m.PlaceName, "minor_word": &m.MinorWord, "covered_word": &m.CoveredWord, "place_cap": &m.PlaceCap, "hidden": &m.Hidden, "name": &m.Name, "summary": &m.Summary, "scale_km": &m.ScaleKm,
		"far": &m.Far, "unknown": &m.Unknown, "statewide": &m.Statewide, "same_region": &m.SameRegion, "wide": &m.Wide,
		"state_network": &m.StateNetwork, "cluster_initiative": &m.ClusterInitiative, "state_agency": &m.StateAgency,
		"competence_centre": &m.CompetenceCentre, "alliance": &m.Alliance, "other_field": &m.OtherField,
		"firm_at_founders": &m.FirmAtFounders, "founder_at_firms": &m.FounderAtFirms, "min_content": &m.MinContent,
	}
}

// kindFactor is what a network keeps by its kind.
func (m *Model) kindFactor(k profile.Kind) float64 {
	switch k {
	case profile.StateNetwork:
		return m.StateNetwork
	case profile.ClusterInitiative:
		return m.ClusterInitiative
	case profile.StateAgency:
		return m.StateAgency
	case profile.CompetenceCentre:
		return m.CompetenceCentre
	case profile.Alliance:
		return m.Alliance
	}
	return 1
}

// dilution is the B of a scheme.
func (m *Model) dilution(scheme string) float64 {
	switch scheme {
	case vocabulary.Industries:
		return m.BIndustry
	case vocabulary.Needs:
		return m.BNeed
	}
	return m.B
}

// weightOf is how much a feature counts.
func (m *Model) weightOf(f Feature) float64 {
	switch f {
	case Technologies:
		return m.Technologies
	case Industries:
		return m.Industries
	case Needs:
		return m.Needs
	case TargetGroup:
		return m.TargetGroup
	case Phase:
		return m.Phase
	case Text:
		return m.Text
	}
	return 0
}
