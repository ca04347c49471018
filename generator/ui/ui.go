// Package ui holds the texts of the interface: every word that a visitor reads
// and that is no content. They stand in templates/ui/nl.yaml.
package ui

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/field"
)

// Texts are the texts by key. A key names its place in the file: the parts are
// joined by dots.
type Texts struct {
	texts  map[string]string
	months []string

	mu      sync.Mutex
	missing map[string]bool
}

// Load reads ui/nl.yaml from the templates.
func Load(templates fs.FS) (*Texts, error) {
	const name = "ui/nl.yaml"
	source, err := fs.ReadFile(templates, name)
	if err != nil {
		return nil, fmt.Errorf("reading interface texts: %w", err)
	}
	var root map[string]any
	if err := yaml.Unmarshal(source, &root); err != nil {
		return nil, fmt.Errorf("reading interface texts %s: %w", name, err)
	}
	t := &Texts{texts: map[string]string{}, missing: map[string]bool{}}
	t.flatten("", root)
	t.months = strings.Fields(t.texts["maanden"])
	if len(t.months) != 12 {
		return nil, fmt.Errorf("reading interface texts %s: maanden has %d names, not 12", name, len(t.months))
	}
	return t, nil
}

func (t *Texts) flatten(prefix string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			t.flatten(strings.TrimPrefix(prefix+"."+key, "."), inner)
		}
	default:
		t.texts[prefix] = strings.TrimSpace(fmt.Sprint(v))
	}
}

// T gives a text, with its arguments filled in as package fmt does. For a text that
// is not there it gives the key, and Missing names it from then on.
func (t *Texts) T(key string, args ...any) string {
	text, ok := t.texts[key]
	if !ok {
		t.mu.Lock()
		t.missing[key] = true
		t.mu.Unlock()
		return key
	}
	if len(args) > 0 {
		return fmt.Sprintf(text, args...)
	}
	return text
}

// N gives the text for a number of things: KEY.een for one, KEY.meer for any
// other number, which is filled in.
func (t *Texts) N(key string, n int) string {
	if n == 1 {
		return t.T(key + ".een")
	}
	return t.T(key+".meer", n)
}

// Has reports whether there is a text for a key.
func (t *Texts) Has(key string) bool { _, ok := t.texts[key]; return ok }

// Below gives the texts whose key starts with a prefix and a dot, by the rest of
// that key.
func (t *Texts) Below(prefix string) map[string]string {
	below := map[string]string{}
	for key, text := range t.texts {
		if rest, ok := strings.CutPrefix(key, prefix+"."); ok {
			below[rest] = text
		}
	}
	return below
}

// Missing are the keys that were asked for and that have no text.
func (t *Texts) Missing() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var keys []string
	for key := range t.missing {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// Label is the name of a field for visitors. path is its keys from the
// collection on: keuzehulpen, opties.naam. The nearest text wins: the field of
// the collection, the field in any collection, the last key alone.
func (t *Texts) Label(collection, path string) string { return t.nearest("veld", collection, path) }

// Help is what an author should write in a field.
func (t *Texts) Help(collection, path string) string { return t.nearest("hulp", collection, path) }

func (t *Texts) nearest(part, collection, path string) string {
	for _, key := range []string{part + "." + collection + "." + path, part + "." + path} {
		if text, ok := t.texts[key]; ok {
			return text
		}
		if text, ok := t.texts[key+".zelf"]; ok { // a group: its own name beside those of its fields
			return text
		}
	}
	return t.T(part + "." + path[strings.LastIndex(path, ".")+1:])
}

// Date is a date in words: 15 januari 2026, januari 2026, medio 2026.
func (t *Texts) Date(d field.Date) string {
	if !d.Known() {
		return t.T("onbekend")
	}
	words := fmt.Sprint(d.Year)
	if d.Month > 0 {
		words = t.months[d.Month-1] + " " + words
	}
	if d.Day > 0 {
		words = fmt.Sprint(d.Day) + " " + words
	}
	if d.About != "" {
		words = t.T("ongeveer."+d.About) + " " + words
	}
	return words
}
