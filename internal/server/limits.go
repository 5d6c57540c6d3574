package server

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"

	"clusterlotse/internal/api"

	"github.com/gin-gonic/gin"
	"golang.org/x/time/rate"
)

// limitBody refuses a body that says it is too large and cuts off one that turns
// out to be.
func (s *Server) limitBody(c *gin.Context) {
	if c.Request.ContentLength > api.MaxBodyBytes {
		s.fail(c, http.StatusRequestEntityTooLarge, "body_too_large")
		return
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, api.MaxBodyBytes)
}

// limitRate refuses clients who ask too often. Probes and the files that a page
// loads do not count, on our own pages or on others.
func (s *Server) limitRate(c *gin.Context) {
	path := c.Request.URL.Path
	if s.clients == nil || isProbe(path) || strings.HasPrefix(path, "/static/") || strings.HasPrefix(path, "/embed/") {
		return
	}
	if wait := s.clients.ask(c.ClientIP()); wait > 0 {
		c.Header("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
		s.fail(c, http.StatusTooManyRequests, "rate_limited")
	}
}

// maxClients bounds the memory: at most twice as many clients are remembered.
const maxClients = 10_000

// clients holds a token bucket per client. It keeps two generations: when the
// young one is full it becomes the old one, and what was old is forgotten unless
// it was asked for since.
type clients struct {
	perSecond rate.Limit
	burst     int

	mu         sync.Mutex
	young, old map[netip.Prefix]*rate.Limiter
}

func newClients(perSecond float64) *clients {
	return &clients{
		perSecond: rate.Limit(perSecond), burst: max(1, int(math.Ceil(min(perSecond, math.MaxInt32)))),
		young: map[netip.Prefix]*rate.Limiter{},
	}
}

// ask takes a token for the client of that address. It returns 0, or how long
// the client must wait for the next one.
func (c *clients) ask(ip string) time.Duration {
	reservation := c.bucket(clientKey(ip)).Reserve()
	wait := reservation.Delay()
	if wait > 0 {
		reservation.Cancel()
	}
	return wait
}

func (c *clients) bucket(key netip.Prefix) *rate.Limiter {
	c.mu.Lock()
	defer c.mu.Unlock()
	if b, ok := c.young[key]; ok {
		return b
	}
	b, ok := c.old[key]
	if !ok {
		b = rate.NewLimiter(c.perSecond, c.burst)
	}
	if len(c.young) >= maxClients {
		c.old, c.young = c.young, map[netip.Prefix]*rate.Limiter{}
	}
	c.young[key] = b
	return b
}

// clientKey is the IPv4 address, or the /64 of an IPv6 address, as one
// connection has all of it. Whatever does not parse shares one bucket.
func clientKey(ip string) netip.Prefix {
	addr, err := netip.ParseAddr(ip)
	if err != nil {
		return netip.Prefix{}
	}
	addr = addr.Unmap().WithZone("")
	bits := 32
	if addr.Is6() {
		bits = 64
	}
	prefix, _ := addr.Prefix(bits) // bits fit the family
	return prefix
}
