package place

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// Gazetteer finds places by name.
type Gazetteer struct {
	postcodes map[string]*Place
	byKey     map[string][]entry
	regions   []RegionInfo
	byRegion  map[string]RegionInfo
	sorted    []sortedEntry
	// ambiguous are keys that mean a place only behind a preposition.
	ambiguous map[string]bool
	// longest is the most words of any key.
	longest int
}

// entry is a place under one of its names; of several, the heaviest comes first.
type entry struct {
	*Place
	weight float64
}

// Load reads postcodes-de.csv, districts-bw.csv, states.csv, landscapes.csv and
// ambiguous.txt from dir. Errors name the file and the line.
func Load(fsys fs.FS, dir string) (*Gazetteer, error) {
	l := loader{
		fsys: fsys, dir: dir, states: map[string]string{}, districts: map[string]district{},
		g: &Gazetteer{
			postcodes: map[string]*Place{}, byKey: map[string][]entry{},
			byRegion: map[string]RegionInfo{}, ambiguous: map[string]bool{},
		},
	}
	for _, step := range []func() error{
		l.readStates, l.readDistricts, l.readPostcodes, l.addAreas, l.readLandscapes, l.readAmbiguous,
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("places: %w", err)
		}
	}
	l.g.finish()
	return l.g, nil
}

type loader struct {
	fsys      fs.FS
	dir       string
	g         *Gazetteer
	states    map[string]string // as written → German
	districts map[string]district
	points    []Place // every postcode
}

type district struct {
	name, kind, region, regionName string
	regions                        []string // the region as a list, shared by its places
}

// rows calls each for every line of a CSV file but the first.
func (l *loader) rows(name string, columns int, each func(row []string) error) error {
	name = path.Join(l.dir, name)
	f, err := l.fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.ReuseRecord, r.Comment = columns, true, '#'
	for first := true; ; first = false {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if first {
			continue
		}
		if err := each(row); err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
}

func (l *loader) readStates() error {
	return l.rows("states.csv", 2, func(row []string) error {
		l.states[strings.Clone(row[0])] = strings.Clone(row[1])
		return nil
	})
}

func (l *loader) readDistricts() error {
	return l.rows("districts-bw.csv", 5, func(row []string) error {
		d := district{strings.Clone(row[1]), strings.Clone(row[2]), strings.Clone(row[3]), strings.Clone(row[4]), nil}
		d.regions = []string{d.region}
		l.districts[strings.Clone(row[0])] = d
		if _, ok := l.g.byRegion[d.region]; !ok {
			l.g.byRegion[d.region] = RegionInfo{ID: d.region, Name: d.regionName}
		}
		return nil
	})
}

func (l *loader) readPostcodes() error {
	towns := map[[2]string]*town{}
	var order []*town
	err := l.rows("postcodes-de.csv", 7, func(row []string) error {
		p, err := l.postcode(row)
		if err != nil {
			return err
		}
		code, name := strings.Clone(row[0]), p.Name
		if known, ok := l.g.postcodes[code]; !ok || known.Name == code {
			named := p
			named.Name, named.Kind = strings.TrimSpace(code+" "+name), Postcode
			l.g.postcodes[code] = &named
		}
		if name == "" {
			return nil
		}
		l.points = append(l.points, p)
		id := [2]string{name, p.District}
		if towns[id] == nil {
			towns[id] = &town{Place: p}
			order = append(order, towns[id])
		}
		towns[id].include(p)
		return nil
	})
	for _, t := range order {
		l.g.addTown(t)
	}
	return err
}

func (l *loader) postcode(row []string) (Place, error) {
	lat, err1 := strconv.ParseFloat(row[5], 64)
	lon, err2 := strconv.ParseFloat(row[6], 64)
	if err1 != nil || err2 != nil {
		return Place{}, fmt.Errorf("%q, %q is no point", row[5], row[6])
	}
	state := row[2]
	if german, ok := l.states[state]; ok {
		state = german
	}
	p := Place{Name: strings.Clone(row[1]), Kind: Town, State: strings.Clone(state), District: strings.Clone(row[3]), Lat: lat, Lon: lon}
	if d, ok := l.districts[p.District]; ok {
		p.DistrictName, p.Region, p.RegionName, p.Regions = d.name, d.region, d.regionName, d.regions
	} else if row[4] != "" {
		return Place{}, fmt.Errorf("district %q is not in districts-bw.csv", p.District)
	}
	return p, nil
}

func (l *loader) readLandscapes() error {
	return l.rows("landscapes.csv", 6, func(row []string) error {
		lat, err1 := strconv.ParseFloat(row[2], 64)
		lon, err2 := strconv.ParseFloat(row[3], 64)
		radius, err3 := strconv.ParseFloat(row[4], 64)
		if err1 != nil || err2 != nil || err3 != nil {
			return fmt.Errorf("%q: want lat, lon and radius as numbers", row[0])
		}
		p := Place{Name: strings.Clone(row[0]), Kind: Landscape, State: Home, Lat: lat, Lon: lon, RadiusKm: radius}
		for _, id := range strings.Fields(row[5]) {
			if _, ok := l.g.byRegion[id]; !ok {
				return fmt.Errorf("%q: unknown region %q", row[0], id)
			}
			p.Regions = append(p.Regions, strings.Clone(id))
		}
		l.g.add(p, weightLandscape, row[0])
		for _, alias := range strings.Split(row[1], ";") {
			l.g.add(p, weightLandscape, alias)
		}
		return nil
	})
}

func (l *loader) readAmbiguous() error {
	name := path.Join(l.dir, "ambiguous.txt")
	raw, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return err
	}
	for _, line := range strings.Split(string(raw), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if key := keyOf(line); key != "" {
			l.g.ambiguous[key] = true
		}
	}
	return nil
}
