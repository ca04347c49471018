package render

import (
	"testing"
	"testing/fstest"

	"kaartenbak/generator/plan"
	"kaartenbak/generator/ui"
	"kaartenbak/templates"
)

// page renders a view with these templates.
func page(t *testing.T, layout, component string, main any) string {
	t.Helper()
	texts, err := ui.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(fstest.MapFS{
		"layout.html":             {Data: []byte(`{{define "layout"}}` + layout + `{{end}}`)},
		"components/row/row.html": {Data: []byte(component)},
		"pages/page.html":         {Data: []byte(`{{define "main"}}{{end}}`)},
	}, Options{Texts: texts, Asset: func(string) (string, bool) { return "", false }})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	view := &plan.View{Main: main}
	err = r.Page(plan.Page{URL: "/a/", Template: "page.html", View: func() *plan.View { return view }}, func(html []byte) error {
		got = string(html)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestLinesThatShowNothingLeaveNoEmptyLine(t *testing.T) {
	layout := "<p>\n  {{if .Main}}\n  {{range .Main}}\n  <b>{{.}}</b>\n  {{end}}\n  {{else}}\n  niets\n  {{end}}\n</p>"
	if got, want := page(t, layout, "", []string{"een", "twee"}), "<p>\n<b>een</b>\n<b>twee</b>\n</p>"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := page(t, layout, "", nil), "<p>\nniets\n</p>"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Rows that are kept are told apart by all that they show, and by their component.
func TestRowsAreNoOthers(t *testing.T) {
	row := func(r plan.Row) plan.Row { r.Unknown = true; return r } // one that many pages may have
	rows := []plan.Row{
		row(plan.Row{Key: "a", Label: "A"}), row(plan.Row{Key: "b", Label: "A"}), row(plan.Row{Key: "a", Label: "B"}),
		row(plan.Row{Key: "a", Label: "A", Text: []string{"x"}}), row(plan.Row{Key: "a", Label: "A", Values: []plan.Link{{Text: "<x>", URL: "/y/"}}}),
		row(plan.Row{Key: "a", Label: "A", Values: []plan.Link{{Text: "<x>", URL: "/z/"}}}),
		row(plan.Row{Key: "a", Label: "A", Note: []string{"n"}}), row(plan.Row{Key: "a", Label: "A"}),
	}
	component := `{{define "row"}}{{.Key}}{{.Label}}{{range .Text}} {{.}}{{end}}{{range .Values}} {{.Text}} {{.URL}}{{end}}{{range .Note}} {{.}}{{end}};{{end}}{{define "fact"}}{{.Label}}.{{end}}`
	got := page(t, `{{rows "row" .Main}}|{{rows "fact" .Main}}`, component, rows)
	if want := "aA;bA;aB;aA x;aA &lt;x&gt; /y/;aA &lt;x&gt; /z/;aA n;aA;|A.A.B.A.A.A.A.A."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
