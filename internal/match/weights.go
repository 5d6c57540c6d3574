package match

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
	Place        Feature = "place"
)

// weights say how much of the score each feature can give when the asker's wish
// is met in full. Features that the asker says nothing about fall away and the
// others share their weight, so that a perfect match always scores 1.
var weights = map[Feature]float64{
	Technologies: 0.24,
	Industries:   0.20,
	Needs:        0.16,
	Phase:        0.08,
	TargetGroup:  0.04,
	Text:         0.20,
	Place:        0.08,
}

// fieldWeights say how much a word of the asker's text counts by where it
// stands in the profile.
var fieldWeights = map[string]float64{
	"name": 0.9, "technologies": 1, "applications": 0.9, "industries": 0.9,
	"value_chain": 0.7, "services": 0.8, "founder_support": 0.8,
	"summary_de": 0.6, "summary_en": 0.6, "activities": 0.5,
}

const (
	// stepFactor is what a concept keeps with every step between what the asker
	// named and what the profile holds.
	stepFactor = 0.6
	// maxSteps is how far apart two concepts may stand to count as kin.
	maxSteps = 2
	// placeScaleKm is the distance at which nearness has fallen to 37 %.
	placeScaleKm = 50
	// statewideNearness is the nearness of networks that work in the whole state.
	statewideNearness = 0.6
	// maxTextTerms bounds the words of a text that are looked up: the rarest ones
	// say most.
	maxTextTerms = 60
	// minScore is the score below which a network is no answer.
	minScore = 0.08
)
