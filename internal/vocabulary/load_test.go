package vocabulary_test

import (
	"errors"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// broken are the faults that small can have: in one file one text is replaced.
var broken = []struct{ name, file, old, new, want string }{
	{"unknown key of a concept", "needs", "  - id: funding", "  - id: funding\n    colour: red", "v/needs.yaml:4: concepts[0].colour: unknown key; use one of id, "},
	{"unknown key of the file", "needs", "concepts:", "licence: x\nconcepts:", "v/needs.yaml:2: licence: unknown key; use one of scheme, "},
	{"key twice", "needs", "  - id: funding", "  - id: funding\n    id: other", "v/needs.yaml:4: concepts[0].id: is there twice; "},
	{"no German label", "needs", "{de: Förderung, en: Funding}", "{en: Funding}", "v/needs.yaml:3: prefLabel.de: is missing; "},
	{"blank English label", "needs", "en: Funding", "en: ' '", "v/needs.yaml:3: prefLabel.en: is missing; "},
	{"no label at all", "needs", "    prefLabel: {de: Förderung, en: Funding}\n", "", "v/needs.yaml:3: prefLabel.de: is missing; "},
	{"unknown language", "needs", "en: Funding", "en: Funding, es: Ayuda", "v/needs.yaml:4: concepts[0].prefLabel.es: unknown language; "},
	{"bad id", "industries", "id: medical", "id: Medical_Tech", `v/industries.yaml:7: id: "Medical_Tech" is no id; `},
	{"no id", "needs", "id: funding", "id: ''", `v/needs.yaml:3: id: "" is no id; `},
	{"id twice", "industries", "id: medical", "id: software", `v/industries.yaml:7: id: "software" is there twice; `},
	{"label twice in a scheme", "industries", "[Fertigung]", "[Medizintechniken]", `v/industries.yaml:11: altLabel: "Medizintechniken" also belongs to "medical"; `},
	{"sought label of another concept", "needs", "[Kunden, ", "[Fahrer, ", `v/needs.yaml:12: soughtLabel: "Fahrer" also belongs to "staff"; `},
	{"sought label that is a label already", "needs", "[Kunden, ", "[ersten Kunden, ", `v/needs.yaml:12: soughtLabel: "ersten Kunden" is a label already; `},
	{"label without a word", "industries", "[Fertigung]", "['&']", `v/industries.yaml:11: altLabel: "&" holds no word; `},
	{"unknown broader", "technologies", "broader: [ai]", "broader: [magic]", "v/technologies.yaml:14: broader: unknown concept technologies:magic; "},
	{"broader in another scheme", "technologies", "broader: [ai]", "broader: ['needs:funding']", "v/technologies.yaml:14: broader: unknown concept technologies:needs:funding; "},
	{"unknown related", "technologies", "related: [ai]", "related: [magic]", "v/technologies.yaml:19: related: unknown concept technologies:magic; "},
	{"unknown suggestion", "technologies", "related: [ai]", "suggests: [magic]", "v/technologies.yaml:19: suggests: unknown concept technologies:magic; "},
	{"unknown related elsewhere", "technologies", "industries:software", "industries:magic", "v/technologies.yaml:8: related: unknown concept industries:magic; "},
	{"above itself", "technologies", "broader: [ai]", "broader: [machine-learning]", `v/technologies.yaml:14: broader: "machine-learning" is above itself; `},
	{"unknown scheme", "needs", "scheme: needs", "scheme: wants", `v/needs.yaml:1: scheme: unknown scheme "wants"; use one of technologies, `},
	{"no scheme", "needs", "scheme: needs\n", "", `v/needs.yaml:1: scheme: unknown scheme ""; `},
	{"no concepts", "needs", small["needs"], "scheme: needs\n", "v: scheme: no file holds the scheme needs; "},
	{"empty file", "needs", small["needs"], "", "v/needs.yaml:1: is empty; "},
	{"a list", "needs", small["needs"], "- a\n- b\n", "v/needs.yaml:1: is no mapping; "},
	{"a concept that is a word", "needs", small["needs"], "scheme: needs\nconcepts: [funding]\n", "v/needs.yaml:2: concepts[0]: is no mapping; "},
	{"not YAML", "needs", small["needs"], "scheme: needs\nconcepts: [\n", "v/needs.yaml:"},
	{"a list for a word", "needs", "id: funding", "id: [funding]", "v/needs.yaml:3: concepts[0].id: is not of the expected form; "},
	{"a word for a list", "technologies", "broader: [ai]", "broader: ai", "v/technologies.yaml:18: concepts[2].broader: is not of the expected form; "},
	{"a list for labels", "needs", "{de: Förderung, en: Funding}", "[Förderung]", "v/needs.yaml:4: concepts[0].prefLabel: is not of the expected form; "},
}

func TestLoadNamesTheFault(t *testing.T) {
	for _, tt := range broken {
		t.Run(tt.name, func(t *testing.T) {
			all := faults(t, with(t, tt.file, tt.old, tt.new))
			for _, f := range all {
				if f.Fix == "" {
					t.Errorf("no way to mend: %v", f)
				}
				if strings.HasPrefix(f.String(), tt.want) {
					return
				}
			}
			t.Errorf("want %q, got\n%v", tt.want, all)
		})
	}
}

func TestLoadFaultsEveryConceptOfACircle(t *testing.T) {
	all := faults(t, with(t, "technologies", "    altLabel:\n      de: [IT, Informationstechnik]\n", "    broader: [machine-learning]\n"))
	want := []string{`"digital" is above itself`, `"ai" is above itself`, `"machine-learning" is above itself`}
	if len(all) != len(want) {
		t.Fatalf("want %d faults, got\n%v", len(want), all)
	}
	for i, f := range all {
		if f.Problem != want[i] || f.Field != "broader" || f.Line == 0 {
			t.Errorf("want %s, got %v", want[i], f)
		}
	}
}

func TestLoadReportsAllFaultsSorted(t *testing.T) {
	files := maps.Clone(small)
	delete(files, "kinds")
	files["needs"] = "scheme: needs\nconcepts:\n  - id: A B\n    colour: red\n  - id: funding\n    prefLabel: {de: Förderung}\n    related: [magic]\n"
	files["industries"] = strings.Replace(small["industries"], "id: medical", "id: Medical", 1) + "  - [\n"
	files["phases"] = strings.Replace(small["phases"], "prefLabel", "preflabel", 1)
	want := []string{
		"v: scheme: no file holds the scheme industries",
		"v: scheme: no file holds the scheme kinds",
		"v/industries.yaml:",
		`v/needs.yaml:3: id: "A B" is no id`,
		"v/needs.yaml:4: concepts[0].colour: unknown key",
		"v/needs.yaml:5: prefLabel.en: is missing",
		"v/needs.yaml:5: related: unknown concept needs:magic",
		"v/phases.yaml:3: prefLabel.de: is missing",
		"v/phases.yaml:3: prefLabel.en: is missing",
		"v/phases.yaml:4: concepts[0].preflabel: unknown key",
		"v/technologies.yaml:8: related: unknown concept industries:software",
	}
	lines := strings.Split(faults(t, files).Error(), "\n")
	if len(lines) != len(want) {
		t.Fatalf("want %d faults, got\n%s", len(want), strings.Join(lines, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(lines[i], want[i]) {
			t.Errorf("fault %d: want %q, got %q", i, want[i], lines[i])
		}
	}
}

func TestLoadJoinsFilesOfOneScheme(t *testing.T) {
	files := maps.Clone(small)
	files["technologies-more"] = "scheme: technologies\nconcepts:\n  - id: photonics\n    prefLabel: {de: Photonik, en: Photonics}\n    broader: [digital]\n"
	v, err := load(files)
	if err != nil {
		t.Fatal(err)
	}
	digital := v.Concept(vocabulary.Ref{Scheme: vocabulary.Technologies, ID: "digital"})
	if all := v.Concepts(vocabulary.Technologies); len(all) != 7 || all[0].ID != "photonics" || all[0].Broader()[0] != digital {
		t.Errorf("%d technologies, the first is %s", len(all), all[0].ID)
	}
}

func TestLoadSharesLabelsBetweenSchemes(t *testing.T) {
	if !smallVocabulary(t).Knows("Fertigung") {
		t.Error("a label of two schemes is not known")
	}
}

type brokenFS struct{ fs.FS }

func (b brokenFS) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".yaml") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.FS.Open(name)
}

func TestLoadTellsReadingFromFaults(t *testing.T) {
	m := fstest.MapFS{"v/needs.yaml": &fstest.MapFile{Data: []byte(small["needs"])}}
	_, err := vocabulary.Load(brokenFS{m}, "v", analyzer())
	var all profile.Faults
	if !errors.Is(err, fs.ErrPermission) || errors.As(err, &all) {
		t.Errorf("want the error of reading, got %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	for _, text := range small {
		f.Add(text)
	}
	f.Add("scheme: &a needs\nconcepts: [*a, {id: *a}]")
	f.Fuzz(func(t *testing.T, text string) {
		files := maps.Clone(small)
		files["z"] = text
		v, err := load(files)
		if (v == nil) == (err == nil) {
			t.Errorf("vocabulary %v beside error %v", v != nil, err)
		}
	})
}
