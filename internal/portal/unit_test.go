package portal

import (
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"clusterlotse/internal/search"
)

var (
	textCall   = regexp.MustCompile(`(?:\bt|\.text|locale\.text|has)[ (]\(?"([a-z][a-z0-9_.+-]*)"`)
	prefixCall = regexp.MustCompile(`(?:\bt \(print |\bt\(|text\()"([a-z_.]+\.)"`)
	countCall  = regexp.MustCompile(`\btn "([a-z_.]+)"`)
	verb       = regexp.MustCompile(`%[a-z]`)
)

// TestLocales: the same keys in both languages, none missing, none unused, the
// same arguments.
func TestLocales(t *testing.T) {
	locales, err := loadLocales()
	if err != nil {
		t.Fatal(err)
	}
	de, en := locales["de"].texts, locales["en"].texts
	used, prefixes := usedKeys(t)
	for _, key := range slices.Sorted(maps.Keys(de)) {
		if _, ok := en[key]; !ok {
			t.Errorf("%s is not in en.yaml", key)
		}
		if !slices.Equal(verb.FindAllString(de[key], -1), verb.FindAllString(en[key], -1)) {
			t.Errorf("%s takes other arguments in English", key)
		}
		if !used[key] && !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("%s is used nowhere", key)
		}
	}
	for key := range en {
		if _, ok := de[key]; !ok {
			t.Errorf("%s is not in de.yaml", key)
		}
	}
	for key := range used {
		if _, ok := de[key]; !ok {
			t.Errorf("%s is missing", key)
		}
	}
}

// usedKeys are the keys that templates and code name, and the beginnings of
// those they put together.
func usedKeys(t *testing.T) (used map[string]bool, prefixes []string) {
	t.Helper()
	used = map[string]bool{"home.example.1": true, "home.example.2": true, "home.example.3": true}
	for _, name := range textNames {
		used["nav."+name] = true
	}
	prefixes = []string{"error."}
	read := func(name string, raw []byte) {
		for _, m := range textCall.FindAllStringSubmatch(string(raw), -1) {
			if !strings.HasSuffix(m[1], ".") {
				used[m[1]] = true
			}
		}
		for _, m := range prefixCall.FindAllStringSubmatch(string(raw), -1) {
			prefixes = append(prefixes, m[1])
		}
		for _, m := range countCall.FindAllStringSubmatch(string(raw), -1) {
			used[m[1]+".one"], used[m[1]+".other"] = true, true
		}
	}
	for _, fsys := range []fs.FS{templateFS, os.DirFS(".")} {
		err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			source := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".html")
			if err != nil || !source {
				return err
			}
			raw, err := fs.ReadFile(fsys, path)
			read(path, raw)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return used, prefixes
}

// TestSchemeKeys: what the neighbours may name has a text.
func TestSchemeKeys(t *testing.T) {
	locales, err := loadLocales()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range search.FilterNames {
		if !locales["de"].has("facet." + name) {
			t.Errorf("no text for the facet %s", name)
		}
	}
	for _, scheme := range []string{"technologies", "industries", "needs", "phases", "target_groups", "kinds"} {
		if !locales["de"].has("scheme." + scheme) {
			t.Errorf("no text for the scheme %s", scheme)
		}
	}
	for _, size := range sizes {
		if !locales["de"].has("match.size." + size) {
			t.Errorf("no text for the size %s", size)
		}
	}
}

// TestShare: the points of the reasons sum to the points of the match, and none
// is off by a point or more.
func TestShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOfN(rapid.Float64Range(0, 0.1), 1, 10).Draw(t, "scores")
		sum := 0.0
		for _, s := range scores {
			sum += s
		}
		total, got := int(sum*100+0.5), 0
		for i, p := range share(scores, total) {
			got += p
			if d := float64(p) - scores[i]*100; d <= -1 || d > 1 {
				t.Fatalf("%d points for %f", p, scores[i])
			}
		}
		if got != total {
			t.Fatalf("points sum to %d, want %d", got, total)
		}
	})
}

// TestPieces: whatever the marks, the pieces join to the text.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		f := search.Fragment{Text: text}
		for range rapid.IntRange(0, 4).Draw(t, "marks") {
			f.Marks = append(f.Marks, search.Mark{
				Start: rapid.IntRange(-2, len(text)+2).Draw(t, "start"), End: rapid.IntRange(-2, len(text)+2).Draw(t, "end"),
			})
		}
		joined := ""
		for _, p := range pieces(f) {
			joined += p.Text
		}
		if joined != text {
			t.Fatalf("%q became %q", text, joined)
		}
	})
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ in, title, body string }{
		{"# T\n\nA & b\nc", "T", "<p>A &amp; b\nc</p>\n"},
		{"## H\ntext", "", "<h2>H</h2>\n<p>text</p>\n"},
		{"# T\n# U", "T", "<h2>U</h2>\n"},
		{"Intro:\n- a\n- b\n  more\n\nend", "", "<p>Intro:</p>\n<ul>\n<li>a</li>\n<li>b\nmore</li>\n</ul>\n<p>end</p>\n"},
		{"1. a\n2. b", "", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"},
		{"**x** [l](/p?a=1&b=2)", "", `<p><strong>x</strong> <a href="/p?a=1&amp;b=2">l</a></p>` + "\n"},
		{"[l](//host/x) [m](data:text/html,x) ![i](https://host/x)", "", "<p>l m i</p>\n"},
		{"<div onclick=x>\n\n<i>y</i>", "", "<p>&lt;div onclick=x&gt;</p>\n<p>&lt;i&gt;y&lt;/i&gt;</p>\n"},
		{"<b>x</b>\r\n", "", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"},
		{"", "", ""},
	} {
		title, body, err := renderMarkdown([]byte(c.in))
		if err != nil || title != c.title || string(body) != c.body {
			t.Errorf("%q: title %q, body %q", c.in, title, body)
		}
	}
}

func TestPager(t *testing.T) {
	pg := &page{}
	for _, c := range []struct {
		offset, total int
		want          string
	}{
		{0, 0, ""}, {0, 10, ""}, {0, 11, "[1] 2"}, {10, 11, "1 [2]"},
		{50, 274, "1 … 5 [6] 7 … 28"}, {270, 274, "1 … 27 [28]"},
	} {
		var labels []string
		for _, n := range newPager(pg, &search.Request{Limit: 10, Offset: c.offset}, c.total).Numbers {
			label := n.Label
			if n.Current {
				label = "[" + label + "]"
			}
			labels = append(labels, label)
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("offset %d of %d: %s, want %s", c.offset, c.total, got, c.want)
		}
	}
}
