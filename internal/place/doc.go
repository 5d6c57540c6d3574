// Package place is the gazetteer: it turns postcodes and names of towns,
// districts, regions and landscapes into points on the map.
//
// Begin with [Load], then [Gazetteer.Find] for a field that holds a place and
// [Gazetteer.Mentions] for places that stand somewhere in a text. A Gazetteer
// is immutable and may be used by any number of goroutines at once.
package place
