package catalogue_test

import (
	"testing"

	"kaartenbak/generator/catalogue"
)

func TestForge(t *testing.T) {
	for given, want := range map[string]string{
		"https://github.com/huis/bak":                         "https://github.com/huis/bak",
		"https://github.com/huis/bak.git":                     "https://github.com/huis/bak",
		"https://gitlab.com/huis/groep/bak/":                  "https://gitlab.com/huis/groep/bak",
		"git@github.com:huis/bak.git":                         "https://github.com/huis/bak",
		"https://oauth2:geheim@gitlab.example/huis/bak.git":   "https://gitlab.example/huis/bak",
		"http://forge.example/huis/bak":                       "http://forge.example/huis/bak",
		"ssh://git@github.com/huis/bak":                       "",
		"javascript:alert(1)":                                 "",
		"https://github.com/":                                 "",
		"":                                                    "",
		"/srv/git/bak.git":                                    "",
		"https://github.com/huis/bak with words\x00and a nul": "",
	} {
		forge, ok := catalogue.NewForge(given, "")
		if forge.Address != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", given, forge.Address, ok, want)
		}
	}
}

func TestForgePages(t *testing.T) {
	github, _ := catalogue.NewForge("https://github.com/huis/bak", "")
	gitlab, _ := catalogue.NewForge("https://gitlab.com/huis/bak", "hoofd")
	for got, want := range map[string]string{
		github.Edit("content/a/b.md"):      "https://github.com/huis/bak/edit/main/content/a/b.md",
		gitlab.New("content/a"):            "https://gitlab.com/huis/bak/-/new/hoofd/content/a",
		github.Issue("Stuk & weg", "a\nb"): "https://github.com/huis/bak/issues/new?body=a%0Ab&title=Stuk+%26+weg",
		gitlab.Issue("Stuk", "a"):          "https://gitlab.com/huis/bak/-/issues/new?issue%5Bdescription%5D=a&issue%5Btitle%5D=Stuk",
		catalogue.Forge{}.Edit("x"):        "",
		catalogue.Forge{}.Issue("x", "y"):  "",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
