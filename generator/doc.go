// Package generator makes a static site out of a folder of Markdown entries.
//
//	content/   -- load --> Catalogue -- plan --> pages -+- check --> problems
//	                                                    +- render -> HTML    -+
//	                              export, sheet, feed, cms ---> data, feeds  -+-> Site -> a sink, or who asks
//	templates/ ----------------------------- assets ----------> bundles      -+
//
// One way; no stage looks back. Opening a catalogue gives a [Site]: the list of its
// files, each with what makes it, and what is wrong with the content. [Build] makes
// all of them, in parallel, and puts them in a sink as they are made, so that memory
// does not grow with the size of the site. Who serves a site makes the one that is
// asked for, and opens it again after a change with the same [Opener], which reads
// only what changed. Both ways give the same bytes.
//
// A site is a pure function of file systems and a [Config]: no environment, no disk,
// no network, and the clock is a field. The same input gives the same bytes.
//
// What an entry has is declared once, in package catalogue, one line per field;
// reading, checks, pages, cards, search, schema and export all follow from that line.
//
// What changed since the ledger in the content folder was last written, package ledger
// works out; a [Result] has it, and who builds may note it there.
//
// A page changes with what it shows and with nothing else: the search index and the
// data of the form, which change with any entry, are named by one script, latest.js,
// that pages ask when they need them.
package generator
