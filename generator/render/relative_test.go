package render

import (
	"testing"

	"kaartenbak/generator/plan"
)

func TestAddressesBecomeRelative(t *testing.T) {
	for _, c := range []struct {
		url, in, want string
		options       Options
	}{
		{"/", `<a href="/keuzehulpen/">`, `<a href="keuzehulpen/">`, Options{}},
		{"/", `<a href="/">`, `<a href="./">`, Options{}},
		{"/keuzehulpen/", `<a href="/">`, `<a href="../">`, Options{}},
		{"/keuzehulpen/knie/", `<a href="/keuzehulpen/knie/kaart.md">`, `<a href="../../keuzehulpen/knie/kaart.md">`, Options{}},
		{"/keuzehulpen/knie/", `<img src="/assets/a.svg"><form action="/zoeken/">`, `<img src="../../assets/a.svg"><form action="../../zoeken/">`, Options{}},
		{"/keuzehulpen/knie/", `<a href="https://a.example/b">, <a href="#x">`, `<a href="https://a.example/b">, <a href="#x">`, Options{}},
		{"/a/", `<a title="/b/" href="/b/?q=1#c">`, `<a title="/b/" href="../b/?q=1#c">`, Options{}},
		{"/a/", `tekst met href=&#34;/b/&#34;`, `tekst met href=&#34;/b/&#34;`, Options{}},
		{"/a/", `<a href="/b/#c"><a href="/"><a href="/x.css">`, `<a href="../b/index.html#c"><a href="../index.html"><a href="../x.css">`, Options{Portable: true}},
		{plan.NotFound, `<a href="/b/">`, `<a href="/b/">`, Options{}},
		{plan.NotFound, `<a href="/b/">`, `<a href="/sub/b/">`, Options{BasePath: "/sub"}},
	} {
		r := &Renderer{options: c.options}
		if got := string(r.relative(nil, []byte(c.in), c.url)); got != c.want {
			t.Errorf("on %s\n%s became\n%s, want\n%s", c.url, c.in, got, c.want)
		}
	}
}
