package generator

import (
	"cmp"
	"slices"

	"kaartenbak/generator/characters"
	"kaartenbak/generator/check"
	"kaartenbak/generator/cms"
	"kaartenbak/generator/field"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/load"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/personal"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/webaddress"
)

// Rules are all rules for content, by name.
func Rules() problem.Rules {
	all := slices.Concat(characters.Rules, frontmatter.Rules, field.Rules, load.Rules, markdown.Rules, webaddress.Rules, personal.Rules, check.Rules(), cms.Rules, problem.Rules{ruleBase})
	slices.SortFunc(all, func(a, b *problem.Rule) int { return cmp.Compare(a.Name, b.Name) })
	return all
}
