package vocabulary_test

import (
	"errors"
	"maps"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

// small is a vocabulary without fault, by file.
var small = map[string]string{
	"technologies": `scheme: technologies
title: {de: Technologien, en: Technologies}
concepts:
  - id: digital
    prefLabel: {de: Digitale Technologien, en: Digital technologies, fr: Technologies numériques}
    altLabel:
      de: [IT, Informationstechnik]
  - id: ai
    prefLabel: {de: Künstliche Intelligenz, en: Artificial intelligence}
    altLabel:
      de: [KI]
    broader: [digital]
    related: [industries:software]
  - id: machine-learning
    prefLabel: {de: Maschinelles Lernen, en: Machine learning}
    hiddenLabel:
      de: [neuronales Netz]
    broader: [ai]
  - id: additive
    prefLabel: {de: Additive Fertigung, en: Additive manufacturing}
    altLabel:
      de: [3D-Druck, AM]
    related: [ai]
  - id: production
    prefLabel: {de: Fertigung, en: Production technology}
  - id: security
    prefLabel: {de: IT-Sicherheit, en: IT security}
    broader: [digital]
`,
	"industries": `scheme: industries
concepts:
  - id: software
    prefLabel: {de: Softwarebranche, en: Software industry}
    altLabel:
      de: [Social Media, App]
  - id: medical
    prefLabel: {de: Medizintechnik, en: Medical technology}
    hiddenLabel:
      de: [Hüftgelenk, Gelenk]
  - id: manufacturing
    prefLabel: {de: Produktion, en: Manufacturing}
    altLabel:
      de: [Fertigung]
`,
	"needs": `scheme: needs
concepts:
  - id: funding
    prefLabel: {de: Förderung, en: Funding}
  - id: staff
    prefLabel: {de: Personalgewinnung, en: Recruiting}
    altLabel:
      de: [Fahrer aus dem Ausland]
    soughtLabel:
      de: [Fahrer, Leute mit Erfahrung, Leute]
      en: [drivers]
  - id: customers
    prefLabel: {de: Kundengewinnung, en: Finding customers}
    hiddenLabel:
      de: [ersten Kunden]
    soughtLabel:
      de: [Kunden, Lieferanten, in Italien]
      en: [customers]
`,
	"phases": `scheme: phases
concepts:
  - id: pre-seed
    prefLabel: {de: Pre-Seed, en: Pre-seed}
`,
	"target_groups": `scheme: target_groups
concepts:
  - id: startups
    prefLabel: {de: Start-ups, en: Startups}
`,
	"kinds": `scheme: kinds
concepts:
  - id: cluster-initiative
    prefLabel: {de: Cluster-Initiative, en: Cluster initiative}
`,
}

var analyzer = sync.OnceValue(func() *german.Analyzer {
	stop := map[german.Language]map[string]bool{german.German: {"am": true, "it": true, "und": true, "fur": true}}
	return german.New(german.Words{Stop: stop})
})

func load(files map[string]string) (*vocabulary.Vocabulary, error) {
	m := fstest.MapFS{}
	for name, text := range files {
		m["v/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return vocabulary.Load(m, "v", analyzer())
}

func smallVocabulary(t testing.TB) *vocabulary.Vocabulary {
	t.Helper()
	v, err := load(small)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// with returns small with one text replaced in one file.
func with(t *testing.T, file, old, text string) map[string]string {
	t.Helper()
	files := maps.Clone(small)
	files[file] = strings.Replace(files[file], old, text, 1)
	if files[file] == small[file] {
		t.Fatalf("%q does not stand in %s", old, file)
	}
	return files
}

func faults(t *testing.T, files map[string]string) profile.Faults {
	t.Helper()
	v, err := load(files)
	var all profile.Faults
	if !errors.As(err, &all) {
		t.Fatalf("want faults, got %v", err)
	}
	if v != nil {
		t.Error("a vocabulary beside faults")
	}
	return all
}
