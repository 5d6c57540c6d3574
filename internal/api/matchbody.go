package api

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"unicode/utf8"

	"clusterlotse/internal/match"
	"clusterlotse/internal/search"
)

// matchRequestBody documents the body of POST /api/v1/match; parseMatch reads it
// key by key.
type matchRequestBody struct {
	Text         string   `json:"text,omitempty" maxLength:"20000" doc:"What the company makes and looks for, in German or English." example:"Wir bauen Verpackungsmaschinen und suchen Partner für Robotik."`
	Technologies []string `json:"technologies,omitempty" maxItems:"50" doc:"Ids as in the facet technology of a search."`
	Industries   []string `json:"industries,omitempty" maxItems:"50" doc:"Ids as in the facet industry."`
	Needs        []string `json:"needs,omitempty" maxItems:"50" doc:"Ids as in the facet need."`
	Place        string   `json:"place,omitempty" doc:"Postcode, town, district or region." example:"74564"`
	Phase        string   `json:"phase,omitempty" doc:"Id as in the facet phase."`
	Size         string   `json:"size,omitempty" doc:"Employees of the company: 1-9, 10-49, 50-249 or 250+. Without it a head count in the text counts."`
	Limit        int      `json:"limit,omitempty" minimum:"1" maximum:"100" default:"10" doc:"Number of networks."`
	Lang         string   `json:"lang,omitempty" enum:"de,en" doc:"Language of the answer; wins over the parameter lang."`
}

// member is one key of the body: where its value goes, the code of the problem
// when it has another type, and a value that a list may have.
type member struct {
	target  any
	code    string
	example string
}

func members(b *matchRequestBody) map[string]member {
	const text, texts, number = "wrong_type_text", "wrong_type_list", "wrong_type_number"
	return map[string]member{
		"text": {&b.Text, text, ""}, "place": {&b.Place, text, ""}, "phase": {&b.Phase, text, ""},
		"size": {&b.Size, text, ""}, "lang": {&b.Lang, text, ""}, "limit": {&b.Limit, number, ""},
		"technologies": {&b.Technologies, texts, `["robotics"]`}, "industries": {&b.Industries, texts, `["medical-technology"]`},
		"needs": {&b.Needs, texts, `["mentoring"]`},
	}
}

// parseMatch reads a company's request strictly. lang is the language of the
// answer unless the body names one. A key whose value is null counts as left
// out; the matcher checks what the values mean.
func parseMatch(body []byte, lang string) (match.Request, *Problem) {
	if !utf8.Valid(body) {
		return match.Request{}, inputProblem(search.NewInputError(lang, "invalid_encoding", "body"), lang)
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return match.Request{}, inputProblem(search.NewInputError(lang, "empty_request", "text"), lang)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(body, &raw); err != nil || raw == nil {
		return match.Request{}, NewProblem(http.StatusBadRequest, "invalid_json", lang)
	}
	var b matchRequestBody
	known := members(&b)
	lang = langOf(raw, lang)
	for _, key := range slices.Sorted(maps.Keys(raw)) {
		m, ok := known[key]
		if !ok {
			return match.Request{}, NewProblem(http.StatusBadRequest, "unknown_field", lang).about(shorten(key))
		}
		if err := json.Unmarshal(raw[key], m.target); err != nil {
			p := NewProblem(http.StatusBadRequest, m.code, lang).about(key).say("example", m.example)
			p.Code = "wrong_type"
			return match.Request{}, p
		}
	}
	return b.request(raw, lang)
}

func (b *matchRequestBody) request(raw map[string]json.RawMessage, lang string) (match.Request, *Problem) {
	r := match.Request{Lang: lang, Limit: b.Limit}
	if b.Lang != "" && !slices.Contains(languageNames, any(b.Lang)) {
		return r, unknownValue("lang", b.Lang, languageNames, lang)
	}
	// 0 stands for the default inside, but whoever writes it asks for nothing.
	if value, given := raw["limit"]; given && b.Limit == 0 && string(value) != "null" {
		return r, inputProblem(search.NewInputError(lang, "out_of_range", "limit", 1, match.MaxLimit), lang)
	}
	for field, value := range map[string]string{"place": b.Place, "phase": b.Phase, "size": b.Size} {
		if utf8.RuneCountInString(value) > search.MaxQueryRunes {
			return r, inputProblem(search.NewInputError(lang, "text_too_long", field, search.MaxQueryRunes), lang)
		}
	}
	c := &r.Company
	c.Text, c.Place, c.Phase, c.Size = b.Text, b.Place, b.Phase, b.Size
	c.Technologies, c.Industries, c.Needs = b.Technologies, b.Industries, b.Needs
	return r, nil
}

// langOf is the language that the body names, or else lang.
func langOf(raw map[string]json.RawMessage, lang string) string {
	var named string
	if err := json.Unmarshal(raw["lang"], &named); err != nil {
		return lang
	}
	return answerLanguage(named, lang)
}

// shorten keeps a key that somebody made up from filling the answer.
func shorten(key string) string {
	const most = 50
	if r := []rune(key); len(r) > most {
		return string(r[:most]) + "…"
	}
	return key
}
