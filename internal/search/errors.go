package search

import "fmt"

// InputError says what is wrong with a request and how to mend it, in the
// asker's language. It is always the asker's to mend; every other error of this
// package is the operator's.
type InputError struct {
	// Code is stable and for programs, such as "query_too_long".
	Code string
	// Field is the name of the parameter at fault.
	Field string
	// Problem and Fix are sentences for people.
	Problem, Fix string
}

// Error returns the field, the problem and the fix in one line.
func (e *InputError) Error() string {
	return fmt.Sprintf("%s: %s %s", e.Field, e.Problem, e.Fix)
}
