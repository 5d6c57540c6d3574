package vocabulary_test

import (
	"sync"
	"testing"

	"clusterlotse/data"
	"clusterlotse/index/german"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/vocabulary"
)

var loadReal = sync.OnceValues(func() (*vocabulary.Vocabulary, error) {
	words, err := german.LoadWords(data.FS, "words")
	if err != nil {
		return nil, err
	}
	return vocabulary.Load(data.FS, "vocabulary", german.New(words))
})

func realVocabulary(t testing.TB) *vocabulary.Vocabulary {
	t.Helper()
	v, err := loadReal()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// leastMapped is what is promised of each field of the profiles: terms that
// stand behind a concept, of all terms. `clusterlotse check` prints the same.
const leastMapped = 0.95

func TestRealVocabularyMapsTheProfiles(t *testing.T) {
	v := realVocabulary(t)
	networks, err := profile.Read(data.FS, "networks")
	if err != nil {
		t.Fatal(err)
	}
	terms, missed := map[string]int{}, map[string]int{}
	for _, n := range networks {
		for field, values := range map[string][]string{
			"technologies": n.Technologies, "industries": n.Industries, "services": n.Services,
			"founder_support": n.FounderSupport, "target_groups": n.TargetGroups,
		} {
			terms[field] += len(values)
			terms["all"] += len(values)
		}
		_, unmapped := v.Tag(n)
		for _, u := range unmapped {
			missed[u.Field]++
			missed["all"]++
			if u.Network != n.ID {
				t.Errorf("%s is said to belong to %q", n.ID, u.Network)
			}
		}
	}
	for field, all := range terms {
		share := 1 - float64(missed[field])/float64(all)
		t.Logf("%-16s %5d terms, %.1f %% mapped", field, all, 100*share)
		if share < leastMapped {
			t.Errorf("%s: %d of %d terms stand behind no concept", field, missed[field], all)
		}
	}
}

func TestRealVocabularyNamesEveryConceptTwice(t *testing.T) {
	v := realVocabulary(t)
	for _, scheme := range vocabulary.Schemes {
		if len(v.Concepts(scheme)) == 0 {
			t.Errorf("%s holds no concept", scheme)
		}
		for _, c := range v.Concepts(scheme) {
			for _, lang := range []string{"de", "en"} {
				if found := v.FindIn(scheme, c.Label(lang)); len(found) != 1 || found[0] != c {
					t.Errorf("%v: its label %q finds %d concepts", c.Ref, c.Label(lang), len(found))
				}
			}
		}
	}
}

func TestRealVocabularyKnowsKindsAndPhases(t *testing.T) {
	v := realVocabulary(t)
	for _, k := range profile.Kinds() {
		if v.Concept(vocabulary.Ref{Scheme: vocabulary.Kinds, ID: string(k)}) == nil {
			t.Errorf("no concept for the kind %s", k)
		}
	}
	for _, p := range []profile.Phase{profile.Idea, profile.PreSeed, profile.Seed, profile.Growth} {
		if v.Concept(vocabulary.Ref{Scheme: vocabulary.Phases, ID: string(p)}) == nil {
			t.Errorf("no concept for the phase %s", p)
		}
	}
}
