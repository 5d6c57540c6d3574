package match

import "clusterlotse/internal/vocabulary"

// servedGroups are target groups that a text names as customers, partners or
// staff, and hardly ever as the asker himself.
var servedGroups = map[string]bool{
	"companies": true, "industry": true, "employees": true, "associations-networks": true, "young-people": true,
	"research-institutes": true, "universities": true, "municipalities": true, "investors": true,
	"health-care-providers": true, "trade-hospitality": true, "general-public": true, "utilities-transport": true,
}

func isServedGroup(c *vocabulary.Concept) bool {
	return c.Scheme == vocabulary.TargetGroups && servedGroups[c.ID]
}
