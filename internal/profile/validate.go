package profile

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Validate returns all faults of one record by the rules of [Read], with line
// 0, or nil when there is none. It cannot know whether successor and part_of
// name a record; [ValidateSet] does.
func Validate(n *Network) Faults {
	c := checker{}
	c.walk(reflect.ValueOf(n), "")
	c.required(n)
	c.enums(n)
	c.addresses(n)
	c.years(n)
	c.status(n)
	return c.faults
}

// ValidateSet returns all faults of the networks and of the links between
// them, with line 0 and the id of the record as File, or nil. successor and
// part_of must each be the id of another network of the set and must not lead
// back to where they began.
func ValidateSet(networks []*Network) Faults {
	records := make([]*record, len(networks))
	for i, n := range networks {
		records[i] = &record{file: n.ID, network: n}
	}
	return checkAll(records)
}

// checker gathers the faults of one record.
type checker struct{ faults Faults }

func (c *checker) add(field, problem, fix string) {
	if problem != "" {
		c.faults = append(c.faults, Fault{Field: field, Problem: problem, Fix: fix})
	}
}

// walk holds every text of the record to the rules for all texts, and every
// list to holding a value once.
func (c *checker) walk(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			c.walk(v.Elem(), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Field(i); !field.IsZero() {
				c.walk(field, join(path, keyOf(v.Type().Field(i))))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			item := fmt.Sprintf("%s[%d]", path, i)
			if first := indexOf(v, i); first < i {
				c.add(item, fmt.Sprintf("is the same as %s[%d]", path, first), "keep one of them")
			}
			c.walk(v.Index(i), item)
		}
	case reflect.String:
		c.text(v.String(), path)
	}
}

func (c *checker) text(s, path string) {
	problem, fix := checkText(s)
	c.add(path, problem, fix)
	switch {
	case path == "email":
	case path == "website" || strings.HasSuffix(path, ".url"):
		// The number of an article reads like that of a telephone.
		problem, fix = checkNoMailbox(s)
		c.add(path, problem, fix)
	default:
		problem, fix = checkImpersonal(s)
		c.add(path, problem, fix)
	}
}

func (c *checker) required(n *Network) {
	need := func(field string, missing bool) {
		if missing {
			c.add(field, "is missing", "add it")
		}
	}
	need("id", n.ID == "")
	need("name", n.Name == "")
	need("kind", n.Kind == "")
	need("summary_de", n.SummaryDE == "")
	need("summary_en", n.SummaryEN == "")
	need("sources", len(n.Sources) == 0)
	for i, l := range n.Labels {
		need(fmt.Sprintf("labels[%d].label", i), l.Label == "")
	}
	for i, a := range n.Activities {
		need(fmt.Sprintf("activities[%d].what", i), a.What == "")
	}
	for i, s := range n.Sources {
		need(fmt.Sprintf("sources[%d].url", i), s.URL == "")
	}
	if n.Members != nil && n.Members.Count < 1 {
		c.add("members.count", "is missing or below 1", "write the number of members, or leave members out")
	}
}

func (c *checker) enums(n *Network) {
	if n.Kind != "" {
		c.check("kind")(oneOf(n.Kind, kinds))
	}
	if n.Status != "" {
		c.check("status")(oneOf(n.Status, statuses))
	}
	if n.Region != "" {
		c.check("region")(oneOf(n.Region, regions))
	}
	if n.Reach != "" {
		c.check("reach")(oneOf(n.Reach, reaches))
	}
	if n.Confidence != "" {
		c.check("confidence")(oneOf(n.Confidence, confidences))
	}
	for i, p := range n.Phases {
		c.check(fmt.Sprintf("phases[%d]", i))(oneOf(p, phases))
	}
}

// check returns a function that takes a rule's answer, so that the two read as
// one line.
func (c *checker) check(field string) func(problem, fix string) {
	return func(problem, fix string) { c.add(field, problem, fix) }
}

func (c *checker) addresses(n *Network) {
	if n.ID != "" && !slug.MatchString(n.ID) {
		c.add("id", "has other signs than a-z, 0-9 and single hyphens", "write it like photonics-bw")
	}
	if n.Postcode != "" && !postcode.MatchString(n.Postcode) {
		c.add("postcode", "is not five digits", `write it in quotes, like "70173"`)
	}
	if n.Website != "" {
		c.check("website")(checkAddress(n.Website))
	}
	if n.Email != "" {
		c.check("email")(checkEmail(n.Email))
	}
	for i, s := range n.Sources {
		if s.URL != "" {
			c.check(fmt.Sprintf("sources[%d].url", i))(checkAddress(s.URL))
		}
	}
}

func (c *checker) years(n *Network) {
	year := func(field string, year int) {
		if year != 0 {
			c.check(field)(checkYear(year))
		}
	}
	year("founded", n.Founded)
	if n.Members != nil {
		year("members.as_of", n.Members.AsOf)
	}
	for i, l := range n.Labels {
		year("labels["+strconv.Itoa(i)+"].year", l.Year)
	}
	for i, a := range n.Activities {
		year("activities["+strconv.Itoa(i)+"].year", a.Year)
	}
}

// status: who follows a link to a network that went into another must be led
// on, and nobody may be led away from one that lives.
func (c *checker) status(n *Network) {
	if n.Successor != "" && !n.Ended() {
		c.add("successor", "belongs to a network that has ended", "set status to merged, renamed or dissolved, or leave successor out")
	}
	if n.Successor == "" && (n.Status == Merged || n.Status == Renamed) {
		c.add("successor", "is missing for status "+string(n.Status), "add the id of the network it became, or set status to dissolved")
	}
}
