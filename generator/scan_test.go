package generator_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// scan looks through all files of a site, each read as its readers do, for what
// must never be there.
func scan(files map[string][]byte) (faults []string) {
	s := &scanner{files: files}
	for name, data := range files {
		s.name = name
		if !siteName.MatchString(name) && !codePage.MatchString(name) && !strings.HasPrefix(path.Base(name), "_") && name != ".nojekyll" {
			s.fault("a name that not every host serves")
		}
		switch path.Ext(name) {
		case ".br", ".gz", ".png", ".ico", ".woff2":
			continue
		case ".xlsx":
			s.sheet(data)
			continue
		}
		if !utf8.Valid(data) || bytes.ContainsRune(data, 0) {
			s.fault("not text in UTF-8")
		}
		switch ext := path.Ext(name); {
		case ext == ".html":
			s.html(data)
		case ext == ".json":
			if !json.Valid(data) {
				s.fault("no JSON")
			}
		case ext == ".csv":
			s.csv(data)
		case ext == ".ics":
			s.calendar(data)
		case ext == ".xml":
			s.xml(data)
		case ext == ".js" && strings.Contains(string(data[:min(len(data), 60)]), "kaartenbakIndex"):
			if !indexFile.Match(data) {
				s.fault("an index file that is more than calls with a text")
			}
		}
	}
	return s.faults
}

type scanner struct {
	files  map[string][]byte
	name   string
	faults []string
}

func (s *scanner) fault(format string, args ...any) {
	s.faults = append(s.faults, s.name+": "+fmt.Sprintf(format, args...))
}

var (
	codePage  = regexp.MustCompile(`^(code|infobutton)/[a-z0-9-]+/[A-Z0-9.]+(/index.html|.xml)$`) // codes as their list writes them
	siteName  = regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)*/)*[A-Za-z0-9]+([-.][A-Za-z0-9]+)*$`)
	indexFile = regexp.MustCompile(`^(kaartenbakIndex\("[^"\\\n]*","[^"\\\n]*",("([^"\\\n<]|\\[^/])*"|'([^'\\\n<]|\\[^/])*')\);?\n?)+$`)
)

// schemes are those that an address in a page may have.
var schemes = map[string]bool{"": true, "https": true, "http": true, "mailto": true, "tel": true}

// html looks at a page as a browser does, after parsing.
func (s *scanner) html(data []byte) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		s.fault("%v", err)
		return
	}
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if n.Type == html.CommentNode {
			s.fault("a comment: %q", n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		at := map[string]string{}
		for _, a := range n.Attr {
			at[a.Key] = a.Val
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc", strings.Contains(a.Key, "gevaar"), strings.ContainsAny(a.Key, "\"'<=`"):
				s.fault("<%s %s=%q>", n.Data, a.Key, a.Val)
			case a.Key == "href", a.Key == "src", a.Key == "action", a.Key == "formaction", a.Key == "poster", a.Key == "data", a.Key == "xlink:href":
				s.address(n.Data, a.Val)
			case a.Key == "id":
				if ids[a.Val] {
					s.fault("the id %q twice", a.Val)
				}
				ids[a.Val] = true
			}
		}
		switch n.Data {
		case "script":
			if _, ok := at["src"]; ok && n.FirstChild == nil {
				if !strings.Contains(at["src"], "assets/") && strings.TrimLeft(at["src"], "./") != "latest.js" {
					s.fault("a script from %q", at["src"])
				}
			} else if at["type"] != "application/ld+json" || n.FirstChild == nil || !json.Valid([]byte(n.FirstChild.Data)) {
				s.fault("an inline script")
			}
		case "style", "iframe", "object", "embed", "base", "applet", "frame", "marquee", "portal":
			s.fault("<%s>", n.Data)
		case "meta":
			if at["http-equiv"] != "" && !strings.EqualFold(at["http-equiv"], "content-security-policy") && !strings.EqualFold(at["http-equiv"], "refresh") {
				s.fault("<meta http-equiv=%q>", at["http-equiv"])
			}
		case "input":
			if at["type"] == "password" {
				s.fault("a field for a password")
			}
		}
		if strings.Contains(n.Data, "gevaar") || strings.ContainsAny(n.Data, "\"'<=`") {
			s.fault("<%s>", n.Data)
		}
	}
	for _, trace := range []string{"ZgotmplZ", "raw HTML omitted", "<no value>", "%!"} {
		if bytes.Contains(data, []byte(trace)) {
			s.fault("%q", trace)
		}
	}
}

