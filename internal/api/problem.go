package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"clusterlotse/internal/search"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// ProblemType is the media type of a Problem.
const ProblemType = "application/problem+json"

// statusClientGone is logged for askers who left before the answer; nobody
// receives it.
const statusClientGone = 499

// Problem is a refusal as RFC 9457 describes it, with three members of our own:
// Code, Field and Fix.
type Problem struct {
	Type   string `json:"type" doc:"Always about:blank; programs go by code." example:"about:blank"`
	Title  string `json:"title" doc:"What the status means, in the asker's language." example:"Falsche Anfrage"`
	Status int    `json:"status" doc:"HTTP status." example:"400"`
	Detail string `json:"detail" doc:"What is wrong, in the asker's language." example:"Den Ort „Atlantis“ kennen wir nicht."`
	Code   string `json:"code" doc:"Stable name of the problem, for programs." example:"unknown_place"`
	Field  string `json:"field" doc:"Parameter or key at fault; empty when there is none." example:"near"`
	Fix    string `json:"fix" doc:"How to mend it, in the asker's language." example:"Geben Sie eine deutsche Postleitzahl an."`

	// location is where the asker is sent instead, for status 301.
	location string
}

// Error returns what is wrong and how to mend it.
func (p *Problem) Error() string { return p.Detail + " " + p.Fix }

// GetStatus returns the HTTP status; huma asks for it.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType replaces JSON by ProblemType; huma asks for it.
func (p *Problem) ContentType(string) string { return ProblemType }

// GetHeaders returns the headers that belong to the problem; huma sets them.
func (p *Problem) GetHeaders() http.Header {
	h := http.Header{"Cache-Control": {"no-store"}}
	if p.location != "" {
		h.Set("Location", p.location)
		h.Del("Cache-Control")
	}
	return h
}

// NewProblem returns the problem of that code in the language "de" or "en". A
// code without a text of its own is worded by its status.
func NewProblem(status int, code, lang string) *Problem {
	t, ok := problemTexts[code]
	if !ok {
		t = problemTexts[statusCode(status)]
	}
	p := &Problem{Type: "about:blank", Title: titles[status].in(lang), Status: status, Code: code}
	p.Detail, p.Fix = t.detail.in(lang), t.fix.in(lang)
	if p.Title == "" {
		p.Title = http.StatusText(status)
	}
	return p
}

// about names the field at fault in the problem's member and, where the text
// has room for it, in its text.
func (p *Problem) about(field string) *Problem {
	p.Field = field
	return p.say("field", field)
}

// say puts a value into the places of that name in the problem's text.
func (p *Problem) say(name, value string) *Problem {
	p.Detail = strings.ReplaceAll(p.Detail, "{"+name+"}", value)
	p.Fix = strings.ReplaceAll(p.Fix, "{"+name+"}", value)
	return p
}

func inputProblem(e *search.InputError, lang string) *Problem {
	p := NewProblem(http.StatusBadRequest, e.Code, lang)
	p.Field, p.Detail, p.Fix = e.Field, e.Problem, e.Fix
	return p
}

// WriteProblem ends a request with the problem of that code in the asker's
// language; it is for middleware, which stands outside the typed handlers.
func WriteProblem(c *gin.Context, status int, code string) {
	p := NewProblem(status, code, Language(c.Request.URL.RawQuery, c.GetHeader("Accept-Language")))
	for name, values := range p.GetHeaders() {
		c.Header(name, values[0])
	}
	body, err := json.Marshal(p)
	if err != nil { // strings and numbers always marshal
		panic(err)
	}
	c.Abort()
	c.Data(status, ProblemType, body)
}

// statusCode is the code of a status that came without one.
func statusCode(status int) string {
	if code, ok := statusCodes[status]; ok {
		return code
	}
	if status >= http.StatusInternalServerError {
		return "internal"
	}
	return "invalid_request"
}

// huma has hooks for the whole program only. Whatever it wants to refuse becomes
// a Problem; its own messages are English and quote the input, so they are
// dropped. And it shall not document lists as nullable, for ours never are.
func init() {
	huma.DefaultArrayNullable = false
	huma.NewError = func(status int, _ string, errs ...error) huma.StatusError {
		return refusal(status, "de", errs)
	}
	huma.NewErrorWithContext = func(ctx huma.Context, status int, _ string, errs ...error) huma.StatusError {
		u := ctx.URL()
		ctx.SetHeader("Cache-Control", "no-store")
		return refusal(status, Language(u.RawQuery, ctx.Header("Accept-Language")), errs)
	}
}

func refusal(status int, lang string, errs []error) *Problem {
	for _, err := range errs {
		var p *Problem
		if errors.As(err, &p) {
			return p
		}
	}
	return NewProblem(status, statusCode(status), lang)
}
