// Package load reads content/ into a catalogue. Whatever it cannot read becomes
// a problem; it never stops at the first.
package load

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/parallel"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/slug"
)

// Rules are the rules of this package.
var Rules problem.Rules

var (
	ruleName = Rules.Add("bestandsnaam",
		"De naam van een bestand wordt het adres van de pagina: kleine letters, cijfers en streepjes, en dan .md. Bijvoorbeeld artrose-knie.md. Hernoem het bestand.")
	ruleStray = Rules.Add("vreemd-bestand",
		"In content staan alleen kaarten (.md) en begrippenlijsten (.yaml), elk in een eigen map. Haal andere bestanden weg.")
	ruleUnreadable = Rules.Add("onleesbaar",
		"Het bestand kon niet worden geopend. Kijk of het een gewoon bestand is dat gelezen mag worden.")
	ruleNoText = Rules.Add("geen-tekst",
		"Onder het kopblok staat een tekst, al is het één zin. Weet u niets te vertellen, schrijf dan onbekend.")
	ruleTermTwice = Rules.Add("dubbel-begrip",
		"Een id staat maar één keer in een begrippenlijst. Geef het begrip een ander id, of voeg de twee samen.")
	ruleTermID = Rules.Add("begrip-id",
		"Een id van een begrip bestaat uit kleine letters, cijfers en streepjes: het staat in adressen.")
	ruleNoVocabulary = Rules.Add("begrippenlijst-ontbreekt",
		"Een veld verwijst naar een begrippenlijst. Dat bestand hoort in content/begrippen te staan.")
	ruleDead = Rules.Add("verslag-webadressen",
		"content/webadressen.json is wat check --links --report schreef. Maak het opnieuw, of haal het weg.")
	ruleNoSite = Rules.Add("site-ontbreekt",
		"content/site.yaml zegt hoe de catalogus heet. Maak het bestand met een regel naam.")
)

// Phrases are what the form says too.
var Phrases problem.Phrases

// Patterns are what the form needs to know of the name of a file.
var Patterns = map[string]string{"bestandsnaam": slugPattern.String(), "apparaat": devicePattern.String()}

var sayNoText = Phrases.Add("geen-tekst", ruleNoText, "er staat geen tekst onder het kopblok", "schrijf onder de laatste --- ten minste één zin")

// openable is the way out for a file that cannot be opened.
const openable = "kijk of het een gewoon bestand is en of u het mag openen"

// ambiguousFile is the vocabulary of words with more than one meaning.
const ambiguousFile = "dubbelzinnig"

// A Loader reads a content folder, as often as it is asked to. It keeps the
// entries that it read: one whose file did not change is not read again.
type Loader struct {
	content fs.FS
	name    string
	kept    map[string]keptEntry // by the name of the file
}

// A keptEntry is an entry without problems, and what its file was like.
type keptEntry struct {
	entry    *catalogue.Entry
	size     int64
	modified time.Time
}

// NewLoader makes a loader. name is how the folder is called in messages, most
// often "content".
func NewLoader(content fs.FS, name string) *Loader {
	return &Loader{content: content, name: name, kept: map[string]keptEntry{}}
}

// Catalogue reads a content folder once.
func Catalogue(content fs.FS, name string) (*catalogue.Catalogue, problem.List) {
	return NewLoader(content, name).Catalogue()
}

// Catalogue reads the content folder, and gives what is wrong with it.
func (l *Loader) Catalogue() (*catalogue.Catalogue, problem.List) {
	r := &reading{Loader: l, folder: map[string]bool{}, cat: &catalogue.Catalogue{Site: catalogue.NewSite(), Vocabularies: map[string]*catalogue.Vocabulary{}}}
	r.folders()
	r.site()
	r.vocabularies()
	r.entries()
	r.pages()
	r.deadAddresses()
	r.addresses()
	r.ledger()
	r.cat.Index()
	return r.cat, r.problems.List()
}

// A reading is one look at the content folder.
type reading struct {
	*Loader
	cat    *catalogue.Catalogue
	folder map[string]bool // the folders that are there

	mu       sync.Mutex
	problems problem.Collector
}

