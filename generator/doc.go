// Package generator makes a static site out of a folder of Markdown entries.
//
//	content/   -- load --> Catalogue -- plan --> pages -+- check --> problems
//	                                                    +- render -> HTML    -+
//	                                     export, feed, cms ---> data, feeds  -+-> write -> public/
//	templates/ ----------------------------- assets ----------> bundles      -+
//
// One way; no stage looks back, and [Build] is this picture in Go. A build is a
// pure function of file systems and a [Config]: no environment, no disk, no
// network, and the clock is a field. The same input gives the same bytes.
//
// What an entry has is declared once, in package catalogue, one line per field;
// reading, checks, pages, schema and export all follow from that line. Pages go
// to a sink as they are made, in parallel, so that memory does not grow with the
// size of the site. A page changes with what it shows and with nothing else: the
// search index and the data of the form, which change with any entry, are named by
// one script, latest.js, that pages ask when they need them.
package generator
