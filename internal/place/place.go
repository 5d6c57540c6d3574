package place

import "math"

// Kind says what sort of place a Place is.
type Kind string

// The kinds of place, from small to large.
const (
	Postcode  Kind = "postcode"
	Town      Kind = "town"
	District  Kind = "district" // Landkreis or Stadtkreis
	Landscape Kind = "landscape"
	Region    Kind = "region" // one of the twelve of Baden-Württemberg
	State     Kind = "state"
)

// Home is the state whose districts, regions and landscapes are known, and
// whose towns come first among towns of the same name.
const Home = "Baden-Württemberg"

// Place is somewhere on the map.
type Place struct {
	// Name is the German name; for a postcode its digits and its town.
	Name string `json:"name"`
	Kind Kind   `json:"kind"`
	// State is the German name of the federal state.
	State string `json:"state,omitempty"`
	// District is the five-digit official key, DistrictName its name; the name
	// is known in Baden-Württemberg only.
	District     string `json:"district,omitempty"`
	DistrictName string `json:"district_name,omitempty"`
	// Region is the id of the region and RegionName its name, both empty outside
	// Baden-Württemberg and for places that lie in several regions.
	Region     string `json:"region,omitempty"`
	RegionName string `json:"region_name,omitempty"`
	// Regions are the ids of all regions that a landscape touches, or the one
	// region of a smaller place; none outside Baden-Württemberg.
	Regions []string `json:"regions,omitempty"`
	// Lat and Lon are degrees of WGS84.
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
	// RadiusKm is the distance from the centre within which the place lies; 0
	// for towns and postcodes.
	RadiusKm float64 `json:"radius_km,omitempty"`
}

// InHome tells whether the place lies in Baden-Württemberg.
func (p Place) InHome() bool { return p.State == Home }

// RegionInfo is one of the twelve regions of Baden-Württemberg.
type RegionInfo struct {
	ID, Name string
	// Lat and Lon are the middle of its towns, in degrees of WGS84.
	Lat, Lon float64
}

// earthKm is the mean radius of the earth (IUGG).
const earthKm = 6371.0088

// DistanceKm is the length of the great circle between two points given in
// degrees, by the haversine formula (Sinnott 1984), in kilometres.
func DistanceKm(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	s1 := math.Sin((lat2 - lat1) * rad / 2)
	s2 := math.Sin((lon2 - lon1) * rad / 2)
	h := s1*s1 + math.Cos(lat1*rad)*math.Cos(lat2*rad)*s2*s2
	return 2 * earthKm * math.Asin(math.Min(1, math.Sqrt(h)))
}
