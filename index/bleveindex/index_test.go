package bleveindex

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/index"
)

func TestApplyRefuses(t *testing.T) {
	text := func(term string) index.Document {
		return index.Document{ID: "a", Text: map[string][]string{"body": {"x", term}}}
	}
	at := func(lat, lon float64) index.Document {
		return index.Document{ID: "a", Point: &index.Point{Lat: lat, Lon: lon}}
	}
	for name, c := range map[string]struct {
		doc  index.Document
		want error
	}{
		"no ID":             {index.Document{}, errNoID},
		"empty term":        {text(""), errTerm},
		"space in term":     {text("a b"), errTerm},
		"no-break space":    {text("a\u00a0b"), errTerm},
		"latitude":          {at(90.1, 0), errPoint},
		"longitude":         {at(0, -181), errPoint},
		"latitude unknown":  {at(math.NaN(), 0), errPoint},
		"longitude unknown": {at(0, math.NaN()), errPoint},
	} {
		t.Run(name, func(t *testing.T) {
			x, _ := OpenMemory()
			defer x.Close()
			if err := x.Apply(ctx, index.Changes{Put: []index.Document{c.doc}}); !errors.Is(err, c.want) {
				t.Errorf("Apply = %v, want %v", err, c.want)
			}
		})
	}
}

func TestUnknownOperationIsAnError(t *testing.T) {
	x, _ := OpenMemory()
	defer x.Close()
	for _, c := range []index.Clause{{Op: 99}, {Op: index.OpAny, Children: []index.Clause{{Op: -1}}}} {
		if r, err := x.Search(ctx, index.Query{Clause: &c}); err == nil {
			t.Errorf("Search = %v, want an error", r)
		}
	}
}

func TestNearWithoutScale(t *testing.T) {
	x, _ := OpenMemory()
	defer x.Close()
	here, there := index.Point{Lat: 48, Lon: 9}, index.Point{Lat: 49, Lon: 9}
	err := x.Apply(ctx, index.Changes{Put: []index.Document{{ID: "here", Point: &here}, {ID: "there", Point: &there}}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Search(ctx, index.Query{Near: &index.Near{Center: here, Floor: 0.25}, Limit: 2})
	if err != nil || len(r.Hits) != 2 || r.Hits[0].Score != 1 || r.Hits[1].Score != 0.25 {
		t.Errorf("hits %v, %v, want 1 here and the floor there", r.Hits, err)
	}
}

func TestCodecRoundTrip(t *testing.T) {
	fields := rapid.MapOf(rapid.String(), rapid.SliceOf(rapid.String()))
	rapid.Check(t, func(rt *rapid.T) {
		d := index.Document{ID: rapid.String().Draw(rt, "id"), Text: fields.Draw(rt, "text"), Keywords: fields.Draw(rt, "keywords")}
		if rapid.Bool().Draw(rt, "has point") {
			d.Point = &index.Point{Lat: rapid.Float64().Draw(rt, "lat"), Lon: rapid.Float64().Draw(rt, "lon")}
		}
		encoded := encode(d)
		if got, err := decode(encoded); err != nil || !reflect.DeepEqual(got, d) {
			rt.Fatalf("decode = %+v, %v, want %+v", got, err, d)
		}
		cut := rapid.IntRange(0, len(encoded)-1).Draw(rt, "cut")
		if got, err := decode(encoded[:cut]); err == nil {
			rt.Fatalf("decode of %d of %d bytes = %+v, want an error", cut, len(encoded), got)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(index.Document{ID: "a", Text: map[string][]string{"t": {"x"}}, Point: &index.Point{Lat: 1}}))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = decode(data) // must neither panic nor take memory without measure
	})
}
