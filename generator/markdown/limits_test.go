package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kaartenbak/generator/problem"
)

// The largest text that is still read, and one that is a little larger.
func TestLimits(t *testing.T) {
	paragraph := strings.Repeat("woord ", 1000) + "\n\n"
	for _, c := range []struct {
		name string
		text func(n int) string
		most int
		line int // of the problem
	}{
		{"tekst", func(n int) string { return strings.Repeat(paragraph, 11)[:n] }, maxBody, 1},
		{"regel", func(n int) string { return "\n" + strings.Repeat("é", n) + "\n" }, maxLine, 2},
		{"links", func(n int) string { return strings.Repeat("[deze kaart](/x/)\n", n) }, maxLinks, maxLinks + 1},
		{"verwijzingen", func(n int) string { return "[x]: /x/\n\n" + strings.Repeat("[x]\n", n) }, maxLinks, maxLinks + 3},
		{"voetnoten", func(n int) string { return strings.Repeat("[^1]\n", n-1) + "\n[^1]: x\n" }, maxNotes, maxNotes + 1},
		{"haken", func(n int) string { return strings.Repeat("[1]\n\n", n) }, maxBrackets, 2*maxBrackets + 1},
		{"sterren", func(n int) string {
			return strings.Repeat("*", n/3) + strings.Repeat("~", n/3) + strings.Repeat("_", n-n/3*2)
		}, maxStars, 1},
		{"koppen", func(n int) string { return strings.Repeat("## kop\n", n) }, maxHeadings, maxHeadings + 1},
		{"kolommen", func(n int) string {
			return "x\n\n|" + strings.Repeat("a|", n) + "\n|" + strings.Repeat("-|", n) + "\n"
		}, maxColumns, 3},
		{"vakken", func(n int) string { return "a|a\n-|-\n" + strings.Repeat("a|a\n", n/2-1) }, maxCells, maxCells/2 + 2},
		{"citaten", func(n int) string { return "x\n\n" + strings.Repeat("> ", n) + "x\n" }, maxDepth, 3},
		{"lijsten", func(n int) string {
			var s strings.Builder
			for i := range n {
				fmt.Fprintf(&s, "%s- x\n", strings.Repeat("  ", i))
			}
			return s.String()
		}, maxDepth, maxDepth + 1},
		{"titel", func(n int) string { return "[naar x](/x/ \"" + strings.Repeat("t", n) + "\")\n" }, maxTitle, 1},
		{"tabellen", func(n int) string { return strings.Repeat("a|b\n-|-\n\n", n) }, maxTables, 3*maxTables + 1},
		{"code", func(n int) string { return strings.Repeat("`x`\n\n", n/2) }, maxTicks, maxTicks + 1},
		{"onderdelen", func(n int) string { return strings.Repeat("- - - x\n", (n-2)/7) }, maxNodes, maxNodes/7 + 1},
	} {
		if _, problems := Parse("tekst.md", 1, []byte(c.text(c.most))); problems.Errors() > 0 {
			t.Errorf("%s: %d is too much: %v", c.name, c.most, problems)
		}
		text, problems := Parse("tekst.md", 1, []byte(c.text(c.most+8)))
		if problems.Errors() == 0 || text.HTML != "" {
			t.Errorf("%s: %d is fine", c.name, c.most+8)
		} else if problems[0].Line != c.line {
			t.Errorf("%s: %v, want line %d", c.name, problems[0], c.line)
		}
	}
}

func TestLimitOfOutput(t *testing.T) {
	text, problems := Parse("tekst.md", 1, []byte("[x]: /"+strings.Repeat("é", 1900)+"/\n\n"+strings.Repeat("[x]\n", maxLinks)))
	if len(problems) != 1 || problems[0].Rule != ruleSize.Name || text.HTML != "" {
		t.Errorf("%d bytes of HTML, problems %v", len(text.HTML), problems)
	}
}

