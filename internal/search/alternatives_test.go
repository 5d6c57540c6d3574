package search

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/vocabulary"
)

// of returns the alternatives of one kind.
func of(r *Result, kind string) []Alternative {
	var list []Alternative
	for _, a := range r.Alternatives {
		if a.Kind == kind {
			list = append(list, a)
		}
	}
	return list
}

// checkAlternatives follows every alternative: it finds as many networks as it
// says, and more than the search it is offered by.
func checkAlternatives(t testing.TB, e *Engine, r *Result) {
	t.Helper()
	for _, a := range r.Alternatives {
		if a.Text == "" {
			t.Errorf("an alternative without a text: %+v", a)
		}
		if a.Kind == "contact" {
			if a.Network == nil || a.Network.Ended() || a.Query != "" {
				t.Errorf("the contact %+v is no living network", a)
			}
			continue
		}
		values, err := url.ParseQuery(a.Query)
		if err != nil {
			t.Fatal(err)
		}
		next, err := ParseRequest(values)
		if err != nil {
			t.Fatalf("%s %q: %v", a.Kind, a.Query, err)
		}
		if found := askFor(t, e, next); found.Total != a.Count || a.Count <= r.Total {
			t.Errorf("%s %q finds %d, says %d, instead of %d", a.Kind, a.Query, found.Total, a.Count, r.Total)
		}
	}
}

func regionOf(t *testing.T, e *Engine, name string) []string {
	return []string{regionID(t, e, name)}
}

func TestNothingAtAllIsSaidPlainly(t *testing.T) {
	e := realEngine(t)
	for lang, want := range map[string]string{"de": "„Xyzzyqwv“ gibt es hier nicht", "en": "“Xyzzyqwv” is not to be found here"} {
		r := askFor(t, e, Request{Query: "Xyzzyqwv", Lang: lang})
		if r.Total != 0 || !strings.HasPrefix(r.Absent, want) {
			t.Errorf("%s: %d hits, %q", lang, r.Total, r.Absent)
		}
		if !slices.Equal(r.Understood.Missing, []string{"Xyzzyqwv"}) {
			t.Errorf("missing = %q", r.Understood.Missing)
		}
		contacts := of(r, "contact")
		if len(contacts) != 1 || contacts[0].Network.Kind != "state-agency" || len(r.Alternatives) != 1 {
			t.Errorf("alternatives = %+v, want a state agency alone", r.Alternatives)
		}
	}
}

func TestAWayOutIsNoAbsence(t *testing.T) {
	e := realEngine(t)
	for _, query := range []string{"Medizintechnik", "", "Holz Allgäu"} {
		r := ask(t, e, query)
		if r.Absent != "" || len(r.Alternatives) != 0 {
			t.Errorf("%q finds %d and offers %+v, %q", query, r.Total, r.Alternatives, r.Absent)
		}
	}
}

func TestFiltersAreDroppedOneAtATime(t *testing.T) {
	e := realEngine(t)
	r := askFor(t, e, Request{Query: "Lasertechnik", Regions: regionOf(t, e, "Ostwürttemberg"), Kinds: []string{"state-agency"}, Lang: "de", Limit: 10})
	if r.Total >= fewHits {
		t.Fatalf("the search finds %d: it shows nothing", r.Total)
	}
	checkAlternatives(t, e, r)
	if list := of(r, "filter"); len(list) == 0 {
		t.Errorf("no filter is dropped: %+v", r.Alternatives)
	}
	contacts := of(r, "contact")
	if len(contacts) != 1 || contacts[0].Network.ID != "photonics-bw" {
		t.Errorf("contact = %+v, want the state's network for photonics", contacts)
	}
}

func TestAllFiltersAreDroppedWhereOneIsNotEnough(t *testing.T) {
	e := realEngine(t)
	var r *Result
	for _, kind := range []string{"state-agency", "state-network", "competence-centre", "alliance"} {
		for _, phase := range []string{"idea", "pre-seed", "seed", "growth"} {
			r = askFor(t, e, Request{Query: "Laborglas", Kinds: []string{kind}, Phases: []string{phase}, Lang: "de", Limit: 10})
			checkAlternatives(t, e, r)
			if r.Total == 0 && len(of(r, "filter")) == 0 {
				t.Errorf("%s and %s: no way out: %+v", kind, phase, r.Alternatives)
			}
		}
	}
}

