// Package api serves the JSON interface under /api/v1.
//
// Begin with [Mount], which puts the endpoints on a Gin router. [SearchAnswer]
// and [MatchAnswer] are the answers themselves; the command line prints the
// same. Every refusal is a [Problem] (RFC 9457) in the asker's language. The
// OpenAPI document is made from the handlers' types and served beside them.
//
// Handlers keep no state, so everything here is safe for concurrent use.
package api
