package vocabulary_test

import (
	"slices"
	"strings"
	"testing"

	"clusterlotse/internal/vocabulary"
)

// needsIn writes the needs of a text as found does, without the scheme.
func needsIn(v *vocabulary.Vocabulary, text string) []string {
	needs := []string{}
	for _, m := range found(v, text) {
		if strings.Contains(m, vocabulary.Needs+":") {
			needs = append(needs, strings.Replace(m, vocabulary.Needs+":", "", 1))
		}
	}
	return needs
}

var soughtTests = []struct {
	name, text string
	want       []string
}{
	{"no seeking", "Fahrer", nil},
	{"a fact", "Wir haben Fahrer und beliefern Kunden.", nil},
	{"seeker before", "Wir suchen einen zuverlässigen Lieferanten.", []string{"Lieferanten~customers"}},
	{"seeker behind", "Fahrer gesucht", []string{"Fahrer~staff"}},
	{"wanting", "Wir brauchen dringend Fahrer.", []string{"Fahrer~staff"}},
	{"missing", "Uns fehlen die Kunden.", []string{"Kunden~customers"}},
	{"two words of seeking", "Wir sind auf der Suche nach Kunden.", []string{"Kunden~customers"}},
	{"one of the two words", "Bei Bedarf kommen unsere Fahrer.", nil},
	{"lack", "Der Mangel an Fahrern bremst.", []string{"Fahrern~staff"}},
	{"denied getting", "Wir finden einfach keine guten Fahrer.", []string{"keine guten Fahrer~staff"}},
	{"denied having", "Wir haben noch kaum Kunden.", []string{"kaum Kunden~customers"}},
	{"getting", "Wir finden Fahrer.", nil},
	{"wished getting", "Wir möchten neue Kunden gewinnen.", []string{"Kunden~customers"}},
	{"asked getting", "Wie finden wir Fahrer?", []string{"Fahrer~staff"}},
	{"wished going", "Wir wollen unsere Säcke in Italien verkaufen.", []string{"in Italien~customers"}},
	{"going", "Wir verkaufen in Italien.", nil},
	{"English", "We are looking for drivers.", []string{"drivers~staff"}},
	{"English, with an article", "We search for the customers.", []string{"customers~customers"}},
	{"English, on behalf of", "We need bags for customers.", nil},
	{"English lack", "We cannot find drivers.", []string{"cannot find drivers~staff"}},
	{"stems of their own", "Wir untersuchen, besuchen und versuchen Kunden mit der Suchmaschine.", nil},
	{"negated seeking is for others to read", "Wir suchen keine Fahrer.", []string{"Fahrer~staff"}},
	{"list", "Wir suchen Fahrer, Kunden und Lieferanten.", []string{"Fahrer~staff", "Kunden~customers", "Lieferanten~customers"}},
	{"list with articles", "Uns fehlen die Fahrer, die Kunden und das Geld.", []string{"Fahrer~staff", "Kunden~customers"}},
	{"longest sought label", "Wir suchen Leute mit Erfahrung.", []string{"Leute mit Erfahrung~staff"}},
	{"longer label of any kind", "Wir suchen Fahrer aus dem Ausland.", []string{"Fahrer aus dem Ausland=staff"}},
	{"longer hidden label", "Wir suchen den ersten Kunden.", []string{"ersten Kunden~customers"}},
	{"label between lack and sought label", "Wir finden keine Förderung für erfahrene Fahrer.", []string{"Förderung=funding", "Fahrer~staff"}},
	{"sentence", "Wir suchen Geld. Unsere Säcke tragen Kunden.", nil},
	{"line", "Fahrer\nWir suchen Geld", nil},
	{"relative clause", "Wir suchen Geld, das Kunden zahlen.", nil},
	{"relative clause with preposition", "Wir suchen Säcke, mit denen Kunden tragen.", nil},
	{"clause behind a comma", "Kunden sind Bäcker, wir suchen Geld.", nil},
	{"clause behind a joiner", "Wir beliefern Kunden und suchen Geld.", nil},
	{"seeking in the second clause", "Wir backen für Bäcker und suchen Kunden.", []string{"Kunden~customers"}},
	{"somebody's own", "Unsere Kunden brauchen Säcke.", nil},
	{"on behalf of", "Wir suchen für die Kunden Säcke.", nil},
	{"size", "Mit 40 Fahrern suchen wir Geld.", nil},
	{"number sought", "Wir suchen 40 Fahrer.", []string{"Fahrer~staff"}},
	{"who seeks", "Ein Lieferant aus Ulm sucht Fahrer.", []string{"Fahrer~staff"}},
	{"what the asker is", "Als Lieferanten suchen wir Fahrer.", []string{"Fahrer~staff"}},
}

func TestFindSought(t *testing.T) {
	v := smallVocabulary(t)
	for _, tt := range soughtTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := needsIn(v, tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// A mention that begins at the word of lack goes before those in between.
func TestFindSoughtKeepsOrder(t *testing.T) {
	got := found(smallVocabulary(t), "Wir finden keine KI Fahrer.")
	if want := []string{"keine KI Fahrer~needs:staff", "KI=technologies:ai"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFindReadsWhatIsSoughtInTheField(t *testing.T) {
	v := realVocabulary(t)
	for text, want := range map[string]string{
		"Dafür suchen wir einen zuverlässigen Lieferanten.":            "Lieferanten~partner-search",
		"Wir finden kaum Mechatroniker.":                               "kaum Mechatroniker~skilled-staff",
		"Uns fehlt eine trockene Halle.":                               "Halle~space",
		"Wir suchen einen Anwalt.":                                     "Anwalt~legal-ip",
		"Wir wollen unsere Maschinen in Italien verkaufen.":            "in Italien~internationalisation",
		"Unsere Kunden in Italien sind Bäcker.":                        "",
		"Wir sind ein Hersteller mit 40 Mitarbeitern.":                 "",
		"Unsere Software wird von Anwälten und Hochschulen verwendet.": "",
	} {
		if got := strings.Join(needsIn(v, text), " "); got != want {
			t.Errorf("%s: found %q, want %q", text, got, want)
		}
	}
}
