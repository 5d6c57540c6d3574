package portal_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// listed are the headings and, per heading, the texts of the links in one
// section of a page.
func listed(t *testing.T, body, section string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for n := range doc.Descendants() {
		if n.Data != "section" || attr(n, "aria-labelledby") != section {
			continue
		}
		for h := range n.Descendants() {
			if h.Data == "h3" {
				names = append(names, h.FirstChild.FirstChild.Data)
			}
		}
	}
	return names
}

func askFounder(t *testing.T, b *bed, pairs ...string) string {
	t.Helper()
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	w := b.get("/founders?" + v.Encode())
	if w.Code != http.StatusOK {
		t.Fatalf("%v: status %d", pairs, w.Code)
	}
	return w.Body.String()
}

// TestFoundersApart: programmes are among the programmes and never among the
// contact points, and the phase chooses among them.
func TestFoundersApart(t *testing.T) {
	b := realBed(t, nil)
	programmes := []string{"EXI-Gründungsgutschein und Innovationsgutscheine Baden-Württemberg", "Innovationsgutscheine Baden-Württemberg", "Start-up BW Pre-Seed", "Junge Innovatoren"}
	for _, place := range []string{"Mannheim", "Tuttlingen", "Karlsruhe"} {
		body := askFounder(t, b, "phase", "pre-seed", "place", place, "text", "Medizintechnik", "need", "start-up-vouchers")
		contacts, shown := listed(t, body, "contacts"), listed(t, body, "programmes")
		if len(contacts) == 0 {
			t.Errorf("%s: no contact point", place)
		}
		for _, name := range programmes {
			if !contains(shown, name) {
				t.Errorf("%s: the programme %s is missing", place, name)
			}
			if contains(contacts, name) {
				t.Errorf("%s: the programme %s is shown as a contact point", place, name)
			}
		}
	}
	if growth := listed(t, askFounder(t, b, "phase", "growth"), "programmes"); contains(growth, "Start-up BW Pre-Seed") {
		t.Error("a programme for pre-seed is shown for growth")
	}
}

// TestFoundersThrough: a life-science founder gets the voucher through BIOPRO
// before all others, an IT founder through bwcon.
func TestFoundersThrough(t *testing.T) {
	b := realBed(t, nil)
	for field, want := range map[string]string{"Life Sciences": "BIOPRO", "Informationstechnik": "bwcon"} {
		body := askFounder(t, b, "phase", "idea", "text", field, "need", "start-up-vouchers")
		_, card, _ := strings.Cut(body, "EXI-Gründungsgutschein und Innovationsgutscheine Baden-Württemberg</a></h3>")
		_, card, _ = strings.Cut(card, "Sie bekommen es über")
		first, _, _ := strings.Cut(card, "</li>")
		if !strings.Contains(first, want) {
			t.Errorf("%s: the first partner is %s", field, first)
		}
	}
}

func TestFoundersForm(t *testing.T) {
	b := realBed(t, nil)
	body := askFounder(t, b, "phase", "seed", "place", "Ulm", "text", "Laser <b>", "need", "mentoring", "industry", "medical-technology")
	for _, want := range []string{`value="seed" checked`, `value="mentoring" checked`, `value="Ulm"`, `value="Laser &lt;b&gt;"`, `content="noindex"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the form lost %s", want)
		}
	}
	if w := b.get("/founders?place=Atlantis"); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `role="alert"`) {
		t.Errorf("unknown place: status %d", w.Code)
	}
	if empty := b.get("/founders").Body.String(); strings.Contains(empty, `id="contacts"`) || !strings.Contains(empty, `id="programmes"`) {
		t.Error("the empty form answers, or hides the programmes")
	}
}

// TestFoundersIndustries: the list has the trades that no contact point is only
// for, each once, and whoever chooses one gets contact points all the same.
func TestFoundersIndustries(t *testing.T) {
	b := realBed(t, nil)
	form := askFounder(t, b, "lang", "de")
	for _, id := range []string{"forestry-wood", "chemicals", "photonics", "logistics", "hydrogen", "plastics", "medical-technology"} {
		if got := strings.Count(form, `<option value="`+id+`"`); got != 1 {
			t.Errorf("%s is %d times in the list", id, got)
		}
		body := askFounder(t, b, "industry", id, "place", "Ulm")
		if !strings.Contains(body, `<option value="`+id+`" selected`) || len(listed(t, body, "contacts")) == 0 {
			t.Errorf("%s: not chosen in the answer, or no contact point", id)
		}
	}
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}
