package search

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ParseRequest reads a Request from URL parameters: q, one parameter for each
// of FilterNames (repeated or separated by commas), near, radius_km, lang,
// limit and offset. It is the one parser for JSON, HTML and the command line.
// Parameters it does not know are ignored. An error is an *InputError.
func ParseRequest(values url.Values) (Request, error) {
	r := Request{Lang: parseLang(values.Get("lang")), Limit: DefaultLimit}
	r.Query = strings.TrimSpace(values.Get("q"))
	r.Near = strings.TrimSpace(values.Get("near"))
	r.Anywhere = values.Get("anywhere") == "1"
	for _, name := range FilterNames {
		*r.filter(name) = splitValues(values[name])
	}
	if err := checkText(&r, values); err != nil {
		return Request{}, err
	}
	var err error
	if r.Limit, err = parseInt(values, "limit", DefaultLimit, 1, MaxLimit, r.Lang); err != nil {
		return Request{}, err
	}
	if r.Offset, err = parseInt(values, "offset", 0, 0, MaxOffset, r.Lang); err != nil {
		return Request{}, err
	}
	if r.RadiusKm, err = parseRadius(values, r.Lang); err != nil {
		return Request{}, err
	}
	return r, nil
}

func checkText(r *Request, values url.Values) error {
	for name := range values {
		for _, v := range values[name] {
			if !utf8.ValidString(v) {
				return inputError(r.Lang, "invalid_encoding", name)
			}
		}
	}
	for name, text := range map[string]string{"q": r.Query, "near": r.Near} {
		if utf8.RuneCountInString(text) > MaxQueryRunes {
			return inputError(r.Lang, "query_too_long", name, MaxQueryRunes)
		}
	}
	for _, name := range FilterNames {
		if len(r.Filter(name)) > MaxLimit {
			return inputError(r.Lang, "too_many_values", name, MaxLimit)
		}
	}
	return nil
}

// parseLang takes everything that is not English for German, the language of
// the profiles.
func parseLang(lang string) string {
	if base, _, _ := strings.Cut(strings.ToLower(lang), "-"); base == "en" {
		return "en"
	}
	return "de"
}

func splitValues(raw []string) []string {
	var out []string
	for _, v := range raw {
		for _, part := range strings.Split(v, ",") {
			part = strings.TrimSpace(part)
			if part != "" && !slices.Contains(out, part) {
				out = append(out, part)
			}
		}
	}
	return out
}

func parseInt(values url.Values, name string, byDefault, low, high int, lang string) (int, error) {
	raw := strings.TrimSpace(values.Get(name))
	if raw == "" {
		return byDefault, nil
	}
	n, err := strconv.Atoi(raw)
	if err != nil || n < low || n > high {
		return 0, inputError(lang, "out_of_range", name, low, high)
	}
	return n, nil
}

func parseRadius(values url.Values, lang string) (float64, error) {
	raw := strings.TrimSpace(values.Get("radius_km"))
	if raw == "" {
		return 0, nil
	}
	km, err := strconv.ParseFloat(strings.Replace(raw, ",", ".", 1), 64)
	if err != nil || math.IsNaN(km) || km < 0 || km > MaxRadiusKm {
		return 0, inputError(lang, "out_of_range", "radius_km", 0, MaxRadiusKm)
	}
	return km, nil
}

// Values is the inverse of ParseRequest: the URL parameters that give r again.
// Defaults are left out, so that links stay short.
func (r *Request) Values() url.Values {
	v := url.Values{}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	set("q", r.Query)
	set("near", r.Near)
	for _, name := range FilterNames {
		if values := r.Filter(name); len(values) > 0 {
			v[name] = slices.Clone(values)
		}
	}
	if r.RadiusKm > 0 {
		set("radius_km", strconv.FormatFloat(r.RadiusKm, 'f', -1, 64))
	}
	if r.Anywhere {
		set("anywhere", "1")
	}
	if r.Lang == "en" {
		set("lang", r.Lang)
	}
	if r.Limit != 0 && r.Limit != DefaultLimit {
		set("limit", strconv.Itoa(r.Limit))
	}
	if r.Offset > 0 {
		set("offset", strconv.Itoa(r.Offset))
	}
	return v
}
