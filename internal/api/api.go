package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"clusterlotse/internal/match"
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
)

// Prefix is the path under which every endpoint lies.
const Prefix = "/api/v1"

// MaxBodyBytes is the size of the largest request body that is read.
const MaxBodyBytes = 64 << 10

// Searcher finds networks. *search.Engine is one.
type Searcher interface {
	Search(ctx context.Context, r search.Request) (*search.Result, error)
	SuggestWithin(ctx context.Context, r search.Request) ([]search.Suggestion, error)
	Network(id string) (n *profile.Network, redirect string, ok bool)
	Label(scheme, id, lang string) string
	Seat(n *profile.Network) (place.Place, bool)
}

// Matcher matches companies with networks. *match.Matcher is one.
type Matcher interface {
	Match(ctx context.Context, r match.Request) (*match.Outcome, error)
	Related(ctx context.Context, id, lang string, limit int) ([]match.Match, error)
}

// Config is what the endpoints need; every field is required.
type Config struct {
	Searcher Searcher
	Matcher  Matcher
	// Logger takes the errors that are not told to the asker.
	Logger *slog.Logger
}

// handlers holds what the endpoints share.
type handlers struct {
	searcher Searcher
	matcher  Matcher
	logger   *slog.Logger
}

// Mount puts all endpoints on the router, under Prefix. An error means that the
// OpenAPI document cannot be written.
func Mount(router *gin.Engine, c Config) error {
	h := &handlers{searcher: c.Searcher, matcher: c.Matcher, logger: c.Logger}
	group := router.Group(Prefix)
	document, err := h.register(humagin.NewWithGroup(router, group, humaConfig()))
	if err != nil {
		return err
	}
	group.GET("/openapi.json", func(c *gin.Context) {
		c.Data(http.StatusOK, "application/openapi+json", document)
	})
	return nil
}

// Document returns the OpenAPI document that Mount serves, for pages that show
// it.
func Document() ([]byte, error) {
	gin.SetMode(gin.ReleaseMode) // in its other mode Gin writes every route to standard output
	router := gin.New()
	return (&handlers{}).register(humagin.NewWithGroup(router, router.Group(Prefix), humaConfig()))
}

// register enters the operations and returns the OpenAPI document.
func (h *handlers) register(a huma.API) ([]byte, error) {
	huma.Register(a, searchOperation(), h.search)
	huma.Register(a, suggestOperation(), h.suggest)
	huma.Register(a, networkOperation(), h.network)
	huma.Register(a, relatedOperation(), h.related)
	huma.Register(a, matchOperation(), h.match)
	documentMatchBody(a)
	return document(a)
}

// fail turns an error of the search or match engine into a Problem. An input
// error is the asker's to mend; all others are logged and not told.
func (h *handlers) fail(ctx context.Context, err error, lang string) *Problem {
	var input *search.InputError
	switch {
	case errors.As(err, &input):
		return inputProblem(input, lang)
	case errors.Is(err, match.ErrUnknownNetwork):
		return NewProblem(http.StatusNotFound, "unknown_network", lang)
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		return NewProblem(statusClientGone, "canceled", lang)
	}
	h.logger.ErrorContext(ctx, "request failed", "error", err)
	return NewProblem(http.StatusInternalServerError, "internal", lang)
}
