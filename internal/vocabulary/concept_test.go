package vocabulary_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

func concept(t *testing.T, v *vocabulary.Vocabulary, scheme, id string) *vocabulary.Concept {
	t.Helper()
	c := v.Concept(vocabulary.Ref{Scheme: scheme, ID: id})
	if c == nil {
		t.Fatalf("no concept %s:%s", scheme, id)
	}
	return c
}

// steps writes concepts with their distance as "id/steps", sorted.
func steps(m map[*vocabulary.Concept]int) []string {
	out := []string{}
	for c, n := range m {
		out = append(out, fmt.Sprintf("%s/%d", c.ID, n))
	}
	slices.Sort(out)
	return out
}

func TestNeighbours(t *testing.T) {
	v := smallVocabulary(t)
	ml, digital := concept(t, v, "technologies", "machine-learning"), concept(t, v, "technologies", "digital")
	if got, want := steps(ml.Above()), []string{"ai/1", "digital/2"}; !slices.Equal(got, want) {
		t.Errorf("above: %v, want %v", got, want)
	}
	if got, want := steps(digital.Below()), []string{"ai/1", "machine-learning/2", "security/1"}; !slices.Equal(got, want) {
		t.Errorf("below: %v, want %v", got, want)
	}
	if len(digital.Above()) != 0 || len(ml.Below()) != 0 {
		t.Error("something above the top or below the ground")
	}
	if got := digital.Narrower(); len(got) != 2 || got[0].ID != "ai" || got[1].ID != "security" {
		t.Errorf("narrower: %d concepts", len(got))
	}
	ai := concept(t, v, "technologies", "ai")
	if got := ai.Related(); len(got) != 1 || got[0] != concept(t, v, "industries", "software") {
		t.Errorf("related: %d concepts", len(got))
	}
}

func TestAboveTakesTheShortestWay(t *testing.T) {
	v, err := load(with(t, "technologies", "broader: [ai]", "broader: [ai, digital]"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := steps(concept(t, v, "technologies", "machine-learning").Above()), []string{"ai/1", "digital/1"}; !slices.Equal(got, want) {
		t.Errorf("above: %v, want %v", got, want)
	}
}

func TestLabels(t *testing.T) {
	c := concept(t, smallVocabulary(t), "technologies", "digital")
	for lang, want := range map[string]string{"de": "Digitale Technologien", "en": "Digital technologies", "fr": "Technologies numériques", "es": "Digitale Technologien"} {
		if got := c.Label(lang); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if got := c.AltLabels("de"); !slices.Equal(got, []string{"IT", "Informationstechnik"}) || c.AltLabels("en") != nil {
		t.Errorf("other labels: %q", got)
	}
}

func TestUnknownConcept(t *testing.T) {
	v := smallVocabulary(t)
	if v.Concept(vocabulary.Ref{Scheme: "needs", ID: "ai"}) != nil || v.Concepts("wants") != nil {
		t.Error("a concept that is not there")
	}
}

func TestAboveAndBelowMirror(t *testing.T) {
	v := realVocabulary(t)
	all := v.Concepts(vocabulary.Technologies)
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(all).Draw(t, "concept")
		for above, n := range c.Above() {
			if above.Below()[c] != n || n < 1 {
				t.Fatalf("%s is %d steps above %s, and that %d below it", above.ID, n, c.ID, above.Below()[c])
			}
		}
	})
}

func TestTag(t *testing.T) {
	v := smallVocabulary(t)
	n := &profile.Network{
		ID: "muster", Kind: profile.ClusterInitiative,
		Technologies:   []string{"KI und additive Fertigung", "Zeppelinbau"},
		Industries:     []string{"Fertigung"},
		Services:       []string{"Förderung", "Grillfeste"},
		FounderSupport: []string{"Landes-Förderung"},
		TargetGroups:   []string{"Start-ups", "Zeppelinfahrer"},
		Phases:         []profile.Phase{profile.PreSeed, profile.Growth},
	}
	tags, unmapped := v.Tag(n)
	var got []string
	for _, tag := range tags {
		got = append(got, fmt.Sprintf("%s:%s < %s %q", tag.Concept.Scheme, tag.Concept.ID, tag.Field, tag.Fact))
	}
	want := []string{
		`technologies:ai < technologies "KI und additive Fertigung"`,
		`technologies:additive < technologies "KI und additive Fertigung"`,
		`industries:manufacturing < industries "Fertigung"`,
		`needs:funding < services "Förderung"`,
		`needs:funding < founder_support "Landes-Förderung"`,
		`target_groups:startups < target_groups "Start-ups"`,
		`phases:pre-seed < phases "pre-seed"`,
		`kinds:cluster-initiative < kind "cluster-initiative"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("tags:\n%q\nwant\n%q", got, want)
	}
	rest := []vocabulary.Unmapped{
		{Network: "muster", Field: "technologies", Fact: "Zeppelinbau"},
		{Network: "muster", Field: "services", Fact: "Grillfeste"},
		{Network: "muster", Field: "target_groups", Fact: "Zeppelinfahrer"},
	}
	if !slices.Equal(unmapped, rest) {
		t.Errorf("unmapped: %v, want %v", unmapped, rest)
	}
}

func TestTagOfAnEmptyProfile(t *testing.T) {
	if tags, unmapped := smallVocabulary(t).Tag(&profile.Network{ID: "leer"}); tags != nil || unmapped != nil {
		t.Errorf("%v, %v", tags, unmapped)
	}
}

func TestSchemesAreComplete(t *testing.T) {
	if got, want := slices.Sorted(maps.Keys(small)), slices.Sorted(slices.Values(vocabulary.Schemes)); !slices.Equal(got, want) {
		t.Errorf("schemes %v, want %v", got, want)
	}
}

func TestSuggestsGoesOneWay(t *testing.T) {
	v := realVocabulary(t)
	foundry, cars := concept(t, v, vocabulary.Industries, "foundry"), concept(t, v, vocabulary.Industries, "automotive")
	if !slices.Contains(foundry.Suggests(), cars) || slices.Contains(cars.Suggests(), foundry) {
		t.Errorf("foundries suggest %v, cars %v", foundry.Suggests(), cars.Suggests())
	}
}
