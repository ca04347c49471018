package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kaartenbak/generator/problem"
)

// Rules are the rules of this package.
var Rules problem.Rules

var ruleFile = Rules.Add("rekenblad",
	"Een rekenblad is een .xlsx-bestand zonder macro's en zonder wachtwoord, of een .csv-bestand. Bewaar het in Excel of LibreOffice als .xlsx, met alleen de kaarten erin.")

// limits are how large a spreadsheet may be, unzipped. Ten thousand entries fit in it
// twice. A cell takes its reader some 600 bytes, whatever is in it, and a file of 200 KB
// can have millions.
var limits = struct {
	file  int64 // bytes as sent
	bytes int64 // of all parts, unzipped
	tags  int   // of XML, in all parts
	cells int
	parts int
	rows  int
}{32 << 20, 128 << 20, 5_000_000, 800_000, 2_000, 20_000}

// MaxFile is how many bytes of a file need to be read to know that it is too large.
const MaxFile = 32<<20 + 1

// Read gives the tables of a spreadsheet that have something in them and that are not
// hidden. A file that is none becomes one problem.
func Read(name string, data []byte) ([]*Table, *problem.Problem) {
	refuse := func(message, hint string) ([]*Table, *problem.Problem) {
		p := ruleFile.At(problem.Pos{File: name}, hint, "%s", message)
		return nil, &p
	}
	extension := strings.ToLower(path.Ext(name))
	switch {
	case int64(len(data)) > limits.file:
		return refuse("het bestand is groter dan 32 MB", "verdeel de kaarten over meer bestanden, en laat afbeeldingen weg")
	case len(bytes.TrimSpace(data)) == 0:
		return refuse("het bestand is leeg", "kijk of u het goede bestand hebt")
	case extension == ".xlsm" || extension == ".xltm" || extension == ".xlsb":
		return refuse("een rekenblad met macro's wordt niet gelezen", "kies in Excel Opslaan als, en dan Excel-werkmap (.xlsx)")
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return refuse("dit is een oud Excel-bestand, of er zit een wachtwoord op", "open het in Excel, haal het wachtwoord weg en bewaar het als .xlsx")
	case extension == ".ods" || extension == ".xls" || extension == ".numbers":
		return refuse("een bestand dat eindigt op "+extension+" wordt niet gelezen", "bewaar het als .xlsx: kies Opslaan als, en dan Excel-werkmap")
	case bytes.HasPrefix(data, []byte("PK")) && extension != ".csv":
		if message, hint := measure(data); message != "" {
			return refuse(message, hint)
		}
		tables, message, hint := readBook(name, data)
		if message != "" {
			return refuse(message, hint)
		}
		return tables, nil
	case extension == ".xlsx":
		return refuse("het bestand is geen rekenblad, ook al eindigt de naam op .xlsx", "open het in Excel of LibreOffice en bewaar het opnieuw als .xlsx")
	case extension == ".csv" || extension == ".tsv" || extension == ".txt":
		table, message, hint := readCSV(name, data)
		if message != "" {
			return refuse(message, hint)
		}
		return []*Table{table}, nil
	}
	return refuse("dit bestand is geen rekenblad", "geef een bestand dat eindigt op .xlsx of .csv")
}

const (
	damaged    = "het rekenblad is beschadigd en kan niet worden geopend"
	mend       = "open het in Excel of LibreOffice, laat het herstellen en bewaar het opnieuw als .xlsx"
	tooLarge   = "uitgepakt is het rekenblad te groot om te lezen"
	makeLess   = "verdeel de kaarten over meer bestanden; haal lege rijen, opmaak en afbeeldingen weg"
	withMacros = "in het rekenblad zitten macro's, en die worden niet gelezen"
)

// measure unzips a spreadsheet to nowhere: what a zip says of its own size may be a
// lie. It gives what is wrong, or nothing.
func measure(data []byte) (message, hint string) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return damaged, mend
	}
	if len(archive.File) > limits.parts {
		return tooLarge, makeLess
	}
	size := &meter{}
	book := false
	for _, f := range archive.File {
		name := strings.ToLower(f.Name)
		if strings.HasSuffix(name, "vbaproject.bin") {
			return withMacros, "kies in Excel Opslaan als, en dan Excel-werkmap (.xlsx)"
		}
		book = book || name == "xl/workbook.xml"
		part, err := f.Open()
		if err != nil {
			return damaged, mend
		}
		_, err = io.Copy(size, part)
		part.Close()
		switch {
		case errors.Is(err, errTooLarge):
			return tooLarge, makeLess
		case err != nil:
			return damaged, mend
		}
	}
	if !book {
		return "het bestand is een zip, maar geen rekenblad", "open het in Excel of LibreOffice en bewaar het als .xlsx"
	}
	return "", ""
}

