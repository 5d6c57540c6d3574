// Package data embeds the facts and words that the program starts with, so
// that one binary is all there is to install. It only embeds: the packages
// that know a folder's form read it from [FS].
package data

import "embed"

// FS holds the folders of this package: networks (one record per file), words
// (lists for the analysis of German), and the others beside them. It is
// read-only and safe for concurrent use.
//
//go:embed networks vocabulary words places
var FS embed.FS
