package workbook

import (
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// dateStyles knows which styles of a workbook show a number as a date or a time.
type dateStyles struct {
	book     *excelize.File
	from1904 bool           // the workbook counts its days from 1904
	known    map[int]string // by style: how to write it, as package time does; "" is no date
}

// text is a number as the date or time that its style shows, or "".
func (d *dateStyles) text(style int, serial float64) string {
	layout, ok := d.known[style]
	if !ok {
		layout = d.layout(style)
		d.known[style] = layout
	}
	if layout == "" || serial < 0 || serial > 2_958_465 { // the last day of 9999
		return ""
	}
	at, err := excelize.ExcelDateToTime(serial, d.from1904)
	if err != nil {
		return ""
	}
	return at.Round(time.Second).Format(layout)
}

func (d *dateStyles) layout(style int) string {
	s, err := d.book.GetStyle(style)
	if err != nil || s == nil {
		return ""
	}
	if s.CustomNumFmt != nil {
		return layoutOf(*s.CustomNumFmt)
	}
	return layoutOf(builtin[s.NumFmt])
}

// builtin are the formats with a number of their own that show a date or a time
// (ECMA-376 part 1, 18.8.30). What the first of them looks like depends on the
// computer; all have a day.
var builtin = map[int]string{
	14: "d-m-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d-m-yyyy h:mm",
	27: "d-m-yyyy", 30: "d-m-yyyy", 36: "d-m-yyyy", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 50: "d-m-yyyy", 57: "d-m-yyyy",
}

// layoutOf tells from a number format what of a date it shows: as much is known. A
// format such as 0.00 shows none.
func layoutOf(format string) string {
	format, _, _ = strings.Cut(format, ";")
	var letters strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(format); i++ {
		switch c := format[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			letters.WriteByte(c)
		}
	}
	shown := strings.ToLower(letters.String())
	switch {
	case strings.ContainsAny(shown, "0#?"): // a number
		return ""
	case strings.Contains(shown, "yy") || strings.Contains(shown, "jj"): // a Dutch Excel may write jaar
		switch {
		case strings.Contains(shown, "d"):
			return "2006-01-02"
		case strings.Contains(shown, "m"):
			return "2006-01"
		}
		return "2006"
	case strings.Contains(shown, "d") && strings.Contains(shown, "m"):
		return "2006-01-02"
	case strings.Contains(shown, "h") || strings.Contains(shown, "u"):
		return "15.04"
	}
	return ""
}
