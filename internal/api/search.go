package api

import (
	"context"
	"net/http"

	"clusterlotse/internal/search"

	"github.com/danielgtaylor/huma/v2"
)

// searchInput is a search as the one parser read it.
type searchInput struct {
	request search.Request
}

// Resolve reads the parameters.
func (in *searchInput) Resolve(ctx huma.Context) []error {
	var p *Problem
	in.request, p = ask(ctx)
	return refused(p)
}

type searchOutput struct {
	Body SearchBody
}

func searchOperation() huma.Operation {
	return huma.Operation{
		OperationID: "search", Method: http.MethodGet, Path: "/search",
		Summary:     "Search networks",
		Description: "Free text, filters and a place in any combination. Nothing at all lists every network.",
		Parameters:  searchParams(), Errors: []int{http.StatusBadRequest, http.StatusTooManyRequests},
	}
}

func (h *handlers) search(ctx context.Context, in *searchInput) (*searchOutput, error) {
	result, err := h.searcher.Search(ctx, in.request)
	if err != nil {
		return nil, h.fail(ctx, err, in.request.Lang)
	}
	return &searchOutput{Body: SearchAnswer(result, in.request.Lang)}, nil
}

// suggestInput is a search of which only q, the filters, limit and lang count.
type suggestInput struct {
	request search.Request
}

// Resolve reads the parameters.
func (in *suggestInput) Resolve(ctx huma.Context) []error {
	var p *Problem
	if in.request, p = ask(ctx); p == nil {
		p = limitAtMost(&in.request, search.MaxSuggestions)
	}
	return refused(p)
}

// SuggestBody completes what somebody is typing.
type SuggestBody struct {
	Suggestions []search.Suggestion `json:"suggestions" doc:"Best first."`
}

type suggestOutput struct {
	Body SuggestBody
}

func suggestOperation() huma.Operation {
	return huma.Operation{
		OperationID: "suggest", Method: http.MethodGet, Path: "/suggest",
		Summary: "Complete a query",
		Description: "Networks, concepts and places that begin with what was typed; none for an empty query. " +
			"With filters, only what a network within them stands behind.",
		Parameters: append(append([]*huma.Param{queryParam()}, filterParams()...), limitParam(search.MaxSuggestions), langParam()),
		Errors:     []int{http.StatusBadRequest, http.StatusTooManyRequests},
	}
}

func (h *handlers) suggest(ctx context.Context, in *suggestInput) (*suggestOutput, error) {
	found, err := h.searcher.SuggestWithin(ctx, in.request)
	if err != nil {
		return nil, h.fail(ctx, err, in.request.Lang)
	}
	return &suggestOutput{Body: SuggestBody{Suggestions: list(found)}}, nil
}
