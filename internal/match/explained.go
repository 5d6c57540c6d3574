package match

import "clusterlotse/internal/search"

// ExplainWeight explains a number of Weights by its name, false for a name that
// none has.
func ExplainWeight(name string) (search.WeightText, bool) {
	t, ok := weightTexts[name]
	return t, ok
}

var weightTexts = map[string]search.WeightText{
	"technologies":       {DE: [2]string{"Technologien", "Gemeinsame Technologien."}, EN: [2]string{"Technologies", "Technologies in common."}},
	"industries":         {DE: [2]string{"Branchen", "Gemeinsame Branchen."}, EN: [2]string{"Industries", "Industries in common."}},
	"needs":              {DE: [2]string{"Bedarf", "Das Netzwerk bietet, was gesucht wird."}, EN: [2]string{"Needs", "The network offers what is looked for."}},
	"target_group":       {DE: [2]string{"Zielgruppe", "Das Netzwerk wendet sich an solche Unternehmen."}, EN: [2]string{"Target group", "The network is for such companies."}},
	"phase":              {DE: [2]string{"Gründungsphase", "Das Netzwerk begleitet diese Phase."}, EN: [2]string{"Phase", "The network serves this phase of founding."}},
	"text":               {DE: [2]string{"Gemeinsame Wörter", "Wörter, die im Text und im Profil stehen."}, EN: [2]string{"Shared words", "Words that stand in the text and in the profile."}},
	"founder":            {DE: [2]string{"Anlaufstelle", "Was eine Anlaufstelle für Gründung zählt, wenn jemand gründet, gegen das Fachliche einer guten Antwort."}, EN: [2]string{"Contact point", "What a contact point for founders counts when a founder asks, against the subject of a good answer."}},
	"floor":              {DE: [2]string{"Wenig verstanden", "Was eine Anlaufstelle zählt, so wenig auch verstanden wurde."}, EN: [2]string{"Little understood", "What a contact point counts however little was understood."}},
	"same_field":         {DE: [2]string{"Gleiches Fach", "Was eine Anlaufstelle des eigenen Fachs von ihrem Anteil behält."}, EN: [2]string{"Same field", "What a contact point of the asker's field keeps of its share."}},
	"other_audience":     {DE: [2]string{"Andere Gruppe", "Was eine Anlaufstelle behält, die für eine andere Phase oder eine nicht genannte Gruppe da ist (etwa Studierende)."}, EN: [2]string{"Other group", "What a contact point keeps that is there for another phase or a group not named (students, say)."}},
	"experience":         {DE: [2]string{"Erfahrung", "Was ein Netzwerk zählt, das in ähnlichen begutachteten Fällen passte, gegen das Fachliche einer guten Antwort."}, EN: [2]string{"Experience", "What a network counts that fitted in similar judged cases, against the subject of a good answer."}},
	"doubt":              {DE: [2]string{"Zweifel", "Was dagegen zählt, dass ein Netzwerk nur in wenigen ähnlichen Fällen benotet ist."}, EN: [2]string{"Doubt", "What counts against a network that was graded in few similar cases only."}},
	"young_odds":         {DE: [2]string{"Ungenanntes Alter", "Die Chance, dass jung ist, wer nichts dazu sagt (1: gleich wahrscheinlich)."}, EN: [2]string{"Unknown age", "The odds that somebody who does not tell is young (1: as likely as not)."}},
	"young_cue":          {DE: [2]string{"Jung", "Womit jedes Wort, das nach einem jungen Unternehmen klingt, diese Chance malnimmt."}, EN: [2]string{"Young", "By what each word that sounds like a young company multiplies these odds."}},
	"established_cue":    {DE: [2]string{"Etabliert", "Dasselbe für Wörter eines bestehenden Unternehmens."}, EN: [2]string{"Established", "The same for words of an established firm."}},
	"making_cue":         {DE: [2]string{"Herstellend", "Dasselbe für Wörter des Herstellens."}, EN: [2]string{"Making", "The same for words of making things."}},
	"idf_power":          {DE: [2]string{"Seltenheit", "Wie stark seltene Begriffe und Wörter mehr zählen (Potenz)."}, EN: [2]string{"Rarity", "How much more rare concepts and words count (power)."}},
	"word_idf_power":     {DE: [2]string{"Seltenheit, Wörter", "Wie stark seltene Wörter mehr zählen (Potenz)."}, EN: [2]string{"Rarity, words", "How much more rare words count (power)."}},
	"k1":                 {DE: [2]string{"Sättigung", "Wie schnell eine Wiederholung nichts mehr bringt (k1 von BM25)."}, EN: [2]string{"Saturation", "How fast repetition adds nothing more (k1 of BM25)."}},
	"broader":            {DE: [2]string{"Oberbegriff", "Was jeder Schritt zu einem weiteren Begriff übrig lässt."}, EN: [2]string{"Broader concept", "What every step to a broader concept leaves."}},
	"family":             {DE: [2]string{"Schwerpunkt", "Wie viel mehr ein Begriff zählt, dessen Zweig öfter genannt wird (Potenz)."}, EN: [2]string{"Focus", "How much more a concept counts whose branch is named several times (power)."}},
	"related":            {DE: [2]string{"Verwandter Begriff", "Was ein verwandter Begriff zählt."}, EN: [2]string{"Related concept", "What a related concept counts."}},
	"suggested":          {DE: [2]string{"Naheliegendes", "Was zählt, woran man bei einem Begriff als Nächstes denkt: wer davon kauft, was dazugehört."}, EN: [2]string{"Suggested", "What counts that one thinks of next: who buys from it, what goes along."}},
	"place_name":         {DE: [2]string{"Name des Orts", "Das Profil nennt Ort, Kreis oder Region."}, EN: [2]string{"Name of the place", "The profile names the town, district or region."}},
	"part":               {DE: [2]string{"Wortteil", "Ein Begriff, den nur ein Teil eines zusammengesetzten Worts nennt."}, EN: [2]string{"Part of a word", "A concept that only a part of a compound names."}},
	"minor_word":         {DE: [2]string{"Nebenwort", "Ein Wort, das kein Hauptwort ist."}, EN: [2]string{"Minor word", "A word that is no noun."}},
	"covered_word":       {DE: [2]string{"Wort eines Begriffs", "Ein Wort, für das schon ein Begriff steht."}, EN: [2]string{"Word of a concept", "A word that a concept stands for already."}},
	"hidden":             {DE: [2]string{"Hinweis", "Ein Wort, das nur auf einen Begriff hindeutet."}, EN: [2]string{"Hint", "A word that only hints at a concept."}},
	"name":               {DE: [2]string{"Begriff im Namen", "Ein Begriff im Namen, gegen einen in den Listen."}, EN: [2]string{"Concept in the name", "A concept in the name, against one in the lists."}},
	"summary":            {DE: [2]string{"Begriff im Text", "Ein Begriff in der Kurzbeschreibung, gegen einen in den Listen."}, EN: [2]string{"Concept in the text", "A concept in the summary, against one in the lists."}},
	"inherited":          {DE: [2]string{"Geerbter Begriff", "Was eine Angabe für die Oberbegriffe zählt."}, EN: [2]string{"Inherited concept", "What a fact counts for the concepts above its own."}},
	"scale_km":           {DE: [2]string{"Reichweite der Nähe", "In hundert Kilometern: die Entfernung, bei der die Nähe auf 37 % gefallen ist."}, EN: [2]string{"Scale of nearness", "In hundreds of kilometres: the distance at which nearness has fallen to 37 %."}, Unit: 100},
	"far":                {DE: [2]string{"Fernes Netzwerk", "Was einem regionalen Netzwerk am anderen Ende des Landes bleibt."}, EN: [2]string{"Far network", "What a regional network at the other end of the state keeps."}},
	"unknown":            {DE: [2]string{"Unbekannter Sitz", "Was einem Netzwerk ohne bekannten Sitz bleibt."}, EN: [2]string{"Unknown seat", "What a network without a known seat keeps."}},
	"statewide":          {DE: [2]string{"Landesweites Netzwerk", "Was einem landesweiten Netzwerk bleibt."}, EN: [2]string{"State-wide network", "What a state-wide network keeps."}},
	"same_region":        {DE: [2]string{"Gleiche Region", "Was einem Netzwerk der eigenen Region mindestens bleibt."}, EN: [2]string{"Same region", "What a network of the asker's region keeps at least."}},
	"wide":               {DE: [2]string{"Bundesweites Netzwerk", "Was einem bundesweiten oder internationalen Netzwerk bleibt."}, EN: [2]string{"National network", "What a national or international network keeps."}},
	"firm_at_founders":   {DE: [2]string{"Unternehmen bei Anlaufstellen", "Was einer Anlaufstelle für Gründung bleibt, wenn ein bestehendes Unternehmen fragt."}, EN: [2]string{"Firms at contact points", "What a contact point for founders keeps when an established firm asks."}},
	"firm_at_both":       {DE: [2]string{"Unternehmen bei Anlaufstellen für alle", "Dasselbe bei Anlaufstellen, die auch für bestehende Unternehmen da sind."}, EN: [2]string{"Firms at contact points for all", "The same at contact points that are there for established firms as well."}},
	"founder_at_firms":   {DE: [2]string{"Gründende bei Netzwerken", "Was anderen Netzwerken bleibt, wenn jemand gründet."}, EN: [2]string{"Founders at networks", "What other networks keep when a founder asks."}},
	"state_network":      {DE: [2]string{"Landesnetzwerk", "Was Netzwerken dieser Art bleibt."}, EN: [2]string{"State network", "What networks of this kind keep."}},
	"cluster_initiative": {DE: [2]string{"Cluster-Initiative", "Was Netzwerken dieser Art bleibt."}, EN: [2]string{"Cluster initiative", "What networks of this kind keep."}},
	"state_agency":       {DE: [2]string{"Landesagentur", "Was Netzwerken dieser Art bleibt."}, EN: [2]string{"State agency", "What networks of this kind keep."}},
	"competence_centre":  {DE: [2]string{"Kompetenzzentrum", "Was Einrichtungen dieser Art bleibt."}, EN: [2]string{"Competence centre", "What institutions of this kind keep."}},
	"alliance":           {DE: [2]string{"Allianz", "Was Bündnissen dieser Art bleibt."}, EN: [2]string{"Alliance", "What alliances keep."}},
	"other_field":        {DE: [2]string{"Anderes Fach", "Was einem Netzwerk eines anderen Fachs von Anlaufstelle, Ortsnamen und gemeinsamen Wörtern bleibt."}, EN: [2]string{"Other field", "What a network of another field keeps of contact point, names of the place and shared words."}},
	"min_content":        {DE: [2]string{"Mindestens", "Was ein Netzwerk mindestens vom Gesuchten haben muss, um eine Antwort zu sein."}, EN: [2]string{"At least", "What a network must at least have of what is asked, to be an answer."}},
}
