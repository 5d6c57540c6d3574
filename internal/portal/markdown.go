package portal

import (
	"html/template"
	"net/url"
	"regexp"
	"strings"
)

// renderMarkdown turns the part of Markdown that such pages need into HTML:
// headings, paragraphs, lists with "-" or "1.", **strong** and [links](url).
// Everything else, HTML included, appears as text. The first heading of level 1
// is the title and not part of the body.
func renderMarkdown(raw []byte) (title string, body template.HTML) {
	var b strings.Builder
	for _, block := range blocks(string(raw)) {
		level, heading := headingOf(block[0])
		switch {
		case level == 1 && title == "":
			title = heading
		case level > 0:
			tag := "h" + string('0'+rune(max(level, 2)))
			b.WriteString("<" + tag + ">" + inline(heading) + "</" + tag + ">\n")
		case listItem.MatchString(block[0]):
			writeList(&b, block)
		default:
			b.WriteString("<p>" + inline(strings.Join(block, "\n")) + "</p>\n")
		}
	}
	return title, template.HTML(b.String()) // built from escaped text only
}

// blocks are the lines between blank lines; a heading is a block of its own,
// and so is a list.
func blocks(text string) [][]string {
	var out [][]string
	var block []string
	end := func() {
		if len(block) > 0 {
			out, block = append(out, block), nil
		}
	}
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		line = strings.TrimRight(line, " \t\n")
		level, _ := headingOf(line)
		isItem := listItem.MatchString(line)
		switch {
		case line == "":
			end()
			continue
		case level > 0:
			end()
		case isItem && len(block) > 0 && !listItem.MatchString(block[0]):
			end()
		}
		block = append(block, line)
		if level > 0 {
			end()
		}
	}
	end()
	return out
}

var (
	headingLine = regexp.MustCompile(`^(#{1,4}) +(.+?)( +#+)?$`)
	listItem    = regexp.MustCompile(`^\s{0,3}(?:[-*]|(\d{1,3})\.) +`)
	inlineMark  = regexp.MustCompile(`\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)`)
)

func headingOf(line string) (level int, text string) {
	if m := headingLine.FindStringSubmatch(line); m != nil {
		return len(m[1]), m[2]
	}
	return 0, ""
}

// writeList writes a list; a line that begins no item goes on with the one
// before.
func writeList(b *strings.Builder, lines []string) {
	tag := "ul"
	if listItem.FindStringSubmatch(lines[0])[1] != "" {
		tag = "ol"
	}
	var items []string
	for _, line := range lines {
		if mark := listItem.FindString(line); mark != "" {
			items = append(items, line[len(mark):])
			continue
		}
		items[len(items)-1] += "\n" + strings.TrimSpace(line)
	}
	b.WriteString("<" + tag + ">\n")
	for _, item := range items {
		b.WriteString("<li>" + inline(item) + "</li>\n")
	}
	b.WriteString("</" + tag + ">\n")
}

// inline escapes a text and sets links and strong words in it.
func inline(text string) string {
	var b strings.Builder
	done := 0
	for _, m := range inlineMark.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(template.HTMLEscapeString(text[done:m[0]]))
		done = m[1]
		if m[2] >= 0 {
			b.WriteString("<strong>" + template.HTMLEscapeString(text[m[2]:m[3]]) + "</strong>")
			continue
		}
		label, target := template.HTMLEscapeString(text[m[4]:m[5]]), text[m[6]:m[7]]
		if !safeTarget(target) {
			b.WriteString(template.HTMLEscapeString(text[m[0]:m[1]]))
			continue
		}
		b.WriteString(`<a href="` + template.HTMLEscapeString(target) + `">` + label + "</a>")
	}
	b.WriteString(template.HTMLEscapeString(text[done:]))
	return b.String()
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
		return u.Host == "" && !strings.HasPrefix(target, "//")
	}
	return false
}
