package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// zipped makes a zip of parts, each with what writes it.
func zipped(t *testing.T, parts map[string]func(io.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, write := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		write(w)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// repeated writes a text many times.
func repeated(text string, times int) func(io.Writer) {
	return func(w io.Writer) {
		block := []byte(strings.Repeat(text, 1<<10))
		for range times >> 10 {
			w.Write(block)
		}
	}
}

// What is no spreadsheet, or no safe one, is refused with what to do.
func TestRefused(t *testing.T) {
	whole := book(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "A1", "Titel") })
	macros := zipped(t, map[string]func(io.Writer){"xl/workbook.xml": repeated(" ", 1<<10), "xl/vbaProject.bin": repeated("x", 1<<10)})
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"leeg.xlsx", "het bestand is leeg", nil},
		{"kapot.xlsx", "beschadigd", whole[:len(whole)/2]},
		{"kapot.xlsx", "beschadigd", append(append([]byte{}, whole[:200]...), make([]byte, 400)...)},
		{"los.xlsx", "maar geen rekenblad", zipped(t, map[string]func(io.Writer){"a.txt": repeated("a", 1<<10)})},
		{"macro.xlsx", "macro's", macros},
		{"macro.xlsm", "macro's", whole},
		{"tekst.xlsx", "geen rekenblad, ook al", []byte("Titel;Samenvatting\n")},
		{"oud.xls", "oud Excel-bestand", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")},
		{"blad.ods", "eindigt op .ods", whole},
		{"blad.pdf", "geen rekenblad", []byte("%PDF-1.7")},
		{"bom.xlsx", "te groot", zipped(t, map[string]func(io.Writer){"xl/workbook.xml": repeated("\x00", 1<<30)})},
		{"rijen.xlsx", "te groot", zipped(t, map[string]func(io.Writer){"xl/workbook.xml": repeated("<row/>", 9_000_000)})},
		{"cellen.xlsx", "te groot", zipped(t, map[string]func(io.Writer){"xl/workbook.xml": repeated("<x:c r='B9'/>", 900_000)})},
		{"beeld.csv", "geen tekst", []byte("a\x00b")},
		{"niets.xlsx", "staat niets", book(t, func(f *excelize.File) {})},
	} {
		tables, refused := Read(c.name, c.data)
		switch {
		case refused == nil:
			t.Errorf("%s (%s) was read: %v", c.name, c.want, tables)
		case !strings.Contains(refused.Message, c.want) || refused.Hint == "" || refused.File != c.name:
			t.Errorf("%s: %s, hint %q, want %q", c.name, refused, refused.Hint, c.want)
		}
	}
}

// book makes a spreadsheet as others make them.
func book(t *testing.T, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A cell has what a person sees in it: dates as far as their format shows them, texts
// that look like numbers as they are, and what a formula came to.
func TestCells(t *testing.T) {
	day := time.Date(2024, 5, 31, 0, 0, 0, 0, time.UTC)
	data := book(t, func(f *excelize.File) {
		dated := func(cell, format string, value any) {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				t.Fatal(err)
			}
			f.SetCellValue("Sheet1", cell, value)
			f.SetCellStyle("Sheet1", cell, cell, style)
		}
		dated("A1", "dd-mm-yyyy", day)
		dated("B1", "mmm yyyy", day)
		dated("C1", "yyyy", day)
		dated("D1", "[$-413]d mmmm yyyy;@", day)
		dated("E1", "hh:mm", 0.8125)
		dated("F1", "0.00", 3.5)
		f.SetCellValue("Sheet1", "A2", "007")
		f.SetCellValue("Sheet1", "B2", 2024)
		f.SetCellValue("Sheet1", "C2", true)
		f.SetCellValue("Sheet1", "D2", "=1+1")
		f.SetCellRichText("Sheet1", "E2", []excelize.RichTextRun{{Text: "half "}, {Text: "vet", Font: &excelize.Font{Bold: true}}})
		f.SetCellFormula("Sheet1", "A3", "B2+1")
		f.SetCellValue("Sheet1", "B3", "naast de formule")
		f.SetCellValue("Sheet1", "C3", "#N/A")
		f.NewSheet("Verborgen")
		f.SetCellValue("Verborgen", "A1", "x")
		f.SetSheetVisible("Verborgen", false)
	})
	tables, refused := Read("blad.xlsx", data)
	if refused != nil {
		t.Fatal(refused)
	}
	want := [][]string{
		{"2024-05-31", "2024-05", "2024", "2024-05-31", "19.30", "3.5"},
		{"007", "2024", "ja", "=1+1", "half vet"},
		{"", "naast de formule", "#N/A"},
	}
	if len(tables) != 1 || !reflect.DeepEqual(tables[0].Rows, want) {
		t.Errorf("got %q, want %q", tables[0].Rows, want)
	}
	odd := map[Cell]string{{3, 1}: "de formule heeft geen uitkomst", {3, 3}: "de formule geeft een fout: #N/A"}
	if !reflect.DeepEqual(tables[0].Odd, odd) {
		t.Errorf("odd cells %v, want %v", tables[0].Odd, odd)
	}
}

