package german

import (
	"os"
	"strings"
	"testing"
)

// score counts boundaries over a judged set. In the set "|" is a boundary that
// must be found and ":" one that may be found.
type score struct {
	right, found, wanted, exact, words int
}

func (s score) precision() float64 { return float64(s.right) / float64(max(1, s.found)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(1, s.wanted)) }
func (s score) f1() float64 {
	return 2 * s.precision() * s.recall() / max(1e-9, s.precision()+s.recall())
}

func (s score) log(t *testing.T, name string) {
	t.Helper()
	t.Logf("%s: precision %.3f, recall %.3f, F1 %.3f over %d boundaries; %d of %d words exact",
		name, s.precision(), s.recall(), s.f1(), s.wanted, s.exact, s.words)
}

// judge scores one word; optional boundaries count neither way.
func (s *score) judge(judged string, pieces []Piece) (ok bool) {
	needed, optional := map[int]bool{}, map[int]bool{}
	at := 0
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(judged, ":", ":|"), func(r rune) bool { return r == '|' }) {
		at += len(strings.TrimSuffix(part, ":"))
		if strings.HasSuffix(part, ":") {
			optional[at] = true
		} else {
			needed[at] = true
		}
	}
	delete(needed, at)
	ok = true
	hits := 0
	for _, p := range pieces[:len(pieces)-1] {
		switch {
		case needed[p.End]:
			hits++
			s.found++
		case !optional[p.End]:
			s.found++
			ok = false
		}
	}
	s.right += hits
	s.wanted += len(needed)
	s.words++
	if ok = ok && hits == len(needed); ok {
		s.exact++
	}
	return ok
}

func readJudged(t testing.TB, name string) []string {
	t.Helper()
	var lines []string
	err := readLines(os.DirFS("testdata"), name, func(line string) error {
		lines = append(lines, line)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func bar(word string, pieces []Piece) string {
	var parts []string
	for _, p := range pieces {
		parts = append(parts, word[p.Start:p.End])
	}
	return strings.Join(parts, "|")
}

// TestScoreboard holds the splitter to the development set, and to the set that
// was written from memory before the splitter existed.
func TestScoreboard(t *testing.T) {
	s := splitter(t)
	for _, set := range []struct {
		name     string
		minF1    float64
		maxWrong int
	}{{"dev", 0.96, 1}, {"own", 0.95, 1}, {"own2", 0.95, 1}, {"own3", 0.95, 2}} {
		var compounds score
		for _, judged := range readJudged(t, "compounds-"+set.name+".txt") {
			word := strings.NewReplacer("|", "", ":", "").Replace(judged)
			if pieces := s.Split(word); !compounds.judge(judged, pieces) {
				t.Logf("%s: want %s, got %s", set.name, judged, bar(word, pieces))
			}
		}
		compounds.log(t, set.name)
		wrong := 0
		for _, word := range readJudged(t, "noncompounds-"+set.name+".txt") {
			if pieces := s.Split(word); len(pieces) > 1 {
				wrong++
				t.Logf("%s: wrongly split: %s", set.name, bar(word, pieces))
			}
		}
		t.Logf("%s: %d non-compounds wrongly split", set.name, wrong)
		if compounds.f1() < set.minF1 || wrong > set.maxWrong {
			t.Errorf("%s: want F1 of %.2f at least and %d wrongly split at most", set.name, set.minF1, set.maxWrong)
		}
	}
}