// One rule says so twenty times at most.
func TestReports(t *testing.T) {
	_, problems := Parse("tekst.md", 1, []byte(strings.Repeat("<b> ", 60)+"\n\n# x\n"))
	if len(problems) != problem.MaxPerRule+2 {
		t.Errorf("%d problems", len(problems))
	}
	if last := problems[len(problems)-1]; last.Rule != ruleHeadingTop.Name {
		t.Errorf("the last is %v", last)
	}
}

// Texts made to keep the parser busy are read or refused at once: within 200 ms
// on a quiet computer.
func TestTime(t *testing.T) {
	const most = time.Second
	fill := func(pattern string) string { return strings.Repeat(pattern, maxBody/len(pattern)+1)[:maxBody] }
	for _, pattern := range patterns {
		for _, text := range []string{fill(pattern + "\n"), fill(strings.Repeat(pattern, 9000/len(pattern)) + "\n")} {
			took := 2 * most
			for try := 0; try < 3 && took > most; try++ { // the computer may be busy
				start := time.Now()
				Parse("tekst.md", 1, []byte(text))
				took = time.Since(start)
			}
			if took > most {
				t.Errorf("%q: %v", text[:min(len(text), 40)], took)
			}
		}
	}
}

// patterns are repeated to make texts that are slow to parse.
var patterns = []string{
	"[", "]", "[]", "[a", "[a]", "[a](", "[a](b", "[a](<b", "[a](((", "![", "![a](", "[a][", "[a][b", "[[a]]", "[a]: b", "[a]: <b", "[a]: b 'c",
	"[^", "[^a", "[^a]", "[^a]:", "[^a]: b", "![^a]",
	"*", "*a ", "**a *b ", "_", "_a", "*_", "~", "~a", "~~a ", "a**b", "***", "*a_b~c", "`", "``a", "`a", "a`b``c```", "\\``` a",
	"<", "<a", "<a ", "<a b='", "<a b=\"", "<a b", "</", "</a", "<!--", "<!-- a", "<!", "<!A", "<?", "<![CDATA[", "<a@b", "<a:b", "<a:", "<div", "<script", "a<!--b",
	">", "> ", ">a", "- ", "-", "- a", "1. ", "1.", "+ * - ", " - a\n   ", "1) a\n",
	"|", "|a", "a|b\n-|-", "|-", "-|", "|:-:|", "|\n|-", "`a\\|b`|", "|a|\n|-|\n|`\\|`",
	":", ": ", "a\n: b", ": a", "\na\n-: \n", "\n:-", "#", "# ", "## a", "a\n=", "a\n-", "===", "---",
	"&", "&a", "&a;", "&#", "&#x", "&#x41;", "&lt;", "\\", "\\[", "\\\n", "a  \n", "\t", "    a", " ", "\n", "~~~", "```", "``` a",
	"a@", "a@b.c ", "a.b@c.d", "@", "1", "12345678 ", "06-", "1.", "111222333 ", "www.", "https://", "https://a.nl/ ",
	"é", "\u0301", "e\u0301", "\u200B", "\u200Ba", "а", "аa", "Ã©", "\uFFFD", "\uE000", "Ａ", "\U0001D400", "\u202E", "👩\u200D⚕\uFE0F",
	"(", ")", "\"", "'", "{", "!", "a", "a ", "a\n",
	"• a\n", "– a\n", "-\u00A0a\n", "-a\n", "1.a\n", "##a\n", "#\u00A0a\n", "a\n---\n", "    Dit is een zin.\n\n", "|a|b|\n", "|-|—", "a|b\n-|-|-\n\n",
	"**a:**b ", "** a", "a**(b", "_a._b ", "~a~", "[a][b] ", "[a *b*][] ", "{{", "{{ a }}", "{% a", "{#a}", "[[a]]", "[a]b[/a]", "[/a", "[@a]", "^[a]", " ==a==", " ==a", "%%a", "$$a$$", "$$a", "\\a{b}", " :a:", " :aa", ":::", "!!! a\n", "[ ] a\n",
}
