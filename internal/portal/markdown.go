package portal

import (
	"bytes"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads CommonMark without HTML: what looks like HTML is text.
var markdown = goldmark.New(goldmark.WithParser(parser.NewParser(
	parser.WithBlockParsers(without(parser.DefaultBlockParsers(), parser.NewHTMLBlockParser())...),
	parser.WithInlineParsers(without(parser.DefaultInlineParsers(), parser.NewRawHTMLParser())...),
	parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	parser.WithASTTransformers(util.Prioritized(tame{}, 100)),
)))

// without drops the parser of the same type as left.
func without(all []util.PrioritizedValue, left any) []util.PrioritizedValue {
	var kept []util.PrioritizedValue
	for _, v := range all {
		if fmt.Sprintf("%T", v.Value) != fmt.Sprintf("%T", left) {
			kept = append(kept, v)
		}
	}
	return kept
}

// renderMarkdown turns Markdown into HTML. The first heading of level 1 is the
// title and not part of the body; other headings of that level become level 2.
// Images, and links that lead neither to the web nor within the portal, leave
// their text only.
func renderMarkdown(raw []byte) (title string, body template.HTML, err error) {
	doc := markdown.Parser().Parse(mdtext.NewReader(raw))
	if h := firstTitle(doc); h != nil {
		title = plain(h, raw)
		doc.RemoveChild(doc, h)
	}
	var b bytes.Buffer
	if err := markdown.Renderer().Render(&b, raw, doc); err != nil {
		return "", "", err
	}
	return title, template.HTML(b.String()), nil // HTML of the source was read as text
}

func firstTitle(doc ast.Node) *ast.Heading {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			return h
		}
	}
	return nil
}

// plain is the text of a node without its marks.
func plain(n ast.Node, raw []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Value(raw))
			continue
		}
		b.WriteString(plain(c, raw))
	}
	return b.String()
}

// tame takes from a document what a page must not have.
type tame struct{}

// Transform implements goldmark's parser.ASTTransformer.
func (tame) Transform(doc *ast.Document, _ mdtext.Reader, _ parser.Context) {
	var unwanted []ast.Node
	titles := 0
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level == 1 {
				titles++
			}
			if n.Level == 1 && (titles > 1 || n.Parent() != doc) {
				n.Level = 2
			}
		case *ast.Image:
			unwanted = append(unwanted, n)
		case *ast.Link:
			if !safeTarget(string(n.Destination)) {
				unwanted = append(unwanted, n)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, n := range unwanted {
		unwrap(n)
	}
}

// unwrap puts the children of a node in its place.
func unwrap(n ast.Node) {
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
}

// safeTarget allows web and mail addresses and places within the portal.
func safeTarget(target string) bool {
	u, err := url.Parse(target)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto":
		return true
	case "":
		return u.Host == "" && !strings.HasPrefix(target, "//") && !strings.HasPrefix(target, `/\`)
	}
	return false
}
