// Package profile holds the nouns of the domain: a Network and its facts, a
// Company that looks for one, and the Reason why the two fit.
//
// Begin with [Read], which turns a folder of YAML files into networks and
// reports every fault at once, with file, line and field. [Validate] holds a
// single record that came from elsewhere (an edit form, an import) to the same
// rules, [ValidateSet] a whole collection with the links between its records.
//
// Values are plain data: they may be read by many goroutines at once, and must
// not be changed while others read them.
package profile

// Kind says what a network is in the landscape of business promotion.
type Kind string

// The kinds of network.
const (
	StateNetwork      Kind = "state-network"      // works for one field in the whole state
	ClusterInitiative Kind = "cluster-initiative" // works for one field in one region
	StateAgency       Kind = "state-agency"       // an agency or company of the state
	StartupContact    Kind = "startup-contact"    // serves founders: centre, accelerator, programme, financier
	Alliance          Kind = "alliance"           // an alliance or platform
	CompetenceCentre  Kind = "competence-centre"  // lends knowledge, laboratories, testing
)

// Status says whether a network still exists. The empty Status means that no
// source states it.
type Status string

// What can have become of a network.
const (
	Active    Status = "active"
	Merged    Status = "merged"  // went into its successor
	Renamed   Status = "renamed" // lives on as its successor
	Dissolved Status = "dissolved"
)

// Reach is the area a network works in. The empty Reach means not stated.
type Reach string

// The reaches, from near to far.
const (
	Regional      Reach = "regional"
	Statewide     Reach = "statewide"
	CrossBorder   Reach = "cross-border"
	National      Reach = "national"
	International Reach = "international"
)

// Phase is the stage of a young company.
type Phase string

// The phases of a young company, from early to late.
const (
	Idea    Phase = "idea"
	PreSeed Phase = "pre-seed"
	Seed    Phase = "seed"
	Growth  Phase = "growth"
)

// Network is the record of one cluster, network or contact point. A fact that
// no source states is left empty (zero, nil), never guessed. Texts are German
// unless a field says otherwise.
type Network struct {
	ID      string   `yaml:"id" json:"id"`                               // lower-case letters, digits and single hyphens; never reused
	Name    string   `yaml:"name" json:"name"`                           // the current official name
	Aliases []string `yaml:"aliases,omitempty" json:"aliases,omitempty"` // other and former names, abbreviations
	Kind    Kind     `yaml:"kind" json:"kind"`

	Status    Status `yaml:"status,omitempty" json:"status,omitempty"`
	Successor string `yaml:"successor,omitempty" json:"successor,omitempty"` // id of the network it went into
	PartOf    string `yaml:"part_of,omitempty" json:"part_of,omitempty"`     // id of the network it belongs to

	LegalForm string `yaml:"legal_form,omitempty" json:"legal_form,omitempty"`
	Founded   int    `yaml:"founded,omitempty" json:"founded,omitempty"` // year

	City     string `yaml:"city,omitempty" json:"city,omitempty"`
	Postcode string `yaml:"postcode,omitempty" json:"postcode,omitempty"` // five digits
	Street   string `yaml:"street,omitempty" json:"street,omitempty"`
	Region   string `yaml:"region,omitempty" json:"region,omitempty"` // one of Regions
	Reach    Reach  `yaml:"reach,omitempty" json:"reach,omitempty"`
	Website  string `yaml:"website,omitempty" json:"website,omitempty"` // with http or https
	Email    string `yaml:"email,omitempty" json:"email,omitempty"`     // of the organisation, never of a person

	Industries     []string `yaml:"industries,omitempty" json:"industries,omitempty"`
	Technologies   []string `yaml:"technologies,omitempty" json:"technologies,omitempty"`
	Applications   []string `yaml:"applications,omitempty" json:"applications,omitempty"`
	ValueChain     []string `yaml:"value_chain,omitempty" json:"value_chain,omitempty"` // kinds of firm and steps it brings together
	Services       []string `yaml:"services,omitempty" json:"services,omitempty"`
	FounderSupport []string `yaml:"founder_support,omitempty" json:"founder_support,omitempty"`
	TargetGroups   []string `yaml:"target_groups,omitempty" json:"target_groups,omitempty"`
	Phases         []Phase  `yaml:"phases,omitempty" json:"phases,omitempty"`

	Labels     []Label    `yaml:"labels,omitempty" json:"labels,omitempty"`
	Members    *Members   `yaml:"members,omitempty" json:"members,omitempty"` // nil when not known
	Alliances  []string   `yaml:"alliances,omitempty" json:"alliances,omitempty"`
	Activities []Activity `yaml:"activities,omitempty" json:"activities,omitempty"`
	Partners   []string   `yaml:"partners,omitempty" json:"partners,omitempty"`
	Languages  []string   `yaml:"languages,omitempty" json:"languages,omitempty"` // German names of languages

	SummaryDE string `yaml:"summary_de" json:"summary_de"`
	SummaryEN string `yaml:"summary_en" json:"summary_en"` // English

	Sources    []Source `yaml:"sources" json:"sources"`
	Confidence string   `yaml:"confidence,omitempty" json:"confidence,omitempty"` // high, medium or low
}

// Label is a seal or award; Year is 0 when not known.
type Label struct {
	Label string `yaml:"label" json:"label"`
	Year  int    `yaml:"year,omitempty" json:"year,omitempty"`
}

// Members is the size of a network; AsOf is the year of the count, 0 when not
// known.
type Members struct {
	Count int `yaml:"count" json:"count"`
	AsOf  int `yaml:"as_of,omitempty" json:"as_of,omitempty"`
}

// Activity is something a network did or does; Year is 0 when not known.
type Activity struct {
	What string `yaml:"what" json:"what"`
	Year int    `yaml:"year,omitempty" json:"year,omitempty"`
}

// Source is a page that states facts of a record.
type Source struct {
	URL  string   `yaml:"url" json:"url"`
	For  []string `yaml:"for,omitempty" json:"for,omitempty"`   // the keys it states, at times with a remark
	Seen string   `yaml:"seen,omitempty" json:"seen,omitempty"` // the date of the page as far as known, in words
}

// Company is what is known of a company that looks for a network. Every field
// may be empty.
type Company struct {
	Text         string   `json:"text,omitempty"`         // what it says of itself
	Technologies []string `json:"technologies,omitempty"` // concept ids
	Industries   []string `json:"industries,omitempty"`   // concept ids
	Needs        []string `json:"needs,omitempty"`        // concept ids
	Place        string   `json:"place,omitempty"`        // name or postcode
	Phase        string   `json:"phase,omitempty"`        // concept id
	Size         string   `json:"size,omitempty"`
}

// Reason is one share of a match between a company and a network.
type Reason struct {
	Feature  string  `json:"feature"`  // what was compared, e.g. technologies
	Concept  string  `json:"concept"`  // id of the concept that both share
	Text     string  `json:"text"`     // the reason in words
	Field    string  `json:"field"`    // the key of the profile that states the evidence, empty when none does
	Evidence string  `json:"evidence"` // the facts of the profile it rests on
	Score    float64 `json:"score"`    // its share of the match's score, 0 to 1
}
