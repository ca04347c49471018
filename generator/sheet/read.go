// Package sheet is the form that entries have in a spreadsheet: one row each, one
// column or more for each field. It writes the export and the sheet to fill in, and
// reads both, and the sheets that people have, as the front matter of entries.
//
// What it reads is not judged here: a row becomes the file of an entry, which is read
// and checked as any other. A [Draft] knows from which cell each line came, so that
// what is said of the file is said of the cell.
package sheet

import (
	"fmt"
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/slug"
	"kaartenbak/generator/ui"
	"kaartenbak/generator/workbook"
)

// Rules are the rules of this package.
var Rules problem.Rules

var (
	ruleHead = Rules.Add("geen-kolomnamen",
		"Boven de kaarten staat één rij met de namen van de velden, zoals Titel en Samenvatting. De namen zijn die van het formulier of van kaartenbak fields; de volgorde is vrij.")
	ruleColumn = Rules.AddWarning("onbekende-kolom",
		"Een kolom die geen veld is, wordt niet gelezen. Geef de kolom de naam van een veld, of laat die staan als de inhoud niet op de kaart hoeft.")
	ruleColumnTwice = Rules.AddWarning("dubbele-kolom",
		"Een veld met één waarde heeft één kolom. De tweede wordt niet gelezen: zet de waarden bij elkaar in de eerste.")
	ruleLacking = Rules.AddWarning("veld-ontbreekt",
		"Een verplicht veld dat niet in het rekenblad staat, wordt onbekend. Maak er een kolom voor als u het antwoord weet.")
	ruleOtherSheet = Rules.AddWarning("werkblad-niet-gelezen",
		"Van een rekenblad wordt één werkblad gelezen: het eerste met kaarten. Bewaar een ander werkblad als eigen bestand.")
	ruleFormula = Rules.Add("formule",
		"Van een formule wordt de uitkomst gelezen. Open het rekenblad in Excel of LibreOffice, kijk of de formule een uitkomst heeft en bewaar het opnieuw.")
	ruleCut = Rules.Add("cel-te-lang",
		"In een cel passen 32.767 tekens. Wat langer is, is afgekapt bij het bewaren. Zet de hele tekst in het bestand van de kaart zelf.")
	ruleNameOnly = Rules.AddWarning("alleen-een-naam",
		"Een organisatie die niet in de begrippenlijst staat, komt als naam op de kaart, zonder eigen pagina. Voeg de organisatie toe aan content/begrippen/organisaties.yaml als die vaker voorkomt.")
)

// A Draft is one row as the file of an entry.
type Draft struct {
	Title string
	Name  string // of its file without .md, where the row gives one; else ""
	Row   int
	File  []byte // front matter and text

	title workbook.Cell
	body  workbook.Cell
	from  []workbook.Cell // by line of the file, from 0
}

// At is the cell of which a line of the file was made; that of the title where the
// line is of none.
func (d *Draft) At(line int) workbook.Cell {
	switch {
	case line > len(d.from):
		return d.body
	case line > 0 && d.from[line-1].Row > 0:
		return d.from[line-1]
	}
	return d.title
}

// A reader reads the rows of one table.
type reader struct {
	*workbook.Table
	collection *catalogue.Collection
	cat        *catalogue.Catalogue
	heads      *heads
	problems   problem.Collector
	bad        map[int]bool // the rows with an error

	isExport bool     // of this program
	columns  []placed // what each column is for, in the order of the table
	terms    map[string]map[string]string
	titles   map[string]map[string]string
}

// A placed is a column and what it is for; the zero target is nothing.
type placed struct {
	target
	column int
	text   string // of the row that is read
}

func (p placed) at(row int) workbook.Cell { return workbook.Cell{Row: row, Col: p.column} }

// A Reading is what was read from a spreadsheet.
type Reading struct {
	Table    *workbook.Table
	Drafts   []*Draft
	Problems problem.List
	Bad      map[int]bool // the rows with an error
}

// headRows is how far down the names of the columns are looked for: above them may be
// a title and some words.
const headRows = 20

// Read reads the first table that has entries of a collection.
func Read(tables []*workbook.Table, c *catalogue.Collection, cat *catalogue.Catalogue, texts *ui.Texts) *Reading {
	h := headsOf(c, cat, texts)
	var r *reader
	head := 0
	var others problem.List
	for _, t := range tables {
		row, found := headIn(t, h)
		switch {
		case found == 0:
		case r == nil:
			r, head = &reader{Table: t, collection: c, cat: cat, heads: h, bad: map[int]bool{}, terms: map[string]map[string]string{}, titles: map[string]map[string]string{}}, row
		case found > 1 && t.Name != texts.T("rekenblad.uitleg") && t.Name != texts.T("rekenblad.begrippen"):
			others = append(others, ruleOtherSheet.At(t.At(workbook.Cell{Row: row, Col: 1}), "bewaar dit werkblad als eigen bestand en lees dat ook in", "het werkblad %s wordt niet gelezen", problem.Short(t.Name)))
		}
	}
	if r == nil {
		t := tables[0]
		p := ruleHead.At(t.At(workbook.Cell{Row: 1, Col: 1}), "zet boven de kaarten een rij met namen van velden, zoals "+strings.Join(h.names[:2], " en "),
			"hier is geen rij met de namen van de velden; de kolom %s ontbreekt", h.names[0])
		return &Reading{Table: t, Problems: problem.List{p}}
	}
	r.readHead(head)
	drafts := r.readRows(head)
	list := append(r.problems.List(), others...)
	list.Sort()
	return &Reading{Table: r.Table, Drafts: drafts, Problems: list, Bad: r.bad}
}

