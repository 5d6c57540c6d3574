package api

import (
	"context"
	"net/http"
	"net/url"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"

	"github.com/danielgtaylor/huma/v2"
)

// networkInput names a network; of the parameters only lang and limit count.
type networkInput struct {
	ID      string `path:"id" doc:"Id of the network." example:"packaging-valley-germany"`
	request search.Request
	query   string
}

// Resolve reads the parameters.
func (in *networkInput) Resolve(ctx huma.Context) []error {
	u := ctx.URL()
	in.query = u.RawQuery
	var p *Problem
	in.request, p = ask(ctx)
	return refused(p)
}

type networkOutput struct {
	Body NetworkBody
}

type relatedOutput struct {
	Body RelatedBody
}

func networkOperation() huma.Operation {
	return huma.Operation{
		OperationID: "network", Method: http.MethodGet, Path: "/networks/{id}",
		Summary:     "One network",
		Description: "The whole profile with its sources. An id that ended as a record redirects to the network that lives on.",
		Parameters:  []*huma.Param{langParam()},
		Errors:      []int{http.StatusMovedPermanently, http.StatusBadRequest, http.StatusNotFound, http.StatusTooManyRequests},
	}
}

func relatedOperation() huma.Operation {
	return huma.Operation{
		OperationID: "related", Method: http.MethodGet, Path: "/networks/{id}/related",
		Summary:     "Networks alike",
		Description: "Living networks that resemble this one, with the reasons.",
		Parameters:  []*huma.Param{limitParam(search.MaxLimit), langParam()},
		Errors:      []int{http.StatusMovedPermanently, http.StatusBadRequest, http.StatusNotFound, http.StatusTooManyRequests},
	}
}

func (h *handlers) network(_ context.Context, in *networkInput) (*networkOutput, error) {
	n, p := h.find(in, "")
	if p != nil {
		return nil, p
	}
	return &networkOutput{Body: h.networkAnswer(n, in.request.Lang)}, nil
}

func (h *handlers) related(ctx context.Context, in *networkInput) (*relatedOutput, error) {
	n, p := h.find(in, "/related")
	if p != nil {
		return nil, p
	}
	found, err := h.matcher.Related(ctx, n.ID, in.request.Lang, in.request.Limit)
	if err != nil {
		return nil, h.fail(ctx, err, in.request.Lang)
	}
	return &relatedOutput{Body: RelatedBody{ID: n.ID, Related: matchItems(found, in.request.Lang)}}, nil
}

// find returns the network asked for, or else the problem to answer with: not
// found, or moved to the same page of the one that lives on.
func (h *handlers) find(in *networkInput, page string) (*profile.Network, *Problem) {
	n, redirect, ok := h.searcher.Network(in.ID)
	if redirect != "" {
		p := NewProblem(http.StatusMovedPermanently, "moved", in.request.Lang)
		p.location = Prefix + "/networks/" + url.PathEscape(redirect) + page
		if in.query != "" {
			p.location += "?" + in.query
		}
		return nil, p
	}
	if !ok {
		return nil, NewProblem(http.StatusNotFound, "unknown_network", in.request.Lang)
	}
	return n, nil
}
