package index

// Query is a planned search: what must match, what is let through, how the
// score is shaped, and what is counted.
//
// Score of a hit = score of Clause × factors of all Rules that apply × factor
// of Near. Hits are ordered by falling score, equal scores by rising ID.
type Query struct {
	// Clause is what a document must match. Nil matches every document with
	// score 1.
	Clause *Clause
	// Filters must all let the document through; they do not score.
	Filters []Filter
	// Within keeps only documents whose Point is within the circle; nil keeps
	// all. Documents without a Point, or held by Exempt, pass.
	Within *Circle
	// Rules multiply the score of the documents they apply to.
	Rules []Rule
	// Near lets the score fall with distance; nil leaves it alone.
	Near *Near
	// Facets are the keyword fields whose values are counted.
	Facets []FacetRequest
	// Limit is the most hits returned, Offset how many are passed over first.
	// A negative value counts as 0.
	Limit, Offset int
	// Explain asks for Hit.Explanations.
	Explain bool
}

// Op is what a Clause does with its children.
type Op int

const (
	// OpTerm matches documents whose Field holds Term and scores by BM25
	// (k1 = 1.2, b = 0.75, the factor k1 + 1 above the fraction line,
	// idf = ln(1 + (N − df + 0.5)/(df + 0.5)), exact field lengths, N and average
	// length over the documents that hold at least one term of the field).
	OpTerm Op = iota
	// OpKeyword matches documents whose keyword field Field has the value Term,
	// and scores 1.
	OpKeyword
	// OpAny matches when any child does and scores the best child.
	OpAny
	// OpSum matches when at least MinMatch children do (0 counts as 1) and
	// scores the sum of those that match.
	OpSum
	// OpAll matches when every child does and scores their sum. Without
	// children it matches nothing.
	OpAll
	// OpLead matches when its first child does, and scores the sum of all
	// children that match. Without children it matches nothing.
	OpLead
)

// Clause is a node of the plan. The score of every node is multiplied by its
// Boost; a Boost of 0 counts as 1.
type Clause struct {
	Op       Op
	Field    string
	Term     string
	Boost    float64
	MinMatch int
	// Coord, 0 to 1, lets the score of OpSum grow with the share of its children
	// that match, m of n: it is multiplied by 1 − Coord + Coord·m/n.
	Coord    float64
	Children []Clause
	// Label names the node in Hit.Explanations; empty nodes are not reported.
	Label string
}

// Filter lets a document through when its keyword field has any of the values,
// or, with Not, when it has none of them. Without values it lets all through.
type Filter struct {
	Field  string
	Values []string
	Not    bool
}

// Rule multiplies the score of every document that its Filter lets through.
type Rule struct {
	Filter Filter
	// Factor is at least 0.
	Factor float64
}

// Circle is a distance around a point.
type Circle struct {
	Center Point
	Km     float64
	// Exempt names documents that pass wherever they stand.
	Exempt *Filter
}

// Near multiplies the score by Floor + (1 − Floor)·exp(−d/ScaleKm), d being the
// distance in kilometres beyond OffsetKm, within which the factor is 1.
// Documents that Exempt lets through get the factor
// ExemptFactor instead, documents without a Point get Floor.
type Near struct {
	Center       Point
	OffsetKm     float64
	ScaleKm      float64
	Floor        float64
	Exempt       *Filter
	ExemptFactor float64
}

// FacetRequest asks for the most frequent values of a keyword field.
type FacetRequest struct {
	Field string
	// Size is how many values are returned; 0 means all.
	Size int
}

// Result is what a search found.
type Result struct {
	// Total is how many documents match, whatever Limit says.
	Total int
	Hits  []Hit
	// Facets has one entry for each request, in that order. A facet is counted
	// as if the filters on its own field were not there, so that a user sees
	// what a further choice would bring.
	Facets []Facet
}

// Hit is one document found.
type Hit struct {
	ID    string
	Score float64
	// DistanceKm is the distance to the centre of Near or else Within, −1 when
	// there is none.
	DistanceKm float64
	// Explanations has an entry for every labelled clause that matched, in the
	// order of the plan, when the query asked for them.
	Explanations []Explanation
}

// Explanation is the share of one labelled clause in a hit.
type Explanation struct {
	Label string
	// Score is what the clause gave before Rules and Near.
	Score float64
}

// Facet is the count of the values of one keyword field.
type Facet struct {
	Field string
	// Buckets fall by count, equal counts rise by value.
	Buckets []Bucket
}

// Bucket is one value of a facet.
type Bucket struct {
	Value string
	Count int
}
