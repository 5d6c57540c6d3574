package api

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"

	"clusterlotse/internal/match"

	"github.com/danielgtaylor/huma/v2"
)

// matchInput is a company's request. It reads the body itself, because huma's
// own messages about a body are English and do not say how to mend it.
type matchInput struct {
	request match.Request
}

// Resolve reads the body and, for the language only, the parameters.
func (in *matchInput) Resolve(ctx huma.Context) []error {
	r, p := ask(ctx)
	if p != nil {
		return refused(p)
	}
	body, p := readBody(ctx, r.Lang)
	if p != nil {
		return refused(p)
	}
	in.request, p = parseMatch(body, r.Lang)
	return refused(p)
}

type matchOutput struct {
	Body MatchBody
}

func matchOperation() huma.Operation {
	return huma.Operation{
		OperationID: "match", Method: http.MethodPost, Path: "/match",
		Summary:       "Match a company with networks",
		Description:   "Every key is optional, but one must be given. The text is neither stored nor logged.",
		DefaultStatus: http.StatusOK, Parameters: []*huma.Param{langParam()},
		Errors: []int{http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusTooManyRequests},
	}
}

func (h *handlers) match(ctx context.Context, in *matchInput) (*matchOutput, error) {
	out, err := h.matcher.Match(ctx, in.request)
	if err != nil {
		return nil, h.fail(ctx, err, in.request.Lang)
	}
	return &matchOutput{Body: MatchAnswer(out, in.request.Lang)}, nil
}

// readBody returns the body of a request when it claims to be JSON and is small
// enough.
func readBody(ctx huma.Context, lang string) ([]byte, *Problem) {
	if !isJSON(ctx.Header("Content-Type")) || !plain(ctx.Header("Content-Encoding")) {
		return nil, NewProblem(http.StatusUnsupportedMediaType, "unsupported_media_type", lang)
	}
	body, err := io.ReadAll(io.LimitReader(ctx.BodyReader(), MaxBodyBytes+1))
	var tooLarge *http.MaxBytesError
	switch {
	case len(body) > MaxBodyBytes || errors.As(err, &tooLarge):
		return nil, NewProblem(http.StatusRequestEntityTooLarge, "body_too_large", lang)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, NewProblem(http.StatusRequestTimeout, "timeout", lang)
	case err != nil:
		return nil, NewProblem(http.StatusBadRequest, "invalid_request", lang)
	}
	return body, nil
}

// isJSON takes a missing type for JSON, as there is nothing else to send.
func isJSON(contentType string) bool {
	if contentType == "" {
		return true
	}
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return false
	}
	charset := params["charset"]
	return media == "application/json" && (charset == "" || strings.EqualFold(charset, "utf-8"))
}

func plain(encoding string) bool { return encoding == "" || strings.EqualFold(encoding, "identity") }
