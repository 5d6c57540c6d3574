package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"clusterlotse/index"
	"clusterlotse/index/bleveindex"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/server"
)

type serveCmd struct {
	Addr      string  `help:"Address to listen on." default:"127.0.0.1:8080" env:"CLUSTERLOTSE_ADDR"`
	DataDir   string  `help:"Directory for the index (default: clusterlotse in the user's cache)." env:"CLUSTERLOTSE_DATA_DIR" placeholder:"DIR"`
	Memory    bool    `help:"Keep the index in memory only." env:"CLUSTERLOTSE_MEMORY"`
	RateLimit float64 `help:"Requests per second and client, 0 for no limit." default:"0" env:"CLUSTERLOTSE_RATE_LIMIT" placeholder:"N"`
	TextsDir  string  `help:"Directory with the operator's pages (imprint.de.md, privacy.de.md, …)." env:"CLUSTERLOTSE_TEXTS_DIR" placeholder:"DIR"`
	BaseURL   string  `help:"Public address of the service, for links that leave it." env:"CLUSTERLOTSE_BASE_URL" placeholder:"URL"`
}

// Run serves until ctx ends.
func (c *serveCmd) Run(ctx context.Context, s *streams, cmds *commands) error {
	if c.RateLimit < 0 {
		return fmt.Errorf("%w: --rate-limit must not be negative", errUsage)
	}
	listener, err := listen(c.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	ix, err := c.openIndex()
	if err != nil {
		return err
	}
	defer ix.Close()
	a, err := newApp(ctx, cmds.Source, ix)
	if err != nil {
		return err
	}
	logger := slog.New(slog.NewTextHandler(s.err, nil))
	if a.rebuilt != "" {
		logger.Info("index rebuilt", "reason", a.rebuilt)
	}
	handler, err := c.handler(a, logger)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "clusterlotse: %d networks, listening on http://%s\n", len(a.networks), shownAddr(listener))
	return server.Run(ctx, listener, handler, logger)
}

func listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is in use; choose another with --addr", addr)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %s: %w", addr, err)
	}
	return listener, nil
}

// shownAddr is the address a browser can use.
func shownAddr(l net.Listener) string {
	host, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return l.Addr().String()
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() || ip.IsLoopback() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

func (c *serveCmd) openIndex() (index.Index, error) {
	if c.Memory {
		return bleveindex.OpenMemory()
	}
	dir := c.DataDir
	if dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return nil, fmt.Errorf("no place for the index: %w; name one with --data-dir or use --memory", err)
		}
		dir = filepath.Join(cache, "clusterlotse")
	}
	ix, err := bleveindex.Open(filepath.Join(dir, "index"))
	if errors.Is(err, index.ErrLocked) {
		return nil, fmt.Errorf("%s is in use by another clusterlotse; choose another with --data-dir or use --memory", dir)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot keep the index in %s: %s", dir, oneLine(err))
	}
	return ix, nil
}

func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

func (c *serveCmd) handler(a *app, logger *slog.Logger) (*server.Server, error) {
	config := portal.Config{
		Searcher: a.engine, Matcher: a.matcher, BaseURL: c.BaseURL,
		DataDate: dataDate(a.networks), Version: version,
	}
	if c.TextsDir != "" {
		if _, err := os.ReadDir(c.TextsDir); err != nil {
			return nil, fmt.Errorf("texts: %w", err)
		}
		config.Texts = os.DirFS(c.TextsDir)
	}
	pages, err := portal.New(config)
	if err != nil {
		return nil, err
	}
	return server.New(server.Config{
		Searcher: a.engine, Matcher: a.matcher, Portal: pages,
		Logger: logger, RateLimit: c.RateLimit, Networks: len(a.networks),
	})
}
