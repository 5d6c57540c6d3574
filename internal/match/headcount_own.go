package match

import (
	"slices"
	"strings"
)

// What a number of people may be besides the asker's own staff is told by the words
// around it. They are lists, because grammar would need a parser: each was met in
// texts of firms, or is a plain variant of one that was.
var (
	// about are words between a count and what it depends on: "für rund 50".
	about = wordSet(`rund etwa ca circa knapp gut über fast nahezu ungefähr mindestens mehr als bis zu insgesamt heute derzeit
		aktuell inzwischen nur ein eine einem einen einer kleines junges kleinen kleinem
		about around some over nearly almost more than up to currently roughly approximately a an the small`)
	// fewer are words before a bound that is not reached: "unter 50", "weniger als 50".
	fewer = wordSet("unter weniger keine under fewer less")
	// ours are words before a count that make it the asker's: "für unsere 80 Leute".
	ours = wordSet("unsere unseren unserer unsrer meine meinen meiner our my")
	// notOurs are words before a count of others, or of some of the asker's people.
	notOurs = wordSet(`für for an pro je jedem jeden per davon darunter including weitere weiteren zusätzliche zusätzlich
		another additional jahr year um`)
	// notBetween are small words between a number and staff that are no adjectives, and
	// adjectives of people who are not there yet: "drei unserer Leute", "zwei neue".
	notBetween = wordSet(`und oder bis von vom der die den das des unserer unsere unseren ihrer in im mit für bei zu sind haben
		arbeiten suchen helfen wollen können sollen neue neuen neuer weitere weiteren zusätzliche zusätzlichen junge jungen
		of our the and or to in with for at are have work new more additional other`)
	// doneTo are the beginnings of verbs by which people are sought, trained or served,
	// in the clause before them: "brauchen zwei", "versorgen 310 Menschen zu Hause".
	doneTo = strings.Fields(`such brauch benötig fehlen fehlt einstell einzustell bilden ausbild hire hiring look need seek recruit
		versorg betreu pfleg helfen hilft erreich berat berät begleit behandel transportier schul vermittel unterricht befrag
		serve reach help train support`)
	// isOrHas are words before people whom the verb before them is not about: "suchen
	// mit 45 Leuten Partner".
	isOrHas = wordSet("mit with sind are haben have hat has arbeiten beschäftigen employ")
	// soughtBehind are such words behind them; usedBy the beginnings of what
	// anybody may do: "40.000 Leute geladen".
	soughtBehind = wordSet("gesucht fehlen fehlt einstellen einzustellen wanted needed sought")
	usedBy       = strings.Fields("nutz genutzt verwend gelad heruntergelad besuch download use")
	// others are organisations and people that are not the asker, and whose staff is
	// meant: "Betriebe mit 50 Mitarbeitern".
	others = wordSet(`kunden kundinnen kundenbetrieben mitglieder mitgliedern mitgliedsunternehmen mitgliedsfirmen
		mitgliedsbetriebe mitgliedsbetrieben firmen betriebe betrieben unternehmen kmu kmus partner partnern auftraggeber
		auftraggebern anwender anwendern teilnehmer teilnehmern ups startups
		companies firms businesses customers clients members partners users smes`)
	// with are the words between such an organisation and its staff, belongsTo those
	// between the staff and the organisation.
	with      = wordSet("mit ab von unter with having of from")
	belongsTo = wordSet("unserer unseres der des eines einer ihrer bei beim von vom aus of at from")
	// beginnings are words of the time when a company began, now those of today.
	beginnings = wordSet("gegründet angefangen begonnen gestartet ausgegründet founded started began")
	now        = wordSet("heute inzwischen mittlerweile jetzt today now")
	// beforeYears stand before years.
	beforeYears = wordSet("seit in im jahr jahre anfang ende mitte since year")
	// saysWeAre are the words before how many the asker is.
	saysWeAre = map[string]bool{"wir sind": true, "sind wir": true, "we are": true, "we re": true}
)

// own returns a count of the words from one index to another if it is of the asker's
// own people today, 0 when it is of others, of some of his, or of people he seeks.
func own(words []spoken, from, to, people int) (count, end int) {
	before, after := clause(words, from, to)
	if began(before, after) || isSought(after) || belongsToOthers(after) {
		return 0, 0
	}
	before = withoutAbout(before)
	if n := len(before); n > 0 && fewer[before[n-1].low] {
		before, people = before[:n-1], people-1
	}
	if n := len(before); n > 0 && !ours[before[n-1].low] && (isDoneTo(before) || countsOthers(before)) {
		return 0, 0
	}
	return people, to
}

// withoutAbout cuts what only says how exact a count is: "bis zu", "10 bis".
func withoutAbout(before []spoken) []spoken {
	for len(before) > 0 && (about[before[len(before)-1].low] || number(before[len(before)-1].low) > 0) {
		before = before[:len(before)-1]
	}
	return before
}

// began tells whether a clause is of the time when the company began.
func began(before, after []spoken) bool {
	past := false
	for _, w := range slices.Concat(before, after) {
		if now[w.low] {
			return false
		}
		past = past || beginnings[w.low]
	}
	return past
}

// isSought tells whether the words behind a count say that the people are sought,
// or that they did what anybody may do.
func isSought(after []spoken) bool {
	for i, w := range after[:min(2, len(after))] {
		// "Wir stellen zehn Leute ein."
		if soughtBehind[w.low] || i == 0 && (beginsWith(w.low, usedBy) || w.low == "ein" && len(after) == 1) {
			return true
		}
	}
	return false
}

// belongsToOthers tells whether the words behind a count make it one of others:
// "unserer Kunden", "bei den Mitgliedern".
func belongsToOthers(after []spoken) bool {
	for i := 1; i < min(4, len(after)) && belongsTo[after[0].low]; i++ {
		if others[after[i].low] {
			return true
		}
	}
	return false
}

// isDoneTo tells whether the people are sought or served. A word with a capital is a
// noun unless it begins the clause.
func isDoneTo(before []spoken) bool {
	for i := len(before) - 1; i >= 0 && !isOrHas[before[i].low]; i-- {
		if (i == 0 || !before[i].capital) && beginsWith(before[i].low, doneTo) {
			return true
		}
	}
	return false
}

// countsOthers tells whether the words before a count make it one of others: "für",
// "Betriebe mit". They are not empty.
func countsOthers(before []spoken) bool {
	last := before[len(before)-1].low
	if notOurs[last] {
		return true
	}
	before = withoutAbout(before[:len(before)-1])
	if len(before) == 0 || !with[last] || !others[before[len(before)-1].low] {
		return false
	}
	// "Unternehmen mit 45 Leuten" may be the asker, "für Unternehmen mit" is not.
	if before[len(before)-1].low == "unternehmen" {
		return len(before) > 1 && notOurs[before[len(before)-2].low]
	}
	return true
}

// beginsWith tells whether a word has one of the beginnings.
func beginsWith(word string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(word, b) })
}
