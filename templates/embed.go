// Package templates is how the site looks: HTML, styles, icons and the texts of
// the interface. Each component has a folder of its own below components/, with
// its HTML, its style and, where it has one, its script.
package templates

import "embed"

// FS holds all that a build needs of this folder.
//
//go:embed layout.html admin.html pages components icons ui static *.css *.js
var FS embed.FS
