package portal

import (
	"context"

	"clusterlotse/internal/match"
	"clusterlotse/internal/profile"
)

// relatedGroup are the networks that stand in the same way to another one.
type relatedGroup struct {
	// Relation is one of match.Alike, match.Complementary and match.Neighbour.
	Relation string
	Networks []relatedView
}

// relatedView is a related network and what speaks for it.
type relatedView struct {
	cardView
	// Reasons are what both have, Brings what this one has and the other has not.
	Reasons, Brings []string
	More            int
}

const (
	// relatedPool is how many networks are looked through for the three groups.
	relatedPool       = 30
	maxRelated        = 3
	maxRelatedReasons = 2
	maxBrought        = 4
)

// related are the networks alike, those that complement it and those next door;
// empty groups are left out.
func (p *Portal) related(ctx context.Context, pg *page, n *profile.Network) ([]relatedGroup, error) {
	matches, err := p.Matcher.Related(ctx, n.ID, pg.Lang, relatedPool)
	if err != nil {
		return nil, err
	}
	var groups []relatedGroup
	for _, relation := range []match.Relation{match.Alike, match.Complementary, match.Neighbour} {
		group := relatedGroup{Relation: string(relation)}
		for _, m := range matches {
			if m.Relation == relation && len(group.Networks) < maxRelated {
				group.Networks = append(group.Networks, p.relatedView(pg, m))
			}
		}
		if len(group.Networks) > 0 {
			groups = append(groups, group)
		}
	}
	return groups, nil
}

// featureOf is the feature that the networks of a relation share.
var featureOf = map[match.Relation]string{
	match.Alike: string(match.Technologies), match.Complementary: string(match.Industries), match.Neighbour: string(match.Place),
}

func (p *Portal) relatedView(pg *page, m match.Match) relatedView {
	r := relatedView{cardView: p.cardView(pg, m.Network, m.DistanceKm)}
	feature := featureOf[m.Relation]
	for _, wanted := range []bool{true, false} { // what the group is about goes first
		for _, reason := range m.Reasons {
			if (reason.Feature == feature) == wanted && len(r.Reasons) < maxRelatedReasons {
				r.Reasons = append(r.Reasons, reason.Text)
			}
		}
	}
	r.Brings = m.Missing[:min(len(m.Missing), maxBrought)]
	r.More = len(m.Missing) - len(r.Brings)
	return r
}
