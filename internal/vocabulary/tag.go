package vocabulary

import "clusterlotse/internal/profile"

// Tag is a concept that a profile carries, with the fact it was read from.
type Tag struct {
	Concept *Concept
	// Field is the key of the profile, such as "services", Fact its value.
	Field, Fact string
}

// Unmapped is a fact that stands behind no concept and is kept as free text.
type Unmapped struct {
	Network, Field, Fact string
}

// fact is a list of a profile and the scheme its values are mapped to.
type fact struct {
	field, scheme string
	values        []string
}

func facts(n *profile.Network) []fact {
	return []fact{
		{"technologies", Technologies, n.Technologies},
		{"industries", Industries, n.Industries},
		{"services", Needs, n.Services},
		{"founder_support", Needs, n.FounderSupport},
		{"target_groups", TargetGroups, n.TargetGroups},
	}
}

// Tag reads the concepts out of a profile: those of its technologies,
// industries, services, founder support and target groups, its phases and its
// kind. A concept may come from several facts. Facts without a concept are
// returned as unmapped.
func (v *Vocabulary) Tag(n *profile.Network) (tags []Tag, unmapped []Unmapped) {
	for _, f := range facts(n) {
		for _, value := range f.values {
			found := v.FindIn(f.scheme, value)
			for _, c := range found {
				tags = append(tags, Tag{c, f.field, value})
			}
			if len(found) == 0 {
				unmapped = append(unmapped, Unmapped{n.ID, f.field, value})
			}
		}
	}
	for _, phase := range n.Phases {
		if c := v.Concept(Ref{Phases, string(phase)}); c != nil {
			tags = append(tags, Tag{c, "phases", string(phase)})
		}
	}
	if c := v.Concept(Ref{Kinds, string(n.Kind)}); c != nil {
		tags = append(tags, Tag{c, "kind", string(n.Kind)})
	}
	return tags, unmapped
}
