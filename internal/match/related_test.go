package match

import (
	"context"
	"errors"
	"slices"
	"testing"

	"clusterlotse/internal/realdata"
	"clusterlotse/internal/vocabulary"
)

func relatedTo(t *testing.T, id string, limit int) []Match {
	t.Helper()
	related, err := realMatcher(t).Related(context.Background(), id, "de", limit)
	if err != nil {
		t.Fatal(err)
	}
	return related
}

func TestRelated(t *testing.T) {
	for _, tt := range []struct{ id, other string }{
		{"medicalmountains", "medicus-bw"},
		{"h2bw", "h2-wandel"},
		{"afbw", "suedwesttextil"},
		{"logbw", "logistik-cluster-schwaben"},
	} {
		if got := idsOf(relatedTo(t, tt.id, 10)); !slices.Contains(got, tt.other) {
			t.Errorf("%s: %s is not among %v", tt.id, tt.other, got)
		}
	}
}

func TestRelatedOfEvery(t *testing.T) {
	m := realMatcher(t)
	relations := map[Relation]int{}
	for _, n := range realdata.Load(t).Networks {
		related := relatedTo(t, n.ID, 5)
		if len(related) > 5 {
			t.Errorf("%s: %d related", n.ID, len(related))
		}
		last := 1.0
		for _, x := range related {
			if relations[x.Relation]++; x.Network.ID == n.ID || x.Network.Ended() || x.Score > last {
				t.Errorf("%s: %s, score %v after %v", n.ID, x.Network.ID, x.Score, last)
			}
			last = x.Score
			if (x.Relation == Complementary) != (len(x.Missing) >= minBrought) {
				t.Errorf("%s: %s is %s and brings %q", n.ID, x.Network.ID, x.Relation, x.Missing)
			}
			if x.Relation == Neighbour && (x.DistanceKm < 0 || x.DistanceKm > neighbourKm) {
				t.Errorf("%s: the neighbour %s is %v km away", n.ID, x.Network.ID, x.DistanceKm)
			}
		}
	}
	for _, r := range []Relation{Alike, Complementary, Neighbour} {
		if relations[r] == 0 {
			t.Errorf("no network is %s to another", r)
		}
	}
	t.Logf("%v", relations)
	if _, err := m.Related(context.Background(), "nowhere", "de", 5); !errors.Is(err, ErrUnknownNetwork) {
		t.Errorf("got %v", err)
	}
}

// TestRelatedReasons: the score of a related network is the sum of its reasons too, in
// both languages the same, and there is no sentence, which would speak to a firm.
func TestRelatedReasons(t *testing.T) {
	m := realMatcher(t)
	for _, n := range realdata.Load(t).Networks {
		scores := map[string][]float64{}
		for _, lang := range []string{"de", "en"} {
			related, err := m.Related(t.Context(), n.ID, lang, 30)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range related {
				scores[lang] = append(scores[lang], x.Score)
				checkReasons(t, n.ID, x)
				if !(x.Score > 0 && x.Score <= 1) || x.Sentence != "" {
					t.Errorf("%s, %s: %s has %v and says %q", n.ID, lang, x.Network.ID, x.Score, x.Sentence)
				}
			}
		}
		if !slices.Equal(scores["de"], scores["en"]) {
			t.Errorf("%s: %v in German, %v in English", n.ID, scores["de"], scores["en"])
		}
	}
}

func TestAppearances(t *testing.T) {
	m := realMatcher(t)
	found, lacking, err := m.Appearances(context.Background(), "medicalmountains", "de")
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	for _, x := range found {
		if x.Rank < last || x.Rank < 1 || x.Rank > x.Of || len(x.Facts) == 0 || len(x.Facts) != len(x.Fields) || x.Label == "" {
			t.Errorf("%+v", x)
		}
		last = x.Rank
	}
	i := slices.IndexFunc(found, func(x Appearance) bool { return x.Scheme == vocabulary.Technologies && x.ID == "medical-technology" })
	if i < 0 || found[i].Of < 10 {
		t.Errorf("medical technology is not among %d appearances", len(found))
	}
	for _, c := range lacking {
		if slices.ContainsFunc(found, func(x Appearance) bool { return x.Scheme == c.Scheme && x.ID == c.ID }) {
			t.Errorf("%s is found and lacking", c.ID)
		}
		if slices.ContainsFunc(m.cards[m.numberOf(t, "medicalmountains")].tagged, func(own *vocabulary.Concept) bool { return own.Scheme == c.Scheme && own.ID == c.ID }) {
			t.Errorf("lacks %s, which it holds", c.ID)
		}
	}
	for _, id := range []string{"nowhere", "leichtbau-bw"} {
		if _, _, err := m.Appearances(context.Background(), id, "de"); !errors.Is(err, ErrUnknownNetwork) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func (m *Matcher) numberOf(t testing.TB, id string) int {
	t.Helper()
	i := slices.IndexFunc(m.cards, func(c card) bool { return c.network.ID == id })
	if i < 0 {
		t.Fatalf("no living network %s", id)
	}
	return i
}
