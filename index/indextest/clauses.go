package indextest

import (
	"testing"

	"clusterlotse/index"
)

type scores = map[string]float64

// clauseCases has every operation, alone and within others.
var clauseCases = []struct {
	name   string
	clause index.Clause
	want   scores
}{
	{"term", term("body", "x"), scores{"a": xInA, "b": xInB}},
	{"term in another field", term("name", "x"), scores{"a": xNameA}},
	{"boosted term", boosted(term("body", "z"), 2.5), scores{"b": 2.5 * zInB}},
	{"negative boost", boosted(term("body", "x"), -1), scores{"a": -xInA, "b": -xInB}},
	{"unknown term", term("body", "q"), scores{}},
	{"part of a term", term("body", ""), scores{}},
	{"unknown field", term("nothing", "x"), scores{}},
	{"keyword is no text", term("colour", "red"), scores{}},

	{"keyword", keyword("colour", "red"), scores{"a": 1, "b": 1}},
	{"boosted keyword", boosted(keyword("size", "m"), 3), scores{"b": 3}},
	{"unknown value", keyword("colour", "re"), scores{}},
	{"unknown keyword field", keyword("nothing", "red"), scores{}},
	{"text is no keyword", keyword("body", "x"), scores{}},

	{"any takes the best", node(index.OpAny, term("body", "x"), term("name", "x")),
		scores{"a": max(xInA, xNameA), "b": xInB}},
	{"any with negative scores", node(index.OpAny, boosted(keyword("colour", "red"), -2), boosted(keyword("size", "s"), -3)),
		scores{"a": -2, "b": -2, "d": -3}},
	{"any, the last negative score being best", node(index.OpAny, boosted(keyword("colour", "red"), -3), boosted(keyword("size", "s"), -2)),
		scores{"a": -2, "b": -3, "d": -2}},
	{"boosted any", boosted(node(index.OpAny, keyword("colour", "red"), boosted(keyword("colour", "blue"), 2)), 2),
		scores{"a": 2, "b": 4, "c": 4}},
	{"any of one term twice", node(index.OpAny, term("body", "z"), term("body", "z")), scores{"b": zInB}},
	{"any of nothing", node(index.OpAny), scores{}},

	{"sum", node(index.OpSum, term("body", "x"), term("body", "y")), scores{"a": xInA + yInA, "b": xInB, "c": yInC}},
	{"sum of one term twice", node(index.OpSum, term("body", "z"), term("body", "z")), scores{"b": 2 * zInB}},
	{"sum of at least 1", atLeast(1, node(index.OpSum, term("body", "y"))), scores{"a": yInA, "c": yInC}},
	{"sum of at least 2", atLeast(2, node(index.OpSum, term("body", "x"), term("body", "y"), keyword("colour", "red"))),
		scores{"a": xInA + yInA + 1, "b": xInB + 1}},
	{"sum of at least 3", atLeast(3, node(index.OpSum, term("body", "x"), term("body", "y"), keyword("colour", "red"))),
		scores{"a": xInA + yInA + 1}},
	{"sum of more than there are", atLeast(3, node(index.OpSum, term("body", "x"), term("body", "y"))), scores{}},
	{"sum of at least less than 0", atLeast(-4, node(index.OpSum, term("body", "z"))), scores{"b": zInB}},
	{"sum of nothing", node(index.OpSum), scores{}},
	{"boosted sum", boosted(node(index.OpSum, boosted(keyword("colour", "blue"), 2), keyword("size", "m")), 0.5),
		scores{"b": 1.5, "c": 1}},
	{"sum with score 0", node(index.OpSum, keyword("size", "m"), boosted(keyword("size", "m"), -1)), scores{"b": 0}},

	{"all", node(index.OpAll, term("body", "x"), term("body", "y")), scores{"a": xInA + yInA}},
	{"all with a child that finds nothing", node(index.OpAll, term("body", "x"), term("body", "q")), scores{}},
	{"all of one", node(index.OpAll, term("body", "y")), scores{"a": yInA, "c": yInC}},
	{"all ignores MinMatch", atLeast(1, node(index.OpAll, term("body", "x"), term("body", "y"))), scores{"a": xInA + yInA}},
	{"all without children", node(index.OpAll), scores{}},
	{"boosted all", boosted(node(index.OpAll, keyword("colour", "red"), keyword("colour", "blue")), 4), scores{"b": 8}},

	{"lead", node(index.OpLead, term("body", "x"), term("body", "y")), scores{"a": xInA + yInA, "b": xInB}},
	{"lead that finds nothing", node(index.OpLead, term("body", "q"), term("body", "y")), scores{}},
	{"lead without children", node(index.OpLead), scores{}},
	{"coordinated sum", coordinated(0.5, node(index.OpSum, term("body", "x"), term("body", "y"))),
		scores{"a": xInA + yInA, "b": 0.75 * xInB, "c": 0.75 * yInC}},
	{"only a sum is coordinated", coordinated(1, node(index.OpAny, term("body", "z"), term("body", "y"))),
		scores{"a": yInA, "b": zInB, "c": yInC}},

	{"nested", node(index.OpSum,
		boosted(node(index.OpAny, term("body", "x"), boosted(node(index.OpAll, keyword("colour", "red"), keyword("colour", "blue")), 10)), 2),
		node(index.OpAll, node(index.OpAny, term("body", "y"), term("body", "q")), keyword("colour", "blue")),
	), scores{"a": 2 * xInA, "b": 40, "c": yInC + 1}},
	{"empty children inside", node(index.OpSum, node(index.OpAny), node(index.OpAll), node(index.OpSum), term("body", "z")),
		scores{"b": zInB}},
}

func testClauses(t *testing.T, s *suite) {
	x := s.with(t, fixture()...)
	for _, c := range clauseCases {
		t.Run(c.name, func(t *testing.T) {
			wantScores(t, mustSearch(t, x, index.Query{Clause: &c.clause, Limit: 10}), c.want)
		})
	}
	t.Run("none", func(t *testing.T) {
		wantScores(t, mustSearch(t, x, index.Query{Limit: 10}), scores{"a": 1, "b": 1, "c": 1, "d": 1})
	})
}
