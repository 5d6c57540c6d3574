package profile_test

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"

	"clusterlotse/data"
	"clusterlotse/internal/profile"
)

func folder(files map[string]string) fs.FS {
	m := fstest.MapFS{}
	for name, text := range files {
		m["networks/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func faultsOf(t *testing.T, fsys fs.FS) profile.Faults {
	t.Helper()
	networks, err := profile.Read(fsys, "networks")
	var faults profile.Faults
	if err != nil && !errors.As(err, &faults) {
		t.Fatalf("not Faults: %v", err)
	}
	if err != nil && networks != nil {
		t.Error("networks beside faults")
	}
	return faults
}

func TestReadNamesTheBrokenRule(t *testing.T) {
	second := strings.Replace(good, "id: muster", "id: zwei", 1)
	for _, tt := range broken {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(good, tt.old, tt.new, 1)
			if text == good {
				t.Fatal("nothing was broken")
			}
			faults := faultsOf(t, folder(map[string]string{"muster": text, "zwei": second}))
			if len(faults) == 0 {
				t.Fatal("no fault")
			}
			want := "networks/muster.yaml:" + strings.Replace(tt.want, " : ", " ", 1)
			for _, f := range faults {
				if strings.HasPrefix(f.String(), want) && f.Fix != "" {
					if len(faults) > 1 && tt.name != "odd id" {
						t.Errorf("more than one fault:\n%v", faults)
					}
					return
				}
			}
			t.Errorf("want %q, got:\n%v", want, faults)
		})
	}
}

func TestReadReportsAllFaultsSorted(t *testing.T) {
	one := strings.NewReplacer("founded: 2010", "founded: no", "- Optik", "- Maschinenbau", "reach: regional", "reach: far").Replace(good)
	faults := faultsOf(t, folder(map[string]string{
		"muster": one,
		"a":      strings.Replace(good, "'73430'", "'1'", 1),
		"leer":   "",
	}))
	want := []string{
		"networks/a.yaml:1: id: differs",
		"networks/a.yaml:7: postcode: is not five",
		"networks/leer.yaml:1: is empty",
		"networks/muster.yaml:1: id: is also the id of networks/a.yaml",
		"networks/muster.yaml:5: founded: is not a whole",
		"networks/muster.yaml:9: reach: unknown",
		"networks/muster.yaml:14: industries[1]: is the same",
	}
	lines := strings.Split(faults.Error(), "\n")
	if len(lines) != len(want) {
		t.Fatalf("got:\n%v", faults)
	}
	for i := range want {
		if !strings.HasPrefix(lines[i], want[i]) {
			t.Errorf("line %d: got %q, want %q", i, lines[i], want[i])
		}
	}
}

func TestReadFindsCircleOfSuccessors(t *testing.T) {
	ended := func(id, successor string) string {
		return strings.NewReplacer("id: muster", "id: "+id, "status: active", "status: merged\nsuccessor: "+successor).Replace(good)
	}
	faults := faultsOf(t, folder(map[string]string{
		"a": ended("a", "b"), "b": ended("b", "c"), "c": ended("c", "b"),
	}))
	if len(faults) != 2 || faults[0].File != "networks/b.yaml" || faults[1].File != "networks/c.yaml" {
		t.Errorf("want a fault for b and c, got:\n%v", faults)
	}
}

func embedded(t *testing.T) []*profile.Network {
	t.Helper()
	networks, err := profile.Read(data.FS, "networks")
	if err != nil {
		t.Fatal(err)
	}
	if len(networks) == 0 {
		t.Fatal("no networks")
	}
	return networks
}

func TestEmbeddedNetworksHaveNoFault(t *testing.T) {
	networks := embedded(t)
	if faults := profile.ValidateSet(networks); faults != nil {
		t.Errorf("Read and ValidateSet differ:\n%v", faults)
	}
}

func TestNetworksSurviveYAML(t *testing.T) {
	networks := embedded(t)
	files := map[string]string{}
	for _, n := range networks {
		files[n.ID] = marshal(t, n)
	}
	again, err := profile.Read(folder(files), "networks")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(networks, again) {
		t.Error("a network differs after writing and reading")
	}
}

func marshal(t *testing.T, n *profile.Network) string {
	t.Helper()
	text, err := yaml.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func FuzzRead(f *testing.F) {
	f.Add(good)
	for _, tt := range broken[:len(broken)-1] { // the last one is too long to mutate
		f.Add(strings.Replace(good, tt.old, tt.new, 1))
	}
	f.Add("a: &a [*a]")
	f.Add("? [a]\n: b\n<<: {id: x}")
	f.Fuzz(func(t *testing.T, text string) {
		networks, err := profile.Read(folder(map[string]string{"muster": text}), "networks")
		if err != nil {
			var faults profile.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("not Faults: %v", err)
			}
			for _, fault := range faults {
				if fault.Line < 1 || fault.Fix == "" || strings.Contains(fault.String(), "\n") {
					t.Errorf("poor fault: %+v", fault)
				}
			}
			return
		}
		again, err := profile.Read(folder(map[string]string{"muster": marshal(t, networks[0])}), "networks")
		if err != nil || !reflect.DeepEqual(networks, again) {
			t.Errorf("differs after writing and reading: %v", err)
		}
	})
}
