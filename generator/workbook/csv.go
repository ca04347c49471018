package workbook

import (
	"bytes"
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// calculates are the signs with which a formula starts, also the wide forms that
// Japanese editions accept. The - is last, where it is no range in an expression.
const calculates = "=+@＝＋－＠-"

// formula is where a spreadsheet would start to calculate: at the start of a
// cell (OWASP, "CSV Injection"), and after a semicolon, because Excel in Dutch
// takes that for the end of a cell when somebody opens the file by clicking it.
var (
	formula = regexp.MustCompile(`((?:^|;)[\s"']*)([` + calculates + `])`)
	made    = regexp.MustCompile(`((?:^|;)[\s"']*)'([` + calculates + `])`)
)

// Safe is the text of a cell in a CSV file, with an apostrophe before what a
// spreadsheet would take for a formula. Reading takes it away.
func Safe(s string) string {
	// Few texts have one, and the expression is slow.
	if strings.Contains(s, ";") || strings.IndexAny(first(s), calculates) >= 0 {
		s = formula.ReplaceAllString(s, "$1'$2")
	}
	return s
}

// first is the first sign of a text that says something.
func first(s string) string {
	s = strings.TrimLeft(s, " \t\n\r\f\"'")
	return s[:min(len(s), utf8.UTFMax)]
}

// unsafe is the text that [Safe] was given.
func unsafe(s string) string {
	if strings.Contains(s, "'") {
		s = made.ReplaceAllString(s, "$1$2")
	}
	return s
}

// readCSV reads a table of texts as spreadsheets save it: with commas, semicolons or
// tabs, in UTF-8, UTF-16 or the signs of Windows.
func readCSV(name string, data []byte) (t *Table, message, hint string) {
	const mend = "bewaar het rekenblad als .xlsx, of als CSV UTF-8"
	text, ok := decode(data)
	if !ok || strings.ContainsRune(text, 0) {
		return nil, "het bestand is geen tekst", mend
	}
	comma := rune(0)
	if first, rest, ok := strings.Cut(text, "\n"); ok {
		if sep, ok := strings.CutPrefix(strings.TrimSpace(first), "sep="); ok && utf8.RuneCountInString(sep) == 1 {
			comma, _ = utf8.DecodeRuneInString(sep)
			text = rest
		}
	}
	if comma == 0 {
		comma = separator(text)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	var rows [][]string
	for end, at := 0, 0; ; { // the lines before what comes next, and where that is
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, "het bestand kan niet als tabel worden gelezen", mend
		}
		for line, _ := r.FieldPos(0); end+1 < line; end++ { // empty lines are rows to a spreadsheet
			rows = append(rows, nil)
		}
		for i, text := range row {
			row[i] = unsafe(text)
		}
		rows = append(rows, row)
		next := int(r.InputOffset())
		end += strings.Count(text[at:next], "\n") // a cell may have lines
		at = next
		if len(rows) > limits.rows {
			break
		}
	}
	switch {
	case len(rows) > limits.rows:
		return nil, "het bestand heeft meer dan " + itoa(limits.rows) + " rijen", makeLess
	case len(rows) == 0:
		return nil, "het bestand is leeg", "kijk of u het goede bestand hebt"
	}
	return &Table{File: name, Rows: rows, Odd: map[Cell]string{}}, "", ""
}

// separator is what stands most often between the cells of the first row.
func separator(text string) rune {
	best, most := ',', 0
	for _, c := range ",;\t" {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.LazyQuotes = c, true
		if head, err := r.Read(); err == nil && len(head) > most {
			best, most = c, len(head)
		}
	}
	return best
}

func decode(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		units := make([]uint16, 0, len(data)/2)
		for i := 2; i+1 < len(data); i += 2 {
			if data[0] == 0xFF {
				units = append(units, uint16(data[i])|uint16(data[i+1])<<8)
			} else {
				units = append(units, uint16(data[i])<<8|uint16(data[i+1]))
			}
		}
		return string(utf16.Decode(units)), true
	}
	if utf8.Valid(data) {
		return string(data), true
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), err == nil
}
