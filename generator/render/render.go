// Package render turns the views of the plan into HTML with the templates. It
// knows how pages look and nothing of where they come from.
package render

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strconv"
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

	kept sync.Map // what was made once for many pages: *plan.Card, *plan.Filter, *plan.Site, plan.Place, rowKey -> template.HTML
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
		if err := r.parse(shared, templates, name); err != nil {
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
		if err := r.parse(page, templates, name); err != nil {
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
		"cards":  r.cards,
		"rows":   r.rows,
		"policy": hosts.Meta,
		"icon": func(name string) (template.HTML, error) {
			icon, ok := r.icons[name]
			if !ok {
				return "", fmt.Errorf("there is no icon %q", name)
			}
			return icon, nil
		},
		"asset": func(name string) (string, error) { // one that is there is in the template already
			return "", fmt.Errorf("there is no asset %q", name)
		},
	}
}

// fixedText is a text without arguments: {{t "key"}}. It is the same on every
// page, so it is put in the template before that is parsed.
var fixedText = regexp.MustCompile(`\{\{-? *t "([^"]+)" *-?\}\}`)

// fixedIcon is an icon that is named in the template, for which the same holds.
var fixedIcon = regexp.MustCompile(`\{\{-? *icon "([^"]+)" *-?\}\}`)

// fixedAsset is a bundled file that is named in the template, or asked for. Which
// there are is known before the templates are parsed.
var fixedAsset = regexp.MustCompile(`\{\{-? *asset "([^"]+)" *-?\}\}|hasAsset "([^"]+)"`)

// keptFilter is where a list has its filters. All pages of a list have the same,
// and they are by far the longest part of a page.
var keptFilter = regexp.MustCompile(`\{\{template "filter" \.\}\}`)

// between is the white space between the end of a tag and the next line, which
// a browser shows as one space at most.
var between = regexp.MustCompile(`\n\s*`)

// silent is a line of a template that shows nothing by itself. Its line end would
// make an empty line on every page.
var silent = regexp.MustCompile(`(?m)^((?:\{\{-? *(?:if|else|end|range|with|define|\$)[^{}]*\}\})+)\n`)

func (r *Renderer) parse(into *template.Template, templates fs.FS, name string) error {
	source, err := fs.ReadFile(templates, name)
	if err != nil {
		return fmt.Errorf("reading template: %w", err)
	}
	text := fixedText.ReplaceAllStringFunc(string(source), func(call string) string {
		return html.EscapeString(r.options.Texts.T(fixedText.FindStringSubmatch(call)[1]))
	})
	text = silent.ReplaceAllString(between.ReplaceAllString(text, "\n"), "$1")
	text = fixedIcon.ReplaceAllStringFunc(text, func(call string) string {
		if icon, ok := r.icons[fixedIcon.FindStringSubmatch(call)[1]]; ok {
			return string(icon)
		}
		return call // which fails when a page is made
	})
	text = fixedAsset.ReplaceAllStringFunc(text, func(call string) string {
		found := fixedAsset.FindStringSubmatch(call)
		if found[2] != "" {
			_, there := r.options.Asset(found[2])
			return strconv.FormatBool(there)
		}
		if url, there := r.options.Asset(found[1]); there {
			return html.EscapeString(url)
		}
		return call // which fails when a page is made
	})
	text = keptFilter.ReplaceAllString(text, `{{keep "filter" .}}`)
	if _, err := into.New(name).Parse(text); err != nil {
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

// keep renders a component once for all the pages that it stands on. The same
// pointer, or the same plan.Place, is the same HTML.
func (r *Renderer) keep(component string, shows any) (template.HTML, error) {
	return r.keepAs(shows, component, shows)
}

// keepAs is keep for what cannot be compared, with a key that can.
func (r *Renderer) keepAs(key any, component string, shows any) (template.HTML, error) {
	if made, ok := r.kept.Load(key); ok {
		return made.(template.HTML), nil
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := r.shared.ExecuteTemplate(b, component, shows); err != nil {
		return "", err
	}
	made := template.HTML(b.String())
	r.kept.Store(key, made)
	return made, nil
}

// cards are the cards of a list, each an item of it. One call from a template
// for all of them takes a fraction of the time of one for each.
func (r *Renderer) cards(cards []*plan.Card) (template.HTML, error) {
	all := make([]string, len(cards))
	for i, c := range cards {
		made, err := r.keep("card-item", c)
		if err != nil {
			return "", err
		}
		all[i] = string(made)
	}
	return template.HTML(strings.Join(all, "")), nil
}

type rowKey struct {
	component string
	row       plan.CommonRow
}

// rows are rows of fields, each as the component makes it, in one call too. Those
// that many pages have are kept.
func (r *Renderer) rows(component string, rows []plan.Row) (template.HTML, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	for i := range rows {
		if common, ok := rows[i].Common(); ok {
			made, err := r.keepAs(rowKey{component, common}, component, &rows[i])
			if err != nil {
				return "", err
			}
			b.WriteString(string(made))
		} else if err := r.shared.ExecuteTemplate(b, component, &rows[i]); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// A sheet is the memory in which a page is made, for one after the other: all
// pages together are several times what a build keeps.
type sheet struct {
	made     bytes.Buffer
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
	s.relative = r.relative(s.relative[:0], s.made.Bytes(), page.URL)
	return put(s.relative)
}
