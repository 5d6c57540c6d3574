package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/kong"

	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
)

// version is set by the linker from the release's tag.
var version = "dev"

// commands are all subcommands with their flags.
type commands struct {
	Serve    serveCmd         `cmd:"" help:"Serve pages and API."`
	Search   searchCmd        `cmd:"" help:"Search the networks."`
	Match    matchCmd         `cmd:"" help:"Find the networks that fit a company, with reasons."`
	Check    checkCmd         `cmd:"" help:"Check profiles and vocabulary and tell how many terms are mapped."`
	Evaluate evaluateCmd      `cmd:"" help:"Measure rankings against judged queries and companies."`
	Fit      fitCmd           `cmd:"" help:"Fit the numbers of the matching to judged companies."`
	Analyze  analyzeCmd       `cmd:"" help:"Show how a text is cut into terms."`
	Source   string           `help:"Read networks, vocabulary, words and places from this directory instead of the embedded ones." env:"CLUSTERLOTSE_SOURCE" placeholder:"DIR"`
	Version  kong.VersionFlag `help:"Print the version and exit."`
}

// streams are what a subcommand reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// errUsage marks errors of the command line, which end with status 2.
var errUsage = errors.New("wrong usage")

// run runs one command line and returns when it is done or ctx ends. The error
// is for people, in one line, or in several for faults of the data.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (err error) {
	var cmds commands
	exited := false
	parser, err := kong.New(&cmds,
		kong.Name("clusterlotse"),
		kong.Description("Finds the cluster networks that fit, and says why."),
		kong.Writers(stdout, stderr),
		kong.Exit(func(int) { exited = true; panic(exit{}) }),
		kong.Vars{"version": "clusterlotse " + version},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		return err
	}
	// Kong leaves --help and --version through its exit function.
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exit); !ok || !exited {
				panic(r)
			}
			err = nil
		}
	}()
	if i := slices.IndexFunc(args, func(a string) bool { return !utf8.ValidString(a) }); i >= 0 {
		return fmt.Errorf("%w: argument %d is not valid UTF-8; set the terminal to UTF-8", errUsage, i+1)
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return fmt.Errorf("%w: %w (see clusterlotse --help)", errUsage, err)
	}
	parsed.BindTo(ctx, (*context.Context)(nil))
	out := &careful{w: stdout}
	if err := parsed.Run(&streams{stdin, out, stderr}, &cmds); err != nil {
		return err
	}
	return out.err
}

type exit struct{}

// careful remembers that its writer failed, so that a full disk does not look
// like success.
type careful struct {
	w   io.Writer
	err error
}

func (c *careful) Write(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.w.Write(p)
	c.err = err
	return n, err
}

// usage marks an error that the asker must mend and names the flag at fault, which
// the packages inside know by the name it has in addresses; other errors stay as
// they are.
func usage(err error) error {
	var input *search.InputError
	if !errors.As(err, &input) {
		return err
	}
	typed := *input
	switch input.Field {
	case "q":
		typed.Field = "<query>"
	case "text":
		typed.Field = "<text>"
	default:
		typed.Field = "--" + strings.ReplaceAll(input.Field, "_", "-")
	}
	return fmt.Errorf("%w: %w", errUsage, &typed)
}

// status tells the exit status of an error and prints it in one line, faults of
// the data in one line each before it: 0 fine, 1 failed, 2 wrong usage.
func status(err error, stderr io.Writer) int {
	if err == nil {
		return 0
	}
	message := err.Error()
	var faults profile.Faults
	if errors.As(err, &faults) {
		fmt.Fprintln(stderr, message)
		message = fmt.Sprintf("faults in the data: %d", len(faults))
	}
	code := 1
	if errors.Is(err, errUsage) {
		message = strings.TrimPrefix(message, errUsage.Error()+": ")
		code = 2
	}
	fmt.Fprintln(stderr, "clusterlotse: "+oneLine(message))
	return code
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "; ") }
