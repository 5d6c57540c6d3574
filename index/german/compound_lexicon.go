package german

import "math"

// lexicon holds the words that compounds are made of, by key (see splitKey).
type lexicon struct {
	entries map[string]entry
	longest int
	// forbidden are the places where a word of the laws must not stand.
	forbidden map[string]role
}

// entry is what the splitter knows of one key.
type entry struct {
	// class is the frequency in steps of four: 1 is rare, 9 is most frequent.
	class uint8
	// elided is the class of a word that this key is without its last -e or -en
	// (0: none); restore is how many of those letters, "e" or "en".
	elided  uint8
	restore uint8
	role    role
}

// role says where in a compound an entry may stand.
type role uint8

const (
	first role = 1 << iota
	last
	// bound marks first parts that are no nouns (mess-, bio-): no linking letters.
	bound
)

// The costs are bits: what a piece costs is the logarithm of how unlikely it is.
// They were set by judgement before the first run and not fitted to any set: what
// is wrong is mended in the lists.
const (
	costPiece      = 12
	costPerClass   = 2
	topClass       = 9
	costThree      = 5
	costFour       = 2
	costElisionE   = 3
	costElisionEn  = 6
	costBareSuffix = 6
	costInflected  = 1
	never          = math.MaxInt32
)

// links are the letters between two pieces and their costs behind a noun.
var links = []struct {
	letters string
	cost    int
}{{"s", 2}, {"n", 2}, {"en", 2}, {"es", 3}, {"er", 4}, {"e", 4}, {"ens", 4}, {"ns", 4}}

// inflections end the last piece.
var inflections = []string{"s", "es", "n", "en", "e", "er", "ern", "in", "innen", "nen", "em"}

// sLinked end nouns that always take -s before another noun.
var sLinked = []string{"ung", "heit", "keit", "schaft", "tat", "ion", "tum", "ing", "ling", "sal"}

// elisionCost is what the entry costs as a shortened noun, piece length aside.
// No two ways to lengthen a key cost the same, so that loading is repeatable.
func (e entry) elisionCost() int {
	switch e.restore {
	case 1:
		return costPiece + costPerClass*(topClass-int(e.elided)) + costElisionE
	case 2:
		return costPiece + costPerClass*(topClass-int(e.elided)) + costElisionEn
	}
	return never
}
