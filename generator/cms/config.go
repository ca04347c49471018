package cms

import (
	"bytes"
	"fmt"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
)

// How a group stands in Decap: as a list of parts, each of one of two kinds. So all
// three states of a field can be told: no part, a part that says that nothing is
// known, or one with values. templates/admin.js knows these words too.
const (
	partKey   = "deel"
	partKnown = "ingevuld"
)

// A config is config.yml of Decap CMS.
type config struct {
	Backend     backend        `yaml:"backend"`
	PublishMode string         `yaml:"publish_mode"`
	Locale      string         `yaml:"locale"`
	SiteURL     string         `yaml:"site_url,omitempty"`
	MediaFolder string         `yaml:"media_folder"`
	Slug        map[string]any `yaml:"slug"`
	Collections []collection   `yaml:"collections"`
}

type backend struct {
	Name     string            `yaml:"name"`
	Repo     string            `yaml:"repo"`
	Branch   string            `yaml:"branch"`
	BaseURL  string            `yaml:"base_url,omitempty"`
	AuthType string            `yaml:"auth_type,omitempty"`
	AppID    string            `yaml:"app_id,omitempty"`
	Messages map[string]string `yaml:"commit_messages"`
}

type collection struct {
	Name          string          `yaml:"name"`
	Label         string          `yaml:"label"`
	LabelSingular string          `yaml:"label_singular"`
	Description   string          `yaml:"description"`
	Folder        string          `yaml:"folder"`
	Format        string          `yaml:"format"`
	Extension     string          `yaml:"extension"`
	Create        bool            `yaml:"create"`
	Delete        bool            `yaml:"delete"`
	Identifier    string          `yaml:"identifier_field"`
	Slug          string          `yaml:"slug"`
	Summary       string          `yaml:"summary"`
	PreviewPath   string          `yaml:"preview_path"`
	SortBy        []string        `yaml:"sortable_fields"`
	Editor        map[string]bool `yaml:"editor"`
	Fields        []widget        `yaml:"fields"`
}

// A widget is a field of a form, or a part of a list.
type widget struct {
	Name     string     `yaml:"name"`
	Label    string     `yaml:"label"`
	Hint     string     `yaml:"hint,omitempty"`
	Widget   string     `yaml:"widget"`
	Required bool       `yaml:"required"`
	Pattern  []string   `yaml:"pattern,omitempty"` // a regular expression, and what is said of a value that it does not fit
	Multiple bool       `yaml:"multiple,omitempty"`
	Options  *yaml.Node `yaml:"options,omitempty"`
	Field    *widget    `yaml:"field,omitempty"` // of each value of a list
	Min      int        `yaml:"min,omitempty"`
	Max      int        `yaml:"max,omitempty"`
	Default  *[]string  `yaml:"default,omitempty"`
	TypeKey  string     `yaml:"typeKey,omitempty"`
	Types    []widget   `yaml:"types,omitempty"`
	Summary  string     `yaml:"summary,omitempty"`
	Fields   []widget   `yaml:"fields,omitempty"`
	Modes    []string   `yaml:"modes,omitempty"`
}

type option struct {
	Label string `yaml:"label"`
	Value string `yaml:"value"`
}

// configuration gives config.yml. base is the address of the site, or "".
func configuration(cat *catalogue.Catalogue, texts *ui.Texts, base string) ([]byte, error) {
	m := &maker{cat: cat, texts: texts, options: map[string]*yaml.Node{}}
	site := cat.Site
	made := config{
		PublishMode: "editorial_workflow", Locale: "nl", SiteURL: base,
		MediaFolder: "media", // Decap wants one; entries carry no images, so that it is not there
		Slug:        map[string]any{"encoding": "ascii", "clean_accents": true, "sanitize_replacement": "-"},
	}
	made.Backend = backend{Branch: catalogue.Branch.Of(site).Text, BaseURL: catalogue.CMSSignIn.Of(site).Text, Messages: map[string]string{}}
	made.Backend.Name, made.Backend.Repo = forge(catalogue.Repository.Of(site).Text)
	if made.Backend.Branch == "" {
		made.Backend.Branch = "main"
	}
	if catalogue.CMSApp.Of(site).Known() {
		made.Backend.AuthType, made.Backend.AppID = "pkce", catalogue.CMSApp.Of(site).Text
	}
	for _, action := range []string{"create", "update"} {
		made.Backend.Messages[action] = texts.T("redactiesysteem.bericht." + action)
	}
	for _, c := range catalogue.Collections {
		made.Collections = append(made.Collections, m.collection(c))
	}
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2)
	if err := e.Encode(made); err != nil {
		return nil, fmt.Errorf("writing the configuration of the editing system: %w", err)
	}
	return out.Bytes(), nil
}

// A maker makes the forms of a catalogue.
type maker struct {
	cat     *catalogue.Catalogue
	texts   *ui.Texts
	options map[string]*yaml.Node // the choices that stand in the file already, by name
}

func (m *maker) collection(c *catalogue.Collection) collection {
	title, checked := catalogue.Title.In(c.Schema).Key, catalogue.Checked.In(c.Schema).Key
	return collection{
		Name: c.Name, Label: m.texts.T("collectie." + c.Name + ".naam"), LabelSingular: m.texts.T("soort." + c.Singular),
		Description: m.texts.T("collectie." + c.Name + ".intro"),
		Folder:      "content/" + c.Name, // in the repository, whatever the folder is called here
		Format:      c.Name, Extension: "md", Create: true,
		Identifier: title, Slug: "{{" + title + " | truncate(60, '-')}}", Summary: "{{" + title + "}}", PreviewPath: c.Name + "/{{slug}}/", SortBy: []string{title, checked},
		Editor: map[string]bool{"preview": false}, // it would show the texts of others as HTML (CVE-2025-57520)
		Fields: m.widgets(c, "", c.Schema.Fields),
	}
}

