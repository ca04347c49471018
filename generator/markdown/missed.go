package markdown

import (
	"bytes"
	"strconv"
	"strings"

	goldast "github.com/yuin/goldmark/ast"

	"kaartenbak/generator/pattern"
	"kaartenbak/generator/problem"
)

// What an author means as a heading, a list, a table or plain text, and Markdown
// reads otherwise; and the marks of other programs, which it shows as they are.
// Nothing of it is unsafe: it is only published in another way than it was meant.

// A sign shows that a text was meant otherwise. The form knows the same signs, by the
// name of their phrase.
type sign struct {
	phrase  *problem.Phrase  // gets the sign for each of its verbs
	pattern *pattern.Pattern // whose first group is the sign
	holds   string           // is in all that matches, so that most texts need no look
	where   where
}

// A where says in which lines of a paragraph a sign counts. The zero where is all.
type where uint8

const (
	first where = 1 << iota // the first, or one after a colon at the end of a line
	twice                   // one of which the next line begins with the sign too
)

// hardSpaces are those that Markdown does not take for a space. Word processors and
// phones put them where there is no difference to see.
const hardSpaces = "\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000"

// lineSigns stand at the start of a line of a paragraph.
var lineSigns = []sign{
	{phrase: sayNoTop, holds: "#", pattern: pattern.New("^(#)[" + hardSpaces + "]")},
	{phrase: sayNoHeading, holds: "#", pattern: pattern.New("^(#{2,6})[" + hardSpaces + "]")},
	{phrase: sayNoHeading, holds: "#", pattern: pattern.New(`^(#{2,6})[\p{L}\p{N}*_"'“‘(]`)},
	{phrase: sayNoList, pattern: pattern.New("^([•‣⁃▪▫●○◦∙■□➢➤►])")},
	{phrase: sayNoList, pattern: pattern.New(`^(–)\p{Z}`), where: first},
	{phrase: sayNoList, pattern: pattern.New(`^([–—―−·→✓✔✗✘☐☑])\p{Z}`), where: twice},
	{phrase: sayNoList, pattern: pattern.New(`^([a-z]\))\p{Z}`), where: first | twice, holds: ")"},
	{phrase: sayGluedItem, pattern: pattern.New("^([-*+]|[0-9]{1,9}[.)])[" + hardSpaces + "]")},
	{phrase: sayGluedItem, pattern: pattern.New(`^([-+]|[0-9]{1,3}[.)])\p{L}`), where: twice},
	{phrase: sayGluedItem, pattern: pattern.New(`^(\*)\p{L}[^*]*$`), where: twice, holds: "*"},

	{phrase: sayTask, holds: "[", pattern: pattern.New(`^(\[[ xX]\])\p{Z}`)},
	{phrase: sayAlert, holds: "[!", pattern: pattern.New(`^(\[!\p{L}+\][+-]?)`)},
	{phrase: sayForeign, holds: ":::", pattern: pattern.New(`^(:::+\p{Z}?\{?[^\p{Z}\[]*)`)},
	{phrase: sayForeign, holds: "!!!", pattern: pattern.New(`^(!!!\+?\p{Z}[a-z]+)`)},
	{phrase: sayForeign, holds: "???", pattern: pattern.New(`^(\?\?\?\+?\p{Z}[a-z]+)`)},
	{phrase: sayForeign, holds: ".. ", pattern: pattern.New(`^(\.\. [a-z-]+::)`)},
	{phrase: sayForeign, holds: "#+", pattern: pattern.New(`^(#\+[A-Za-z_]+:)`)},
	{phrase: sayForeign, holds: "==", pattern: pattern.New(`^(={2,6})\p{Z}[^=]+=*$`)},
	{phrase: sayForeign, holds: "[", pattern: pattern.New(`^(\[(?:TOC|toc)\])$`)},
	{phrase: sayForeign, holds: ". ", pattern: pattern.New(`^(h[1-6]\.) `)},
	{phrase: sayForeign, holds: "::", pattern: pattern.New(`^([a-z]+::[^\p{Z}\[]*\[[^\]]*\])$`)},
}

// loneHeading is a line that is a paragraph by itself and reads as a heading, which
// #samenbeslissen does not.
var loneHeading = pattern.New(`^(#)\p{Lu}[^#]*\p{Z}[^#]*[\p{L}\p{N})?]$`)

