package api

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"clusterlotse/internal/search"

	"github.com/danielgtaylor/huma/v2"
)

// ask reads the parameters of a request with the one parser. Its Lang is set
// even when it is refused.
func ask(ctx huma.Context) (search.Request, *Problem) {
	ctx.AppendHeader("Vary", "Accept-Language")
	u := ctx.URL()
	values, err := url.ParseQuery(u.RawQuery)
	lang := answerLanguage(values.Get("lang"), ctx.Header("Accept-Language"))
	if err != nil {
		return search.Request{Lang: lang}, NewProblem(http.StatusBadRequest, "invalid_query", lang)
	}
	if p := checkParameters(ctx.Operation(), values, lang); p != nil {
		return search.Request{Lang: lang}, p
	}
	values.Set("lang", lang)
	r, err := search.ParseRequest(values)
	var input *search.InputError
	switch {
	case errors.As(err, &input):
		return search.Request{Lang: lang}, inputProblem(input, lang)
	case err != nil:
		return search.Request{Lang: lang}, NewProblem(http.StatusBadRequest, "invalid_request", lang)
	}
	return r, nil
}

// checkParameters refuses what the operation does not document: an unknown name,
// which may be a filter mistyped, and a value that is none of those possible.
func checkParameters(o *huma.Operation, values url.Values, lang string) *Problem {
	known := map[string]*huma.Param{}
	var names []string
	for _, p := range o.Parameters {
		if p.In == "query" {
			known[p.Name] = p
			names = append(names, p.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		p := known[name]
		if p == nil {
			return NewProblem(http.StatusBadRequest, "unknown_parameter", lang).about(shorten(name)).say("known", strings.Join(names, ", "))
		}
		for _, value := range values[name] {
			if value != "" && p.Schema.Enum != nil && !slices.Contains(p.Schema.Enum, any(value)) {
				return unknownValue(name, value, p.Schema.Enum, lang)
			}
		}
	}
	return nil
}

// unknownValue is the problem of a value that is none of those possible.
func unknownValue(field, value string, possible []any, lang string) *Problem {
	p := inputProblem(search.NewInputError(lang, "unknown_value", field, shorten(value)), lang)
	names := make([]string, len(possible))
	for i, v := range possible {
		names[i] = v.(string)
	}
	p.Fix = possibleValues.in(lang) + strings.Join(names, ", ") + "."
	return p
}

// refused is what a huma resolver returns for a problem.
func refused(p *Problem) []error {
	if p == nil {
		return nil
	}
	return []error{p}
}

// limitAtMost refuses a limit beyond the endpoint's own.
func limitAtMost(r *search.Request, most int) *Problem {
	if r.Limit <= most {
		return nil
	}
	return inputProblem(search.NewInputError(r.Lang, "out_of_range", "limit", 1, most), r.Lang)
}
