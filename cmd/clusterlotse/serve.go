package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"math"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	"clusterlotse/index"
	"clusterlotse/index/bleveindex"
	"clusterlotse/internal/api"
	"clusterlotse/internal/portal"
	"clusterlotse/internal/server"
	"clusterlotse/internal/widget"
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
	if err := c.validate(); err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	listener, err := listen(ctx, c.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	ix, err := c.openIndex()
	if err != nil {
		return err
	}
	defer ix.Close()
	// While loading hardly anything becomes garbage for good: collecting it less
	// often brings the first answer sooner.
	usual := debug.SetGCPercent(loadingGCPercent)
	a, err := newApp(ctx, cmds.Source, ix)
	debug.SetGCPercent(usual)
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
	// Loading leaves garbage behind that a quiet server would hold for minutes.
	debug.FreeOSMemory()
	fmt.Fprintf(s.out, "clusterlotse: %d networks, listening on http://%s\n", len(a.networks), shownAddr(listener))
	return server.Run(ctx, listener, handler, logger)
}

// validate holds the flags whose form alone tells that they are wrong.
func (c *serveCmd) validate() error {
	// The empty address would be a port by chance on every interface.
	if c.Addr == "" {
		return errors.New("--addr is empty; write it as 127.0.0.1:8080")
	}
	// Written so that it holds for NaN too.
	if !(c.RateLimit >= 0) || math.IsInf(c.RateLimit, 1) {
		return errors.New("--rate-limit must be a number from 0 up")
	}
	if c.BaseURL == "" {
		return nil
	}
	if u, err := url.Parse(c.BaseURL); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("--base-url %q is no address; write it as https://example.org", c.BaseURL)
	}
	return nil
}

// loadingGCPercent is how far the heap may grow between two collections while
// loading: more would bring the first answer no sooner and leave holes behind.
const loadingGCPercent = 150

func listen(ctx context.Context, addr string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
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
		return nil, fmt.Errorf("cannot keep the index in %s: %s", dir, oneLine(err.Error()))
	}
	return ix, nil
}

// released is when the commit was made that the binary was built from, or the
// zero time where the build does not say.
func released() time.Time {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return time.Time{}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			if at, err := time.Parse(time.RFC3339, s.Value); err == nil {
				return at
			}
		}
	}
	return time.Time{}
}

func (c *serveCmd) handler(a *app, logger *slog.Logger) (*server.Server, error) {
	places, err := fs.Sub(a.fsys, "places")
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	box, err := widget.New(widget.Config{BaseURL: c.BaseURL})
	if err != nil {
		return nil, err
	}
	document, err := api.Document()
	if err != nil {
		return nil, err
	}
	config := portal.Config{
		Searcher: a.engine, Matcher: a.matcher, Directory: a.engine, Suggester: a.engine, BaseURL: c.BaseURL,
		DataDate: dataDate(a.networks), Version: version, RankingVersion: a.matcher.Model().Version, Released: released(),
		Ranking: rankingRows(a.engine.Weights(), a.matcher.Weights()),
		Places:  places, OpenAPI: document, Embed: embedder(box),
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
		Searcher: a.engine, Matcher: a.matcher, Portal: pages, Widget: box,
		Logger: logger, RateLimit: c.RateLimit, Networks: len(a.networks),
	})
}

// embedder lets the portal show the box and the lines that put it elsewhere.
func embedder(box *widget.Widget) func(base string, values url.Values) portal.EmbedBox {
	return func(base string, values url.Values) portal.EmbedBox {
		o := widget.ParseOptions(values)
		return portal.EmbedBox{
			Script: widget.ScriptPath, Element: o.Element(), Style: o.Style(),
			Snippet: box.At(base).Snippet(o), Frame: box.At(base).FrameSnippet(o), FrameURL: o.FrameAddress(),
		}
	}
}
