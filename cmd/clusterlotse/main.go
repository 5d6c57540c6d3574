// Command clusterlotse serves and asks the search and matchmaking engine for
// cluster networks. Begin with run in run.go; each subcommand has its own file.
package main

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

func main() {
	dropEmptySettings()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := status(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr), os.Stderr)
	stop()
	os.Exit(code)
}

// dropEmptySettings takes a variable that is set to nothing for one that is not
// set, as container files and service managers write it.
func dropEmptySettings() {
	for _, setting := range os.Environ() {
		if name, value, _ := strings.Cut(setting, "="); value == "" && strings.HasPrefix(name, "CLUSTERLOTSE_") {
			_ = os.Unsetenv(name) // fails for impossible names only
		}
	}
}
