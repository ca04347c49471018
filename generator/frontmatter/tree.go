package frontmatter

import "gopkg.in/yaml.v3"

// maxDepth is how many lists and mappings may stand in each other. An option
// with its pros and cons needs five.
const maxDepth = 10

// sound puts the lines of the file in a tree, tells what is in it that YAML
// allows and we do not, and takes out of each mapping what is no field or
// stands there twice. It is false when the tree cannot be used after that.
func (b *block) sound(root *yaml.Node) bool {
	return b.node(root, 0)
}

// node is sound for a node that stands in depth lists and mappings.
func (b *block) node(n *yaml.Node, depth int) bool {
	n.Line += b.shift
	if last := len(b.lines) - 1; n.Line > b.line+last { // the value after a --- at the end
		n.Line, n.Column = b.line+last, column(b.lines[last], len(b.lines[last]))
	}
	fine := b.bare(n)
	switch n.Kind {
	case yaml.AliasNode:
		b.add(anchor, n.Line, n.Column, "schrijf de waarde hier uit, of zet de tekst tussen dubbele aanhalingstekens",
			"*%s verwijst naar een andere plaats in het bestand", n.Value)
		return false
	case yaml.ScalarNode:
		b.scalar(n)
		return fine
	}
	if depth++; depth > maxDepth {
		b.add(tooDeep, n.Line, n.Column, "haal haken of lagen weg die niet nodig zijn", "hier staan meer dan %d lagen in elkaar", maxDepth)
		return false
	}
	if n.Kind == yaml.MappingNode {
		return b.mapping(n, depth) && fine
	}
	for _, child := range n.Content {
		fine = b.node(child, depth) && fine
	}
	return fine
}

// bare tells of anchors and tags. yaml.v3 puts such a node where these
// stand, and forgets a tag that is only an exclamation mark.
func (b *block) bare(n *yaml.Node) bool {
	fine := true
	if n.Anchor != "" {
		fine = false
		b.add(anchor, n.Line, n.Column, "haal het anker weg, of zet de tekst tussen dubbele aanhalingstekens",
			"&%s maakt een anker om later naar te verwijzen", n.Anchor)
	}
	if n.Style&yaml.TaggedStyle != 0 || b.bang && n.Kind == yaml.ScalarNode && n.Anchor == "" && startsWith(b.from(n.Line, n.Column), '!') {
		fine = false
		b.add(tag, n.Line, n.Column, "zet de waarde tussen dubbele aanhalingstekens", "YAML leest wat achter ! staat niet als tekst")
	}
	return fine
}

// mapping is node for a mapping, which has its keys and values in turn.
func (b *block) mapping(n *yaml.Node, depth int) bool {
	fine := true
	first := make(map[string]int, len(n.Content)/2) // the line of each key
	kept := n.Content[:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		keyFine := b.node(key, depth)
		if keyFine && key.Tag == "!!merge" {
			fine = false
			b.add(anchor, key.Line, key.Column, "schrijf de velden hier uit", "<< voegt velden van een andere plaats in")
			continue
		}
		valueFine := b.node(value, depth)
		fine = fine && keyFine && valueFine
		switch line, twice := first[key.Value]; {
		case !keyFine: // has been told
		case key.Kind != yaml.ScalarNode:
			b.add(fieldName, key.Line, key.Column, `schrijf het veld als "naam: waarde"`, "de naam van een veld is hier geen woord, maar een lijst of een groep velden")
		case key.Tag == "!!null" && key.Value == "":
			b.add(fieldName, key.Line, key.Column, `schrijf het veld als "naam: waarde"`, "voor de dubbele punt ontbreekt de naam van het veld")
		case key.Tag != "!!str":
			b.add(fieldName, key.Line, key.Column, `zet de naam tussen aanhalingstekens, zoals "`+key.Value+`":`, "de naam van een veld is tekst, en %s is dat voor YAML niet", key.Value)
		case twice:
			b.add(duplicate, key.Line, key.Column, "haal een van de twee weg of voeg ze samen", `het veld "%s" staat er al op regel %d`, key.Value, line)
		default:
			first[key.Value] = key.Line
			kept = append(kept, key, value)
		}
	}
	n.Content = kept
	return fine
}

func startsWith(text []byte, c byte) bool {
	return len(text) > 0 && text[0] == c
}
