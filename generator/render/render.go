// Package render turns the views of the plan into HTML with the templates. It
// knows how pages look and nothing of where they come from.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"kaartenbak/generator/hosts"
	"kaartenbak/generator/plan"
	"kaartenbak/generator/ui"
)

// A Renderer holds the parsed templates of one build. It is safe for use by
// several goroutines at once.
type Renderer struct {
	options Options
	pages   map[string]*template.Template
	shared  *template.Template // the components, without a page
	icons   map[string]template.HTML

	kept sync.Map // what stands on many pages: *plan.Card, *plan.Filter, *plan.Site, plan.Place -> template.HTML
}

// Options is what a renderer needs to know beside the templates.
type Options struct {
	Texts    *ui.Texts
	Asset    func(name string) (url string, ok bool) // the address of a bundled file, from the root
	BasePath string                                  // path below which the site stands, "" or "/kaartenbak"
	Portable bool                                    // write index.html in links, for file://
}

// New parses the templates.
func New(templates fs.FS, options Options) (*Renderer, error) {
	r := &Renderer{options: options, pages: map[string]*template.Template{}, icons: map[string]template.HTML{}}
	if err := r.readIcons(templates); err != nil {
		return nil, err
	}
	shared := template.New("").Funcs(r.functions())
	names, err := fs.Glob(templates, "components/*/*.html")
	if err != nil {
		return nil, fmt.Errorf("listing components: %w", err)
	}
	for _, name := range append(names, "layout.html") {
		if err := parse(shared, templates, name); err != nil {
			return nil, err
		}
	}
	if r.shared, err = shared.Clone(); err != nil {
		return nil, fmt.Errorf("parsing components: %w", err)
	}
	pages, err := fs.Glob(templates, "pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("listing pages: %w", err)
	}
	for _, name := range pages {
		page, err := shared.Clone()
		if err != nil {
			return nil, fmt.Errorf("parsing %s: %w", name, err)
		}
		if err := parse(page, templates, name); err != nil {
			return nil, err
		}
		r.pages[path.Base(name)] = page
	}
	return r, nil
}

func (r *Renderer) functions() template.FuncMap {
	return template.FuncMap{
		"t":      r.options.Texts.T,
		"n":      r.options.Texts.N,
		"keep":   r.keep,
		"policy": hosts.Meta,
		"icon":   r.icon,
		"sign": func(name string) (template.HTML, error) {
			if _, err := r.icon(name); err != nil {
				return "", err
			}
			return template.HTML(signStart + name + signEnd), nil
		},
		"asset": func(name string) (string, error) {
			url, ok := r.options.Asset(name)
			if !ok {
				return "", fmt.Errorf("there is no asset %q", name)
			}
			return url, nil
		},
		"hasAsset": func(name string) bool {
			_, ok := r.options.Asset(name)
			return ok
		},
	}
}

func (r *Renderer) icon(name string) (template.HTML, error) {
	icon, ok := r.icons[name]
	if !ok {
		return "", fmt.Errorf("there is no icon %q", name)
	}
	return icon, nil
}

// A sign is an icon of which a page may have many, as lists of cards have: it is drawn
// once, at the foot of the page.
const (
	signStart = `<svg width="24" height="24" aria-hidden="true"><use href="#i-`
	signEnd   = `"/></svg>`
)

// draw adds the icons that the signs of a page refer to, at its foot.
func (r *Renderer) draw(page []byte, to *bytes.Buffer) {
	foot := bytes.LastIndex(page, []byte("</body>"))
	var drawn []string
	for rest := page[:max(foot, 0)]; ; {
		_, after, found := bytes.Cut(rest, []byte(signStart))
		if !found {
			break
		}
		end := bytes.IndexByte(after, '"')
		if name := string(after[:end]); !slices.Contains(drawn, name) {
			drawn = append(drawn, name)
		}
		rest = after[end:]
	}
	if len(drawn) == 0 {
		to.Write(page)
		return
	}
	to.Write(page[:foot])
	to.WriteString(`<svg class="signs" width="0" height="0" aria-hidden="true">`)
	for _, name := range drawn {
		icon := strings.Replace(string(r.icons[name]), `<svg class="icon"`, `<symbol id="i-`+name+`"`, 1)
		to.WriteString(strings.NewReplacer(` width="24" height="24"`, "", ` aria-hidden="true"`, "", "</svg>", "</symbol>").Replace(icon))
	}
	to.WriteString("</svg>\n")
	to.Write(page[foot:])
}

func parse(into *template.Template, templates fs.FS, name string) error {
	source, err := fs.ReadFile(templates, name)
	if err != nil {
		return fmt.Errorf("reading template: %w", err)
	}
	if _, err := into.New(name).Parse(string(source)); err != nil {
		return fmt.Errorf("parsing template %s: %w", name, err)
	}
	return nil
}

func (r *Renderer) readIcons(templates fs.FS) error {
	names, err := fs.Glob(templates, "icons/*.svg")
	if err != nil {
		return fmt.Errorf("listing icons: %w", err)
	}
	for _, name := range names {
		source, err := fs.ReadFile(templates, name)
		if err != nil {
			return fmt.Errorf("reading icon: %w", err)
		}
		r.icons[strings.TrimSuffix(path.Base(name), ".svg")] = template.HTML(strings.TrimSpace(string(source)))
	}
	return nil
}

// keep renders a component once for all the pages that it stands on: a card, the
// filters of a list, the header of a part of the site. What it shows is a pointer
// or a plan.Place; the same one is the same HTML.
func (r *Renderer) keep(component string, shows any) (template.HTML, error) {
	if html, ok := r.kept.Load(shows); ok {
		return html.(template.HTML), nil
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := r.shared.ExecuteTemplate(b, component, shows); err != nil {
		return "", err
	}
	html := template.HTML(b.String())
	r.kept.Store(shows, html)
	return html, nil
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// A sheet is the memory in which a page is made, for one after the other: all
// pages together are several times what a build keeps.
type sheet struct {
	made     bytes.Buffer
	drawn    bytes.Buffer
	relative []byte
}

var sheets = sync.Pool{New: func() any { return new(sheet) }}

// Page renders a page of the plan, with its links made relative, and has it put
// somewhere. The bytes are the page until put returns.
func (r *Renderer) Page(page plan.Page, put func(html []byte) error) error {
	t := r.pages[page.Template]
	if t == nil {
		return fmt.Errorf("rendering %s: there is no template %q", page.URL, page.Template)
	}
	s := sheets.Get().(*sheet)
	defer sheets.Put(s)
	s.made.Reset()
	if err := t.ExecuteTemplate(&s.made, "layout", page.View()); err != nil {
		return fmt.Errorf("rendering %s: %w", page.URL, err)
	}
	s.drawn.Reset()
	r.draw(s.made.Bytes(), &s.drawn)
	s.relative = r.relative(s.relative[:0], s.drawn.Bytes(), page.URL)
	return put(s.relative)
}
