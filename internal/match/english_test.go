package match

import (
	"slices"
	"strings"
	"testing"
)

// TestEnglishText is read by English words, whatever the language of the answer.
func TestEnglishText(t *testing.T) {
	m := realMatcher(t)
	for _, tt := range []struct {
		text    string
		want    []string // scheme:id
		without []string
	}{
		{"We run bakeries and look for apprentices", []string{"industries:food"}, nil},
		{"Most of our machines are sold abroad", nil, []string{"technologies:food-technology"}},
		{"We have a lot of experience with lasers", []string{"technologies:laser-technology"}, []string{"technologies:joining-technology"}},
		{"not software but steel", []string{"technologies:metals"}, []string{"industries:information-technology"}},
		{"We want an EXI-Gründungsgutschein", []string{"needs:start-up-vouchers"}, nil},
	} {
		for _, lang := range []string{"de", "en"} {
			r := saying(tt.text)
			r.Lang = lang
			understood := answer(t, m, r).Understood
			var refs []string
			for _, u := range understood.Concepts {
				refs = append(refs, u.Scheme+":"+u.ID)
			}
			for _, ref := range tt.want {
				if !slices.Contains(refs, ref) {
					t.Errorf("%q: no %s in %q", tt.text, ref, refs)
				}
			}
			for _, ref := range tt.without {
				if slices.Contains(refs, ref) {
					t.Errorf("%q: %s", tt.text, ref)
				}
			}
			if slices.Contains(understood.Unknown, strings.Fields(tt.text)[0]) {
				t.Errorf("%q: not understood: %q", tt.text, understood.Unknown)
			}
		}
	}
}

// TestEnglishWordsOfProfiles: an English asker finds the words of English summaries
// in the plural too, and the English words of German facts.
func TestEnglishWordsOfProfiles(t *testing.T) {
	m := realMatcher(t)
	read := m.read("We want technologies from universities, and additive manufacturing", "en")
	for i, tok := range read.tokens {
		if m.isUnknown(read, i) {
			t.Errorf("no profile holds %q", tok.Text)
		}
	}
}
