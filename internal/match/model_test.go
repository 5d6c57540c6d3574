package match

import (
	"strings"
	"testing"
)

func TestNumbersAreAllOfTheModel(t *testing.T) {
	m := DefaultModel()
	numbers := m.Numbers()
	for _, w := range m.Weights() {
		number := numbers[w.Name]
		if number == nil {
			t.Errorf("Numbers has no %q", w.Name)
			continue
		}
		before := *number
		if !m.Set(w.Name, 0.5) || *number != 0.5 {
			t.Errorf("%s is %v after it was set to 0.5", w.Name, *number)
		}
		if *number = before; shares[w.Name] && (!m.Set(w.Name, 3) || *number != 1) {
			t.Errorf("the share %s is %v", w.Name, *number)
		}
		*number = before
	}
	if len(numbers) != len(m.Weights()) || m.Set("beauty", 1) {
		t.Errorf("%d numbers, %d weights", len(numbers), len(m.Weights()))
	}
	for name := range shares {
		if numbers[name] == nil {
			t.Errorf("the share %s is no number", name)
		}
	}
}

func TestParseModel(t *testing.T) {
	m := DefaultModel()
	raw, err := m.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ParseModel(raw); err != nil || again != m {
		t.Errorf("read again: %+v, %v", again, err)
	}
	for bad, want := range map[string]string{
		`{`: "model: ", `{"beauty":1}`: "beauty", `{"text":-1}`: "text is -1", `{"far":2}`: "far is 2", `{"text":"much"}`: "text",
	} {
		if _, err := ParseModel([]byte(bad)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
