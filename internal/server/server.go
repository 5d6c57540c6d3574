package server

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"clusterlotse/internal/api"

	"github.com/gin-gonic/gin"
)

// Portal serves the pages for people.
type Portal interface {
	// Mount puts the pages and their files on the router.
	Mount(r gin.IRouter)
	// Error answers a request with an error page of that status.
	Error(c *gin.Context, status int)
}

// Widget serves the search box for other websites.
type Widget interface {
	// Mount puts the script and the page for iframes on the router. They set
	// their own security headers.
	Mount(r gin.IRouter)
}

// Config is what a Server is made of.
type Config struct {
	Searcher api.Searcher
	Matcher  api.Matcher
	// Portal may be nil; then everything but the API answers with problems.
	Portal Portal
	// Widget may be nil; then there is no search box for other websites.
	Widget Widget
	// Logger takes requests and errors; nil drops them.
	Logger *slog.Logger
	// RateLimit is how many requests a client may make in a second, 0 for no
	// limit.
	RateLimit float64
	// Networks is the number of networks that /readyz names.
	Networks int
}

// Server answers HTTP requests.
type Server struct {
	config  Config
	router  *gin.Engine
	metrics *metrics
	clients *clients // nil without a rate limit
}

// New builds the Server. An error means that its parts do not fit together.
func New(c Config) (*Server, error) {
	if c.Searcher == nil || c.Matcher == nil {
		return nil, errors.New("server: a searcher and a matcher are needed")
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	gin.SetMode(gin.ReleaseMode)
	s := &Server{config: c, router: gin.New(), metrics: newMetrics()}
	if c.RateLimit > 0 {
		s.clients = newClients(c.RateLimit)
	}
	if err := s.configure(); err != nil {
		return nil, err
	}
	return s, s.routes()
}

// configure sets the router's habits. Gin's own redirects are off, because they
// pass by the middleware. Only a proxy on this machine is believed when it names
// the client; from anyone else X-Forwarded-For would let a client choose its
// address.
func (s *Server) configure() error {
	s.router.HandleMethodNotAllowed = true
	s.router.RedirectTrailingSlash = false
	return s.router.SetTrustedProxies([]string{"127.0.0.1", "::1"})
}

// ServeHTTP answers one request. HEAD is answered like GET; net/http leaves the
// body out.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		asGet := *r
		asGet.Method = http.MethodGet
		r = &asGet
	}
	s.router.ServeHTTP(w, r)
}

// Time limits of a connection. Answers take milliseconds; these only keep slow
// or hanging clients from holding on.
const (
	headerTimeout   = 5 * time.Second
	readTimeout     = 15 * time.Second
	writeTimeout    = 30 * time.Second
	idleTimeout     = 60 * time.Second
	shutdownTimeout = 10 * time.Second
	maxHeaderBytes  = 32 << 10
)

// Run serves on the listener until ctx ends. Requests under way may then finish,
// for at most ten seconds. It returns nil after an orderly end, and an error
// when the listener fails or requests had to be cut off. It closes the listener.
func Run(ctx context.Context, listener net.Listener, handler http.Handler, logger *slog.Logger) error {
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout,
		WriteTimeout: writeTimeout, IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes,
		ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	// ctx has ended already, so the time to finish needs a context of its own.
	finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(finish); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}