func (m *maker) widgets(c *catalogue.Collection, prefix string, fields []*field.Declaration) []widget {
	made := make([]widget, len(fields))
	for i, f := range fields {
		made[i] = m.widget(c, prefix+f.Key, f)
	}
	return made
}

// widget is the part of a form for one field. path is its keys from the entry on.
func (m *maker) widget(c *catalogue.Collection, path string, f *field.Declaration) widget {
	w := widget{Name: f.Key, Label: m.texts.Label(c.Name, path), Hint: m.texts.Help(c.Name, path), Widget: "string", Required: f.Required}
	switch f.Kind {
	case field.KindProse:
		w.Widget = "text"
	case field.KindBody:
		w.Widget, w.Modes = "markdown", []string{"raw"} // the other mode writes tables anew, and forgets how columns line up
	case field.KindClock, field.KindDate, field.KindNumber: // text, so that nothing is written in another way
		w.Pattern = []string{patterns[f.Kind], m.texts.T("redactiesysteem.patroon." + f.Kind.String())}
	case field.KindTerm, field.KindRef:
		w.Widget, w.Options = "select", m.choices(f)
	case field.KindTerms, field.KindRefs:
		w.Widget, w.Options, w.Multiple = "select", m.choices(f), true
	case field.KindTexts:
		w = list(w, field.Limits["lijst"])
		w.Field = &widget{Name: "tekst", Label: w.Label, Widget: "text", Required: true}
	case field.KindMarks:
		var inner []widget
		for _, t := range m.cat.Vocabularies[f.Of].Terms {
			inner = append(inner, widget{Name: t.ID(), Label: t.Label(), Widget: "select", Options: m.terms(f.Marks)})
		}
		w = m.parts(list(w, 1), inner, "")
	case field.KindGroup:
		w = m.parts(list(w, 1), m.widgets(c, path+".", f.Inner.Fields), f.Inner.Fields[0].Key)
	case field.KindGroups:
		w = m.parts(list(w, field.Limits["lijst"]), m.widgets(c, path+".", f.Inner.Fields), f.Inner.Fields[0].Key)
	}
	return w
}

// patterns are what the values look like of kinds that Decap would write in a way of
// its own. What is wrong in a finer way is for the check.
var patterns = map[field.Kind]string{
	field.KindClock:  `^(\d{1,2}[.:]\d{2}|` + field.UnknownWord + `)$`,
	field.KindDate:   `^(((begin|medio|half|eind|circa) )?\d{4}(-\d{2}){0,2}|` + field.UnknownWord + `)$`,
	field.KindNumber: `^(\d+|` + field.UnknownWord + `)$`,
}

// list makes a list. Of one that is required Decap only looks whether there are as
// many values as there should be, and only if there is a list at all.
func list(w widget, most int) widget {
	w.Widget, w.Max = "list", most
	if w.Required {
		w.Min, w.Default = 1, &[]string{}
	}
	return w
}

// parts makes a list of groups of a field: each has values, or says that nothing is
// known. One that is folded up shows its field title.
func (m *maker) parts(w widget, inner []widget, title string) widget {
	w.TypeKey = partKey
	w.Types = []widget{
		{Name: partKnown, Label: m.texts.T("redactiesysteem.deel"), Widget: "object", Required: true, Fields: inner},
		{Name: field.UnknownWord, Label: m.texts.T("onbekend"), Widget: "object", Required: true, Summary: m.texts.T("onbekend"), Fields: []widget{{Name: field.UnknownWord, Label: m.texts.T("onbekend"), Widget: "hidden"}}}, // Decap adds no part without fields
	}
	if title != "" {
		w.Types[0].Summary = "{{fields." + title + "}}"
	}
	return w
}

// choices are what a field can be: the terms of its vocabulary, or the entries that
// it can refer to.
func (m *maker) choices(f *field.Declaration) *yaml.Node {
	if f.Kind == field.KindTerm || f.Kind == field.KindTerms {
		return m.terms(f.Of)
	}
	return m.shared("kaarten-"+f.Of, func() (all []option) {
		for _, e := range m.cat.Entries {
			switch f.Of {
			case "":
				all = append(all, option{m.texts.T("soort."+e.Collection.Singular) + ": " + e.Title(), e.ID()})
			case e.Collection.Name:
				all = append(all, option{e.Title(), e.Slug})
			}
		}
		return all
	})
}

// terms are the terms of a vocabulary.
func (m *maker) terms(vocabulary string) *yaml.Node {
	return m.shared("begrippen-"+vocabulary, func() (all []option) {
		for _, t := range m.cat.Vocabularies[vocabulary].Terms {
			all = append(all, option{t.Label(), t.ID()})
		}
		return all
	})
}

// shared gives choices, with "onbekend" after them. They stand in the file once,
// under a name; further on that is named.
func (m *maker) shared(name string, list func() []option) *yaml.Node {
	if there := m.options[name]; there != nil {
		return &yaml.Node{Kind: yaml.AliasNode, Value: there.Anchor, Alias: there}
	}
	n := &yaml.Node{}
	if err := n.Encode(append(list(), option{m.texts.T("onbekend"), field.UnknownWord})); err != nil {
		panic(err) // texts can be written
	}
	n.Anchor = name
	m.options[name] = n
	return n
}
