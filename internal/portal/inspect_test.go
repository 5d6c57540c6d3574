package portal_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// inspected is what a page consists of.
type inspected struct {
	lang     string
	tags     map[string]int
	controls map[string]string // fields by id that need a label
	labels   map[string]bool   // ids that a label names
	links    []string
}

func inspect(t *testing.T, doc *html.Node) inspected {
	t.Helper()
	p := inspected{tags: map[string]int{}, controls: map[string]string{}, labels: map[string]bool{}}
	ids := map[string]bool{}
	level := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Namespace == "" { // a title within a drawing is no title of the page
			p.tags[n.Data]++
		}
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("id %q stands twice", id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "html":
			p.lang = attr(n, "lang")
		case "a":
			p.links = append(p.links, attr(n, "href"))
		case "label":
			p.labels[attr(n, "for")] = true
		case "h1", "h2", "h3", "h4":
			now := int(n.Data[1] - '0')
			if now > level+1 {
				t.Errorf("%s after h%d", n.Data, level)
			}
			level = now
		case "input", "select", "textarea":
			if kind := attr(n, "type"); kind != "hidden" && kind != "checkbox" {
				p.controls[attr(n, "id")] = attr(n, "name")
			}
		}
		checkLoads(t, n)
	}
	return p
}

// checkLoads fails on whatever a browser would fetch from another host.
func checkLoads(t *testing.T, n *html.Node) {
	t.Helper()
	loads := attr(n, "src")
	if n.Data == "link" && attr(n, "rel") != "alternate" && attr(n, "rel") != "canonical" {
		loads = attr(n, "href")
	}
	if n.Data == "form" {
		loads = attr(n, "action")
	}
	if loads != "" && (!strings.HasPrefix(loads, "/") || strings.HasPrefix(loads, "//")) {
		t.Errorf("<%s> asks %q", n.Data, loads)
	}
	if n.Data == "script" && attr(n, "type") != "application/ld+json" && attr(n, "src") == "" {
		t.Error("has a script of its own")
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
