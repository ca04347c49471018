package feed

import (
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ui"
)

// Reviews gives the days on which entries are to be checked again as iCalendar,
// in the order of the catalogue: whole days that stay free. An entry that was
// never checked has no such day, and one that was put aside needs none.
func Reviews(cat *catalogue.Catalogue, base string, texts *ui.Texts, today time.Time) []byte {
	w := &calendarWriter{}
	w.begin(texts.T("redactie.agenda-kalender", oneLine(catalogue.SiteName.Of(cat.Site).Text)))
	for _, e := range cat.Entries {
		day, known := e.DueOn()
		if !known || e.IsAside() {
			continue
		}
		w.line("BEGIN", "VEVENT")
		w.line("UID", "nakijken-"+e.Collection.Name+"-"+e.Slug+"@"+host(base))
		w.line("DTSTAMP", today.Format("20060102")+"T000000Z")
		w.line("DTSTART;VALUE=DATE", day.Format("20060102"))
		w.line("DTEND;VALUE=DATE", day.AddDate(0, 0, 1).Format("20060102"))
		w.line("TRANSP", "TRANSPARENT")
		w.text("SUMMARY", texts.T("redactie.agenda-naam", oneLine(e.Title())))
		if base != "" {
			w.line("URL", base+e.URL())
			w.text("DESCRIPTION", base+e.URL())
		}
		w.line("END", "VEVENT")
	}
	w.line("END", "VCALENDAR")
	return w.out.Bytes()
}
