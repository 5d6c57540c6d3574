package match

import (
	_ "embed"
	"fmt"

	"clusterlotse/internal/profile"
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
	Recalled     Feature = "experience"
	Place        Feature = "place"
)

// Model holds the numbers by which the ranking weighs, all that a fit tries and
// those that the page on ranking explains. It is read from model.json, which
// `clusterlotse fit` writes. What bounds or decides and is not weighed stands as a
// constant where it is used: how many words of a text count, from when a company is
// young, how much of a text must be understood to be answered.
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

	// Founder is what a contact point for founders is worth to a founder, whatever
	// his subject, against what a good answer has in common with him; Floor is what
	// counts for a good answer however little was understood.
	Founder float64 `json:"founder"`
	Floor   float64 `json:"floor"`
	// SameField is what a contact point for the founders of the asker's field keeps
	// of Founder. OtherField is what networks of another field keep, of Founder, of the
	// names of his place and, when he names a field, of what they share besides: a town
	// or a word alone makes no network fit. OtherAudience is what contact points keep
	// that are there for phases or groups that he does not name.
	SameField     float64 `json:"same_field"`
	OtherField    float64 `json:"other_field"`
	OtherAudience float64 `json:"other_audience"`

	// Experience is what a network is worth that similar askers were advised to,
	// against what a good answer has in common with the asker; Doubt counts against
	// networks of which few cases tell.
	Experience float64 `json:"experience"`
	Doubt      float64 `json:"doubt"`

	// The odds that an asker is young who says nothing of it, and what each cue
	// makes of them: for a young company, for an established one, for one that
	// makes things.
	YoungOdds      float64 `json:"young_odds"`
	YoungCue       float64 `json:"young_cue"`
	EstablishedCue float64 `json:"established_cue"`
	MakingCue      float64 `json:"making_cue"`

	// The powers of the inverse document frequency of concepts and of words: the
	// higher, the more rare ones count.
	IDFPower     float64 `json:"idf_power"`
	WordIDFPower float64 `json:"word_idf_power"`
	// K1 says how fast repetition saturates, as in BM25.
	K1 float64 `json:"k1"`
	// Broader is what every step to a broader concept leaves, Related what a related
	// concept is worth, Suggested what one is that the vocabulary suggests.
	Broader   float64 `json:"broader"`
	Related   float64 `json:"related"`
	Suggested float64 `json:"suggested"`
	// Family is the power by which a concept counts more when the asker names
	// several of its branch.
	Family float64 `json:"family"`
	// PlaceName is what a word counts that names the asker's town, district or
	// region.
	PlaceName float64 `json:"place_name"`
	// Hidden is what a word that only hints at a concept is worth against its name;
	// it may be more. Part is what one named by a part of a compound keeps of that.
	Hidden float64 `json:"hidden"`
	Part   float64 `json:"part"`
	// MinorWord is what a word that is no noun is worth, CoveredWord what one counts
	// that a concept stands for already.
	MinorWord   float64 `json:"minor_word"`
	CoveredWord float64 `json:"covered_word"`
	// Name and Summary are what a concept in the network's name or its summary
	// counts against one in a list of facts, Inherited what a fact counts for the
	// concepts above the one that it names.
	Name      float64 `json:"name"`
	Summary   float64 `json:"summary"`
	Inherited float64 `json:"inherited"`

	// ScaleKm is the distance at which nearness has fallen to 37 %, Far what a
	// regional network keeps at the other end of the state, Unknown what one
	// without a known place keeps, Statewide and Wide what state-wide and national
	// ones keep at least, SameRegion what any in the asker's region does.
	ScaleKm    float64 `json:"scale_km"`
	Far        float64 `json:"far"`
	Unknown    float64 `json:"unknown"`
	Statewide  float64 `json:"statewide"`
	Wide       float64 `json:"wide"`
	SameRegion float64 `json:"same_region"`

	// What contact points for founders keep of what they have in common with an
	// established firm: those for founders alone, and those for firms as well; and
	// what other networks keep when a founder asks.
	FirmAtFounders float64 `json:"firm_at_founders"`
	FirmAtBoth     float64 `json:"firm_at_both"`
	FounderAtFirms float64 `json:"founder_at_firms"`

	// What the kinds of network keep: an adviser names the network of a field
	// before an institute.
	StateNetwork      float64 `json:"state_network"`
	ClusterInitiative float64 `json:"cluster_initiative"`
	StateAgency       float64 `json:"state_agency"`
	CompetenceCentre  float64 `json:"competence_centre"`
	Alliance          float64 `json:"alliance"`

	// MinContent is what a network must at least have of the asker's subject, against
	// the best of all in everything he named, to be an answer.
	MinContent float64 `json:"min_content"`
}

//go:embed model.json
var modelJSON []byte

//go:embed start.json
var startJSON []byte

// DefaultModel returns the model that the program ships with.
func DefaultModel() Model { return embedded(modelJSON) }

// StartModel returns first guesses, from which every fit begins: a fit that began
// with fitted numbers would know the companies that it is held out from.
func StartModel() Model { return embedded(startJSON) }

func embedded(raw []byte) Model {
	m, err := ParseModel(raw)
	if err != nil {
		panic("match: an embedded model is broken: " + err.Error())
	}
	return m
}

// ParseModel reads a model from JSON. Every number must be 0 or from 1e-9 to 1000,
// at most 10 where it is a power, at most 1 where it says what is left of
// something, and scale_km at least 1: by such a model every score is between 0 and
// 1. A number that is missing counts as 0; a key that Model does not have is an
// error.
func ParseModel(raw []byte) (Model, error) {
	var m Model
	if err := decodeStrictly(raw, &m); err != nil {
		return m, fmt.Errorf("model: %w", err)
	}
	for _, w := range m.Weights() {
		if err := checkNumber(w); err != nil {
			return m, err
		}
	}
	return m, nil
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
