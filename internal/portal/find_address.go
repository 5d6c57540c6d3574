package portal

import (
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
)

// base is the public address of the service: the configured one, or else the
// one the request came to.
func (p *Portal) base(r *http.Request) string {
	if p.BaseURL != "" {
		return p.BaseURL
	}
	scheme := "http"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	u, err := url.Parse(scheme + "://" + r.Host)
	if err != nil || u.Host == "" || u.Host != r.Host { // a Host header with more in it than a host
		return scheme + "://localhost"
	}
	return scheme + "://" + u.Host
}

// canonical is the address under which a page in a language is to be known. It
// always names the language, as the bare address answers in the browser's, and
// drops every other parameter: pages that need one are not indexed.
func canonical(base, path, lang string) string {
	return base + address(path, url.Values{"lang": {lang}})
}

// tagURI names something for good (RFC 4151), whatever happens to its address.
// The year is the one in which such names were first given.
func tagURI(base, specific string) string {
	host := "localhost"
	if u, err := url.Parse(base); err == nil && u.Host != "" {
		host = u.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
	}
	return "tag:" + strings.ToLower(host) + ",2026:" + specific
}

// mountFinding adds what search engines, browsers and feed readers ask for.
func (p *Portal) mountFinding(get func(string, gin.HandlerFunc)) {
	get("/robots.txt", p.robots)
	get("/sitemap.xml", p.sitemap)
	get("/opensearch.xml", p.openSearch)
	get("/search.atom", p.searchFeed)
	if p.Suggester != nil {
		get("/suggest.json", p.suggest)
	}
	if p.Directory != nil {
		get("/feed.atom", p.feed)
	}
}
