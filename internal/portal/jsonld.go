package portal

import "clusterlotse/internal/profile"

// organization is a network in the terms of schema.org, for search engines.
type organization struct {
	Context     string         `json:"@context"`
	Type        string         `json:"@type"`
	ID          string         `json:"@id,omitempty"`
	Name        string         `json:"name"`
	OtherNames  []string       `json:"alternateName,omitempty"`
	URL         string         `json:"url,omitempty"`
	Email       string         `json:"email,omitempty"`
	Description string         `json:"description,omitempty"`
	Founded     string         `json:"foundingDate,omitempty"`
	KnowsAbout  []string       `json:"knowsAbout,omitempty"`
	Area        string         `json:"areaServed,omitempty"`
	Address     *postalAddress `json:"address,omitempty"`
}

type postalAddress struct {
	Type     string `json:"@type"`
	Street   string `json:"streetAddress,omitempty"`
	Postcode string `json:"postalCode,omitempty"`
	City     string `json:"addressLocality,omitempty"`
}

func (p *Portal) organization(pg *page, n *profile.Network) organization {
	o := organization{
		Context: "https://schema.org", Type: "Organization", Name: n.Name, OtherNames: n.Aliases,
		URL: n.Website, Email: n.Email, Description: n.Summary(pg.Lang), Founded: number(n.Founded),
		KnowsAbout: n.Technologies, Area: n.Region,
	}
	if n.Reach == profile.Statewide {
		o.Area = "Baden-Württemberg"
	}
	if p.BaseURL != "" {
		o.ID = p.BaseURL + "/networks/" + n.ID
	}
	if n.City != "" {
		o.Address = &postalAddress{"PostalAddress", n.Street, n.Postcode, n.City}
	}
	return o
}