// headIn finds the row with the most names of fields, of which one is the title. It
// gives how many there are; 0 where there is no such row.
func headIn(t *workbook.Table, h *heads) (row, found int) {
	for i, cells := range t.Rows[:min(len(t.Rows), headRows)] {
		n, titled := 0, false
		for _, text := range cells {
			if len(text) > 200 { // no name of a field
				continue
			}
			if target, ok := h.find(text); ok {
				n++
				titled = titled || catalogue.Title.Is(target.field) && target.inner == nil
			}
		}
		if titled && n > found {
			row, found = i+1, n
		}
	}
	return row, found
}

// readHead finds what the columns are for.
func (r *reader) readHead(row int) {
	seen := map[target]int{}
	cells := r.Rows[row-1]
	r.isExport = slices.Contains(cells, CollectionKey) && slices.Contains(cells, IDKey)
	for i, text := range cells {
		p := placed{column: i + 1}
		at := r.At(workbook.Cell{Row: row, Col: i + 1})
		text = strings.TrimSpace(text)
		switch t, ok := r.heads.find(text); {
		case text == "":
			r.headless(row, i)
		case r.isExport && slices.Contains([]string{CollectionKey, IDKey, URLKey}, text):
			p.beside = text
		case !ok:
			hint := "noem de kolom naar een veld, of laat de naam zo als dit niet op de kaart hoeft"
			if near := r.heads.near(text); near != "" {
				hint = fmt.Sprintf("bedoelt u %q?", near)
			}
			r.problems.Report(ruleColumn, at, hint, "%q is geen veld: deze kolom wordt niet gelezen", problem.Short(text))
		case seen[t] > 0 && !r.takesMore(t) && r.heads.isOwn(text, t) && !r.heads.isOwn(cells[seen[t]-1], t):
			r.twice(row, seen[t], i+1) // Omschrijving stood before Samenvatting
			r.columns[seen[t]-1].target = target{}
			seen[t], p.target = i+1, t
		case seen[t] > 0 && !r.takesMore(t):
			r.twice(row, i+1, seen[t])
		default:
			seen[t] = i + 1
			p.target = t
		}
		r.columns = append(r.columns, p)
	}
	r.lacking(row)
}

// twice reports a column that is not read, as another is for the same field.
func (r *reader) twice(row, column, other int) {
	r.problems.Report(ruleColumnTwice, r.At(workbook.Cell{Row: row, Col: column}), "zet de waarden bij elkaar in één kolom",
		"%q is hetzelfde veld als kolom %s: deze kolom wordt niet gelezen", problem.Short(strings.TrimSpace(r.Rows[row-1][column-1])), workbook.Column(other))
}

// takesMore reports whether a second column for the same adds to the first.
func (r *reader) takesMore(t target) bool {
	if t.inner != nil {
		return t.inner.Kind.List()
	}
	return t.field.Kind.List()
}

// headless reports a column without a name that has values.
func (r *reader) headless(row, column int) {
	for i := row; i < len(r.Rows); i++ {
		if cells := r.Rows[i]; column < len(cells) && strings.TrimSpace(cells[column]) != "" {
			r.problems.Report(ruleColumn, r.At(workbook.Cell{Row: row, Col: column + 1}), "zet er de naam van een veld boven", "deze kolom heeft geen naam en wordt niet gelezen")
			return
		}
	}
}

// lacking tells once which required fields have no column.
func (r *reader) lacking(row int) {
	var missing []string
	for _, f := range r.collection.Schema.Fields {
		if f.Required && !f.Literal && !slices.ContainsFunc(r.columns, func(p placed) bool { return p.field == f }) {
			missing = append(missing, r.heads.texts.Label(r.collection.Name, f.Key))
		}
	}
	if len(missing) > 0 {
		r.problems.Report(ruleLacking, r.At(workbook.Cell{Row: row, Col: 1}), "maak er een kolom voor als u het antwoord weet",
			"in het rekenblad ontbreken verplichte velden; die worden onbekend: %s", strings.Join(missing, ", "))
	}
}