// CSV comes with any separator and in any of the encodings that spreadsheets save.
func TestCSV(t *testing.T) {
	want := [][]string{{"Titel", "Thema"}, nil, {"Één, twee", "a;b\nc"}}
	for name, data := range map[string]string{
		"commas":     "Titel,Thema\r\n\r\n\"Één, twee\",\"a;b\nc\"\r\n",
		"semicolons": "Titel;Thema\n\n\"Één, twee\";\"a;b\nc\"\n",
		"tabs":       "Titel\tThema\n\nÉén, twee\t\"a;b\nc\"\n",
		"named":      "sep=;\nTitel;Thema\n\nÉén, twee;\"a;b\nc\"\n",
		"a mark":     "\xEF\xBB\xBFTitel;Thema\n\nÉén, twee;\"a;b\nc\"\n",
		"Windows":    "Titel;Thema\n\n\xC9\xE9n, twee;\"a;b\nc\"\n",
		"UTF-16":     "\xFF\xFE" + wide("Titel\tThema\n\nÉén, twee\t\"a;b\nc\"\n"),
	} {
		tables, refused := Read("blad.csv", []byte(data))
		if refused != nil {
			t.Errorf("%s: %v", name, refused)
		} else if !reflect.DeepEqual(tables[0].Rows, want) {
			t.Errorf("%s: %q, want %q", name, tables[0].Rows, want)
		}
	}
}

func wide(s string) string {
	var b strings.Builder
	for _, c := range s {
		b.WriteByte(byte(c))
		b.WriteByte(byte(c >> 8))
	}
	return b.String()
}

// What [Safe] adds for a spreadsheet goes away when it is read.
func TestSafeComesBack(t *testing.T) {
	for _, text := range []string{"=1", "'=1", "''-1", "a; =b; '@c", "a;;=1", " + x", "\"'=1", "it's", "a;'b", "-", ";-;-", "＝1"} {
		if safe := Safe(text); unsafe(safe) != text {
			t.Errorf("%q became %q and then %q", text, safe, unsafe(safe))
		} else if safe == text && strings.ContainsAny(text, calculates) {
			t.Errorf("%q is not safe", text)
		}
	}
}

// What is written is read as it was, by another's reader, and is the same each time.
func TestWritten(t *testing.T) {
	long := strings.Repeat("é", MaxCell+9)
	rows := [][]string{{"=1+1", "+1", "-1", "@a", "'b", "_x0041_", "<&>\"", "a\nb", " rand ", ""}, {long, "x\x01y", "🩺", "a;b"}}
	sheets := []Sheet{{Name: "Kaarten & zo", ToFill: 5, Columns: make([]SheetColumn, 10), Rows: func(yield func([]string, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}}}
	for i := range sheets[0].Columns {
		sheets[0].Columns[i] = SheetColumn{Head: "Kolom " + Column(i+1), Help: strings.Repeat("hulp ", 90)}
	}
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Write(b, sheets); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same sheets have other bytes")
	}
	tables, refused := Read("blad.xlsx", first.Bytes())
	if refused != nil {
		t.Fatal(refused)
	}
	got := tables[0].Rows[1:]
	if tables[0].Name != "Kaarten & zo" || !reflect.DeepEqual(got[0], rows[0][:9]) {
		t.Errorf("%s: %q, want %q", tables[0].Name, got[0], rows[0])
	}
	if !WasCut(got[1][0]) || !reflect.DeepEqual(got[1][1:], []string{"x\uFFFDy", "🩺", "a;b"}) {
		t.Errorf("%q", got[1][1:])
	}
	if WasCut(strings.Repeat("x", MaxCell)) || Cut(strings.Repeat("x", MaxCell)) != strings.Repeat("x", MaxCell) {
		t.Error("a text that fits was cut")
	}
}

func TestColumn(t *testing.T) {
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA"} {
		if got := Column(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}
