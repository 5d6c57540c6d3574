package match

import (
	"regexp"
	"slices"

	"clusterlotse/index/german"
	"clusterlotse/internal/place"
	"clusterlotse/internal/vocabulary"
)

// reading is an asker's text, analysed once for all that look at it.
type reading struct {
	text   string
	lang   german.Language
	tokens []german.Token
	// german are the tokens of an English text as German ones, because an English
	// word may stand in a German profile; nil for a German text.
	german   []german.Token
	mentions []vocabulary.Mention
	places   []place.Mention
	// pieces are concepts that parts of compounds name where no label covers the
	// compound.
	pieces []piece
	// cues are what the text says of the stage, staff how many people it says there are.
	cues  cues
	staff headcount
	// corrections are the words that stood in the text in other letters.
	corrections []correction
}

// piece is a concept that a part of a word names.
type piece struct {
	concept    *vocabulary.Concept
	start, end int // of the word
}

// Prepare reads the request's text ahead, for a request that is matched again
// and again. The request returned must not be given another text or language.
func (c *Corpus) Prepare(r Request) Request {
	if check(&r) == nil {
		r.read = c.read(r.Company.Text, r.Lang)
	}
	return r
}

// read analyses a text, with its typing errors mended; answer is the language
// of the answer, and that of the text when it does not tell.
func (c *Corpus) read(text, answer string) *reading {
	r := c.readAs(text, answer)
	mended, corrections := c.mend(r)
	if len(corrections) > 0 {
		r = c.readAs(mended, answer)
		r.corrections = corrections
	}
	return r
}

// readAs analyses a text as it stands.
func (c *Corpus) readAs(text, answer string) *reading {
	r := &reading{text: text, lang: c.detect(text, answer), places: c.gazetteer.Mentions(text)}
	r.mentions = c.vocabulary.FindAs(text, r.lang)
	r.tokens = c.analyzer.Analyze(text, german.German)
	if r.lang == german.English {
		r.german = r.tokens
		r.tokens = c.analyzer.Analyze(text, englishWords)
	}
	r.forgetFirmNames()
	r.widenPlaces()
	r.cues, r.staff = findCues(text, c.Year), readHeadcount(text)
	// Who says how many work for him does not look for staff by that.
	r.mentions = slices.DeleteFunc(r.mentions, func(x vocabulary.Mention) bool { return r.staff.overlaps(x.Start, x.End) })
	for _, t := range r.tokens {
		if t.Stop || len(t.Parts) < 2 || len(t.Parts) > maxWordParts || r.names(t) {
			continue
		}
		r.pieces = append(r.pieces, c.piecesOf(text, t)...)
	}
	return r
}

// englishWords is how words of English texts and summaries are compared. The full
// stemmer would join organs and organic.
const englishWords = german.MinimalEnglish

// detect tells the language of a text. One without words that tell ("CNC machining")
// is in that of the answer, when this finds anything in it.
func (c *Corpus) detect(text, answer string) german.Language {
	lang, sure := c.analyzer.Detect(text)
	if !sure && answer == string(german.English) && len(c.vocabulary.FindAs(text, german.English)) > 0 {
		return german.English
	}
	return lang
}

// maxWordParts is above the parts of any word: what has more is a list in disguise, and
// all its runs would take for ever.
const maxWordParts = 8

// piecesOf finds the concepts that runs of the parts of a compound name, as far as
// no longer run holds them: "Sägewerksmaschinenbauer" is Sägewerksmaschinen and
// Maschinenbauer, and no Bauer.
func (c *Corpus) piecesOf(text string, t german.Token) []piece {
	var pieces []piece
	end := 0
	for from := range t.Parts {
		for to := len(t.Parts); to > max(from, end); to-- {
			found := c.namedBy(text[t.Parts[from].Start:t.Parts[to-1].End])
			for _, concept := range found {
				pieces = append(pieces, piece{concept, t.Start, t.End})
			}
			if len(found) > 0 {
				end = to
				break
			}
		}
	}
	return pieces
}

// namedBy returns the technologies and industries that words name as a whole.
func (c *Corpus) namedBy(words string) []*vocabulary.Concept {
	var concepts []*vocabulary.Concept
	for _, m := range c.vocabulary.Find(words) {
		whole := m.Start == 0 && m.End == len(words)
		if whole && (m.Concept.Scheme == vocabulary.Technologies || m.Concept.Scheme == vocabulary.Industries) {
			concepts = append(concepts, m.Concept)
		}
	}
	return concepts
}

// placeIntro ends with a word that leads to the name of a place: "Raum Tuttlingen".
var placeIntro = regexp.MustCompile(`(?i)(?:^|[^\pL])((?:groß|gross)?raum|region|gegend|umkreis|landkreis|kreis|stadt)\s+(?:von\s+)?$`)

// introBytes is more than the words that lead to a place take, so that a long text
// of many places is read once and not once a place.
const introBytes = 64

// widenPlaces lets the places begin at the words that lead to them, and takes
// these words away from what else they may mean.
func (r *reading) widenPlaces() {
	for i, p := range r.places {
		from := max(0, p.Start-introBytes)
		if m := placeIntro.FindStringSubmatchIndex(r.text[from:p.Start]); m != nil {
			start := from + m[2]
			r.places[i].Start = start
			r.mentions = slices.DeleteFunc(r.mentions, func(x vocabulary.Mention) bool { return x.Start == start && x.End <= p.Start })
		}
	}
}

// quote is what stands from start to end, without the function words at its end:
// "Sensoren für" is a label only to tell it from other sensors.
func (r *reading) quote(start, end int) string {
	i, _ := slices.BinarySearchFunc(r.tokens, end, func(t german.Token, at int) int { return t.Start - at })
	for i--; i > 0 && r.tokens[i].Stop && r.tokens[i-1].End > start; i-- {
		end = r.tokens[i-1].End
	}
	return r.text[start:end]
}

// names tells whether a concept stands behind the word.
func (r *reading) names(t german.Token) bool {
	return slices.ContainsFunc(r.mentions, func(x vocabulary.Mention) bool { return x.Start < t.End && x.End > t.Start })
}

// locates tells whether the word belongs to the name of a place.
func (r *reading) locates(t german.Token) bool {
	return slices.ContainsFunc(r.places, func(x place.Mention) bool { return x.Start < t.End && x.End > t.Start })
}