func TestTheRegionsNextDoor(t *testing.T) {
	e := realEngine(t)
	r := askFor(t, e, Request{Query: "Textil", Near: "Aulendorf", RadiusKm: 10, Lang: "de", Limit: 10})
	if r.Total >= fewHits {
		t.Fatalf("the search finds %d: it shows nothing", r.Total)
	}
	checkAlternatives(t, e, r)
	regions := of(r, "region")
	if len(regions) == 0 || len(regions) > maxOfKind {
		t.Fatalf("regions = %+v", regions)
	}
	at := func(name string) int {
		info, _ := e.gazetteer.Region(name)
		for i, near := range e.gazetteer.NearestRegions(r.Understood.Place.Lat, r.Understood.Place.Lon) {
			if near.ID == info.ID {
				return i
			}
		}
		return -1
	}
	for i := 1; i < len(regions); i++ {
		if at(regions[i].Text) < at(regions[i-1].Text) {
			t.Errorf("%s stands before the nearer %s", regions[i-1].Text, regions[i].Text)
		}
	}
	if list := of(r, "anywhere"); len(list) != 1 || strings.Contains(list[0].Query, "near") {
		t.Errorf("anywhere = %+v", list)
	}
}

func TestRegionFilterIsExchanged(t *testing.T) {
	e := realEngine(t)
	own := regionOf(t, e, "Ostwürttemberg")
	r := askFor(t, e, Request{Query: "Games", Regions: own, Lang: "en", Limit: 10})
	checkAlternatives(t, e, r)
	if r.Total < fewHits && len(of(r, "region"))+len(of(r, "anywhere")) == 0 {
		t.Errorf("no region is offered: %+v", r.Alternatives)
	}
	for _, a := range of(r, "region") {
		if strings.Contains(a.Query, "region="+own[0]) {
			t.Errorf("the asker's own region is offered: %+v", a)
		}
	}
}

func TestTheBroaderConcept(t *testing.T) {
	e := realEngine(t)
	offered := 0
	for _, c := range e.vocabulary.Concepts("technologies") {
		if len(c.Broader()) == 0 {
			continue
		}
		r := askFor(t, e, Request{Technologies: []string{c.ID}, Lang: "de", Limit: 10})
		if r.Total >= fewHits {
			continue
		}
		checkAlternatives(t, e, r)
		for _, a := range of(r, "broader") {
			offered++
			if !slices.ContainsFunc(c.Broader(), func(b *vocabulary.Concept) bool { return b.Label("de") == a.Text }) {
				t.Errorf("%s is offered as broader than %s", a.Text, c.ID)
			}
		}
	}
	if offered == 0 {
		t.Error("no concept was offered a broader one: the test shows nothing")
	}
}

func TestASpellingFromTheBeginningOfAWord(t *testing.T) {
	e := realEngine(t)
	r := askFor(t, e, Request{Query: "Photnic", Lang: "de", Limit: 10})
	checkAlternatives(t, e, r)
	if r.Total == 0 && len(of(r, "spelling")) == 0 {
		t.Errorf("no spelling is offered: %+v, %q", r.Alternatives, r.Absent)
	}
}

// TestNoDeadEnd: whatever is asked with whatever filters, an empty answer names
// a way on, every way on is true, and absence is said only where no search
// leads on.
func TestNoDeadEnd(t *testing.T) {
	e := realEngine(t)
	values := map[string][]string{}
	for _, f := range askFor(t, e, Request{Lang: "de", Limit: 1}).Facets {
		for _, b := range f.Buckets {
			values[f.Name] = append(values[f.Name], b.Value)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		r := Request{Lang: rapid.SampledFrom([]string{"de", "en"}).Draw(rt, "lang"), Limit: 3}
		r.Query = rapid.SampledFrom(append(sampleQueries, "Laborglas", "Photnic", "xyzzy")).Draw(rt, "query")
		for _, name := range FilterNames {
			if rapid.IntRange(0, 3).Draw(rt, "with "+name) == 0 {
				*r.filter(name) = []string{rapid.SampledFrom(values[name]).Draw(rt, name)}
			}
		}
		if rapid.Bool().Draw(rt, "near") {
			r.Near = rapid.SampledFrom([]string{"Ulm", "78532", "Aulendorf", "Wertheim"}).Draw(rt, "place")
			r.RadiusKm = rapid.SampledFrom([]float64{0, 5, 30}).Draw(rt, "radius")
		}
		result := askFor(t, e, r)
		checkAlternatives(t, e, result)
		searches := len(result.Alternatives) - len(of(result, "contact"))
		switch {
		case result.Total == 0 && len(of(result, "contact")) != 1:
			rt.Errorf("%+v: nobody to ask", r)
		case result.Absent != "" && searches > 0:
			rt.Errorf("%+v: %q, though %d searches lead on", r, result.Absent, searches)
		case result.Total == 0 && searches == 0 && r.Query != "" && result.Absent == "":
			rt.Errorf("%+v: neither a way out nor a plain word", r)
		case result.Total >= fewHits && len(result.Alternatives) > 0:
			rt.Errorf("%+v: %d hits and yet ways out", r, result.Total)
		}
	})
}

func BenchmarkDeadEnd(b *testing.B) {
	e := realEngine(b)
	r := Request{Query: "Laborglas", Kinds: []string{"state-agency"}, Phases: []string{"idea"}, Near: "Ulm", RadiusKm: 5, Lang: "de", Limit: 10}
	for b.Loop() {
		askFor(b, e, r)
	}
}
