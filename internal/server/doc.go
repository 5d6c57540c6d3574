// Package server puts the JSON interface and the pages behind one HTTP server:
// routes, middleware, limits, metrics and shutdown.
//
// Begin with [New] and routes.go, which shows every route on one screen; [Run]
// serves until told to stop. A Server may be used by many goroutines at once.
package server
