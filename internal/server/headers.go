package server

import (
	"net/http"
	"strings"

	"clusterlotse/internal/api"

	"github.com/gin-gonic/gin"
)

// contentSecurity allows our own files and nothing else; no inline script or
// style.
const contentSecurity = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

// securityHeaders sets the headers that every answer carries.
func securityHeaders(c *gin.Context) {
	c.Header("Content-Security-Policy", contentSecurity)
	c.Header("X-Content-Type-Options", "nosniff")
	c.Header("Referrer-Policy", "strict-origin-when-cross-origin")
	c.Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
}

// cors opens the public reading API to scripts of any website, without
// credentials, and nothing else.
func cors(c *gin.Context) {
	method := c.Request.Method
	asked := c.GetHeader("Access-Control-Request-Method")
	preflight := method == http.MethodOptions && asked != ""
	if preflight {
		method = asked
	}
	if !public(method, c.Request.URL.Path) {
		return
	}
	c.Header("Access-Control-Allow-Origin", "*")
	c.Header("Access-Control-Expose-Headers", "Retry-After")
	if !preflight {
		return
	}
	c.Header("Access-Control-Allow-Methods", method)
	c.Header("Access-Control-Allow-Headers", "Content-Type")
	c.Header("Access-Control-Max-Age", "86400")
	c.AbortWithStatus(http.StatusNoContent)
}

// public tells whether scripts of other websites may make this request.
func public(method, path string) bool {
	switch method {
	case http.MethodGet, http.MethodHead:
		return strings.HasPrefix(path, api.Prefix+"/")
	case http.MethodPost:
		return path == api.Prefix+"/match"
	}
	return false
}
