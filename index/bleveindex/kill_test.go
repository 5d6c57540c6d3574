package bleveindex

import (
	"bufio"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// builderDir tells the test binary that it is the child of TestKill.
const builderDir = "BLEVEINDEX_TEST_BUILDER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(builderDir); dir != "" {
		buildForEver(dir)
	}
	os.Exit(m.Run())
}

// buildForEver applies one generation after the other and writes the number of
// each that is done.
func buildForEver(dir string) {
	x, err := Open(dir)
	if err != nil {
		println(err.Error())
		os.Exit(1)
	}
	state, _ := x.State(ctx)
	n, _ := strconv.Atoi(state.Fingerprint)
	for {
		n++
		if err := x.Apply(ctx, numbered(n)); err != nil {
			println(err.Error())
			os.Exit(1)
		}
		os.Stdout.WriteString(strconv.Itoa(n) + "\n")
	}
}

// TestKill kills a process that builds generations, at random moments, a dozen
// times in one directory: afterwards it holds the last generation that was
// acknowledged, or the one after it, whole.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	acknowledged := 0
	for range 12 {
		acknowledged = max(acknowledged, buildAndKill(t, dir))
		x, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		state, err := x.State(ctx)
		if err != nil {
			t.Fatal(err)
		}
		n, _ := strconv.Atoi(state.Fingerprint)
		if n != acknowledged && n != acknowledged+1 {
			t.Fatalf("generation %d after %d was acknowledged", n, acknowledged)
		}
		if n > 0 {
			wantNumbered(t, x, n)
		}
		acknowledged = n // what was found is kept, whether or not its builder could say so
		if left := names(t, dir); len(left) > 3 {
			t.Errorf("Open left %q", left)
		}
		x.Close()
	}
	if acknowledged == 0 {
		t.Error("no generation was ever finished")
	}
}

// buildAndKill returns the last number the child wrote before its death.
func buildAndKill(t *testing.T, dir string) int {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), builderDir+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	last := 0
	// Let it finish a few, then strike somewhere in the next.
	for range rand.IntN(3) {
		if lines.Scan() {
			last, _ = strconv.Atoi(lines.Text())
		}
	}
	time.Sleep(rand.N(40 * time.Millisecond))
	child.Process.Kill()
	for lines.Scan() {
		last, _ = strconv.Atoi(lines.Text())
	}
	child.Wait()
	return last
}
