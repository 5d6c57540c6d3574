package match

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/jsonl"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/realdata"
	"clusterlotse/internal/vocabulary"
)

// judgedFirm is a judged company, as far as tests of match need it. The package of the
// judgements knows match and cannot be asked here.
type judgedFirm struct {
	ID        string   `json:"id"`
	ProfileDE string   `json:"profile_de"`
	NeedsDE   []string `json:"needs_de"`
	City      string   `json:"city"`
}

// firms reads a judged set, each as a request.
func firms(t testing.TB, name string) (ids []string, requests []Request) {
	t.Helper()
	for _, f := range realdata.Judged(t, name, jsonl.Read[judgedFirm]) {
		r := saying(strings.TrimSpace(f.ProfileDE + "\n" + strings.Join(f.NeedsDE, "\n")))
		if _, ok := realdata.Load(t).Gazetteer.Find(f.City); ok {
			r.Company.Place = f.City
		}
		r.Lang = "de"
		r.LeaveOut = map[string]bool{f.ID: true}
		ids, requests = append(ids, f.ID), append(requests, r)
	}
	return ids, requests
}

func TestAbstention(t *testing.T) {
	m := realMatcher(t)
	lines := realdata.OffTopic(t)
	if len(lines) != 40 {
		t.Fatalf("%d off-topic needs", len(lines))
	}
	var answered []string
	for _, line := range lines {
		out := answer(t, m, saying(line))
		if !out.Abstained {
			answered = append(answered, line)
			continue
		}
		if len(out.Matches) > 0 || len(out.Portfolio) > 0 || len(out.Understood.Notes) == 0 {
			t.Errorf("%q: abstains and answers: %+v", line, out)
		}
		if out.Contact == nil {
			t.Errorf("%q: no contact", line)
		}
	}
	if len(answered) > 2 {
		t.Errorf("answered %d of %d: %q", len(answered), len(lines), answered)
	}
	t.Logf("abstained on %d of %d; answered %q", len(lines)-len(answered), len(lines), answered)
}

// TestFoundersAreAnswered holds the ways in which founders ask.
func TestFoundersAreAnswered(t *testing.T) {
	m := realMatcher(t)
	for _, line := range []string{
		"Ich gründe ein Medizintechnik-Start-up", "Ich gründe ein Start-up für Medizintechnik", "Ich will ein KI-Start-up gründen",
		"Wer hilft mir bei der Gründung?", "Ich suche einen Arbeitsplatz im Coworking",
	} {
		if answer(t, m, saying(line)).Abstained {
			t.Errorf("%q is not answered", line)
		}
	}
}

func TestNoFirmIsSentAway(t *testing.T) {
	m := realMatcher(t)
	for _, set := range []string{"companies-dev.jsonl", "companies-own.jsonl"} {
		ids, requests := firms(t, set)
		for i, r := range requests {
			if out := answer(t, m, r); out.Abstained || len(out.Matches) == 0 {
				t.Errorf("%s: no answer to %q", ids[i], r.Company.Text)
			}
		}
	}
}

// TestScores holds every match of every firm to what is promised of scores.
func TestScores(t *testing.T) {
	m := realMatcher(t)
	ids, requests := firms(t, "companies-dev.jsonl")
	for i, r := range requests {
		r.Limit = 50
		last := 1.0
		for _, x := range answer(t, m, r).Matches {
			if x.Score <= 0 || x.Score > last {
				t.Errorf("%s: %s has %v after %v", ids[i], x.Network.ID, x.Score, last)
			}
			last = x.Score
			checkReasons(t, ids[i], x)
			checkSentence(t, ids[i], x)
		}
	}
}

