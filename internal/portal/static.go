package portal

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"

	"github.com/gin-gonic/gin"
)

//go:embed static
var staticFS embed.FS

// staticFile is a file under /static/ with the first letters of its SHA-256.
type staticFile struct {
	data []byte
	hash string
	mime string
}

var mimeTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	"":     "text/plain; charset=utf-8",
}

func loadStatic() (map[string]staticFile, error) {
	entries, err := staticFS.ReadDir("static")
	if err != nil {
		return nil, fmt.Errorf("portal: %w", err)
	}
	files := map[string]staticFile{}
	for _, e := range entries {
		data, err := staticFS.ReadFile("static/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("portal: %w", err)
		}
		sum := sha256.Sum256(data)
		files[e.Name()] = staticFile{data, hex.EncodeToString(sum[:6]), mimeTypes[path.Ext(e.Name())]}
	}
	return files, nil
}

// staticURL is the address of a static file; it changes with the file.
func (p *Portal) staticURL(name string) string {
	return "/static/" + p.files[name].hash + "/" + name
}

// static serves a file for a year under its own hash. Under another hash, which
// a page from before an update asks for, it serves the file of today, uncached.
func (p *Portal) static(c *gin.Context) {
	f, ok := p.files[c.Param("file")]
	if !ok {
		p.Error(c, http.StatusNotFound)
		return
	}
	cache := "no-cache"
	if c.Param("hash") == f.hash {
		cache = "public, max-age=31536000, immutable"
	}
	c.Header("Cache-Control", cache)
	c.Data(http.StatusOK, f.mime, f.data)
}
