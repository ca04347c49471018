package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A folder gathers files below a folder of the disk.
type folder struct {
	dir string
	err error // the first that happened
}

func (f *folder) put(name string, data []byte) {
	if f.err != nil {
		return
	}
	name = filepath.Join(f.dir, filepath.FromSlash(name))
	if f.err = os.MkdirAll(filepath.Dir(name), 0o755); f.err == nil {
		f.err = os.WriteFile(name, data, 0o644)
	}
}

// writeContent writes the catalogue as kaartenbak reads it.
func (m *sampleCatalogue) writeContent(dir string) error {
	f := &folder{dir: dir}
	f.put("site.yaml", []byte("naam: Verzonnen kaartenbak\nondertitel: Verzonnen kaarten om de bouw te meten\nlicentie: CC BY 4.0\nlicentie_link: https://licentie.example/cc-by\n"))
	f.put("paginas/over.md", []byte("---\ntitel: Over deze site\nsamenvatting: Alles hierin is verzonnen.\n---\n\nDeze catalogus is gemaakt door een programma.\n"))
	f.put("begrippen/dubbelzinnig.yaml", []byte("[]\n"))
	for _, v := range m.vocabularies {
		var b bytes.Buffer
		for _, t := range v.terms {
			writeGroup(&b, "- ", "  ", t.values())
		}
		f.put("begrippen/"+v.name+".yaml", b.Bytes())
	}
	for e := range m.entries() {
		var b bytes.Buffer
		fmt.Fprintf(&b, "---\ntitel: %s\n", e.title)
		writeGroup(&b, "", "", e.values)
		fmt.Fprintf(&b, "---\n\n%s", e.body)
		f.put(e.collection+"/"+e.slug+".md", b.Bytes())
	}
	return f.err
}

func (t term) values() group {
	g := group{{"id", t.id}, {"naam", t.label}}
	for _, list := range []struct {
		key   string
		words []string
	}{{"medisch", t.medical}, {"ook_genoemd", t.other}} {
		if list.words != nil {
			g = append(g, value{list.key, list.words})
		}
	}
	for _, one := range []value{{"breder", t.broader}, {"groep", t.group}} {
		if one.is != "" {
			g = append(g, one)
		}
	}
	return g
}

// writeGroup writes values as YAML: first stands before the first line, indent
// before the others. All texts are letters, commas, stops and question marks,
// which need no quotes.
func writeGroup(b *bytes.Buffer, first, indent string, g []value) {
	before := first
	for _, v := range g {
		fmt.Fprintf(b, "%s%s:", before, v.key)
		before = indent
		switch is := v.is.(type) {
		case []string:
			if len(is) > 0 && strings.HasSuffix(is[0], ".") { // sentences
				b.WriteByte('\n')
				for _, s := range is {
					fmt.Fprintf(b, "%s  - %s\n", indent, s)
				}
				continue
			}
			fmt.Fprintf(b, " [%s]\n", strings.Join(is, ", "))
		case time.Time:
			fmt.Fprintf(b, " %s\n", is.Format(time.DateOnly))
		case group:
			b.WriteByte('\n')
			writeGroup(b, indent+"  ", indent+"  ", is)
		case []group:
			b.WriteByte('\n')
			for _, g := range is {
				writeGroup(b, indent+"  - ", indent+"    ", g)
			}
		default:
			fmt.Fprintf(b, " %v\n", is)
		}
	}
}
