package export

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/sheet"
	"kaartenbak/generator/workbook"
)

// tricky are texts that a careless table changes: with the signs that part values, that
// start a formula, that YAML or a spreadsheet takes for something else.
var tricky = []string{
	"gewoon", "een; twee", "een;twee;", "a | b || c", `a\b`, `\;a`, `a\;`, `eind\`, "a¶b", "¶a", `\¶a`, "naam: a | uitleg: b", "a: b", "onbekend of niet",
	"=1+1", "+1 a", "-1 a", "@a", "'=1 a", "'citaat'", "a; =b", `"=1 a"`, "a;'-b", "＝1",
	"2024", "1.0", "007", "ja", "null", "[a]", "{a}", "# a", "a # b", "a: - b", "> a", "| a", "&a", "*a", "!a", "%a", "`a`", `"a"`, "a, b", "http://a", "31-5-2026", "_x0041_", "<b>&amp;",
	"é 🩺", strings.Repeat("lange zin met woorden ", 8) + "einde",
}

// paragraphs are such texts of more than a line.
var paragraphs = []string{"een\n\ntwee", "een\ntwee\n\ndrie", "- een\n- twee", "een  twee\n\ndrie", "een\n\n\ntwee", "a\n\n---\n\nb", strings.Repeat("woord ", 40) + "eind\n\n" + strings.Repeat("ander ", 40) + "eind"}

// Whatever text is in an entry, it comes back from a spreadsheet and from CSV.
func TestTextsComeBack(t *testing.T) {
	cat, texts := shipped(t)
	c := catalogue.DecisionAids
	for i, text := range append(tricky, paragraphs...) {
		e := newAid("x")
		want := map[string]string{}
		set := func(data field.Data, path, key string) {
			d := data.Schema().Keyed(key)
			v := &field.Text{Text: text, State: field.Known}
			switch d.Kind {
			case field.KindTexts:
				data.Set(d, &field.List{State: field.Known, Items: []field.Text{*v, {Text: "ander", State: field.Known}}})
				want[path+key] = text + "\x00ander"
			case field.KindProse:
				data.Set(d, v)
				want[path+key] = text
			default:
				if i < len(tricky) { // one line
					data.Set(d, v)
					want[path+key] = text
				}
			}
		}
		for _, key := range []string{"titel", "samenvatting", "varianten", "beslissing", "makers_toelichting"} {
			set(e, "", key)
		}
		for f := range e.Fields() {
			for _, g := range f.Groups() {
				for _, d := range g.Schema().Fields {
					if d.Kind == field.KindText || d.Kind == field.KindProse || d.Kind == field.KindTexts {
						set(g, f.Key+".", d.Key)
					}
				}
			}
		}
		body := func(*catalogue.Entry) (string, error) { return text, nil }
		for name, write := range map[string]func(io.Writer) error{
			"a.csv":  func(w io.Writer) error { return CSV(w, c, []*catalogue.Entry{e}, base, body) },
			"a.xlsx": func(w io.Writer) error { return sheet.Export(w, c, []*catalogue.Entry{e}, base, texts, body) },
		} {
			tables, refused := workbook.Read(name, written(t, write))
			if refused != nil {
				t.Fatal(refused)
			}
			drafts := sheet.Read(tables, c, cat, texts).Drafts
			if len(drafts) != 1 {
				t.Fatalf("%s, %q: %d entries", name, text, len(drafts))
			}
			doc, problems := frontmatter.Read("a.md", drafts[0].File)
			if doc.Node == nil {
				t.Errorf("%s, %q: %v\n%s", name, text, problems, drafts[0].File)
				continue
			}
			back := c.New("a", "a.md")
			r := &field.Reader{File: "a.md", Example: func(string) string { return "" }}
			r.Read(doc.Node, back)
			got := map[string]string{}
			field.Walk(back, func(path string, f field.Field) {
				var all []string
				for _, t := range f.Texts() {
					all = append(all, t.Text)
				}
				got[path] = strings.Join(all, "\x00")
			})
			for path, want := range want {
				if got[path] != want {
					t.Errorf("%s: %s of %q is %q", name, path, want, got[path])
				}
			}
			if got := string(bytes.TrimSpace(doc.Body)); got != text {
				t.Errorf("%s: the text %q is %q", name, text, got)
			}
		}
	}
}
