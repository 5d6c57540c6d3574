package german

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func analyzer(t testing.TB) *Analyzer {
	t.Helper()
	words, err := LoadWords(os.DirFS("../../data"), "words")
	if err != nil {
		t.Fatal(err)
	}
	return New(words)
}

func term(a *Analyzer, word string) string { return strings.Join(a.Terms(word, German), " ") }

func TestTermsMeet(t *testing.T) {
	a := analyzer(t)
	for _, group := range [][]string{
		{"Überlingen", "Ueberlingen", "Uberlingen", norm.NFD.String("Überlingen")},
		{"Straße", "Strasse", "Straßen"},
		{"Medizintechnik", "Medizin-Technik", "Medizin\u00adtechnik", "MEDIZINTECHNIK"},
		{"Start-up", "Startup", "Start-ups", "Startups", "Start-Ups"},
		{"Laser", "Lasers", "Lasern"},
		{"System", "Systeme", "Systemen", "Systems"},
		{"Netzwerk", "Netzwerke", "Netzwerken", "Netzwerks"},
		{"Material", "Materialien"},
		{"Cluster", "Clusters", "Clustern"},
		{"Gründer", "Gründer:innen", "Gründer*innen", "Gründer_innen", "Gründer/-innen", "GründerInnen", "Gründerinnen", "Gründerin", "Gründern"},
		{"Kind", "Kinder", "Kindern"},
		{"Förderung", "Foerderung"},
		{"technischer", "technische", "technisches"},
		{"Azubi", "Azubis"},
		{"Sensor", "Sensoren"},
		{"e.V.", "eV"},
		{"Gründung", "Gruendung"},
		{"Gründerzentrum", "Gruenderzentrum", "Gründerzentren"},
	} {
		want := term(a, group[0])
		for _, word := range group[1:] {
			if got := term(a, word); got != want {
				t.Errorf("%s gives %q, %s gives %q", group[0], want, word, got)
			}
		}
	}
}

func TestTermsStayApart(t *testing.T) {
	a := analyzer(t)
	for _, pair := range [][2]string{
		{"Gründer", "Grund"}, {"Gründer", "Gründe"}, {"Baden", "Bad"}, {"Laser", "Las"},
		{"Kunst", "Kunststoff"}, {"Messe", "Messer"}, {"KI", "KJ"}, {"Förderung", "Forderung"}, {"gründen", "Grund"}, {"Lösung", "Losung"}, {"C++", "C"}, {"C#", "C"},
	} {
		if term(a, pair[0]) == term(a, pair[1]) {
			t.Errorf("%s and %s both give %q", pair[0], pair[1], term(a, pair[0]))
		}
	}
}

func TestAnalyzeTokens(t *testing.T) {
	a := analyzer(t)
	for _, tt := range []struct{ text, want string }{
		{"F&E und C++, Industrie 4.0!", "F&E|und|C++|Industrie|4.0"},
		{"Gründer:innen (5G-Netze)", "Gründer:innen|5G-Netze"},
		{"Mess- und Prüftechnik", "Mess|und|Prüftechnik"},
		{"CO2/H2 e.V. 3D-Druck", "CO2|H2|e.V|3D-Druck"},
		{"l'industrie", "l|industrie"},
		{"\xff\xfe", ""},
		{"KI\xff", "KI"},
		{"a\xc3", "a"},
		{"\u00ad", ""},
	} {
		var got []string
		for _, tok := range a.Analyze(tt.text, German) {
			got = append(got, tok.Text)
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("Analyze(%q) = %v, want %s", tt.text, got, tt.want)
		}
	}
}

func TestPartsOfCompounds(t *testing.T) {
	a := analyzer(t)
	for _, tt := range []struct{ text, parts, terms string }{
		{"Medizintechnik", "medizin|technik", "medizin|technik"},
		{"Wirtschaftsförderung", "wirtschafts|förderung", "wirtschaft|foerder"},
		{"Laser-Materialbearbeitung", "laser-|material|bearbeitung", "laser|material|bearbeit"},
		{"Medi\u00adzintech\u00adnik", "medi\u00adzin|tech\u00adnik", "medizin|technik"},
		{"Unternehmensgründer:innen", "unternehmens|gründer:innen", "unternehm|gruender"},
		{"Fo\u0308rdermittel", "fo\u0308rder|mittel", "foerder|mittel"},
		{"Tuttlingen", "tuttlingen", "tuttling"},
	} {
		tokens := a.Analyze(tt.text, German)
		var parts, terms []string
		for _, p := range tokens[0].Parts {
			parts, terms = append(parts, p.Text), append(terms, p.Term)
		}
		if len(tokens) != 1 || strings.Join(parts, "|") != tt.parts {
			t.Errorf("%q has the parts %q, want %s", tt.text, parts, tt.parts)
		}
		if strings.Join(terms, "|") != tt.terms {
			t.Errorf("%q has the terms %q, want %s", tt.text, terms, tt.terms)
		}
	}
}

