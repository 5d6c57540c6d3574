package search

// fieldLabels name the keys of a profile in German and English.
var fieldLabels = map[string][2]string{
	"name":            {"Name", "Name"},
	"aliases":         {"Weitere Namen", "Other names"},
	"technologies":    {"Technologien", "Technologies"},
	"applications":    {"Anwendungen", "Applications"},
	"industries":      {"Branchen", "Industries"},
	"value_chain":     {"Wertschöpfung", "Value chain"},
	"services":        {"Leistungen", "Services"},
	"founder_support": {"Für Gründer", "For founders"},
	"target_groups":   {"Zielgruppen", "Target groups"},
	"city":            {"Ort", "Town"},
	"region":          {"Region", "Region"},
	"summary_de":      {"Beschreibung", "Description (German)"},
	"summary_en":      {"Beschreibung (englisch)", "Description"},
	"activities":      {"Aktivitäten", "Activities"},
	"labels":          {"Auszeichnungen", "Labels"},
	"alliances":       {"Bündnisse", "Alliances"},
	"partners":        {"Partner", "Partners"},
	"phases":          {"Gründungsphasen", "Phases"},
	"kind":            {"Art", "Kind"},
	"reach":           {"Reichweite", "Reach"},
}

// FieldLabel names a key of a profile in that language; an unknown key is
// returned as it is.
func FieldLabel(key, lang string) string {
	l, ok := fieldLabels[key]
	switch {
	case !ok:
		return key
	case lang == "en":
		return l[1]
	}
	return l[0]
}