// readRows reads the rows below the head. What is empty is skipped.
func (r *reader) readRows(head int) []*Draft {
	var drafts []*Draft
	for i := head; i < len(r.Rows); i++ {
		row := i + 1
		filled := false
		for j := range r.columns {
			p := &r.columns[j]
			p.text = ""
			if j < len(r.Rows[i]) {
				p.text = clean(r.Rows[i][j])
			}
			at := p.at(row)
			if odd := r.Odd[at]; odd != "" && p.field != nil {
				r.problems.Report(ruleFormula, r.At(at), "typ de waarde zelf, of herstel de formule", "%s", odd)
				r.bad[row] = true
				filled = true
			}
			if p.field == nil {
				continue
			}
			filled = filled || p.text != ""
			if workbook.WasCut(p.text) {
				r.problems.Report(ruleCut, r.At(at), "zet de hele tekst in het bestand van de kaart", "de tekst is langer dan een cel kan bevatten en is afgekapt")
				r.bad[row] = true
			}
		}
		if filled {
			drafts = append(drafts, r.draft(row))
		}
	}
	return drafts
}

// clean is the text of a cell without what cannot be seen: hard spaces at the ends, soft
// hyphens of a word processor and the line ends of another computer.
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00AD", "", "\uFEFF", "", "\u200B", "").Replace(s)
	return strings.TrimSpace(s)
}

// draft makes the file of a row.
func (r *reader) draft(row int) *Draft {
	d := &Draft{Row: row, title: workbook.Cell{Row: row, Col: 1}}
	given := map[*field.Declaration][]placed{}
	for _, p := range r.columns {
		switch {
		case p.beside == IDKey:
			d.Name = p.text
		case p.field != nil && catalogue.Title.Is(p.field) && p.inner == nil:
			d.title = p.at(row)
		}
		if p.field != nil && p.text != "" {
			given[p.field] = append(given[p.field], p)
		}
	}
	w := &writer{}
	w.line(workbook.Cell{}, "---")
	body := field.UnknownWord
	d.body = d.title
	for _, f := range r.collection.Schema.Fields {
		cells := given[f]
		if f.Kind == field.KindBody {
			if len(cells) > 0 {
				body, d.body = shown(cells[0].text), cells[0].at(row)
			}
			continue
		}
		v := r.value(f, cells, row)
		if v == nil && f.Required && !f.Literal {
			v = unknownAt(d.title)
		}
		if v == nil {
			continue
		}
		if catalogue.Title.Is(f) {
			d.Title = v.text
		}
		w.value(v, f.Key+":", "")
	}
	w.line(workbook.Cell{}, "---")
	w.text.WriteString("\n" + body + "\n")
	d.File, d.from = []byte(w.text.String()), w.from
	return d
}

// report adds a problem of a cell.
func (r *reader) report(rule *problem.Rule, at workbook.Cell, hint, format string, args ...any) {
	if !rule.Warning {
		r.bad[at.Row] = true
	}
	r.problems.Report(rule, r.At(at), hint, format, args...)
}

// term is the id of the term that has a name, or "".
func (r *reader) term(vocabulary, name string) string {
	byName := r.terms[vocabulary]
	if byName == nil {
		byName = map[string]string{}
		if v := r.cat.Vocabularies[vocabulary]; v != nil {
			// A name of one term may lead to another: who means the first gets it.
			for _, names := range []func(*catalogue.Term) []string{
				func(t *catalogue.Term) []string { return []string{t.ID()} },
				func(t *catalogue.Term) []string { return []string{t.Label()} },
				(*catalogue.Term).Names,
				func(t *catalogue.Term) []string { return catalogue.SearchWords.Of(t).Strings() },
			} {
				found := map[string]string{}
				for _, t := range v.Terms {
					for _, name := range names(t) {
						key := slug.Fold(name)
						if id, ok := found[key]; ok && id != t.ID() {
							found[key] = "" // of two: not for us to say
							continue
						}
						found[key] = t.ID()
					}
				}
				for key, id := range found {
					if _, taken := byName[key]; !taken && key != "" {
						byName[key] = id
					}
				}
			}
		}
		r.terms[vocabulary] = byName
	}
	return byName[slug.Fold(name)]
}

// reference is an entry as a field refers to it, by its file name or its title.
func (r *reader) reference(f *field.Declaration, name string) string {
	byTitle := r.titles[f.Of]
	if byTitle == nil {
		byTitle = map[string]string{}
		for _, e := range r.cat.All() {
			switch key := slug.Fold(e.Title()); {
			case f.Of == "":
				byTitle[key] = e.ID()
			case f.Of == e.Collection.Name:
				byTitle[key] = e.Slug
			}
		}
		r.titles[f.Of] = byTitle
	}
	if r.cat.Entry(catalogue.Target(f, name)) == nil {
		if found := byTitle[slug.Fold(name)]; found != "" {
			return found
		}
	}
	return name
}
