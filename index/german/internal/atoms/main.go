// Command atoms makes the word lists of the compound splitter that are too long
// to write by hand: nouns-atoms.tsv from a list of nouns with their counts, and
// compounds-names.txt from a list of places. Run it from the root of the module
// after a change to compounds-field.txt or compounds-bad.txt:
//
//	go run ./index/german/internal/atoms -nouns nouns-de.tsv -places postcodes-de.csv
//
// The nouns are lines "word tab count", the places a CSV whose second column
// names the place. Both files are made from public data and are not part of the
// project.
package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"clusterlotse/index/german"
)

const atomsHead = `# Nouns that are no compounds, with their frequency class (1 rare to 9
# frequent, each step a factor of four): the parts that the compound splitter
# knows. Counted over the federal laws of Germany (repository bundestag/gesetze,
# Unlicense; official works, section 5 (1) UrhG). Generated, do not edit: write
# own words into compounds-field.txt, wrong parts into compounds-bad.txt, and run
#   go run ./index/german/internal/atoms -nouns nouns-de.tsv -places postcodes-de.csv
`

const namesHead = `# Names of places that look like compounds and are never split. Generated from
# GeoNames postal codes (CC BY 4.0, "Contains data from GeoNames (geonames.org),
# modified") by index/german/internal/atoms: only places that would be split.
`

func main() {
	nouns := flag.String("nouns", "", "path of the noun list, lines of word, tab and count")
	places := flag.String("places", "", "path of the list of places, CSV with the name in the second column")
	dir := flag.String("dir", "data/words", "folder of the word lists")
	flag.Parse()
	if err := run(*nouns, *places, *dir); err != nil {
		fmt.Fprintln(os.Stderr, "atoms:", err)
		os.Exit(1)
	}
}

func run(nouns, places, dir string) error {
	if nouns == "" || places == "" {
		return errors.New("both -nouns and -places are needed")
	}
	if err := writeAtoms(nouns, dir); err != nil {
		return err
	}
	return writeNames(places, dir)
}

func writeAtoms(nouns, dir string) error {
	counts, err := readCounts(nouns)
	if err != nil {
		return err
	}
	atoms, err := german.Atoms(os.DirFS(dir), ".", counts)
	if err != nil {
		return err
	}
	lines := make([]string, len(atoms))
	for i, a := range atoms {
		lines[i] = fmt.Sprintf("%s\t%d", a.Word, a.Class)
	}
	return writeList(filepath.Join(dir, "nouns-atoms.tsv"), atomsHead, lines)
}

// writeNames first empties the list, so that it does not hide what it must hold.
func writeNames(places, dir string) error {
	target := filepath.Join(dir, "compounds-names.txt")
	if err := writeList(target, namesHead, nil); err != nil {
		return err
	}
	splitter, err := german.LoadSplitter(os.DirFS(dir), ".")
	if err != nil {
		return err
	}
	names, err := readPlaces(places)
	if err != nil {
		return err
	}
	var split []string
	for name := range names {
		if len(splitter.Split(name)) > 1 {
			split = append(split, name)
		}
	}
	sort.Strings(split)
	return writeList(target, namesHead, split)
}

func readCounts(name string) (map[string]int, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	counts := map[string]int{}
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		word, number, _ := strings.Cut(scanner.Text(), "\t")
		count, err := strconv.Atoi(number)
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, scanner.Text(), err)
		}
		counts[word] = count
	}
	return counts, scanner.Err()
}

// readPlaces gives the names of one word, in lower case.
func readPlaces(name string) (map[string]bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names := map[string]bool{}
	reader := csv.NewReader(f)
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if len(row) < 2 {
			return nil, fmt.Errorf("%s: want two columns at least, got %q", name, row)
		}
		for _, word := range strings.FieldsFunc(row[1], func(r rune) bool { return strings.ContainsRune(" -/(),.", r) }) {
			if utf8.RuneCountInString(word) >= 5 {
				names[strings.ToLower(word)] = true
			}
		}
	}
}

func writeList(name, head string, lines []string) error {
	var b strings.Builder
	b.WriteString(head)
	for _, line := range lines {
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}
