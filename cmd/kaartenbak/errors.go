package main

import (
	"fmt"

	"kaartenbak/generator/problem"
)

// The exit codes. Outside scripts rely on them.
const (
	exitFine    = 0
	exitContent = 1 // the content has errors
	exitUsage   = 2 // the command was used wrongly
	exitMachine = 3 // disk, permission, network, templates
)

// A usageError is a use of the command that cannot be meant. Where its reason is
// [flag.ErrHelp], somebody only asked how the command is used.
type usageError struct{ reason error }

func (e usageError) Error() string { return e.reason.Error() }
func (e usageError) Unwrap() error { return e.reason }

// wrongUse is a usageError for a reason in words.
func wrongUse(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// A contentError is content that has errors.
type contentError struct {
	problems problem.List // to be shown still; nil when the verb has reported them in a form of its own
}

func (e contentError) Error() string { return "the content has errors" }
