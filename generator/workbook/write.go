package workbook

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
	"unicode/utf8"
)

// A Sheet is what one sheet of a spreadsheet is made of. All cells are text, so that
// no program makes a date or a formula of one.
type Sheet struct {
	Name    string
	Columns []SheetColumn
	Rows    iter.Seq2[[]string, error] // below the head; nil for none
	ToFill  int                        // for how many rows below the head a column offers its choices
}

// A SheetColumn is a column with its head.
type SheetColumn struct {
	Head     string
	Width    int    // in characters
	Required bool   // its head stands out
	Help     string // shown with a cell that is chosen
	Choices  string // where its choices stand: Begrippen!$A$2:$A$9; "" for none
}

// Write writes a spreadsheet (ECMA-376), the same bytes for the same sheets. It goes
// row by row: a catalogue is larger than what a build keeps. The error is that of the
// writer, or of the rows.
func Write(to io.Writer, sheets []Sheet) error {
	z := zip.NewWriter(to)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	part := func(name string, write func(w *bufio.Writer) error) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: firstDay})
		if err != nil {
			return err
		}
		w := bufio.NewWriterSize(f, 1<<15)
		w.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	text := func(name, content string) error {
		return part(name, func(w *bufio.Writer) error { w.WriteString(content); return nil })
	}
	var types, names, links strings.Builder
	for i, s := range sheets {
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		fmt.Fprintf(&names, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(s.Name), i+1, i+1)
		fmt.Fprintf(&links, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
	}
	for _, p := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + mainSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + names.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + links.String() + fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>`, len(sheets)+1) + `</Relationships>`},
		{"xl/styles.xml", styles},
	} {
		if err := text(p[0], p[1]); err != nil {
			return err
		}
	}
	for i, s := range sheets {
		if err := part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s.write); err != nil {
			return err
		}
	}
	return z.Close()
}

// firstDay is the first that a zip can hold. The day on which the file was made would
// make each different.
var firstDay = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

const mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// The styles of cells, by their place in styles.
const (
	styleText     = 1
	styleHead     = 2
	styleRequired = 3
)

// In styles, 49 is the number of the format for text.
const styles = `<styleSheet xmlns="` + mainSpace + `"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF3"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFE9B8"/></patternFill></fill></fills>` +
	`<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>` +
	`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="49" fontId="2" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="49" fontId="2" fillId="3" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

func (s *Sheet) write(w *bufio.Writer) error {
	w.WriteString(`<worksheet xmlns="` + mainSpace + `"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, c := range s.Columns {
		fmt.Fprintf(w, `<col min="%d" max="%d" width="%d" style="%d" customWidth="1"/>`, i+1, i+1, max(c.Width, 10), styleText)
	}
	w.WriteString(`</cols><sheetData><row r="1">`)
	for i, c := range s.Columns {
		style := styleHead
		if c.Required {
			style = styleRequired
		}
		writeCell(w, Column(i+1)+"1", style, c.Head)
	}
	w.WriteString(`</row>`)
	if s.Rows != nil {
		names := make([]string, len(s.Columns))
		for i := range names {
			names[i] = Column(i + 1)
		}
		number := 1
		for row, err := range s.Rows {
			if err != nil {
				return err
			}
			number++
			name := itoa(number)
			w.WriteString(`<row r="` + name + `">`)
			for i, text := range row {
				if text != "" {
					writeCell(w, names[i]+name, styleText, text)
				}
			}
			w.WriteString(`</row>`)
		}
	}
	w.WriteString(`</sheetData>`)
	if s.ToFill > 0 {
		s.writeChoices(w)
	}
	w.WriteString(`</worksheet>`)
	return nil
}

// writeChoices writes what a cell offers and the help that it shows. Other values can
// be filled in too: names that are not in a list, and onbekend.
func (s *Sheet) writeChoices(w *bufio.Writer) {
	var all []string
	for i, c := range s.Columns {
		if c.Choices == "" && c.Help == "" {
			continue
		}
		kind, formula := "", ""
		if c.Choices != "" {
			kind, formula = ` type="list"`, "<formula1>"+escaped(c.Choices)+"</formula1>"
		}
		all = append(all, fmt.Sprintf(`<dataValidation%s allowBlank="1" showInputMessage="1" promptTitle="%s" prompt="%s" sqref="%s2:%s%d">%s</dataValidation>`,
			kind, escaped(short(c.Head, 32)), escaped(short(c.Help, 255)), Column(i+1), Column(i+1), s.ToFill+1, formula))
	}
	if len(all) > 0 {
		fmt.Fprintf(w, `<dataValidations count="%d">%s</dataValidations>`, len(all), strings.Join(all, ""))
	}
}

// short is a text that Excel takes as a prompt, which it limits.
func short(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + ellipsis
	}
	return s
}

func writeCell(w *bufio.Writer, name string, style int, text string) {
	for _, s := range [...]string{`<c r="`, name, `" s="`, itoa(style), `" t="inlineStr"><is><t xml:space="preserve">`} {
		w.WriteString(s)
	}
	writeEscaped(w, Cut(text))
	w.WriteString(`</t></is></c>`)
}

func escaped(s string) string {
	var b strings.Builder
	w := bufio.NewWriter(&b)
	writeEscaped(w, s)
	w.Flush()
	return b.String()
}

// writeEscaped writes a text as XML. Excel reads _x0041_ as A, wherever it stands
// (ECMA-376 part 1, 22.9.2.19), so that such a text hides its first sign.
func writeEscaped(w *bufio.Writer, s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"' && c != '_' && c < 0xEF || c == '\n' || c == '\t' {
			continue // most are
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		put := ""
		switch {
		case c == '&':
			put = "&amp;"
		case c == '<':
			put = "&lt;"
		case c == '>':
			put = "&gt;"
		case c == '"':
			put = "&quot;"
		case c == '_' && isEscape(s[i:]):
			put = "_x005F_"
		case c == utf8.RuneError, c < ' ', c == 0xFFFE, c == 0xFFFF:
			put = "\uFFFD"
		default:
			i += size - 1
			continue
		}
		w.WriteString(s[from:i])
		w.WriteString(put)
		i += size - 1
		from = i + 1
	}
	w.WriteString(s[from:])
}

// isEscape reports whether a text begins with _x, four hexadecimal digits and _.
func isEscape(s string) bool {
	return len(s) >= 7 && s[1] == 'x' && s[6] == '_' && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
