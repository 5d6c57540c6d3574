package server

import (
	"errors"
	"net/http"
	"runtime/debug"
	"strings"

	"clusterlotse/internal/api"

	"github.com/gin-gonic/gin"
)

// fail answers with an error: a problem for programs, a page for people.
func (s *Server) fail(c *gin.Context, status int, code string) {
	if s.config.Portal == nil || forPrograms(c.Request.URL.Path) {
		api.WriteProblem(c, status, code)
		return
	}
	c.Header("Cache-Control", "no-store")
	c.Abort()
	s.config.Portal.Error(c, status)
}

// forPrograms tells whether a path is one that no browser shows.
func forPrograms(path string) bool {
	return path == "/api" || strings.HasPrefix(path, "/api/") || isProbe(path)
}

// isProbe tells whether a path is for whoever runs the service.
func isProbe(path string) bool { return path == "/healthz" || path == "/readyz" || path == "/metrics" }

func (s *Server) notFound(c *gin.Context) { s.fail(c, http.StatusNotFound, "not_found") }

func (s *Server) methodNotAllowed(c *gin.Context) {
	s.fail(c, http.StatusMethodNotAllowed, "method_not_allowed")
}

// recovery turns a panic into an error answer. The stack is logged and not sent.
func (s *Server) recovery(c *gin.Context) {
	defer func() {
		cause := recover()
		if cause == nil {
			return
		}
		if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(cause) // net/http's own way to drop a connection
		}
		s.config.Logger.ErrorContext(c, "panic", "route", c.FullPath(), "cause", cause, "stack", string(debug.Stack()))
		if c.Writer.Written() {
			c.Abort() // too late for another answer
			return
		}
		s.fail(c, http.StatusInternalServerError, "internal")
	}()
	c.Next()
}
