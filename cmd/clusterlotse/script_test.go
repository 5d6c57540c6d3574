package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"clusterlotse/data"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"clusterlotse": main})
}

// TestScripts runs testdata/script/*.txtar, each on the real program. Beside the
// commands of testscript they know:
//
//	status N ARGS…   run clusterlotse and want that exit status
//	copydata DIR ID… write the embedded data into DIR, of the networks only those
//	start ARGS…      run clusterlotse serve, wait until it listens and set $ADDR
//	get STATUS PATH  ask it, want that status, keep the body as stdout
//	stop             end it as a service manager does, want status 0
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": wantStatus, "copydata": copyData,
			"start": startServer, "get": getPath, "stop": stopServer,
		},
		Setup: func(e *testscript.Env) error {
			e.Values[serverKey{}] = &service{}
			return nil
		},
		RequireExplicitExec: true,
	})
}

// copyData copies everything, of the networks only those named, if any: small
// data make a command fast.
func copyData(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: copydata DIR [NETWORK…]")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.CopyFS(dir, data.FS))
	if len(args) == 1 {
		return
	}
	networks, err := filepath.Glob(filepath.Join(dir, "networks", "*.yaml"))
	ts.Check(err)
	for _, name := range networks {
		if !slices.Contains(args[1:], strings.TrimSuffix(filepath.Base(name), ".yaml")) {
			ts.Check(os.Remove(name))
		}
	}
}
