//go:build !unix

package write

import "os"

// lock does nothing where folders cannot be locked.
func lock(*os.File) error { return nil }
