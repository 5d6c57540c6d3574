package portal

// schemaOrg is the vocabulary of all that these pages state for machines.
const schemaOrg = "https://schema.org"

// webSite says that there is a search here, and how to ask it.
type webSite struct {
	Context     string       `json:"@context"`
	Type        string       `json:"@type"`
	Name        string       `json:"name"`
	Description string       `json:"description"`
	URL         string       `json:"url"`
	Languages   []string     `json:"inLanguage"`
	Action      searchAction `json:"potentialAction"`
}

type searchAction struct {
	Type   string `json:"@type"`
	Target struct {
		Type     string `json:"@type"`
		Template string `json:"urlTemplate"`
	} `json:"target"`
	Input string `json:"query-input"`
}

// itemList is an ItemList or a BreadcrumbList.
type itemList struct {
	Context string      `json:"@context"`
	Type    string      `json:"@type"`
	Total   int         `json:"numberOfItems,omitempty"`
	Items   []listEntry `json:"itemListElement"`
}

// listEntry is a place in a list; Item is its address within a breadcrumb.
type listEntry struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	URL      string `json:"url,omitempty"`
	Item     string `json:"item,omitempty"`
}

// describe states for machines what the page shows; none for most pages.
func (p *Portal) describe(pg *page) []any {
	switch view := pg.Data.(type) {
	case homeView:
		return []any{p.webSite(pg)}
	case searchView:
		if len(view.Hits) > 0 {
			return []any{hitList(pg, view)}
		}
	case networkView:
		return []any{crumbs(pg, link{pg.locale.text("crumbs.search"), "/search"})}
	case conceptView:
		return []any{crumbs(pg, link{view.SectionTitle, "/" + view.Section})}
	case regionView:
		return []any{crumbs(pg, link{pg.locale.text("regions.title"), "/regions"})}
	}
	return nil
}

func (p *Portal) webSite(pg *page) webSite {
	site := webSite{
		Context: schemaOrg, Type: "WebSite", Name: pg.locale.text("brand"), Description: pg.locale.text("description"),
		URL: pg.base + "/", Languages: languages,
		Action: searchAction{Type: "SearchAction", Input: "required name=search_term_string"},
	}
	site.Action.Target.Type = "EntryPoint"
	site.Action.Target.Template = pg.base + "/search?q={search_term_string}&lang=" + pg.Lang
	return site
}

func hitList(pg *page, view searchView) itemList {
	list := itemList{Context: schemaOrg, Type: "ItemList", Total: view.Total}
	for i, h := range view.Hits {
		list.Items = append(list.Items, listEntry{Type: "ListItem", Position: view.From + i, Name: h.Name, URL: pg.base + h.URL})
	}
	return list
}

// crumbs is the way to this page: start, the page above, and itself.
func crumbs(pg *page, above link) itemList {
	list := itemList{Context: schemaOrg, Type: "BreadcrumbList"}
	for i, step := range []link{{pg.locale.text("brand"), "/"}, above, {pg.Title, pg.path}} {
		list.Items = append(list.Items, listEntry{
			Type: "ListItem", Position: i + 1, Name: step.Text, Item: canonical(pg.base, step.URL, pg.Lang),
		})
	}
	return list
}