func (s *scanner) address(element, address string) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		s.fault("<%s> with the address %q: %v", element, address, err)
	case !schemes[u.Scheme], strings.ContainsAny(address, "\\\t\r\n"), u.Host != "" && u.Scheme == "":
		s.fault("<%s> with the address %q", element, address)
	case u.Host != "" && element != "a" && element != "link":
		s.fault("<%s> asks another host: %q", element, address)
	case u.User != nil:
		s.fault("<%s> with a name in the address %q", element, address)
	}
}

func (s *scanner) csv(data []byte) {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		s.fault("%v", err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r|%") && !strings.HasPrefix(cell, "|") && !strings.HasPrefix(cell, "%") {
				s.fault("a cell that calculates: %q", cell)
			}
			if strings.ContainsAny(cell, "\r\n\t\x00") {
				s.fault("a cell of more than a line: %q", cell)
			}
		}
	}
}

var calendarLine = regexp.MustCompile(`^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|X-PUBLISHED-TTL|REFRESH-INTERVAL|SOURCE|UID|DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|LOCATION|URL|STATUS|TRANSP|CLASS|CATEGORIES|LAST-MODIFIED|SEQUENCE|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE)[;:]`)

func (s *scanner) calendar(data []byte) {
	for line := range strings.Lines(string(data)) {
		if !strings.HasSuffix(line, "\r\n") || len(line) > 77 || strings.Count(line, "\r") != 1 {
			s.fault("a line that is not one: %q", line)
		}
		if line = strings.TrimSuffix(line, "\r\n"); !strings.HasPrefix(line, " ") && !calendarLine.MatchString(line) {
			s.fault("a line that was not meant: %q", line)
		}
	}
}

func (s *scanner) xml(data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			s.fault("%v", err)
			return
		}
		switch x := token.(type) {
		case xml.StartElement:
			if strings.Contains(x.Name.Local, "gevaar") || x.Name.Local == "script" {
				s.fault("<%s>", x.Name.Local)
			}
		case xml.Directive:
			s.fault("<!%s>", x)
		}
	}
}

// sheet looks through a spreadsheet: its parts are XML, and no cell calculates or leads
// elsewhere.
func (s *scanner) sheet(data []byte) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		s.fault("%v", err)
		return
	}
	for _, f := range z.File {
		part, err := fs.ReadFile(z, f.Name)
		if err != nil {
			s.fault("%s: %v", f.Name, err)
			continue
		}
		s.xml(part)
		for _, tag := range []string{"<f>", "<f ", "<hyperlink", "TargetMode"} {
			if bytes.Contains(part, []byte(tag)) {
				s.fault("%s has %s", f.Name, tag)
			}
		}
	}
}