func (l *reading) report(rule *problem.Rule, pos problem.Pos, hint, format string, args ...any) {
	l.add(rule.At(pos, hint, format, args...))
}

func (l *reading) add(found ...problem.Problem) {
	l.mu.Lock()
	l.problems.Add(found...)
	l.mu.Unlock()
}

// file is a name in the content folder as it stands in messages.
func (l *reading) file(name string) string { return path.Join(l.name, name) }

// The folders of content/ beside those of the collections.
const (
	vocabularyFolder = "begrippen"
	pageFolder       = "paginas"
	siteFile         = "site.yaml"
)

// folders finds the folders to read, and reports what else is at the top of the
// content folder.
func (l *reading) folders() {
	entries, err := fs.ReadDir(l.content, ".")
	if err != nil {
		l.report(ruleUnreadable, problem.Pos{File: l.name}, "kijk of de map er is en of u haar mag openen", "de map %s kan niet worden gelezen", l.name)
		return
	}
	known := []string{vocabularyFolder, pageFolder}
	for _, c := range catalogue.Collections {
		known = append(known, c.Name)
	}
	for _, e := range entries {
		switch {
		case e.IsDir() && slices.Contains(known, e.Name()):
			l.folder[e.Name()] = true
		case (e.Name() == siteFile || e.Name() == deadFile || e.Name() == catalogue.AddressFile || e.Name() == catalogue.LedgerFile) && e.Type().IsRegular():
		case e.Type()&fs.ModeSymlink != 0:
			l.report(ruleStray, problem.Pos{File: l.file(e.Name())}, "zet het bestand of de map zelf hier", noLinks)
		case e.IsDir():
			l.report(ruleStray, problem.Pos{File: l.file(e.Name())}, "de mappen zijn: "+strings.Join(known, ", "), "deze map hoort niet in %s", l.name)
		default:
			l.report(ruleStray, problem.Pos{File: l.file(e.Name())}, "haal het weg; een kaart staat in de map van die soort kaarten", "dit bestand hoort niet in %s", l.name)
		}
	}
}

var (
	slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

	// Names that Windows keeps for devices; such a file cannot be checked out there.
	devicePattern = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
)

// IsSlug reports whether an entry can have a name.
func IsSlug(name string) bool {
	return len(name) <= slug.MaxFile && name != "index" && slugPattern.MatchString(name) && !devicePattern.MatchString(name)
}

// checkSlug gives what is wrong with the name of a file without its extension, and a
// way out that is not the name of one of the others.
func checkSlug(name, extension string, others []fs.DirEntry) (message, hint string) {
	switch {
	case IsSlug(name):
		return "", ""
	case len(name) > slug.MaxFile:
		return fmt.Sprintf("de bestandsnaam is langer dan %d tekens", slug.MaxFile), "kies een kortere naam"
	case name == "index":
		return fmt.Sprintf("index%s kan niet: dat is de pagina van de hele collectie", extension), "noem het bestand naar de titel"
	case devicePattern.MatchString(strings.ToLower(name)):
		return fmt.Sprintf("%q kan niet: Windows gebruikt die naam zelf", name), "noem het bestand naar de titel"
	}
	message = fmt.Sprintf("%q kan geen bestandsnaam zijn", name)
	better := slug.File(name)
	switch file := better + extension; {
	case !IsSlug(better):
		return message, "gebruik alleen kleine letters, cijfers en streepjes; noem het bestand naar de titel"
	case slices.ContainsFunc(others, func(e fs.DirEntry) bool { return e.Name() == file }):
		return message, fmt.Sprintf("haal het weg, of kies een andere naam: %s is er al", file)
	default:
		return message, "noem het bestand " + file
	}
}

// noLinks: a link could make any file of this computer part of the site.
const noLinks = "een snelkoppeling (symlink) wordt niet gevolgd"

