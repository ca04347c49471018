// Package client holds the modules by which a browser reads the search index.
package client

import "embed"

// FS holds the modules.
//
//go:embed *.js
var FS embed.FS