// TestScanFinds gives the scan what it is there for.
func TestScanFinds(t *testing.T) {
	for name, text := range map[string]string{
		"a/index.html": "<p onclick=x>", "b/index.html": "<script>x</script>", "c/index.html": `<a href="javascript:x">`, "d/index.html": "<!-- x -->",
		"e/index.html": `<img src="https://elders.example/x">`, "f/index.html": `<p style="x">`, "g/index.html": "<gevaar>", "h/index.html": `<p id=x><p id=x>`,
		"a.json": "{", "a.csv": "a,=1\n", "a.ics": "BEGIN:X\r\nATTACH:x\r\n", "a.xml": "<a>&b;</a>", "assets/a.js": `kaartenbakIndex("a","b","c");x()`,
		"a.xlsx": "PK", "b.xlsx": sheetOf(t, "<c><f>1+1</f></c>"), "c.xlsx": sheetOf(t, "<gevaar/>"),
		"a\n.txt": "", "b.txt": "\xff", "i/index.html": `<a href="//elders.example">`, "j/index.html": `<script type="application/ld+json">{"a":"</script><b>"}</script>`,
	} {
		if len(scan(map[string][]byte{name: []byte(text)})) == 0 {
			t.Errorf("nothing found in %s: %q", name, text)
		}
	}
}

// partsOf are the parts of a spreadsheet as one text.
func partsOf(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		part, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(part)
	}
	return all.String()
}

// sheetOf is a spreadsheet with one part.
func sheetOf(t *testing.T, part string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, part)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// asOther makes an entry of another collection with the title and the summary of
// a sample, or gives false when it has none of its own.
func asOther(s sample, more string) (string, bool) {
	var kept []string
	for line := range strings.Lines(string(s.file.Data)) {
		if strings.HasPrefix(line, "titel: ") || strings.HasPrefix(line, "samenvatting: ") {
			kept = append(kept, line)
		}
	}
	return "---\n" + strings.Join(kept, "") + more + "bronnen: onbekend\n---\nTekst.\n", len(kept) == 2
}

// TestHostileOutput builds one site of all samples that pass the check, also as
// news and meetings, with a name and terms that are as bad, and scans it.
func TestHostileOutput(t *testing.T) {
	files := ground(t)
	n := 0
	for i, s := range samples(t) {
		if s.verdict == "reject" || checked(t, ground(t, s)).Errors() > 0 {
			continue
		}
		n++
		name := fmt.Sprintf("%s-%d", s.class, i)
		if s.class == "namen" {
			name = strings.TrimSuffix(s.name, ".md")
		}
		files["keuzehulpen/"+name+".md"] = s.file
		if news, ok := asOther(s, "datum: 2026-01-15\n"); ok {
			files["nieuws/"+name+".md"] = &fstest.MapFile{Data: []byte(news)}
		}
		if meeting, ok := asOther(s, "datum: 2026-12-15\nstatus: gepland\nregios: [landelijk]\ndoelgroep: \"=1+1\"\nplaats: \"x;y,z\"\norganisatoren: [verzonnen-huis]\n"); ok {
			files["bijeenkomsten/"+name+".md"] = &fstest.MapFile{Data: []byte(meeting)}
		}
	}
	bad := `'</title></script><gevaar onload=gevaar()> " =1+1 ]]> --> {{.}}'`
	files["site.yaml"] = &fstest.MapFile{Data: []byte("naam: " + bad + "\nondertitel: " + bad + "\nuitgever: " + bad + "\nlicentie: " + bad + "\n")}
	for _, list := range []string{"aandoeningen", "organisaties", "regios"} {
		list := files["begrippen/"+list+".yaml"]
		list.Data = append(bytes.Clone(list.Data), "- id: gevaar\n  naam: "+bad+"\n"...)
	}
	files["keuzehulpen/slechte-begrippen.md"] = &fstest.MapFile{Data: []byte(strings.NewReplacer("artrose-knie", "gevaar", "verzonnen-huis", "gevaar").Replace(written("{goed}\n", 0)))}

	cfg := shipped()
	cfg.Content = files
	site := siteOf(t, cfg)
	for _, f := range scan(site) {
		t.Error(f)
	}
	t.Logf("%d samples, %d files", n, len(site))
}

// TestShippedOutput scans the site of content/.
func TestShippedOutput(t *testing.T) {
	files, _ := shippedSite(t)
	for _, f := range scan(files) {
		t.Error(f)
	}
}
