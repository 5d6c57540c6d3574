package widget_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
)

// acceptance are the behaviours of ACCEPTANCE.md, in its order.
var acceptance = []struct {
	name  string
	check func(r *rig)
}{
	{"01_focusable_with_a_keyboard", focusable},
	{"02_shows_keyboard_focus", showsFocus},
	{"03_says_it_is_editable", saysEditable},
	{"04_says_a_prefilled_value", saysPrefilled},
	{"05_says_suggestions_are_available", saysAvailable},
	{"06_explains_how_to_use_it", explainsUse},
	{"07_says_it_has_expanded", saysExpanded},
	{"08_says_matches_or_none", saysMatchesOrNone},
	{"09_says_how_many", saysHowMany},
	{"10_says_when_the_number_changes", saysChange},
	{"11_one_input_method_is_enough", oneInputMethod},
	{"12_single_actions_are_enough", singleActions},
	{"13_says_what_is_selected", saysSelected},
	{"14_says_its_number", saysNumber},
	{"15_nothing_is_preselected", nothingPreselected},
	{"16_lets_confirm", letsConfirm},
	{"17_says_what_was_confirmed", saysConfirmed},
	{"18_returns_focus", returnsFocus},
}

func TestAcceptance(t *testing.T) {
	browser := browsertest.Start(t)
	for _, c := range acceptance {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, browser)
			r.open(`<cluster-search></cluster-search>`)
			c.check(r)
		})
	}
}

func focusable(r *rig) {
	r.keys(kb.Tab)
	r.want(`document.activeElement.localName === "cluster-search" && box.activeElement === q`)
}

func showsFocus(r *rig) {
	r.keys(kb.Tab)
	r.want(`getComputedStyle(q).outlineStyle === "solid" && parseFloat(getComputedStyle(q).outlineWidth) >= 2`)
}

func saysEditable(r *rig) {
	r.want(`q.localName === "input" && q.type === "text" && q.role === "combobox" && !q.readOnly && !q.disabled`)
	r.want(`q.labels[0].textContent.trim().length > 5`)
}

func saysPrefilled(r *rig) {
	r.open(`<cluster-search value="Laser"></cluster-search>`)
	r.want(`q.value === "Laser"`)
}

func saysAvailable(r *rig) {
	r.want(`q.getAttribute("aria-autocomplete") === "list" && q.getAttribute("aria-haspopup") === "listbox"`)
	r.want(`box.getElementById(q.getAttribute("aria-controls")).role === "listbox"`)
}

func explainsUse(r *rig) {
	r.want(`/Vorschläge.*Pfeiltasten.*Eingabetaste.*Escape.*tippen/.test(box.getElementById(q.getAttribute("aria-describedby")).textContent)`)
}

func saysExpanded(r *rig) {
	r.want(`q.getAttribute("aria-expanded") === "false" && $("#list").hidden`)
	r.suggestions("me")
	r.want(`q.getAttribute("aria-expanded") === "true" && !$("#list").hidden`)
	r.keys(kb.Escape)
	r.want(`q.getAttribute("aria-expanded") === "false" && $("#list").hidden && q.value === "me"`)
}

func saysMatchesOrNone(r *rig) {
	r.suggestions("me")
	if s := r.spoken(); !strings.Contains(s, "Vorschläge") {
		r.t.Errorf("with matches it says %q", s)
	}
	r.keys("x", "x")
	r.wait(`!$("p.pop").hidden`)
	r.want(`$("p.pop").textContent.startsWith("Keine Treffer") && q.getAttribute("aria-expanded") === "false"`)
	if s := r.spoken(); !strings.HasPrefix(s, "Keine Treffer") {
		r.t.Errorf("without matches it says %q", s)
	}
}

func saysHowMany(r *rig) {
	r.suggestions("me")
	r.want(`$("[role=status]").getAttribute("aria-live") === "polite"`)
	if s := r.spoken(); !strings.HasPrefix(s, "4 Vorschläge") {
		r.t.Errorf("four suggestions are spoken as %q", s)
	}
}

func saysChange(r *rig) {
	r.suggestions("me")
	r.spoken()
	r.keys("d")
	r.want(`$("[role=status]").textContent === ""`)
	if s := r.spoken(); !strings.HasPrefix(s, "2 Vorschläge") {
		r.t.Errorf("after the change it says %q", s)
	}
	r.keys("i")
	if r.wait(`$$("[role=option]").length === 1`); !strings.HasPrefix(r.spoken(), "1 Vorschlag.") {
		r.t.Error("one suggestion is not spoken in the singular")
	}
}

// oneInputMethod goes the whole way by keys alone, then by the pointer alone.
func oneInputMethod(r *rig) {
	r.suggestions("me")
	r.keys(kb.ArrowDown, kb.Enter)
	r.want(`q.value === "Medizintechnik"`)
	r.open(`<cluster-search></cluster-search>`)
	r.suggestions("me")
	r.tap(`$$("[role=option]")[1]`)
	r.want(`q.value === "Medical Mountains"`)
}

// singleActions shows that each key and each tap does something by itself.
func singleActions(r *rig) {
	r.suggestions("me")
	for i := range canned["me"] {
		r.keys(kb.ArrowDown)
		r.want(`$$("[role=option]").findIndex(o => o.getAttribute("aria-selected") === "true") === ` + string(rune('0'+i)))
	}
	r.want(`$$("[role=option]").every(o => o.getBoundingClientRect().height >= 44)`)
}

func saysSelected(r *rig) {
	r.suggestions("me")
	r.keys(kb.ArrowDown)
	r.want(`box.getElementById(q.getAttribute("aria-activedescendant")) === $("[aria-selected=true]")`)
	r.want(`$("[aria-selected=true]").textContent.includes("Medizintechnik")`)
	r.want(`box.activeElement === q`)
}

func saysNumber(r *rig) {
	r.suggestions("me")
	r.want(`$$("[role=option]").every((o, i) => o.ariaPosInSet === String(i + 1) && o.ariaSetSize === "4")`)
}

func nothingPreselected(r *rig) {
	r.suggestions("me")
	r.want(`!q.hasAttribute("aria-activedescendant") && !$("[aria-selected=true]")`)
}

func letsConfirm(r *rig) {
	r.suggestions("me")
	r.keys(kb.ArrowDown, kb.ArrowDown, kb.Enter)
	r.want(`q.value === "Medical Mountains" && $("#list").hidden && document.title === "Stadt"`)
	r.keys(kb.Enter)
	r.wait(`document.title === "results"`)
	if got := r.text(`document.getElementById("form").textContent`); got != "GET /search?lang=de&q=Medical+Mountains" {
		r.t.Errorf("the form sent %s", got)
	}
}

func saysConfirmed(r *rig) {
	r.suggestions("me")
	r.keys(kb.ArrowDown, kb.Enter)
	if s := r.spoken(); !strings.HasPrefix(s, "Medizintechnik übernommen") {
		r.t.Errorf("after the choice it says %q", s)
	}
}

func returnsFocus(r *rig) {
	r.suggestions("me")
	r.tap(`$$("[role=option]")[0]`)
	r.want(`document.activeElement.localName === "cluster-search" && box.activeElement === q`)
	r.want(`q.selectionStart === q.value.length`)
}

// tap presses with the pointer in the middle of an element.
func (r *rig) tap(element string) {
	r.t.Helper()
	at := r.middle(element)
	r.run(chromedp.MouseClickXY(at[0], at[1]))
}
