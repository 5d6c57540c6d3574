package api

import (
	"errors"
	"net/http"
	"net/url"

	"clusterlotse/internal/search"

	"github.com/danielgtaylor/huma/v2"
)

// ask reads the parameters of a request with the one parser. Its Lang is set
// even when it is refused.
func ask(ctx huma.Context) (search.Request, *Problem) {
	ctx.AppendHeader("Vary", "Accept-Language")
	u := ctx.URL()
	values, err := url.ParseQuery(u.RawQuery)
	lang := chooseLanguage(values.Get("lang"), ctx.Header("Accept-Language"))
	if err != nil {
		return search.Request{Lang: lang}, NewProblem(http.StatusBadRequest, "invalid_query", lang)
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
