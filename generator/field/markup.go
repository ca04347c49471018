package field

import (
	"strconv"
	"strings"

	"kaartenbak/generator/pattern"
	"kaartenbak/generator/problem"
)

// Texts of fields are plain: what makes letters bold or a link in the text below the
// front matter, is shown as it is. So are HTML and the entities of HTML.

// A sign is markup in a plain text: a regular expression whose first group is what
// stands there. The form has the same ones.
type sign struct {
	phrase  *problem.Phrase
	pattern *pattern.Pattern
	holds   string // is in all that matches, so that most texts need no look
	starts  bool   // at the start of a line
}

var signs = []sign{
	{sayMarks, pattern.New(`(\*\*)[^\p{Z}*][^*]*\*\*`), "**", false},
	{sayMarks, pattern.New(`(__)(?:\p{Lu}[^_]*|[^\p{Z}_][^_]*\p{Z}[^_]*)__`), "__", false},
	{sayMarks, pattern.New(`(~~)[^\p{Z}~][^~]*~~`), "~~", false},
	{sayMarks, pattern.New(`(?:^|[\p{Z}(])(\*)[^\p{Z}*](?:[^*]*[^\p{Z}*])?\*(?:$|[\p{Z}.,:;!?)])`), "*", false},
	{sayMarks, pattern.New(`(?:^|[\p{Z}(])(_)[^\p{Z}_](?:[^_]*[^\p{Z}_])?_(?:$|[\p{Z}.,:;!?)])`), "_", false},
	{sayMarks, pattern.New("(`)[^`]+`"), "`", false},
	{sayFieldLink, pattern.New(`(!?\[[^\[\]]+\]\([^()\p{Z}]+\))`), "](", false},
	{sayFieldLink, pattern.New(`(!?\[[^\[\]]+\]\[[^\[\]]*\])`), "][", false},
	{sayFieldMark, pattern.New(`(\[\^[^\[\]]+\])`), "[^", false},
	{sayFieldMark, pattern.New(`^(#{1,6})\p{Z}`), "#", true},
	{sayFieldMark, pattern.New(`(</?[A-Za-z][A-Za-z0-9]*(?:\p{Z}[^<>]*)?/?>)`), "<", false},
	{sayFieldEntity, pattern.New(`(&(?:[A-Za-z][A-Za-z0-9]+|#[0-9]+|#[xX][0-9A-Fa-f]+);)`), "&", false},
	{sayFieldList, pattern.New(`^([-*+•–])\p{Z}`), "", true},
}

// signsFor gives the signs to the form: for each the name of its phrase and its pattern,
// and whether it stands at the start of a line.
func signsFor() (all []string) {
	for _, s := range signs {
		all = append(all, s.phrase.Name, s.pattern.String(), strconv.FormatBool(s.starts))
	}
	return all
}

// markup reports the markup in a plain text.
func (r *Reader) markup(f *Declaration, text Text) {
	for _, s := range signs {
		if !strings.Contains(text.Text, s.holds) || r.Problems.Full(s.phrase.Rule, r.File) {
			continue
		}
		from := text.At
		for line := range strings.Lines(text.Text) {
			line = strings.TrimRight(line, "\n")
			if s.starts {
				line = strings.TrimLeft(line, " ")
			}
			for _, m := range s.pattern.Regexp().FindAllStringSubmatchIndex(line, problem.MaxPerRule) {
				found := line[m[2]:m[3]]
				at, ok := r.find(line[m[2]:], from)
				if ok {
					from = At{at.Line, at.Col + 1}
				} else {
					at = text.At
				}
				r.once(s.phrase.At(r.pos(at), append([]any{f.Key}, repeated(s.phrase, found)...)...))
			}
		}
	}
}

// repeated is what was found, for each verb of a phrase but the first.
func repeated(p *problem.Phrase, found string) []any {
	args := make([]any, strings.Count(p.Message+p.Hint, "%s")-1)
	for i := range args {
		args[i] = problem.Short(found)
	}
	return args
}
