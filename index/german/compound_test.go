package german

import (
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func splitter(t testing.TB) *Splitter {
	t.Helper()
	s, err := LoadSplitter(os.DirFS("../../data"), "words")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func bases(pieces []Piece) string {
	var parts []string
	for _, p := range pieces {
		parts = append(parts, p.Base)
	}
	return strings.Join(parts, "|")
}

func TestSplitPiecesAndBases(t *testing.T) {
	s := splitter(t)
	for _, tt := range []struct{ word, pieces, bases string }{
		{"medizintechnik", "medizin|technik", "medizin|technik"},
		{"wirtschaftsförderung", "wirtschafts|förderung", "wirtschaft|förderung"},
		{"fräsmaschine", "fräs|maschine", "fräs|maschine"},
		{"maschinenbau", "maschinen|bau", "maschinen|bau"},
		{"sprachmodell", "sprach|modell", "sprache|modell"},
		{"schulbuch", "schul|buch", "schule|buch"},
		{"kirchturm", "kirch|turm", "kirche|turm"},
		{"wärmepumpe", "wärme|pumpe", "wärme|pumpe"},
		{"kläranlage", "klär|anlage", "klär|anlage"},
		{"großunternehmen", "groß|unternehmen", "groß|unternehmen"},
		{"straßenbau", "straßen|bau", "straße|bau"},
		{"gussstück", "guss|stück", "guss|stück"},
		{"landesamt", "landes|amt", "land|amt"},
		{"forschungsinstitut", "forschungs|institut", "forschung|institut"},
		{"bundesbank", "bundes|bank", "bund|bank"},
		{"kindergarten", "kinder|garten", "kinder|garten"},
		{"lackierroboter", "lackier|roboter", "lackier|roboter"},
		{"kunststofftechnik", "kunststoff|technik", "kunststoff|technik"},
		{"maschinendatenerfassung", "maschinen|daten|erfassung", "maschinen|daten|erfassung"},
		{"klimaneutrale", "klima|neutrale", "klima|neutrale"},
		{"fahrzeuge", "fahrzeuge", "fahrzeuge"},
		{"laser", "laser", "laser"},
		{"ki", "ki", "ki"},
	} {
		pieces := s.Split(tt.word)
		if got := bar(tt.word, pieces); got != tt.pieces {
			t.Errorf("Split(%s) = %s, want %s", tt.word, got, tt.pieces)
		} else if got := bases(pieces); got != tt.bases {
			t.Errorf("bases of %s are %s, want %s", tt.word, got, tt.bases)
		}
	}
}

// TestSplitSpellings holds that the ways to write umlauts and ß split alike.
func TestSplitSpellings(t *testing.T) {
	s := splitter(t)
	for _, spellings := range [][]string{
		{"präzisions|technik", "praezisions|technik", "prazisions|technik", norm.NFD.String("präzisions|technik")},
		{"straßen|bau", "strassen|bau"},
		{"wärme|pumpen|hersteller", "waerme|pumpen|hersteller", "warme|pumpen|hersteller"},
		{"bio|energie|förderung", "bio|energie|foerderung", "bio|energie|forderung"},
		{"bio|ökonomie", "bio|oekonomie"},
		{"mess|gerät", "mess|geraet"},
	} {
		for _, want := range spellings {
			word := strings.ReplaceAll(want, "|", "")
			if got := bar(word, s.Split(word)); got != want {
				t.Errorf("Split(%s) = %s, want %s", word, got, want)
			}
		}
	}
}

func TestSplitKeepsNames(t *testing.T) {
	s := splitter(t)
	if len(s.names) < 1000 {
		t.Fatalf("only %d names", len(s.names))
	}
	for name := range s.names {
		for _, ending := range nameEndings {
			if pieces := s.Split(name + ending); len(pieces) > 1 {
				t.Errorf("name %s is split into %s", name, bar(name+ending, pieces))
			}
		}
	}
}

// TestSplitTakesExceptions holds that each line of the list rules.
func TestSplitTakesExceptions(t *testing.T) {
	fsys := fstest.MapFS{
		"w/nouns-atoms.tsv":          {Data: []byte("blume\t5\ntopf\t5\nerde\t5\n")},
		"w/compounds-field.txt":      {Data: []byte("mess- 6\n-gerät\n")},
		"w/compounds-bad.txt":        {Data: []byte("erde\n")},
		"w/compounds-names.txt":      {Data: []byte("Blumenau\n")},
		"w/compounds-exceptions.txt": {Data: []byte("staubecken → stau|becken\nschulhof → schul[e]|hof # why\nwiesengrund → wiese(n)|grund\ntopferde → topferde\n")},
	}
	s, err := LoadSplitter(fsys, "w")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"staubecken": "stau|becken", "schulhof": "schule|hof", "wiesengrund": "wiese|grund", "topferde": "topferde",
		"blumentopf": "blume|topf", "blumenerde": "blumenerde", "messgerät": "mess|gerät", "gerätemess": "gerätemess",
		"blumenau": "blumenau",
	} {
		if got := bases(s.Split(word)); got != want {
			t.Errorf("Split(%s) has bases %s, want %s", word, got, want)
		}
	}
}

func TestLoadSplitterErrors(t *testing.T) {
	good := map[string]string{fileAtoms: "bau\t5\n", fileField: "", fileBad: "", fileNames: "", fileExceptions: ""}
	for _, tt := range []struct{ name, text string }{
		{fileAtoms, "bau\n"}, {fileAtoms, "bau\t0\n"}, {fileAtoms, "4.0\t5\n"}, {fileField, "mess- 6 7\n"},
		{fileField, "mess- x\n"}, {fileBad, "a b\n"}, {fileNames, "a b\n"}, {fileExceptions, "wort\n"},
		{fileExceptions, "wort → wo|r\n"}, {fileExceptions, "wort → wo|rt(\n"}, {fileExceptions, "wort → wo||rt\n"},
	} {
		fsys := fstest.MapFS{}
		for name, text := range good {
			fsys["w/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
		fsys["w/"+tt.name] = &fstest.MapFile{Data: []byte(tt.text)}
		if _, err := LoadSplitter(fsys, "w"); err == nil || !strings.Contains(err.Error(), tt.name+":1") {
			t.Errorf("%s with %q gives error %v", tt.name, tt.text, err)
		}
		delete(fsys, "w/"+tt.name)
		if _, err := LoadSplitter(fsys, "w"); err == nil {
			t.Errorf("no error without %s", tt.name)
		}
	}
}

// checkPieces holds what every answer must fulfil.
func checkPieces(t interface{ Fatalf(string, ...any) }, word string, pieces []Piece) {
	at := 0
	for _, p := range pieces {
		if p.Start != at || p.End <= p.Start || p.Base == "" {
			t.Fatalf("Split(%q) = %v has a gap or an empty piece", word, pieces)
		}
		first, size := utf8.DecodeRuneInString(word[p.Start:])
		if p.Start > 0 && (first == utf8.RuneError && size <= 1 || unicode.Is(unicode.Mn, first)) {
			t.Fatalf("Split(%q) = %v cuts a letter", word, pieces)
		}
		at = p.End
	}
	if at != len(word) {
		t.Fatalf("Split(%q) = %v does not cover the word", word, pieces)
	}
}

func TestSplitCoversAnyWord(t *testing.T) {
	s := splitter(t)
	part := rapid.SampledFrom([]string{"laser", "wirtschafts", "strassen", "straße", "prüf", "maess", "mess", "größ", "e", "ß", "s", "u\u0308", "\u00ad", "bau", "energie", "förder", "Ä", "é", "4", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOfN(part, 0, 8), func(p []string) string { return strings.Join(p, "") })).Draw(t, "word")
		pieces := s.Split(word)
		checkPieces(t, word, pieces)
		if again := s.Split(word); bases(again) != bases(pieces) {
			t.Fatalf("Split(%q) gives %v, then %v", word, pieces, again)
		}
	})
}

func FuzzSplit(f *testing.F) {
	s := splitter(f)
	for _, word := range []string{"", "maschinenbau", "präzisionstechnik", "praezisionstechnik", "großstraße", "u\u0308berbau", "\xbd", strings.Repeat("bau", 80)} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) { checkPieces(t, word, s.Split(word)) })
}