func TestCompletedHyphens(t *testing.T) {
	a := analyzer(t)
	for text, want := range map[string]string{
		"Mess- und Prüftechnik":            "Messtechnik",
		"Mess-, Steuer- und Regeltechnik":  "Messtechnik Steuertechnik",
		"Holz- und Kunststoffverarbeitung": "Holzverarbeitung",
	} {
		have := map[string]bool{}
		for _, term := range a.Terms(text, German) {
			have[term] = true
		}
		for _, term := range a.Terms(want, German) {
			if !have[term] {
				t.Errorf("%q does not give %q", text, term)
			}
		}
	}
	if got := a.Terms("Mess- und mehr", German); len(got) == 0 || got[0] != "mess" {
		t.Errorf("nothing completes %q", got)
	}
}

func TestFoldKeepsRealDigraphs(t *testing.T) {
	for word, want := range map[string]string{
		"aktuell": "aktuell", "Israel": "israel", "neue": "neue", "Quelle": "quelle", "Poet": "poet",
		"Zuege": "zuge", "Koeln": "koln", "Baer": "bar", "Größe": "grosse",
	} {
		if got := Fold(word); got != want {
			t.Errorf("Fold(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestFoldIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("aäeoöuüßqAÄ-'.ns\u0308\u00ad")))).Draw(t, "s")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}

// checkTokens holds what every token list must fulfil.
func checkTokens(t interface{ Fatalf(string, ...any) }, text string, tokens []Token) {
	last := 0
	for _, tok := range tokens {
		if tok.Start < last || tok.End <= tok.Start || text[tok.Start:tok.End] != tok.Text {
			t.Fatalf("token %+v has wrong offsets in %q", tok, text)
		}
		if !utf8.ValidString(tok.Text) {
			t.Fatalf("token %+v cuts a letter of %q", tok, text)
		}
		if tok.Term == "" || strings.ContainsAny(tok.Term, " \t\n") {
			t.Fatalf("token %+v has no usable term", tok)
		}
		joined := ""
		for _, p := range tok.Parts {
			joined += p.Text
		}
		if joined != strings.ToLower(tok.Text) {
			t.Fatalf("parts of %+v join to %q", tok, joined)
		}
		last = tok.End
	}
}

func TestAnalyzeOffsets(t *testing.T) {
	a := analyzer(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("aäÄSß-.:*_/&+#'’ in()0\u0308\u00ad\u200b\ufffd")))).Draw(t, "text")
		checkTokens(t, text, a.Analyze(text, German))
		checkTokens(t, text, a.Analyze(text, English))
	})
}

func FuzzAnalyze(f *testing.F) {
	a := analyzer(f)
	for _, seed := range []string{"Gründer:innen", "F&E", "e.V.", "Mess- und Prüftechnik", "\xff", "a\u0308-"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkTokens(t, text, a.Analyze(text, German))
		checkTokens(t, text, a.Analyze(text, French))
	})
}

func BenchmarkAnalyze(b *testing.B) {
	a := analyzer(b)
	text := strings.Repeat("Das Netzwerk verbindet Unternehmen der Medizintechnik mit Hochschulen und fördert Verbundprojekte. ", 12)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		a.Analyze(text, German)
	}
}

func BenchmarkAnalyzeLongWord(b *testing.B) {
	a := analyzer(b)
	text := strings.Repeat("verbund", 3000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		a.Analyze(text, German)
	}
}

func TestWordsAreTokensWithoutParts(t *testing.T) {
	a := analyzer(t)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{
			"Mess-", "und", "Prüftechnik", "KI-Startup", "Gründer:innen", "C++", "fu\u0308r", "\xff", "x",
		})).Draw(t, "words"), " ")
		whole := a.Analyze(text, German)
		words := a.Words(text, German)
		if len(whole) != len(words) {
			t.Fatalf("%d tokens, %d words of %q", len(whole), len(words), text)
		}
		for i, w := range words {
			w.Parts = whole[i].Parts
			if !reflect.DeepEqual(w, whole[i]) {
				t.Fatalf("word %+v, token %+v", w, whole[i])
			}
		}
	})
}

func TestFoldBeginning(t *testing.T) {
	for typed, want := range map[string][]string{
		"":         {""},
		"Aer":      {"ar", "aer"},
		"aero":     {"aero"},
		"Überaer":  {"uberar", "uberaer"},
		"Mue":      {"mu", "mue"},
		"Manue":    {"manu", "manue"},
		"Muenche":  {"munche"},
		"Maschine": {"maschine"},
	} {
		if got := FoldBeginning(typed); !slices.Equal(got, want) {
			t.Errorf("FoldBeginning(%q) = %q, want %q", typed, got, want)
		}
	}
}

// TestFoldBeginningKeepsUp with every word while it is being typed.
func TestFoldBeginningKeepsUp(t *testing.T) {
	word := rapid.StringMatching(`[A-ZÄÖÜaeioufpchlnrstyzäöüß]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		whole := []rune(word.Draw(t, "word"))
		typed := string(whole[:rapid.IntRange(1, len(whole)).Draw(t, "length")])
		begins := func(beginning string) bool { return strings.HasPrefix(Fold(string(whole)), beginning) }
		if beginnings := FoldBeginning(typed); !slices.ContainsFunc(beginnings, begins) {
			t.Errorf("none of %q begins %q", beginnings, Fold(string(whole)))
		}
	})
}
