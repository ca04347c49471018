package generator_test

import (
	"html"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kaartenbak/generator/markdown"
	"kaartenbak/generator/problem"
)

// A wayOut does to a file what a hint says, to the letter. A hint that leaves it to
// the author what to write, such as "kies een kortere naam", has none.
type wayOut struct {
	hint *regexp.Regexp
	take func(e *editing, found []string)
}

// An editing is a file in which one problem is being put right.
type editing struct {
	lines []string
	problem.Problem
}

func (e *editing) line() string     { return e.lines[e.Line-1] }
func (e *editing) set(text string)  { e.lines[e.Line-1] = text }
func (e *editing) col() int         { return len(string([]rune(e.line() + " ")[:e.Col-1])) }
func (e *editing) before() string   { return e.line()[:min(e.col(), len(e.line()))] }
func (e *editing) after() string    { return e.line()[min(e.col(), len(e.line())):] }
func (e *editing) drop()            { e.lines = slices.Delete(e.lines, e.Line-1, e.Line) }
func (e *editing) below(new string) { e.lines = slices.Insert(e.lines, e.Line, new) }
func (e *editing) above(new string) { e.lines = slices.Insert(e.lines, e.Line-1, new) }
func (e *editing) end(text string)  { e.lines = append(e.lines, "", text) }

// replace puts a text in the place of what the pattern finds behind the place of the
// problem.
func (e *editing) replace(pattern, by string) {
	re := regexp.MustCompile(pattern)
	at := re.FindStringSubmatchIndex(e.after())
	if at == nil {
		return
	}
	e.set(e.before() + e.after()[:at[0]] + string(re.ExpandString(nil, by, e.after(), at)) + e.after()[at[1]:])
}

// value puts another value behind the name of the field on the line.
func (e *editing) value(text string) {
	e.replace(`^.*$`, strings.ReplaceAll(text, "$", "$$"))
}

// each changes the line and those below it, up to an empty one.
func (e *editing) each(pattern, by string) {
	re := regexp.MustCompile(pattern)
	for i := e.Line - 1; i < len(e.lines) && strings.TrimSpace(e.lines[i]) != ""; i++ {
		e.lines[i] = re.ReplaceAllString(e.lines[i], by)
	}
}

// field is the name of the field that a message is about.
func (e *editing) field() string {
	name, _, _ := strings.Cut(e.Message, ":")
	return name
}

