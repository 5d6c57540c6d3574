package widget_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"

	"clusterlotse/internal/browsertest"
)

// ownForm is a form of the website with a field that the box takes over.
const ownForm = `<form action="/" method="get"><label for="topic">Thema</label>
<cluster-search field><input id="topic" name="topic" value="Laser" maxlength="40" placeholder="z. B. Holz" aria-invalid="true"></cluster-search>
<input type="hidden" name="near" value="Ulm"><button style="min-height:44px">Los</button></form>`

// TestField: with the attribute field the box is a field of the form around it.
// It takes the place of the plain one, with its name, label and settings.
func TestField(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(ownForm)
	const form = `document.forms[0]`
	r.want(`!$("form, button, label") && ` + form + `.querySelectorAll("[name=topic]").length === 1 && !document.querySelector("input#topic")`)
	r.want(`q.getAttribute("aria-label") === "Thema" && q.maxLength === 40 && q.placeholder === "z. B. Holz" && q.getAttribute("aria-invalid") === "true"`)
	r.want(`new URLSearchParams(new FormData(` + form + `)).toString() === "topic=Laser&near=Ulm"`)
	r.want(form + `.elements.topic.value === "Laser"`)
	r.eval(`(` + form + `.elements.topic.value = "", null)`)
	r.tap(`document.querySelector("label")`)
	r.want(`document.activeElement.id === "topic" && box.activeElement === q`)
	r.typed("me")
	r.keys(kb.ArrowDown, kb.Enter)
	r.want(`new FormData(` + form + `).get("topic") === "Medizintechnik" && document.title === "Stadt"`)
	r.axe()
	r.keys(kb.Enter)
	r.wait(`location.search === "?topic=Medizintechnik&near=Ulm"`)
}

// TestFieldSubmitsOnce: Enter is a submission like any other, which a script of
// the page may take over, and puts the list away.
func TestFieldSubmitsOnce(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.open(ownForm)
	r.eval(`(window.sent = 0, document.forms[0].addEventListener("submit", e => { e.preventDefault(); sent++ }), null)`)
	r.eval(`(document.forms[0].elements.topic.value = "", null)`)
	r.suggestions("me")
	r.keys(kb.Enter)
	r.want(`sent === 1 && $("#list").hidden && q.value === "me"`)
	r.eval(`(document.forms[0].reset(), null)`)
	r.want(`q.value === "Laser" && new FormData(document.forms[0]).get("topic") === "Laser"`)
}

// TestFieldBeforeThePageIsRead: the script may come before the field inside.
func TestFieldBeforeThePageIsRead(t *testing.T) {
	r := newRig(t, browsertest.Start(t))
	r.show(`<!doctype html><html lang="en"><title>Stadt</title><script src="` + r.server.URL + `/embed/v1/cluster-search.js"></script>` + ownForm)
	r.wait(`q?.value === "Laser" && new FormData(document.forms[0]).get("topic") === "Laser"`)
}
