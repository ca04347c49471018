package field

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// months are the names of months as people write them, by their first three letters;
// mei and mrt are the whole of one.
var months = map[string]int{
	"jan": 1, "feb": 2, "maa": 3, "mrt": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dec": 12,
}

var (
	yearFirst   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[ t]\d{1,2}[:.].*)?$`)
	dayFirst    = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|'?\d{2})(?: \d{1,2}[:.].*)?$`)
	monthFirst  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{4})$`)
	monthInName = regexp.MustCompile(`^(?:(?:\pL+ )?(\d{1,2})(?:e|ste|de)?[-. ]+)?([a-z]{3,9})\.?[-. ]+(\d{4}|'?\d{2})$`)
	aboutWords  = regexp.MustCompile(`^(begin|medio|half|midden|eind|einde|circa|ca\.?|rond|ongeveer)[ -]+(?:van )?(.+)$`)
)

// DutchDate gives a date as people write it in a cell or a form (31-5-2026, 1 mei
// 2024, mrt-24, 05/2024) as [ParseDate] reads it; false where it is no date, or is
// read already. Of two numbers the day comes first, as the Dutch write. A year of two
// digits is of this century.
func DutchDate(s string) (string, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if m := aboutWords.FindStringSubmatch(s); m != nil {
		about := map[string]string{"begin": "begin", "eind": "eind", "einde": "eind", "circa": "circa", "ca": "circa", "ca.": "circa", "rond": "circa", "ongeveer": "circa"}[m[1]]
		if about == "" {
			about = "medio"
		}
		rest := m[2]
		if written, ok := DutchDate(rest); ok {
			rest = written
		}
		return valid(about + " " + rest)
	}
	year, month, day := "", "", ""
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := dayFirst.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], m[2], m[1]
	} else if m := monthFirst.FindStringSubmatch(s); m != nil {
		year, month = m[2], m[1]
	} else if m := monthInName.FindStringSubmatch(s); m != nil {
		n := months[m[2][:3]]
		if n == 0 {
			return "", false
		}
		year, month, day = m[3], strconv.Itoa(n), m[1]
	} else {
		return valid(s)
	}
	year = strings.TrimPrefix(year, "'")
	if len(year) == 2 {
		year = "20" + year
	}
	written := year + fmt.Sprintf("-%02s", month)
	if day != "" {
		written += fmt.Sprintf("-%02s", day)
	}
	return valid(written)
}

func valid(s string) (string, bool) {
	d, err := ParseDate(s)
	return d.String(), err == nil
}