var errTooLarge = errors.New("too large")

// A meter counts what is written to it, until that is too much.
type meter struct {
	bytes       int64
	tags, cells int
	tag         []byte // the name of a tag, as far as it was written; nil outside of one
}

func (m *meter) Write(p []byte) (int, error) {
	m.bytes += int64(len(p))
	for rest := p; len(rest) > 0; {
		if m.tag == nil {
			start := bytes.IndexByte(rest, '<')
			if start < 0 {
				break
			}
			m.tags++
			m.tag, rest = []byte{}, rest[start+1:]
			continue
		}
		end := bytes.IndexAny(rest, " />\t\r\n")
		if end < 0 {
			end = len(rest)
		}
		m.tag = append(m.tag, rest[:min(end, maxTag)]...)
		if rest = rest[end:]; len(rest) > 0 || len(m.tag) > maxTag {
			if name := m.tag[bytes.LastIndexByte(m.tag, ':')+1:]; string(name) == "c" {
				m.cells++
			}
			m.tag = nil
		}
	}
	if m.bytes > limits.bytes || m.tags > limits.tags || m.cells > limits.cells {
		return 0, errTooLarge
	}
	return len(p), nil
}

// maxTag is more than any prefix and name that a spreadsheet has.
const maxTag = 100

// readBook reads a spreadsheet that has been measured.
func readBook(name string, data []byte) (tables []*Table, message, hint string) {
	defer func() {
		if recover() != nil { // a reader of a format this large may meet what it did not think of
			tables, message, hint = nil, damaged, mend
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: limits.bytes, UnzipXMLSizeLimit: limits.bytes})
	if err != nil {
		return nil, damaged, mend
	}
	defer book.Close()
	dates := &dateStyles{book: book, known: map[int]string{}}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		dates.from1904 = *props.Date1904
	}
	for _, sheet := range book.GetSheetList() {
		if shown, err := book.GetSheetVisible(sheet); err != nil || !shown {
			continue
		}
		rows, err := book.GetRows(sheet)
		if err != nil {
			return nil, damaged, mend
		}
		if len(rows) > limits.rows {
			return nil, "het werkblad " + sheet + " heeft meer dan " + itoa(limits.rows) + " rijen", makeLess
		}
		t := &Table{File: name, Name: sheet, Rows: rows, Odd: map[Cell]string{}}
		filled := false
		for i, row := range rows {
			inUse := false
			for _, text := range row {
				inUse = inUse || text != ""
			}
			filled = filled || inUse
			for j := range row {
				if at := (Cell{i + 1, j + 1}); inUse {
					t.settle(book, dates, at, &row[j])
				}
			}
		}
		if filled {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		return nil, "in het rekenblad staat niets", "kijk of u het goede bestand hebt, en of het werkblad niet verborgen is"
	}
	return tables, "", ""
}

// settle makes the text of a cell what a person sees in it, as far as that matters: a
// date is a number to a spreadsheet.
func (t *Table) settle(book *excelize.File, dates *dateStyles, at Cell, text *string) {
	name := Column(at.Col) + itoa(at.Row)
	if *text == "" {
		if formula, err := book.GetCellFormula(t.Name, name); err == nil && formula != "" {
			t.Odd[at] = "de formule heeft geen uitkomst"
		}
		return
	}
	if strings.HasPrefix(*text, "#") {
		switch *text {
		case "#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NAME?", "#NAAM?", "#NULL!", "#NUM!", "#GETAL!", "#SPILL!", "#CALC!":
			t.Odd[at] = "de formule geeft een fout: " + *text
		}
		return
	}
	serial, err := strconv.ParseFloat(*text, 64)
	if err != nil {
		return
	}
	kind, err := book.GetCellType(t.Name, name)
	if err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeFormula {
		return
	}
	if kind == excelize.CellTypeBool {
		*text = map[bool]string{true: "ja", false: "nee"}[serial != 0]
		return
	}
	if style, err := book.GetCellStyle(t.Name, name); err == nil {
		if date := dates.text(style, serial); date != "" {
			*text = date
			return
		}
	}
	if serial == float64(int64(serial)) { // 2.024E3 is 2024
		*text = strconv.FormatInt(int64(serial), 10)
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
