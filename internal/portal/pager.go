package portal

import (
	"strconv"

	"clusterlotse/internal/search"
)

// pager is the way from one page of a result to the others.
type pager struct {
	Previous, Next string
	Numbers        []pageNumber
}

// pageNumber is a page; one without a URL and not Current stands for a gap.
type pageNumber struct {
	Label, URL string
	Current    bool
}

// newPager is empty when there is one page only.
func newPager(pg *page, r *search.Request, total int) pager {
	limit := max(r.Limit, 1)
	last := (min(total, search.MaxOffset+limit) - 1) / limit
	current := r.Offset / limit
	var out pager
	if total <= limit && r.Offset == 0 {
		return out
	}
	at := func(number int) string {
		next := *r
		next.Offset = number * limit
		return pg.link("/search", valuesOf(&next))
	}
	if current > 0 {
		out.Previous = at(min(current-1, last))
	}
	if current < last {
		out.Next = at(current + 1)
	}
	shown := -1
	for n := 0; n <= last; n++ {
		if n != 0 && n != last && (n < current-1 || n > current+1) {
			continue
		}
		if n > shown+1 {
			out.Numbers = append(out.Numbers, pageNumber{Label: "…"})
		}
		out.Numbers = append(out.Numbers, pageNumber{strconv.Itoa(n + 1), at(n), n == current})
		shown = n
	}
	return out
}
