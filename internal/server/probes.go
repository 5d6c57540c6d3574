package server

import (
	"context"
	"net/http"
	"time"

	"clusterlotse/internal/search"

	"github.com/gin-gonic/gin"
)

// probeTimeout is how long /readyz waits for the index.
const probeTimeout = 2 * time.Second

// healthz says that the process lives.
func healthz(c *gin.Context) {
	c.Header("Cache-Control", "no-store")
	c.JSON(http.StatusOK, gin.H{"status": "ok"})
}

// readyz says whether a search would be answered, and over how many networks.
func (s *Server) readyz(c *gin.Context) {
	ctx, cancel := context.WithTimeout(c.Request.Context(), probeTimeout)
	defer cancel()
	if _, err := s.config.Searcher.Search(ctx, search.Request{Limit: 1, Lang: "de"}); err != nil {
		s.config.Logger.ErrorContext(ctx, "not ready", "error", err)
		s.fail(c, http.StatusServiceUnavailable, "not_ready")
		return
	}
	c.Header("Cache-Control", "no-store")
	c.JSON(http.StatusOK, gin.H{"status": "ready", "networks": s.config.Networks})
}
