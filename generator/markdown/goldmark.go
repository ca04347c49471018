package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldparser "github.com/yuin/goldmark/parser"
	goldrenderer "github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// idPrefix is before every id that comes from a body, so that none can take
// the place of an id in a template, or of a name that a script looks for.
const idPrefix = "k-"

// One goldmark for all bodies: it is made once and safe to share.
//
// What is left out: raw HTML, attributes on headings (they allow style and id),
// task lists (boxes without a label) and the typographer, which does not know
// Dutch: it opens a quotation at '70-er and 'k. Quotation marks are shown as
// they are written.
var (
	gold = goldmark.New(
		goldmark.WithExtensions(
			extension.DefinitionList,
			extension.Strikethrough,
			extension.Table,
			extension.NewFootnote(
				extension.WithFootnoteIDPrefix(idPrefix),
				extension.WithFootnoteBacklinkTitle("Terug naar de tekst"),
				extension.WithFootnoteBacklinkHTML("\u21A9"),
			),
		),
		goldmark.WithParserOptions(
			goldparser.WithInlineParsers(util.Prioritized(noteObserver{}, afterFootnoteParser)),
			goldparser.WithASTTransformers(util.Prioritized(noteObserver{}, beforeFootnoteTransformer)),
		),
		goldmark.WithRendererOptions(
			goldrenderer.WithNodeRenderers(util.Prioritized(tableRenderer{}, beforeTableRenderer)),
		),
	)
	parser   = gold.Parser()
	renderer = gold.Renderer()
)

// Priorities in goldmark are numbers. Its footnotes are parsed at 101 and its
// links at 200, unused footnotes are thrown away at 999, and extensions render
// at 500.
const (
	afterFootnoteParser       = 150
	beforeFootnoteTransformer = 998
	beforeTableRenderer       = 100
)
