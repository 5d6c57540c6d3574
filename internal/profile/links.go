package profile

// checkAll returns the faults of every record and of the links between them,
// sorted.
func checkAll(records []*record) Faults {
	var faults Faults
	byID := make(map[string]*record, len(records))
	for _, r := range records {
		faults = append(faults, r.faults...)
		if r.network == nil {
			continue
		}
		faults = append(faults, r.locate(append(Validate(r.network), r.fileName()...))...)
		id := r.network.ID
		if other, taken := byID[id]; taken && id != "" {
			faults = append(faults, r.locate(Faults{{Field: "id", Problem: "is also the id of " + other.file, Fix: "give each network an id of its own"}})...)
			continue
		}
		byID[id] = r
	}
	for _, r := range records {
		if r.network != nil {
			faults = append(faults, r.locate(checkLinks(r.network, byID))...)
		}
	}
	faults.sort()
	return faults
}

// checkLinks holds successor and part_of of one network to naming another
// record and not leading back to it.
func checkLinks(n *Network, byID map[string]*record) Faults {
	c := checker{}
	links := []struct {
		field string
		of    func(*Network) string
	}{
		{"successor", func(n *Network) string { return n.Successor }},
		{"part_of", func(n *Network) string { return n.PartOf }},
	}
	for _, link := range links {
		target := link.of(n)
		if target == "" {
			continue
		}
		if byID[target] == nil {
			c.add(link.field, "no network has the id "+quote(target), "write the id of a record, or leave it out")
		}
		if leadsBack(n.ID, link.of, byID) {
			c.add(link.field, "leads back to "+quote(n.ID), "break the circle")
		}
	}
	return c.faults
}

// leadsBack follows links from the network called id; it takes no more steps
// than there are records, because another circle may lie on the way.
func leadsBack(id string, of func(*Network) string, byID map[string]*record) bool {
	at := byID[id]
	for range byID {
		if at == nil {
			return false
		}
		next := of(at.network)
		if next == id && next != "" {
			return true
		}
		at = byID[next]
	}
	return false
}
