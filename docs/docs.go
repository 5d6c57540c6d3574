// Package docs embeds the descriptions that the program itself shows.
package docs

import _ "embed"

// OpenAPI is the description of the JSON interface, OpenAPI 3.1 in JSON. The
// tests of internal/api keep it in step with the handlers.
//
//go:embed openapi.json
var OpenAPI []byte
