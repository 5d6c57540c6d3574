package search

// WeightText explains a number of a ranking to readers.
type WeightText struct {
	// DE and EN are its name and what it means.
	DE, EN [2]string
	// Unit is what a shown 1 stands for, 0 for 1: kilometres are shown in hundreds,
	// which sets them in proportion to the other numbers.
	Unit float64
}

// In returns the name of the number and what it means, in English for "en" and
// else in German.
func (t WeightText) In(lang string) (name, meaning string) {
	words := t.DE
	if lang == "en" {
		words = t.EN
	}
	return words[0], words[1]
}

// Shown is a value as it is shown to readers.
func (t WeightText) Shown(value float64) float64 {
	if t.Unit == 0 {
		return value
	}
	return value / t.Unit
}

// ExplainWeight explains a number of Weights by its name, false for a name that
// none has.
func ExplainWeight(name string) (WeightText, bool) {
	t, ok := weightTexts[name]
	return t, ok
}

var weightTexts = map[string]WeightText{
	"part":               {DE: [2]string{"Wortteil", "Das Wort ist Teil eines zusammengesetzten Worts im Profil, gemessen am ganzen Wort."}, EN: [2]string{"Part of a word", "The word is part of a compound in the profile, against the whole word."}},
	"all_parts":          {DE: [2]string{"Alle Wortteile", "Alle Teile eines zusammengesetzten Worts stehen im selben Feld."}, EN: [2]string{"All parts of a word", "All parts of a compound stand in the same field."}},
	"concept":            {DE: [2]string{"Begriff", "Das Profil trägt den Begriff, für den das Wort steht, auch unter anderem Namen."}, EN: [2]string{"Concept", "The profile carries the concept behind the word, under another name too."}},
	"concept_name":       {DE: [2]string{"Begriff im Namen", "Der Name des Netzwerks nennt den Begriff; Anteil von „Begriff“."}, EN: [2]string{"Concept in the name", "The network's name names the concept; share of “Concept”."}},
	"concept_text":       {DE: [2]string{"Begriff im Text", "Kurzbeschreibung oder Aktivität nennen den Begriff; Anteil von „Begriff“."}, EN: [2]string{"Concept in the text", "Summary or an activity name the concept; share of “Concept”."}},
	"broader":            {DE: [2]string{"Oberbegriff", "Das Profil trägt nur den weiteren Begriff; Anteil von „Begriff“."}, EN: [2]string{"Broader concept", "The profile carries the broader concept only; share of “Concept”."}},
	"own":                {DE: [2]string{"Begriff selbst", "Das Profil nennt genau diesen Begriff und nicht nur einen engeren."}, EN: [2]string{"The concept itself", "The profile names this very concept and not only a narrower one."}},
	"group":              {DE: [2]string{"Zielgruppe", "Der Begriff ist eine Zielgruppe; Anteil von „Begriff“."}, EN: [2]string{"Target group", "The concept is a target group; share of “Concept”."}},
	"agree":              {DE: [2]string{"Mehrere Begriffe", "Wie viel mehrere Begriffe hinter demselben Wort zusammen zählen, statt nur der beste."}, EN: [2]string{"Several concepts", "How much several concepts behind one word count together instead of the best alone."}},
	"hidden":             {DE: [2]string{"Hinweis", "Das Wort deutet nur auf den Begriff hin, etwa ein Erzeugnis auf eine Branche."}, EN: [2]string{"Hint", "The word only hints at the concept, as a product does at an industry."}},
	"label_word":         {DE: [2]string{"Einzelnes Wort", "Ein einzelnes Wort aus einer Bezeichnung von mehreren Wörtern."}, EN: [2]string{"Single word", "A single word out of a label of several words."}},
	"minor_word":         {DE: [2]string{"Nebenwort", "Ein Wort, das kein Hauptwort ist, in einer Frage mit Hauptwörtern."}, EN: [2]string{"Minor word", "A word that is no noun, in a query that has nouns."}},
	"place_word":         {DE: [2]string{"Ort im Text", "Der gesuchte Ort steht im Profil."}, EN: [2]string{"Place in the text", "The place stands in the profile."}},
	"together":           {DE: [2]string{"Zusammen", "Wie stark es mindert, wenn nur ein Teil der Suchwörter vorkommt."}, EN: [2]string{"Together", "How much it lowers the score that only some of the words occur."}},
	"near_scale_km":      {DE: [2]string{"Reichweite der Nähe", "In hundert Kilometern: die Entfernung, bei der die Nähe auf 37 % gefallen ist."}, EN: [2]string{"Scale of nearness", "In hundreds of kilometres: the distance at which nearness has fallen to 37 %."}, Unit: 100},
	"near_floor":         {DE: [2]string{"Fernes Netzwerk", "Was einem weit entfernten regionalen Netzwerk bleibt, wenn ein Ort genannt ist."}, EN: [2]string{"Far network", "What a far regional network keeps when a place is named."}},
	"statewide":          {DE: [2]string{"Landesweites Netzwerk", "Was einem landesweiten Netzwerk bleibt, wenn ein Ort genannt ist."}, EN: [2]string{"State-wide network", "What a state-wide network keeps when a place is named."}},
	"offset":             {DE: [2]string{"Umkreis des Orts", "Anteil seines Halbmessers, in dem alles gleich nah ist."}, EN: [2]string{"Extent of the place", "Share of its radius within which everything is equally near."}},
	"ended":              {DE: [2]string{"Beendetes Netzwerk", "Was einem Netzwerk bleibt, das es nicht mehr gibt: Es steht hinter allen anderen."}, EN: [2]string{"Ended network", "What a network keeps that no longer exists: it stands behind all others."}},
	"field_name":         {DE: [2]string{"Feld Name", "Ein Wort im Namen oder Zweitnamen."}, EN: [2]string{"Field name", "A word in the name or another name."}},
	"field_technologies": {DE: [2]string{"Feld Technologien", "Ein Wort in Technologien und Anwendungen."}, EN: [2]string{"Field technologies", "A word in technologies and applications."}},
	"field_industries":   {DE: [2]string{"Feld Branchen", "Ein Wort in Branchen und Wertschöpfungskette."}, EN: [2]string{"Field industries", "A word in industries and value chain."}},
	"field_services":     {DE: [2]string{"Feld Angebote", "Ein Wort in Angeboten, Gründerhilfe und Zielgruppen."}, EN: [2]string{"Field services", "A word in services, founder support and target groups."}},
	"field_place":        {DE: [2]string{"Feld Ort", "Ein Wort in Stadt und Region."}, EN: [2]string{"Field place", "A word in city and region."}},
	"field_text":         {DE: [2]string{"Feld Text", "Ein Wort in Kurzbeschreibung, Aktivitäten und Partnern."}, EN: [2]string{"Field text", "A word in summary, activities and partners."}},
	"field_text_en":      {DE: [2]string{"Feld englischer Text", "Ein Wort in der englischen Kurzbeschreibung."}, EN: [2]string{"Field English text", "A word in the English summary."}},
}
