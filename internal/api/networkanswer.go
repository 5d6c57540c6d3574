package api

import (
	"clusterlotse/internal/place"
	"clusterlotse/internal/profile"
	"clusterlotse/internal/search"
	"clusterlotse/internal/vocabulary"
)

// NetworkBody is a whole profile. Texts are German but for summary_en; a fact
// that no source states is empty, 0 or an empty list, or, for an object, absent.
type NetworkBody struct {
	ID        string      `json:"id"`
	Name      string      `json:"name"`
	Aliases   []string    `json:"aliases"`
	Kind      string      `json:"kind"`
	Status    string      `json:"status" doc:"active, merged, renamed, dissolved or empty."`
	Ended     bool        `json:"ended" doc:"The network exists no more under this name."`
	Successor *NetworkRef `json:"successor,omitempty" doc:"The network it went into."`
	PartOf    *NetworkRef `json:"part_of,omitempty" doc:"The network it belongs to."`

	LegalForm string       `json:"legal_form"`
	Founded   int          `json:"founded" doc:"Year, 0 when no source states it."`
	City      string       `json:"city"`
	Postcode  string       `json:"postcode"`
	Street    string       `json:"street"`
	Region    string       `json:"region" doc:"Name of the region."`
	Seat      *place.Place `json:"seat,omitempty" doc:"Where the network stands on the map."`
	Reach     string       `json:"reach"`
	Website   string       `json:"website"`
	Email     string       `json:"email"`

	Industries     []string `json:"industries"`
	Technologies   []string `json:"technologies"`
	Applications   []string `json:"applications"`
	ValueChain     []string `json:"value_chain"`
	Services       []string `json:"services"`
	FounderSupport []string `json:"founder_support"`
	TargetGroups   []string `json:"target_groups"`
	Phases         []string `json:"phases"`

	Concepts   []search.Concept   `json:"concepts" doc:"The kind, region and phases with their labels in the asker's language."`
	Labels     []profile.Label    `json:"labels"`
	Members    *profile.Members   `json:"members,omitempty"`
	Alliances  []string           `json:"alliances"`
	Activities []profile.Activity `json:"activities"`
	Partners   []string           `json:"partners"`
	Languages  []string           `json:"languages"`

	SummaryDE  string       `json:"summary_de"`
	SummaryEN  string       `json:"summary_en"`
	Sources    []SourceBody `json:"sources"`
	Confidence string       `json:"confidence"`
	LastSeen   int          `json:"last_seen" doc:"Newest year that the record names, 0 when it names none."`
}

// SourceBody is a page that states facts of a profile.
type SourceBody struct {
	Host string   `json:"host" example:"clusterportal-bw.de"`
	URL  string   `json:"url"`
	For  []string `json:"for" doc:"The keys it states, at times with a remark."`
	Seen string   `json:"seen" doc:"The date of the page as far as known, in words."`
}

// networkAnswer shows a profile as GET /api/v1/networks/{id} sends it.
func (h *handlers) networkAnswer(n *profile.Network, lang string) NetworkBody {
	body := NetworkBody{
		ID: n.ID, Name: n.Name, Aliases: list(n.Aliases), Kind: string(n.Kind), Status: string(n.Status),
		Ended: n.Ended(), Successor: h.ref(n.Successor), PartOf: h.ref(n.PartOf),
		LegalForm: n.LegalForm, Founded: n.Founded, City: n.City, Postcode: n.Postcode, Street: n.Street,
		Region: n.Region, Reach: string(n.Reach), Website: n.Website, Email: n.Email,
		Industries: list(n.Industries), Technologies: list(n.Technologies), Applications: list(n.Applications),
		ValueChain: list(n.ValueChain), Services: list(n.Services), FounderSupport: list(n.FounderSupport),
		TargetGroups: list(n.TargetGroups), Phases: []string{}, Concepts: []search.Concept{},
		Labels: list(n.Labels), Members: n.Members, Alliances: list(n.Alliances), Activities: list(n.Activities),
		Partners: list(n.Partners), Languages: list(n.Languages),
		SummaryDE: n.SummaryDE, SummaryEN: n.SummaryEN, Confidence: n.Confidence,
		Sources: make([]SourceBody, 0, len(n.Sources)), LastSeen: n.LastSeen(),
	}
	for _, s := range n.Sources {
		body.Sources = append(body.Sources, SourceBody{Host: s.Host(), URL: s.URL, For: list(s.For), Seen: s.Seen})
	}
	for _, phase := range n.Phases {
		body.Phases = append(body.Phases, string(phase))
	}
	h.label(&body, n, lang)
	return body
}

// label adds the seat and the labels of the values that stand for concepts.
func (h *handlers) label(body *NetworkBody, n *profile.Network, lang string) {
	add := func(scheme, id string) {
		if l := h.searcher.Label(scheme, id, lang); l != "" {
			body.Concepts = append(body.Concepts, search.Concept{Scheme: scheme, ID: id, Label: l})
		}
	}
	add(vocabulary.Kinds, body.Kind)
	if seat, ok := h.searcher.Seat(n); ok {
		body.Seat = &seat
		add("regions", seat.Region)
	}
	for _, phase := range body.Phases {
		add(vocabulary.Phases, phase)
	}
}

// ref names the network of that id, nil when there is none.
func (h *handlers) ref(id string) *NetworkRef {
	if id == "" {
		return nil
	}
	n, _, ok := h.searcher.Network(id)
	if !ok || n == nil {
		return nil
	}
	return refTo(n)
}
