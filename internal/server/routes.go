package server

import (
	"clusterlotse/internal/api"

	"github.com/gin-contrib/gzip"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/gin-gonic/gin"
)

// gzipLevel is where more time stops to buy much less size.
const gzipLevel = 4

// routes puts everything on the router. Middleware comes in the order in which a
// request passes it; recovery stands behind compression, so that the answer to a
// panic is written like any other.
func (s *Server) routes() error {
	s.router.Use(s.observe, securityHeaders, cors, gzip.Gzip(gzipLevel), s.recovery, s.limitRate, s.limitBody)

	s.router.GET("/healthz", healthz)
	s.router.GET("/readyz", s.readyz)
	s.router.GET("/metrics", gin.WrapH(promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{DisableCompression: true})))

	err := api.Mount(s.router, api.Config{Searcher: s.config.Searcher, Matcher: s.config.Matcher, Logger: s.config.Logger})
	if err != nil {
		return err
	}
	if s.config.Portal != nil {
		s.config.Portal.Mount(s.router)
	}
	if s.config.Widget != nil {
		s.config.Widget.Mount(s.router)
	}
	s.router.NoRoute(s.notFound)
	s.router.NoMethod(s.methodNotAllowed)
	return nil
}