// checkReasons holds the reasons of a match to their score and to what each must say.
func checkReasons(t rapid.TB, firm string, x Match) {
	t.Helper()
	sum, lastScore := 0.0, x.Score
	for _, reason := range x.Reasons {
		sum += reason.Score
		if reason.Score <= 0 || reason.Score > lastScore+1e-12 {
			t.Errorf("%s: %s: %+v after %v", firm, x.Network.ID, reason, lastScore)
		}
		lastScore = reason.Score
		if reason.Text == "" || strings.Contains(reason.Text+reason.Evidence, "%!") || reason.Evidence == "" || reason.Feature == "" || (reason.Field == "") != (reason.Feature == string(Recalled)) {
			t.Errorf("%s: %s: %+v", firm, x.Network.ID, reason)
		}
	}
	// Written so that it holds for NaN too.
	if !(math.Abs(sum-x.Score) <= tolerance) {
		t.Errorf("%s: %s: reasons sum to %v, score %v", firm, x.Network.ID, sum, x.Score)
	}
}

func checkSentence(t rapid.TB, firm string, x Match) {
	t.Helper()
	if x.Sentence == "" || strings.Contains(x.Sentence, "%!") {
		t.Errorf("%s: %s: sentence %q", firm, x.Network.ID, x.Sentence)
	}
}

// TestReasonsAreTrue: the first fact of a reason for a concept holds what the reason
// says, and the sentence rests on a reason of weight.
func TestReasonsAreTrue(t *testing.T) {
	m := realMatcher(t)
	ids, requests := firms(t, "companies-dev.jsonl")
	for i, r := range requests {
		a, ranked := m.detailed(r, 10)
		for _, tl := range ranked {
			c, reasons := m.cards[tl.card], m.reasons(a, tl)
			for _, g := range group(tl.shares) {
				if it := g.shares[0].item; it.held != nil && !m.holdsIn(tl.card, it.held, g.facts[0]) {
					t.Errorf("%s: %s: %q does not hold %s", ids[i], c.network.ID, c.facts[g.facts[0]].value, it.held.ID)
				}
			}
			sentence := m.sentence(a, tl, reasons)
			if !slices.ContainsFunc(reasons, func(r told) bool { return tells(sentence, c.network.Name, a.lang, r, tl.total()) }) {
				t.Errorf("%s: %s: nothing of weight stands behind %q", ids[i], c.network.ID, sentence)
			}
		}
	}
}

// holdsIn tells whether a fact of a network holds a concept.
func (m *Matcher) holdsIn(card int, c *vocabulary.Concept, fact int) bool {
	l := m.postings.concepts[c.Ref]
	at, ok := slices.BinarySearch(l.cards, int32(card))
	return ok && slices.Contains(l.facts[at], fact)
}

// tells whether a sentence is made of a reason that is worth it.
func tells(sentence, name, lang string, r told, score float64) bool {
	if r.Score < worthSaying*score {
		return false
	}
	quoted := strings.Contains(sentence, "„"+profile.Shorten(r.fact, maxEvidenceRunes)+"“") || strings.HasPrefix(becauseKey(r), "because_name") && strings.Contains(sentence, "Name")
	return quoted || strings.HasPrefix(sentence, say(lang, "say_"+r.key, append([]any{name}, r.args...)...))
}

// TestRankIsTheOrderOfMatch holds the quick way to the explained one.
func TestRankIsTheOrderOfMatch(t *testing.T) {
	m := realMatcher(t)
	_, requests := firms(t, "companies-dev.jsonl")
	for _, r := range append(requests, saying("qxzqxz")) {
		r.Limit = 20
		want := strings.Join(idsOf(answer(t, m, r).Matches), " ")
		for _, prepared := range []Request{r, m.Prepare(r)} {
			got, err := m.Rank(prepared)
			if err != nil || strings.Join(got, " ") != want {
				t.Errorf("%q: got %v, %v; want %s", r.Company.Text, got, err, want)
			}
		}
	}
	if _, err := m.Rank(Request{Company: profile.Company{Place: "Nirgendwoheim"}}); err == nil {
		t.Error("an unknown place is ranked")
	}
}