// wordSigns stand anywhere in the words of a block, where these are no link or code.
var wordSigns = []sign{
	{phrase: sayBoldAfter, holds: "**", pattern: pattern.New(`(?:^|[\p{Z}(])(\*\*)[^\p{Z}*][^*]*[^*\p{L}\p{N}\p{Z}]\*\*[\p{L}\p{N}]`)},
	{phrase: sayBoldAfter, holds: "*", pattern: pattern.New(`(?:^|[\p{Z}(])(\*)[^\p{Z}*][^*]*[^*\p{L}\p{N}\p{Z}]\*[\p{L}\p{N}]`)},
	{phrase: sayBoldAfter, holds: "__", pattern: pattern.New(`(?:^|[\p{Z}(])(__)[^\p{Z}_][^_]*[^_\p{L}\p{N}\p{Z}]__[\p{L}\p{N}]`)},
	{phrase: sayBoldAfter, holds: "_", pattern: pattern.New(`(?:^|[\p{Z}(])(_)[^\p{Z}_][^_]*[^_\p{L}\p{N}\p{Z}]_[\p{L}\p{N}]`)},
	{phrase: sayBoldBefore, holds: "**", pattern: pattern.New(`[\p{L}\p{N}](\*\*)\p{P}[^*]*\*\*`)},
	{phrase: sayBoldMove, holds: "**", pattern: pattern.New(`(?:^|[^*])(\*\*)[^\p{Z}*][^*]*\p{Z}\*\*[\p{L}\p{N}]`)},
	{phrase: sayBoldSpace, holds: "**", pattern: pattern.New(`(?:^|[^*])(\*\*)(?:\p{Z}[^*]+|[^*]+\p{Z})\*\*(?:$|[^\p{L}\p{N}*])`)},
	{phrase: sayBoldOpen, holds: "**", pattern: pattern.New(`(?:^|[^*\p{L}\p{N}])(\*\*)[\p{L}\p{N}"“‘'(][^*]*$`)},

	{phrase: sayForeign, holds: "{{", pattern: pattern.New(`(\{\{[^{}]*\}\})`)},
	{phrase: sayForeign, holds: "{%", pattern: pattern.New(`(?:^|[^{])(\{%[^%]*%\})`)},
	{phrase: sayForeign, holds: "<%", pattern: pattern.New(`(<%[^%]*%>)`)},
	{phrase: sayAttributes, holds: "{", pattern: pattern.New(`(?:^|[^{])(\{(?:#|\.|: ?[#.]?)[\p{L}\p{N}][^{}]*\})`)},
	{phrase: sayForeign, holds: "{", pattern: pattern.New(`(\{/?(?:color|note|info|tip|warning|panel|quote|noformat)(?::[^{}]*)?\})`)},
	{phrase: sayForeign, holds: "{", pattern: pattern.New(`(\{(?:\+\+|--|>>|==)[^{}]*(?:\+\+|--|<<|==)\})`)},
	{phrase: sayWiki, holds: "[[", pattern: pattern.New(`(!?\[\[[^\[\]]+\]\])`)},
	{phrase: sayForeign, holds: "[/", pattern: pattern.New(`(\[[A-Za-z]+(?:[ =][^\[\]]*)?\])[^\[\]]*\[/[A-Za-z]`)},
	{phrase: sayForeign, holds: "[/", pattern: pattern.New(`(\[/[A-Za-z][A-Za-z0-9_-]*\])`)},
	{phrase: sayForeign, holds: "[@", pattern: pattern.New(`(\[@[A-Za-z][\p{L}0-9:_-]*\])`)},
	{phrase: sayForeign, holds: "^[", pattern: pattern.New(`(\^\[[^\[\]]+\])`)},
	{phrase: sayForeign, holds: "==", pattern: pattern.New(`(?:^|[\p{Z}(])(==[^\p{Z}=](?:[^=]*[^\p{Z}=])?==)(?:$|[\p{Z}\p{P}])`)},
	{phrase: sayForeign, holds: "'''", pattern: pattern.New(`('''[^']+''')`)},
	{phrase: sayForeign, holds: "%%", pattern: pattern.New(`(?:^|\p{Z})(%%[^%]+%%)`)},
	{phrase: sayForeign, holds: "$$", pattern: pattern.New(`(\$\$[^$]+\$\$)`)},
	{phrase: sayForeign, holds: `\`, pattern: pattern.New(`(\\[a-z]+\{[^{}]*\})`)},
	{phrase: sayForeign, holds: ":", pattern: pattern.New(`(?:^|\p{Z})(:[a-z][a-z0-9_+-]*[a-z0-9]:)(?:$|[\p{Z},.!?)])`)},
}

// noTarget is a reference to an address below the text, which is not there.
var noTarget = pattern.New(`(?:^|[^\p{L}\p{N}\])])(\[([^\[\]^][^\[\]]*)\]\[([^\[\]^]?[^\[\]]*)\])`)

// signsFor gives the signs to the form: for each the name of its phrase, its pattern
// and where it counts.
func signsFor(signs []sign) (all []string) {
	for _, s := range signs {
		all = append(all, s.phrase.Name, s.pattern.String(), strconv.Itoa(int(s.where)))
	}
	return all
}

// missedLines reports the signs at the start of the lines of a paragraph. Of what
// makes no list, one is enough.
func (b *body) missedLines(n goldast.Node) {
	lines := make([]string, n.Lines().Len())
	for i := range lines {
		line := n.Lines().At(i)
		lines[i] = string(bytes.TrimRight(line.Value(b.src), " \t\n"))
	}
	b.missedTable(n, lines)
	listed := false
	tell := func(i int, p *problem.Phrase, found string) {
		if p.Rule == ruleNoList && listed {
			return
		}
		listed = listed || p.Rule == ruleNoList
		b.saySign(p, n.Lines().At(i).Start, found)
	}
	for i, line := range lines {
		if line == "" || isLetter(line[0]) && !strings.Contains(line, "::") && (len(line) < 2 || line[1] != ')' && line[0] != 'h') {
			continue // as nearly all lines begin
		}
		for _, m := range lineSigns {
			if !strings.Contains(line, m.holds) {
				continue
			}
			found := m.pattern.Regexp().FindStringSubmatch(line)
			switch {
			case found == nil:
			case m.where&first != 0 && i > 0 && !strings.HasSuffix(lines[i-1], ":"):
			case m.where&twice != 0 && (i+1 == len(lines) || !m.pattern.Regexp().MatchString(lines[i+1])):
			default:
				tell(i, m.phrase, found[1])
			}
		}
		if len(lines) == 1 {
			if found := loneHeading.Regexp().FindStringSubmatch(line); found != nil {
				tell(i, sayNoTop, found[1])
			}
		}
	}
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// saySign reports a sign: each verb of the phrase is the sign.
func (b *body) saySign(p *problem.Phrase, offset int, found string) {
	args := make([]any, strings.Count(p.Message+p.Hint, "%s"))
	for i := range args {
		args[i] = problem.Short(found)
	}
	b.say(p, offset, args...)
}

// missedWords reports the signs among the words, in the order of the text, and the
// references without a target.
func (b *body) missedWords() {
	for start := 0; start < len(b.plain); {
		line := b.plain[start:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		starred := false // what is not bold for one reason is not told for another
		for _, m := range wordSigns {
			if !bytes.Contains(line, []byte(m.holds)) || starred && m.phrase.Rule == ruleEmphasis {
				continue
			}
			b.each(m.pattern, start, line, func(offset int, found []string) {
				b.saySign(m.phrase, offset, found[1])
				starred = starred || m.phrase.Rule == ruleEmphasis
			})
		}
		if bytes.Contains(line, []byte("][")) {
			b.each(noTarget, start, line, func(offset int, found []string) {
				label := found[3]
				if label == "" { // as it is written, with what makes it bold
					raw, _, _ := bytes.Cut(b.src[offset+1:], []byte("]"))
					label = string(raw)
				}
				b.say(sayNoTarget, offset, problem.Short(found[1]), problem.Short(label))
			})
		}
		start += len(line) + 1
	}
}

// each finds all that matches a pattern in a line of the words. What stands in a link
// or in code, or behind a backslash, is meant as it is written.
func (b *body) each(p *pattern.Pattern, start int, line []byte, found func(offset int, groups []string)) {
	for _, m := range p.Regexp().FindAllSubmatchIndex(line, -1) {
		at := start + m[2]
		offset := b.origin(at)
		if b.inLink(at) || b.src[offset] != b.plain[at] || offset > 0 && b.src[offset-1] == '\\' {
			continue
		}
		groups := make([]string, len(m)/2)
		for i := range groups {
			groups[i] = string(line[m[2*i]:m[2*i+1]])
		}
		found(offset, groups)
	}
}