// list gives the files of a folder that have the extension, and reports all
// others. A file with a bad name is reported and read all the same, so that its
// author hears everything at once. A folder that is not there has no files.
func (l *reading) list(folder, extension string) []string {
	if !l.folder[folder] {
		return nil
	}
	entries, err := fs.ReadDir(l.content, folder)
	if err != nil {
		l.report(ruleUnreadable, problem.Pos{File: l.file(folder)}, "kijk of u de map mag openen", "de map kan niet worden gelezen")
		return nil
	}
	same := map[string][]string{} // the names that are one file on a computer that folds them
	for _, e := range entries {
		folded := strings.ToLower(norm.NFC.String(e.Name()))
		same[folded] = append(same[folded], e.Name())
	}
	var names []string
	for _, e := range entries {
		pos := problem.Pos{File: l.file(path.Join(folder, e.Name()))}
		name, found := strings.CutSuffix(e.Name(), extension)
		message, hint := checkSlug(name, extension, entries)
		switch {
		case e.Name() == ".gitkeep":
		case e.Type()&fs.ModeSymlink != 0:
			l.report(ruleStray, pos, "zet het bestand zelf in deze map", noLinks)
		case e.IsDir():
			l.report(ruleStray, pos, fmt.Sprintf("zet de bestanden in %s zelf", l.file(folder)), "een map hoort hier niet")
		case !e.Type().IsRegular():
			l.report(ruleStray, pos, "haal het weg", "dit is geen gewoon bestand")
		case !found && strings.EqualFold(path.Ext(e.Name()), extension):
			l.report(ruleName, pos, "schrijf "+extension+" in kleine letters", "%q eindigt op %s", e.Name(), path.Ext(e.Name()))
		case !found:
			l.report(ruleStray, pos, fmt.Sprintf("haal het weg; een bestand in deze map eindigt op %s", extension), "dit bestand hoort niet in %s", l.file(folder))
		default:
			for _, other := range same[strings.ToLower(norm.NFC.String(e.Name()))] {
				if other != e.Name() {
					l.report(ruleName, pos, "geef een van de twee een andere naam", "op veel computers is dit hetzelfde bestand als %s", other)
				}
			}
			if message != "" {
				l.report(ruleName, pos, hint, "%s", message)
			}
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	return names
}

// read gives the bytes of a file that list gave; false when they could not be
// had. No more than most is read, also of a file that grows meanwhile.
func (l *reading) read(name string, most int64) ([]byte, bool) {
	source, size, err := l.bytes(name, most)
	if err != nil {
		l.report(ruleUnreadable, problem.Pos{File: l.file(name)}, openable, "het bestand kan niet worden gelezen")
		return nil, false
	}
	if size > most {
		l.add(frontmatter.TooLarge(l.file(name), source[:most], size))
		return nil, false
	}
	return source, true
}

// bytes reads the start of a file, one byte more than most at the most, and
// gives the size of the whole.
func (l *reading) bytes(name string, most int64) (start []byte, size int64, err error) {
	info, err := fs.Lstat(l.content, name)
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() { // opening a pipe waits for ever
		return nil, 0, fs.ErrInvalid
	}
	f, err := l.content.Open(name)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	b := bytes.NewBuffer(make([]byte, 0, min(info.Size(), most)+bytes.MinRead))
	_, err = b.ReadFrom(io.LimitReader(f, most+1))
	size = int64(b.Len())
	if size > most {
		size = max(size, info.Size())
	}
	return b.Bytes(), size, err
}

// reader makes the reader of fields for one file.
func (l *reading) reader(name string, source []byte) *field.Reader {
	return &field.Reader{
		File: l.file(name), Example: l.example, OtherNames: catalogue.OtherNames,
		Find: func(piece string, from field.At) (field.At, bool) {
			line, col, ok := frontmatter.Find(source, piece, int(from.Line), int(from.Col))
			return field.At{Line: int32(line), Col: int32(col)}, ok
		},
	}
}

// example is the first term of a vocabulary, for messages.
func (l *reading) example(vocabulary string) string {
	if v := l.cat.Vocabularies[vocabulary]; v != nil && len(v.Terms) > 0 {
		return v.Terms[0].ID()
	}
	return ""
}

func (l *reading) site() {
	if _, err := fs.Lstat(l.content, siteFile); err != nil {
		l.report(ruleNoSite, problem.Pos{File: l.file(siteFile)}, "maak het bestand, met de regel naam: Kaartenbak", "het bestand ontbreekt")
		return
	}
	source, ok := l.read(siteFile, frontmatter.MaxFile)
	if !ok {
		return
	}
	node, problems := frontmatter.ReadYAML(l.file(siteFile), source)
	l.add(problems...)
	if node != nil {
		r := l.reader(siteFile, source)
		r.Read(node, l.cat.Site)
		l.cat.Forge = catalogue.Forge{Address: catalogue.Repository.Of(l.cat.Site).Text, Branch: catalogue.Branch.Of(l.cat.Site).Text}
		l.add(r.Problems.List()...)
	}
}

// vocabularies reads content/begrippen, each file a list of terms. Of a list
// that cannot be read the vocabulary has no file: that has been said, and what
// refers to it cannot be judged.
func (l *reading) vocabularies() {
	for _, file := range l.list(vocabularyFolder, ".yaml") {
		name := strings.TrimSuffix(path.Base(file), ".yaml")
		r, items, ok := l.items(file)
		switch {
		case name == ambiguousFile:
			l.ambiguous(r, items)
		case ok:
			l.vocabulary(r, name, items)
		default:
			l.cat.Vocabularies[name] = catalogue.NewVocabulary(name, "")
		}
		l.add(r.Problems.List()...)
	}
	for _, c := range catalogue.Collections {
		l.vocabulariesOf(c.Schema)
	}
}

// items reads a YAML file that is a list of terms, with the reader for them.
func (l *reading) items(file string) (r *field.Reader, items []*yaml.Node, ok bool) {
	source, ok := l.read(file, frontmatter.MaxFile)
	r = l.reader(file, source)
	if !ok {
		return r, nil, false
	}
	root, problems := frontmatter.ReadYAML(r.File, source)
	r.Problems.Add(problems...)
	if root == nil {
		return r, nil, false
	}
	items, ok = r.Items(root, "begin elk begrip met een streepje")
	return r, items, ok
}

func (l *reading) vocabulary(r *field.Reader, name string, items []*yaml.Node) {
	v := catalogue.NewVocabulary(name, r.File)
	l.cat.Vocabularies[name] = v
	for _, n := range items {
		term := v.New()
		r.ReadItem(n, term)
		if !catalogue.ID.Of(term).Known() {
			continue
		}
		at := catalogue.ID.Of(term).At
		pos := problem.Pos{File: v.File, Line: int(at.Line), Col: int(at.Col)}
		if id := term.ID(); !IsSlug(id) {
			hint := "gebruik kleine letters, cijfers en streepjes"
			if slugPattern.MatchString(id) {
				hint = "kies een ander woord: dit kan niet overal een adres zijn"
			}
			l.report(ruleTermID, pos, hint, "%q kan geen id zijn", problem.Short(id))
			continue
		}
		if !v.Add(term) {
			first := catalogue.ID.Of(v.Get(term.ID())).At
			l.report(ruleTermTwice, pos, fmt.Sprintf("het staat ook op regel %d", first.Line), "het id %q staat er twee keer", term.ID())
		}
	}
}

func (l *reading) ambiguous(r *field.Reader, items []*yaml.Node) {
	l.cat.AmbiguousFile = r.File
	for _, n := range items {
		a := catalogue.NewAmbiguous()
		r.ReadItem(n, a)
		l.cat.Ambiguous = append(l.cat.Ambiguous, a)
	}
}

// vocabulariesOf reports the vocabularies that the fields of a schema ask for and
// that are not there. The terms themselves are checked once everything is read.
func (l *reading) vocabulariesOf(schema *field.Schema) {
	for _, f := range schema.Fields {
		names := []string{f.Of, f.Marks}
		if f.Kind == field.KindRef || f.Kind == field.KindRefs {
			names = nil
		}
		for _, name := range names {
			if name != "" && l.cat.Vocabularies[name] == nil {
				l.cat.Vocabularies[name] = catalogue.NewVocabulary(name, "")
				file := l.file(path.Join(vocabularyFolder, name+".yaml"))
				l.report(ruleNoVocabulary, problem.Pos{File: file}, "maak het bestand, of zet het terug", "de begrippenlijst %s ontbreekt; het veld %s vraagt erom", name, f.Key)
			}
		}
		if f.Inner != nil {
			l.vocabulariesOf(f.Inner)
		}
	}
}

// settled is how long a file must have been left alone to be kept: within the
// grain of the clock of a disk it can change twice and look the same.
const settled = 2 * time.Second

// entries reads all entries, on all cores, and keeps them in the order of the
// collections and of the file names.
func (l *reading) entries() {
	type place struct {
		collection *catalogue.Collection
		name       string
	}
	var places []place
	for _, c := range catalogue.Collections {
		for _, name := range l.list(c.Name, ".md") {
			places = append(places, place{c, name})
		}
	}
	entries := make([]*catalogue.Entry, len(places))
	keep := make([]keptEntry, len(places))
	now := time.Now()
	parallel.Each(len(places), func(i int) {
		p := places[i]
		info, err := fs.Lstat(l.content, p.name)
		if last, ok := l.kept[p.name]; ok && err == nil && info.Size() == last.size && info.ModTime().Equal(last.modified) {
			entries[i], keep[i] = last.entry, last
			return
		}
		e, fine := l.entry(p.collection, p.name)
		entries[i] = e
		if fine && err == nil && !info.ModTime().IsZero() && now.Sub(info.ModTime()) > settled {
			keep[i] = keptEntry{e, info.Size(), info.ModTime()}
		}
	})
	l.kept = make(map[string]keptEntry, len(places))
	for i, k := range keep {
		if k.entry != nil {
			l.kept[places[i].name] = k
		}
	}
	l.cat.Entries = entries
}

// entry reads one entry. It is fine when there is nothing to say of it.
func (l *reading) entry(c *catalogue.Collection, name string) (e *catalogue.Entry, fine bool) {
	e = c.New(strings.TrimSuffix(path.Base(name), ".md"), l.file(name))
	source, ok := l.read(name, frontmatter.MaxEntry)
	if !ok {
		return e, false
	}
	e.Sum = sha256.Sum256(source)
	text, problems := l.document(name, source, e)
	e.Text, e.SortKey = text, catalogue.SortKey(e.Title())
	l.add(problems...)
	return e, len(problems) == 0
}

// pages reads the texts of the site itself.
func (l *reading) pages() {
	for _, name := range l.list(pageFolder, ".md") {
		source, ok := l.read(name, frontmatter.MaxEntry)
		if !ok {
			continue
		}
		p := catalogue.NewPage(strings.TrimSuffix(path.Base(name), ".md"), l.file(name))
		text, problems := l.document(name, source, p)
		p.Text = text
		l.add(problems...)
		l.cat.Pages = append(l.cat.Pages, p)
	}
}

// document reads front matter into data and gives the text below it.
func (l *reading) document(name string, source []byte, data field.Data) (markdown.Text, problem.List) {
	file := l.file(name)
	doc, problems := frontmatter.Read(file, source)
	if doc.Node != nil {
		r := l.reader(name, source)
		r.Read(doc.Node, data)
		problems = append(problems, r.Problems.List()...)
	}
	var text markdown.Text
	body := bytes.TrimSpace(doc.Body)
	switch {
	case doc.Body == nil: // it is not known where the text starts, which has been said
	case len(body) == 0:
		line := doc.BodyLine
		if len(doc.Body) > 0 {
			line-- // the closing line of the front matter
		}
		problems = append(problems, sayNoText.At(problem.Pos{File: file, Line: line, Col: 1}))
	case strings.EqualFold(string(body), field.UnknownWord):
	default:
		var found problem.List
		text, found = markdown.Parse(file, doc.BodyLine, doc.Body)
		if text.Plain == "" && found.Errors() == 0 { // such as one line of stars
			found = append(found, sayNoText.At(problem.Pos{File: file, Line: doc.BodyLine, Col: 1}))
		}
		problems = append(problems, found...)
	}
	return text, problems
}
