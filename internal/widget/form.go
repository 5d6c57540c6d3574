package widget

import "strings"

// plainForm is the form inside the element, for where the script does not run.
// Its fields are those of the portal's search and match pages.
type plainForm struct {
	Action, Method string
	Target         string
	Lang           string
	Hidden         []attribute
	Label, Button  string
	Sentence       bool
}

// plainTexts are the texts of the form by language; the script has the same.
var plainTexts = map[string]map[string]string{
	"de": {
		"search": "Netzwerke in Baden-Württemberg finden", "match": "Was macht Ihr Unternehmen, und was suchen Sie?",
		"founders": "Hilfe beim Gründen finden", "go": "Suchen", "goMatch": "Passende Netzwerke zeigen",
	},
	"en": {
		"search": "Find networks in Baden-Württemberg", "match": "What does your company do, and what are you looking for?",
		"founders": "Find help to start a company", "go": "Search", "goMatch": "Show fitting networks",
	},
}

// matchFields is what the match form calls the filters; it has none for kind.
var matchFields = map[string]string{"region": "place", "industry": "industries", "technology": "technologies", "need": "needs", "phase": "phase"}

func (o Options) form(base string) plainForm {
	mode, lang := oneOf(o.Mode, "search", "match", "founders"), oneOf(o.Lang, "de", "en")
	if mode == "founders" && o.Kind == "" {
		o.Kind = "startup-contact"
	}
	texts := plainTexts[lang]
	f := plainForm{Action: base + "/search", Method: "get", Lang: lang, Label: o.Label, Button: texts["go"], Hidden: []attribute{{"lang", lang}}}
	if f.Label == "" {
		f.Label = texts[mode]
	}
	if f.Target = oneOf(o.Target, "_self", "_blank", "_top", "_parent"); f.Target == "_self" {
		f.Target = ""
	}
	if f.Sentence = mode == "match"; f.Sentence {
		f.Action, f.Method, f.Button = base+"/match", "post", texts["goMatch"]
	}
	for _, preset := range o.filters() {
		name := preset.name
		if f.Sentence {
			name = matchFields[name]
		}
		for id := range strings.SplitSeq(*preset.value, ",") {
			if id = strings.TrimSpace(id); id != "" && name != "" {
				f.Hidden = append(f.Hidden, attribute{name, id})
			}
		}
	}
	return f
}
