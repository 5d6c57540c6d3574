package widget

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Options are the choices that a box is set up with. The zero value is a German
// search box over everything.
type Options struct {
	// Lang is "de" or "en"; anything else is "de".
	Lang string
	// Mode is "search", "match" (one sentence about the company) or "founders".
	Mode string
	// Kind, Region, Industry, Technology, Need and Phase preset the filters of
	// the same names: ids, several separated by commas.
	Kind, Region, Industry, Technology, Need, Phase string
	// Limit is how many suggestions are shown, 1 to 20; 0 leaves it to the box.
	Limit int
	// Target is the window for the results: "_blank", "_top" or "_parent"; else
	// the same window.
	Target string
	// Label and Placeholder replace the box's own texts where not empty.
	Label, Placeholder string
	// Theme is "light" or "dark"; anything else follows the visitor's setting.
	Theme string
	// Instant makes choosing a suggestion start the search.
	Instant bool
	// Accent and Background are colours as #rgb or #rrggbb; others are left out.
	Accent, Background string
}

const maxText = 200

var (
	hexColour = regexp.MustCompile(`^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)
	idList    = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N} ,._/-]*$`)
)

// ParseOptions reads Options from URL parameters that are called like the
// attributes of the element. What is not allowed counts as not given, so that no
// address makes a broken box.
func ParseOptions(v url.Values) Options {
	limit, _ := strconv.Atoi(v.Get("limit"))
	o := Options{
		Lang: oneOf(v.Get("lang"), "de", "en"), Mode: oneOf(v.Get("mode"), "search", "match", "founders"),
		Target: oneOf(v.Get("target"), "_self", "_blank", "_top", "_parent"), Theme: oneOf(v.Get("theme"), "", "light", "dark"),
		Label: shorten(v.Get("label")), Placeholder: shorten(v.Get("placeholder")),
		Accent: matching(hexColour, v.Get("accent")), Background: matching(hexColour, v.Get("background")),
		Instant: v.Has("instant") && v.Get("instant") != "0",
	}
	if limit >= 1 && limit <= 20 {
		o.Limit = limit
	}
	for _, f := range o.filters() {
		*f.value = matching(idList, shorten(strings.Join(v[f.name], ",")))
	}
	return o
}

type filter struct {
	name  string
	value *string
}

func (o *Options) filters() []filter {
	return []filter{{"kind", &o.Kind}, {"region", &o.Region}, {"industry", &o.Industry}, {"technology", &o.Technology}, {"need", &o.Need}, {"phase", &o.Phase}}
}

// attribute is one attribute of the element, or one hidden field.
type attribute struct{ Name, Value string }

// attributes lists what differs from the default, in a fixed order. An empty
// value is an attribute that is just there.
func (o Options) attributes() []attribute {
	var list []attribute
	add := func(name, value, byDefault string) {
		if value != "" && value != byDefault {
			list = append(list, attribute{name, value})
		}
	}
	add("lang", oneOf(o.Lang, "de", "en"), "")
	add("mode", oneOf(o.Mode, "search", "match", "founders"), "search")
	for _, f := range o.filters() {
		add(f.name, *f.value, "")
	}
	if o.Limit > 0 {
		add("limit", strconv.Itoa(o.Limit), "")
	}
	add("target", oneOf(o.Target, "_self", "_blank", "_top", "_parent"), "_self")
	add("theme", oneOf(o.Theme, "", "light", "dark"), "")
	add("label", o.Label, "")
	add("placeholder", o.Placeholder, "")
	if o.Instant {
		list = append(list, attribute{Name: "instant"})
	}
	return list
}

// style is the rule that sets the colours, or empty. Only #rgb and #rrggbb come
// through, so it is safe as CSS.
func (o Options) style() string {
	var rules string
	for _, c := range []attribute{{"accent", o.Accent}, {"background", o.Background}} {
		if hexColour.MatchString(c.Value) {
			rules += "--cluster-" + c.Name + ":" + c.Value + ";"
		}
	}
	if rules == "" {
		return ""
	}
	return "cluster-search{" + rules + "}"
}

// oneOf returns value if it is allowed, else the first allowed one.
func oneOf(value string, allowed ...string) string {
	if slices.Contains(allowed, value) {
		return value
	}
	return allowed[0]
}

func matching(pattern *regexp.Regexp, value string) string {
	if pattern.MatchString(value) {
		return value
	}
	return ""
}

func shorten(text string) string {
	if r := []rune(text); len(r) > maxText {
		return string(r[:maxText])
	}
	return text
}
