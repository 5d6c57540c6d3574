package profile_test

import "strings"

// good is a record without a fault; the table below breaks it.
const good = `id: muster
name: Musternetz
kind: state-network
status: active
founded: 2010
city: Aalen
postcode: '73430'
region: Ostwürttemberg
reach: regional
website: https://www.example.org
email: info@example.org
industries:
  - Maschinenbau
  - Optik
phases:
  - seed
labels:
  - label: ECEI Gold
    year: 2019
members:
  count: 80
  as_of: 2020
activities:
  - what: Messestand
    year: 2021
summary_de: Ein Netz.
summary_en: A network.
sources:
  - url: https://www.example.org/a
    for: [founded]
    seen: '2022'
confidence: high
`

// broken lists one replacement in the good record per rule and the fault that
// must follow, alone, as "line: field: start of the problem".
var broken = []struct{ name, old, new, want string }{
	{"unknown key", "city:", "ctiy:", "6: ctiy: unknown key"},
	{"unknown key inside", "    year: 2021", "    yaer: 2021", "25: activities[0].yaer: unknown key"},
	{"key twice", "city: Aalen", "city: Aalen\ncity: Ulm", "7: city: stands twice"},
	{"text for number", "founded: 2010", "founded: zehn", "5: founded: is not a whole number"},
	{"huge number", "founded: 2010", "founded: 99999999999999999999", "5: founded: is not a whole number"},
	{"year zero", "founded: 2010", "founded: 0", "5: founded: is not a whole number"},
	{"number for text", "postcode: '73430'", "postcode: 73430", "7: postcode: is not a text"},
	{"null", "city: Aalen", "city:", "6: city: is empty"},
	{"empty text", "city: Aalen", "city: ''", "6: city: is empty"},
	{"text for list", "phases:\n  - seed", "phases: seed", "15: phases: is not a list"},
	{"empty list", "phases:\n  - seed", "phases: []", "15: phases: is an empty list"},
	{"list for text", "city: Aalen", "city: [Aalen]", "6: city: is not a text"},
	{"text for mapping", "  - what: Messestand\n    year: 2021", "  - Messestand", "24: activities[0]: is not a set"},
	{"kind", "state-network", "verein", "3: kind: unknown value \"verein\""},
	{"status", "status: active", "status: asleep", "4: status: unknown value"},
	{"region", "region: Ostwürttemberg", "region: Ostalb", "8: region: unknown value"},
	{"reach", "reach: regional", "reach: global", "9: reach: unknown value"},
	{"phase", "- seed", "- exit", "16: phases[0]: unknown value"},
	{"confidence", "confidence: high", "confidence: full", "32: confidence: unknown value"},
	{"no id", "id: muster\n", "", "1: id: is missing"},
	{"no name", "name: Musternetz\n", "", "1: name: is missing"},
	{"no kind", "kind: state-network\n", "", "1: kind: is missing"},
	{"no German summary", "summary_de: Ein Netz.\n", "", "1: summary_de: is missing"},
	{"no English summary", "summary_en: A network.\n", "", "1: summary_en: is missing"},
	{"no sources", "sources:\n  - url: https://www.example.org/a\n    for: [founded]\n    seen: '2022'\n", "", "1: sources: is missing"},
	{"no source address", "url: https://www.example.org/a\n    for", "for", "29: sources[0].url: is missing"},
	{"no count", "  count: 80\n", "", "20: members.count: is missing"},
	{"no what", "what: Messestand\n    year", "year", "24: activities[0].what: is missing"},
	{"no label", "label: ECEI Gold\n    year", "year", "18: labels[0].label: is missing"},
	{"website", "https://www.example.org\n", "www.example.org\n", "10: website: does not begin with http"},
	{"website without host", "https://www.example.org\n", "https:///a\n", "10: website: has no host"},
	{"source address", "https://www.example.org/a", "ftp://example.org/a", "29: sources[0].url: does not begin"},
	{"address with a user", "https://www.example.org/a", "https://me@localhost/a", "29: sources[0].url: has a user name"},
	{"address with a space", "https://www.example.org/a", "https://example.org/a b", "29: sources[0].url: is no web address"},
	{"mail address", "info@example.org", "info(at)example.org", "11: email: is no plain mail"},
	{"mail of a person", "info@example.org", "erika.muster@example.org", "11: email: is not known as a general"},
	{"mail with a name", "email: info@example.org", "email: Erika <info@example.org>", "11: email: is no plain mail"},
	{"mail in a fact", "Messestand", "Anmeldung bei em@example.org", "24: activities[0].what: has a mail address"},
	{"mail in a source", "org/a", "org/a?mail=em@example.org", "29: sources[0].url: has a mail address"},
	{"telephone", "Messestand", "Anruf 0711 123456", "24: activities[0].what: looks like a telephone"},
	{"telephone abroad", "Messestand", "Anruf +49711", "24: activities[0].what: looks like a telephone"},
	{"postcode", "'73430'", "'7343'", "7: postcode: is not five digits"},
	{"founded", "2010", "1499", "5: founded: is no year"},
	{"label year", "year: 2019", "year: 219", "19: labels[0].year: is no year"},
	{"activity year", "year: 2021", "year: 20211", "25: activities[0].year: is no year"},
	{"member year", "as_of: 2020", "as_of: 20", "22: members.as_of: is no year"},
	{"control character", "Aalen", `"Aa\u0007len"`, "6: city: has a line break or another"},
	{"line break", "Aalen", `"Aa\nlen"`, "6: city: has a line break"},
	{"space at the end", "Aalen", `"Aalen "`, "6: city: begins or ends with a space"},
	{"value twice", "- Optik", "- Maschinenbau", "14: industries[1]: is the same as industries[0]"},
	{"anchor", "city: Aalen", "city: &a Aalen", "6: : has a YAML anchor"},
	{"second document", "confidence: high\n", "confidence: high\n---\nid: b\n", "33: : holds a second document"},
	// The YAML library counts the lines of an open bracket from 0.
	{"not YAML", "city: Aalen", "city: [Aalen", "5: : is not valid YAML"},
	{"odd id", "id: muster", "id: Muster_1", "1: id: "},
	{"successor of a living", "status: active", "status: active\nsuccessor: zwei", "5: successor: belongs to a network that has ended"},
	{"renamed to nothing", "status: active", "status: renamed", "1: successor: is missing for status renamed"},
	{"unknown successor", "status: active", "status: merged\nsuccessor: drei", "5: successor: no network has the id \"drei\""},
	{"unknown part_of", "status: active", "part_of: drei", "4: part_of: no network has the id"},
	{"part of itself", "status: active", "part_of: muster", "4: part_of: leads back"},
	{"too large", "confidence: high\n", "confidence: high\n#" + strings.Repeat("x", 256<<10), "1: : is larger than 256 KiB"},
}
