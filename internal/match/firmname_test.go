package match

import (
	"slices"
	"testing"
)

// TestFirmNames: the name of a family is no trade, unless it is one.
func TestFirmNames(t *testing.T) {
	m := realMatcher(t)
	for _, tt := range []struct {
		text, ref string
		want      bool
	}{
		{"Die Firma Rebstock stellt Kabel her", "industries:agriculture", false},
		{"Maurer GmbH entwickelt Software in Kehl", "industries:construction", false},
		{"Maurer GmbH entwickelt Software in Kehl", "industries:information-technology", true},
		{"Bäcker & Söhne Maschinenbau Ulm", "industries:food", false},
		{"Bäcker & Söhne Maschinenbau Ulm", "industries:mechanical-engineering", true},
		{"Wir sind ein Bäcker in Ulm und suchen Lehrlinge", "industries:food", true},
		{"Unser Weingut Rebstock sucht Partner im Tourismus", "industries:agriculture", true},
		{"Bäcker & Co. Maschinenbau", "industries:food", false},
		{"Wir suchen Investoren und Partner", "needs:investors", true},
		{"Wir fertigen Titan & Co.", "technologies:metals", true},
		{"Wir sind Bäcker und Partner der Landwirte", "industries:food", true},
		{"Die Firma Maschinenbau Huber GmbH", "industries:mechanical-engineering", true},
	} {
		understood := answer(t, m, saying(tt.text)).Understood.Concepts
		got := slices.ContainsFunc(understood, func(u Understanding) bool { return u.Scheme+":"+u.ID == tt.ref })
		if got != tt.want {
			t.Errorf("%q: %s read %v, want %v", tt.text, tt.ref, got, tt.want)
		}
	}
}