var waysOut = []wayOut{
	// The text.
	{rx(`^zet achter (#+) een gewone spatie`), func(e *editing, m []string) { e.replace(`^#+\p{Z}*`, m[1]+" ") }},
	{rx(`bedoelt u geen kop, schrijf dan \\(#+)$`), func(e *editing, m []string) { e.set(e.before() + `\` + e.after()) }},
	{rx(`^schrijf ## en een gewone spatie in plaats van #`), func(e *editing, _ []string) { e.replace(`^#\p{Z}*`, "## ") }},
	{rx(`^begin elke regel van de lijst met een streepje \(-\) en een gewone spatie$`), func(e *editing, _ []string) { e.each(`^(?:[a-z]\)|[^\p{L}\p{N}\s])\p{Z}*`, "- ") }},
	{rx(`^zet op elke regel van de lijst achter het eerste teken een gewone spatie$`), func(e *editing, _ []string) { e.each(`^([-*+]|[0-9]+[.)])\p{Z}*`, "$1 ") }},
	{rx(`^schrijf deze regel als (.+)$`), func(e *editing, m []string) { e.set(e.before() + m[1]) }},
	{rx(`^zet onder deze regel (\|.+)$`), func(e *editing, m []string) { e.below(e.before() + m[1]) }},
	{rx(`^zet recht boven deze regel de kop van de tabel, met evenveel vakken$`), func(e *editing, m []string) {
		e.above(e.before() + "|" + strings.Repeat(" x |", strings.Count(e.after(), "|")-1))
	}},
	{rx(`^geef de kop ook ([0-9]+) vakken$`), func(e *editing, m []string) {
		n, _ := strconv.Atoi(m[1])
		e.lines[e.Line-2] = strings.TrimRight(e.lines[e.Line-2], "|") + strings.Repeat("| x ", n-1) + "|"
	}},
	{rx(`^haal de spaties aan het begin van de regels weg$`), func(e *editing, _ []string) {
		for i := e.Line - 1; i < len(e.lines) && (e.lines[i] == "" || strings.HasPrefix(e.lines[i], " ") || strings.HasPrefix(e.lines[i], "\t")); i++ {
			e.lines[i] = strings.TrimLeft(e.lines[i], " \t")
		}
	}},
	{rx(`^laat boven de streepjes een regel leeg`), func(e *editing, _ []string) { e.above(strings.TrimRight(e.before(), " ")) }},
	{rx(`bedoelt u een kop, zet dan ## voor de tekst en haal de streepjes weg$`), func(e *editing, _ []string) {
		e.lines[e.Line-2] = e.before() + "## " + strings.TrimPrefix(e.lines[e.Line-2], e.before())
		e.drop()
	}},
	{rx(`^zet een spatie achter het laatste ([*_]+)$`), func(e *editing, m []string) { e.second(m[1], m[1]+" ") }},
	{rx(`^zet een spatie voor het eerste ([*_]+)$`), func(e *editing, _ []string) { e.set(e.before() + " " + e.after()) }},
	{rx(`^haal de spaties tussen ([*_]+) en de tekst weg$`), func(e *editing, m []string) {
		e.replace(`^(\*\*)\p{Z}*([^*]*?)\p{Z}*\*\*`, "$1$2$1")
	}},
	{rx(`^zet de spatie achter het laatste ([*_]+) in plaats van ervoor$`), func(e *editing, m []string) { e.replace(`^(\*\*[^*]*?)\p{Z}+\*\*`, "$1** ") }},
	{rx(`^zet ook achter de vette tekst ([*_]+)$`), func(e *editing, m []string) { e.set(e.line() + m[1]) }},
	{rx(`^typ een laag cijfer als ₂`), func(e *editing, _ []string) { e.replace(`^~2~`, "₂") }},
	{rx(`bedoelt u doorgehaald, schrijf dan ~~ voor en achter de tekst$`), func(e *editing, _ []string) { e.replace(`^~([^~]*)~`, "~~$1~~") }},
	{rx(`^zet onderaan een regel met \[([^^\]]+)\]: en daarachter het adres`), func(e *editing, m []string) { e.end("[" + m[1] + "]: https://voorbeeld.nl/") }},
	{rx(`en daarachter het adres, of schrijf \[tekst\]\(https://\.\.\.\)$`), func(e *editing, _ []string) {
		e.replace(`^\[([^\]]*)\]\[[^\]]*\]`, "[$1](https://voorbeeld.nl/)")
	}},
	{rx(`^zet onderaan een regel met \[(\^[^\]]+)\]: en daarachter de noot$`), func(e *editing, m []string) { e.end("[" + m[1] + "]: Een noot.") }},
	{rx(`^haal dit weg; bedoelt u`), func(e *editing, _ []string) { e.remove(e.said()) }},
	{rx("bedoelt u de tekens zelf, zet dan ` voor en achter het geheel$"), func(e *editing, _ []string) { e.replace("^"+regexp.QuoteMeta(e.said()), "`$0`") }},
	{rx(`^haal (\[[ x]\]|\[!.+\]|\{.+\}) weg(?:$|[,;])`), func(e *editing, m []string) { e.remove(m[1]) }},
	{rx(`of schrijf \*\*Let op:\*\* en een spatie$`), func(e *editing, m []string) { e.replace(`^\[![^\]]*\]`, "**Let op:** ") }},
	{rx(`^schrijf een link als \[tekst\]\(/keuzehulpen/naam-van-de-kaart/\)$`), func(e *editing, _ []string) { e.replace(`^!?\[\[([^\]]*)\]\]`, "[$1](https://voorbeeld.nl/)") }},
	{rx(`^begin de kop met (#+)$`), func(e *editing, m []string) { e.replace(`^#+`, m[1]) }},
	{rx(`^schrijf ((?:https?://|/)\S+)$`), func(e *editing, m []string) {
		wrong := `<?(?:https?://|/)[^\s)]*`
		if said := regexp.MustCompile(`"(.+)" is `).FindStringSubmatch(e.Message); said != nil {
			wrong = regexp.QuoteMeta(said[1])
		}
		e.replace(wrong, strings.ReplaceAll(m[1], "$", "$$"))
	}},

	// Fields.
	{rx("^haal (\\S+) weg, voor en achter de tekst$"), func(e *editing, m []string) { e.remove(m[1]); e.remove(m[1]) }},
	{rx(`^haal (<\S+>|\[\^.+\]|#+) weg$`), func(e *editing, m []string) { e.remove(m[1]) }},
	{rx(`^schrijf alleen de tekst; een link kan`), func(e *editing, _ []string) { e.replace(`^!?\[([^\]]*)\]\([^)]*\)`, "$1") }},
	{rx(`^typ het teken zelf in plaats van (&\S+)$`), func(e *editing, m []string) { e.replace(regexp.QuoteMeta(m[1]), html.UnescapeString(m[1])) }},
	{rx(`^haal - weg en schrijf zinnen`), func(e *editing, _ []string) { e.replace(`^- (.*)$`, "$1.") }},
	{rx(`^noem het veld (\w+)$`), func(e *editing, m []string) { e.replace(`^[A-Za-z]+:`, m[1]+":") }},
	{rx(`^noem het veld \w+, en schrijf het zo: (.+)$`), func(e *editing, m []string) {
		e.replace(`^.*$`, strings.ReplaceAll(m[1], "https://...", "https://voorbeeld.nl/"))
	}},
	{rx(`^haal de regel weg`), func(e *editing, _ []string) { e.drop() }},
	{rx(`^zet de tekst onder het kopblok$`), func(e *editing, _ []string) { e.drop(); e.end("Tekst.") }},
	{rx(`^zet de waarde tussen dubbele aanhalingstekens; zet bij een opmerking`), func(e *editing, _ []string) {
		e.set(regexp.MustCompile(`^(.*?: )(.*)$`).ReplaceAllString(e.line(), `$1"$2"`))
	}},
	{rx(`zet bij een opmerking twee spaties voor de # en één erachter$`), func(e *editing, _ []string) { e.set(strings.TrimRight(e.before(), " ") + "  # " + e.after()[1:]) }},
	{rx(`^wis haar, en typ een gewone spatie$`), func(e *editing, _ []string) { e.replace(`^\x{a0}`, " ") }},
	{rx(`^schrijf (\w+): (\[.*\])$`), func(e *editing, m []string) {
		if !strings.Contains(e.line(), ":") { // the value begins on the next line
			e.Line, e.Col = e.Line-1, len(e.lines[e.Line-2])+1
			e.value(" " + m[2])
			for e.Line < len(e.lines) && strings.HasPrefix(e.lines[e.Line], "  ") { // and goes on
				e.lines = slices.Delete(e.lines, e.Line, e.Line+1)
			}
			return
		}
		e.value(m[2])
	}},
	{rx(`^schrijf een datum die al is geweest, of (?:onbekend|verander \w+)$`), func(e *editing, _ []string) { e.value("2026-11") }},
	{rx(`die al is geweest, of (onbekend)$`), func(e *editing, m []string) { e.value(m[1]) }},
	{rx(`^schrijf de dag waarop de kaart is nagekeken$`), func(e *editing, _ []string) { e.value("2026-11-22") }},
	{rx(`^schrijf ([0-9-]+)$`), func(e *editing, m []string) { e.value(m[1]) }},
	{rx(`^schrijf jaar-maand-dag, zoals ([0-9-]+)`), func(e *editing, m []string) { e.value(m[1]) }},
	{rx(`^schrijf alleen cijfers$`), func(e *editing, _ []string) { e.value("20") }},
	{rx(`^schrijf uren en minuten, met een punt ertussen$`), func(e *editing, _ []string) { e.value("19.30") }},
	{rx(`^bedoelt u "?([a-z-]+)"?(?: \(.*\))?\?$`), func(e *editing, m []string) { e.replace(`^"?[^\]},:"]+"?`, m[1]) }},
	{rx(`^zet de hele waarde tussen dubbele aanhalingstekens: (".+")$`), func(e *editing, m []string) {
		e.set(regexp.MustCompile(`: .*$`).ReplaceAllLiteralString(e.line(), ": "+m[1]))
	}},
	{rx(`^haal de verwijzing weg tot het zover is$`), func(e *editing, _ []string) { e.replace(`^[a-z/-]+(?:, )?`, "") }},
	{rx(`^haal de link weg tot het zover is$`), func(e *editing, _ []string) { e.replace(`^\[([^\]]*)\]\([^)]*\)`, "$1") }},
	{rx(`^vul een waarde in, (?:of schrijf|schrijf) onbekend`), func(e *editing, _ []string) {
		e.set(strings.TrimRight(strings.SplitN(e.line(), ":", 2)[0], " ") + ": onbekend")
	}},
	{rx(`^schrijf alleen (\S+), zonder haken of streepje$`), func(e *editing, m []string) { e.replace(`^(?:\[[^\]]*\]|[^\[].*$)`, m[1]) }},
	{rx(`^noem een algemeen adres, zoals (info@)`), func(e *editing, m []string) {
		mail := regexp.MustCompile(`\S+@`).FindString(e.Message)
		for i := range e.lines {
			e.lines[i] = strings.ReplaceAll(e.lines[i], mail, m[1])
		}
	}},
}

func rx(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }

// said is what the message of a problem begins with: what was written there.
func (e *editing) said() string {
	said, _, _ := strings.Cut(e.Message, " is opmaak")
	return said
}

// remove takes a piece of text out of the line, behind the place of the problem.
func (e *editing) remove(piece string) { e.replace(regexp.QuoteMeta(piece)+`\p{Z}?`, "") }

// second replaces the second time that a piece of text stands behind the place.
func (e *editing) second(piece, by string) {
	e.replace(`^(`+regexp.QuoteMeta(piece)+`.*?)`+regexp.QuoteMeta(piece), "${1}"+by)
}

// TestHintsLeadOut follows each hint in the projects of testdata/regels and in the
// texts of package markdown that can be followed by a machine: what it is about is gone
// then, and nothing else is wrong.
func TestHintsLeadOut(t *testing.T) {
	followed := make([]int, len(waysOut))
	for _, text := range archived(t, "testdata/regels/*.txtar") {
		content := project(t, text)
		followAll(t, followed, checked(t, content), func(p problem.Problem) (string, func(string) problem.List) {
			name := strings.TrimPrefix(p.File, "content/")
			source, err := fs.ReadFile(content, name)
			if err != nil {
				t.Fatal(err)
			}
			return string(source), func(edited string) problem.List {
				return checked(t, overlay{content, fstest.MapFS{name: {Data: []byte(edited)}}})
			}
		})
	}
	for _, text := range archived(t, "markdown/testdata/*.txtar") {
		source := hiddenCharacter.ReplaceAllStringFunc(string(text.Files[0].Data), func(s string) string {
			n, _ := strconv.ParseUint(hiddenCharacter.FindStringSubmatch(s)[1], 16, 32)
			return string(rune(n))
		})
		parse := func(source string) problem.List {
			_, problems := markdown.Parse("tekst.md", 1, []byte(source))
			return problems
		}
		followAll(t, followed, parse(source), func(problem.Problem) (string, func(string) problem.List) { return source, parse })
	}
	for i, n := range followed {
		if n == 0 {
			t.Errorf("nothing has a hint as %s", waysOut[i].hint)
		}
	}
}

var hiddenCharacter = regexp.MustCompile(`\{U\+([0-9A-F]+)\}`)

// archived reads the archives with names as a pattern.
func archived(t *testing.T, pattern string) (all []*txtar.Archive) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("nothing in %s: %v", pattern, err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, archive)
	}
	return all
}

// byOthers are rules that what is put right may break by what stands beside it: the
// headings that come before another, a value that was there already.
var byOthers = []string{"kop-overgeslagen", "kop-een", "dubbele-waarde", "dubbel-veld"}

// exact are rules of which every hint says what to write.
var exact = []string{
	"geen-kop", "geen-lijst", "geen-tabel", "ingesprongen", "kop-door-streepjes", "sterretjes", "doorgehaald", "verwijzing-zonder-doel", "vreemde-opmaak",
	"opmaak-in-veld", "opmerking", "datum-in-de-toekomst",
}

// followAll puts problems right, each by itself, and looks what is wrong then. of gives
// the file of a problem, and what checks it with other words in it.
func followAll(t *testing.T, followed []int, problems problem.List, of func(problem.Problem) (string, func(string) problem.List)) {
	t.Helper()
	for _, p := range problems {
		if slices.Contains(exact, p.Rule) && p.Hint != "" && !slices.ContainsFunc(waysOut, func(w wayOut) bool { return w.hint.MatchString(p.Hint) }) {
			t.Errorf("%s\n\t%s\ncannot be followed", p, p.Hint)
		}
		for i, way := range waysOut {
			found := way.hint.FindStringSubmatch(p.Hint)
			if found == nil || p.Line == 0 {
				continue
			}
			followed[i]++
			source, check := of(p)
			e := &editing{strings.Split(strings.TrimSuffix(source, "\n"), "\n"), p}
			way.take(e, found)
			edited := strings.Join(e.lines, "\n") + "\n"
			after := check(edited)
			if told, tells := count(problems, p), count(after, p); tells >= told {
				t.Errorf("%s\n\t%s\nis still so in\n%s", p, p.Hint, edited)
			}
			for _, other := range after {
				if count(problems, other) < count(after, other) && !slices.Contains(byOthers, other.Rule) {
					t.Errorf("%s\n\t%s\nleads to\n%s\n\t%s\nin\n%s", p, p.Hint, other, other.Hint, edited)
				}
			}
		}
	}
}

// count says how often the same is said of a file, wherever in it.
func count(problems problem.List, p problem.Problem) (n int) {
	for _, other := range problems {
		if other.File == p.File && other.Rule == p.Rule && other.Message == p.Message {
			n++
		}
	}
	return n
}
