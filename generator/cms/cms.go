// Package cms makes the editing system of a catalogue that has one: Decap CMS at
// /admin/, for editors who do not work in files. Its configuration follows from the
// field lines. What an editor saves is written by templates/admin.js, in the way of
// the form for contributors, so that each value stays as it was.
package cms

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"strings"

	"kaartenbak/generator/assets"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/hosts"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/ui"
)

// The rules of the editing system. That of the packages is for a build alone: who
// checks an entry does not need them.
var (
	ruleSwitch = Rules.Add("redactiesysteem",
		"Een redactiesysteem is een deel van de site waarin redacteuren kaarten wijzigen zonder bestanden. Zet redactiesysteem in content/site.yaml op ja of nee. Met ja is ook repository nodig: een adres bij GitHub of GitLab.")
	rulePackages = Rules.Add("redactiesysteem-pakket",
		"Het redactiesysteem bestaat uit pakketten van npm, elk in een vaste versie. Zet ze in de map waarin u de site bouwt, met de opdracht bij de melding.")
)

// Rules are the rules of this package.
var Rules problem.Rules

// Switched reports whether the catalogue asks for an editing system.
func Switched(site field.Data) bool { return catalogue.CMS.Of(site).Is("ja") }

// Check looks whether what site.yaml says of the editing system can be so. file is
// how that file is called in messages.
func Check(cat *catalogue.Catalogue, file string) problem.List {
	system, repository := catalogue.CMS.Of(cat.Site), catalogue.Repository.Of(cat.Site)
	at := func(at field.At) problem.Pos { return problem.Pos{File: file, Line: int(at.Line), Col: int(at.Col)} }
	if system.Known() && !system.Is("ja") && !system.Is("nee") {
		return problem.List{ruleSwitch.At(at(system.At), "schrijf ja of nee", "redactiesysteem: verwacht ja of nee, en hier staat %q", problem.Short(system.Text))}
	}
	if !Switched(cat.Site) {
		return nil
	}
	var problems problem.List
	if name, _ := forge(repository.Text); !repository.Known() {
		problems = append(problems, ruleSwitch.At(at(system.At), "zet er een regel bij zoals repository: https://github.com/organisatie/kaartenbak", "het redactiesysteem heeft het adres van de repository nodig"))
	} else if name == "" {
		problems = append(problems, ruleSwitch.At(at(repository.At), "schrijf het adres van de repository, zoals https://github.com/organisatie/kaartenbak, of schrijf redactiesysteem: nee", "het redactiesysteem werkt met een repository bij github.com of gitlab.com, en niet met %s", problem.Short(repository.Text)))
	}
	for _, p := range cat.Pages {
		if "/"+p.Name+"/" == hosts.AdminPath {
			problems = append(problems, ruleSwitch.At(problem.Pos{File: p.File}, "geef het bestand een andere naam", "op deze plaats van de site staat het redactiesysteem"))
		}
	}
	return problems
}

// forge gives what Decap calls the host of a repository, and the name of the
// repository there; nothing for another host.
func forge(repository string) (backend, name string) {
	u, err := url.Parse(repository)
	if err != nil {
		return "", ""
	}
	backend = map[string]string{"github.com": "github", "gitlab.com": "gitlab"}[u.Host]
	name = strings.TrimSuffix(strings.Trim(u.Path, "/"), ".git")
	if n := strings.Count(name, "/"); backend == "" || n == 0 || n > 1 && backend == "github" { // GitLab has groups in groups
		return "", ""
	}
	return backend, name
}

// How the files below [hosts.AdminPath] are called.
const (
	pageFile   = "index.html"
	configFile = "config.yml" // where Decap looks for it
	scriptFile = "kaartenbak.js"
)

// global is the variable in which the script finds [scriptData].
const global = "kaartenbakCMS"

// Files are the files of the editing system, by their names in the output.
func (p *Packages) Files(cat *catalogue.Catalogue, texts *ui.Texts, templates fs.FS, base string) (map[string][]byte, error) {
	script, err := p.script(templates, texts)
	if err != nil {
		return nil, err
	}
	page, err := page(templates, cat, texts)
	if err != nil {
		return nil, err
	}
	config, err := configuration(cat, texts, base)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{pageFile: page, configFile: config, scriptFile: script, scriptFile + ".LICENSE.txt": p.yaml[licenceFile]}
	for name, data := range p.decap {
		files[name] = data
	}
	made := make(map[string][]byte, len(files))
	for name, data := range files {
		made[strings.TrimPrefix(hosts.AdminPath, "/")+name] = data
	}
	return made, nil
}

// page is the page that loads the system.
func page(templates fs.FS, cat *catalogue.Catalogue, texts *ui.Texts) ([]byte, error) {
	t, err := template.New("admin.html").Funcs(template.FuncMap{"t": texts.T}).ParseFS(templates, "admin.html")
	if err != nil {
		return nil, fmt.Errorf("parsing the page of the editing system: %w", err)
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]string{"Policy": hosts.Meta(hosts.AdminPath), "Site": catalogue.SiteName.Of(cat.Site).Text, "Script": scriptFile, "Decap": decapScript})
	if err != nil {
		return nil, fmt.Errorf("making the page of the editing system: %w", err)
	}
	return out.Bytes(), nil
}

// A scriptData is what templates/admin.js needs to know.
type scriptData struct {
	Fields map[string][]fieldData `json:"fields"` // by collection
	Words  map[string]string      `json:"words"`  // that the Dutch of Decap lacks
}

type fieldData struct {
	Key    string      `json:"key"`
	Kind   string      `json:"kind"`
	Fields []fieldData `json:"fields,omitempty"` // of a group
}

func dataOf(schema *field.Schema) (all []fieldData) {
	if schema == nil {
		return nil
	}
	for _, f := range schema.Fields {
		if f.Kind != field.KindBody {
			all = append(all, fieldData{f.Key, f.Kind.String(), dataOf(f.Inner)})
		}
	}
	return all
}

// script is templates/admin.js after what it needs to know.
func (p *Packages) script(templates fs.FS, texts *ui.Texts) ([]byte, error) {
	made := scriptData{Fields: map[string][]fieldData{}, Words: texts.Below("redactiesysteem.decap")}
	for _, c := range catalogue.Collections {
		made.Fields[c.Name] = dataOf(c.Schema)
	}
	data, err := json.Marshal(made)
	if err != nil {
		return nil, fmt.Errorf("making the data of the editing system: %w", err)
	}
	script, err := assets.Bundle(templates, "admin.js", assets.Modules{"yaml/": p.module})
	if err != nil {
		return nil, err
	}
	return append([]byte("globalThis."+global+" = "+string(data)+";\n"), script...), nil
}
