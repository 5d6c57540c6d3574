package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

type serverKey struct{}

// service is the server that a script has started.
type service struct {
	command *exec.Cmd
	url     string
}

// program is clusterlotse as a script sees it.
func program(ts *testscript.TestScript, args ...string) *exec.Cmd {
	path, err := exec.LookPath("clusterlotse")
	ts.Check(err)
	command := exec.Command(path, args...)
	command.Dir = ts.MkAbs(".")
	command.Env = os.Environ()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "CLUSTERLOTSE_ADDR", "CLUSTERLOTSE_DATA_DIR", "CLUSTERLOTSE_RATE_LIMIT", "CLUSTERLOTSE_SOURCE"} {
		command.Env = append(command.Env, name+"="+ts.Getenv(name))
	}
	return command
}

// wantStatus runs a one-off command; a failure must say why in one line, which
// starts with the program's name and closes stderr.
func wantStatus(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: status N ARGS…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var errors strings.Builder
	command := program(ts, args[1:]...)
	command.Stdout, command.Stderr = ts.Stdout(), io.MultiWriter(ts.Stderr(), &errors)
	_ = command.Run() // the status below tells
	if got := command.ProcessState.ExitCode(); got != want {
		ts.Fatalf("status %d, want %d: %s", got, want, errors.String())
	}
	lines := strings.Split(strings.TrimSpace(errors.String()), "\n")
	if want != 0 && !strings.HasPrefix(lines[len(lines)-1], "clusterlotse: ") {
		ts.Fatalf("the last line does not say what is wrong: %q", lines)
	}
	if want == 2 && len(lines) != 1 {
		ts.Fatalf("wrong usage in %d lines: %q", len(lines), lines)
	}
}

var listening = regexp.MustCompile(`^clusterlotse: (\d+) networks, listening on (http://\S+:\d+)$`)

func startServer(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.Value(serverKey{}).(*service)
	s.command = program(ts, append([]string{"serve"}, args...)...)
	s.command.Stderr = ts.Stderr()
	out, err := s.command.StdoutPipe()
	ts.Check(err)
	ts.Check(s.command.Start())
	ts.Defer(func() { _ = s.command.Process.Kill() }) // for scripts that fail
	line, err := bufio.NewReader(out).ReadString('\n')
	found := listening.FindStringSubmatch(strings.TrimSpace(line))
	if err != nil || found == nil {
		ts.Fatalf("the server said %q: %v", line, err)
	}
	fmt.Fprint(ts.Stdout(), line)
	s.url = found[2]
	ts.Setenv("ADDR", strings.Replace(strings.TrimPrefix(s.url, "http://"), "localhost", "127.0.0.1", 1))
}

func getPath(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: get STATUS PATH")
	}
	s := ts.Value(serverKey{}).(*service)
	client := http.Client{Timeout: time.Minute}
	answer, err := client.Get(s.url + args[1])
	ts.Check(err)
	defer answer.Body.Close()
	_, err = io.Copy(ts.Stdout(), answer.Body)
	ts.Check(err)
	if got := strconv.Itoa(answer.StatusCode); got != args[0] {
		ts.Fatalf("%s answers %s, want %s", args[1], got, args[0])
	}
}

func stopServer(ts *testscript.TestScript, _ bool, _ []string) {
	s := ts.Value(serverKey{}).(*service)
	ts.Check(s.command.Process.Signal(syscall.SIGTERM))
	var exit *exec.ExitError
	if err := s.command.Wait(); errors.As(err, &exit) {
		ts.Fatalf("it ends with status %d", exit.ExitCode())
	} else {
		ts.Check(err)
	}
	if answer, err := http.Get(s.url); err == nil {
		answer.Body.Close()
		ts.Fatalf("it still answers")
	}
}