// TestListsAreSmall holds the size of what is embedded.
func TestListsAreSmall(t *testing.T) {
	info, err := os.Stat("../../data/words/" + fileAtoms)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 500_000 {
		t.Errorf("the list of nouns has %d bytes, want 500 KB at most", info.Size())
	}
}

func BenchmarkLoadSplitter(b *testing.B) {
	fsys := os.DirFS("../../data")
	var kept *Splitter
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		s, err := LoadSplitter(fsys, "words")
		if err != nil {
			b.Fatal(err)
		}
		kept = s
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-heap")
	runtime.KeepAlive(kept)
}

func benchmarkWords(b *testing.B) []string {
	var words []string
	for _, judged := range append(readJudged(b, "compounds-dev.txt"), readJudged(b, "noncompounds-dev.txt")...) {
		words = append(words, strings.NewReplacer("|", "", ":", "").Replace(judged))
	}
	return words
}

func BenchmarkSplit(b *testing.B) {
	s, words := splitter(b), benchmarkWords(b)
	b.Run("fresh", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.split(words[i%len(words)])
		}
	})
	b.Run("memo", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.Split(words[i%len(words)])
		}
	})
}

func TestKnows(t *testing.T) {
	s := splitter(t)
	for word, want := range map[string]bool{
		"drachen": true, "fahrer": true, "fahrern": true, "sägewerk": true, "maschinenbau": true, "verbrauch": true,
		"verpakungen": false, "tutlingen": false, "qxzvw": false, "": false,
	} {
		if got := s.Knows(word); got != want {
			t.Errorf("Knows(%q) = %v", word, got)
		}
	}
}
