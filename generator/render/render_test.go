package render

import (
	"bytes"
	"html/template"
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
		{"/keuzehulpen/knie/", `<a href="/keuzehulpen/knie/kaart.md">`, `<a href="kaart.md">`, Options{}},
		{"/keuzehulpen/knie/", `<a href="/keuzehulpen/heup/"><a href="/keuzehulpen/"><a href="/keuzehulpen/knie/#x">`, `<a href="../heup/"><a href="../"><a href="./#x">`, Options{}},
		{"/keuzehulpen/knie/", `<a href="/keuzehulpen/knie/"><a href="/keuzehulpen/knieen/">`, `<a href="index.html"><a href="../knieen/index.html">`, Options{Portable: true}},
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

func TestSignsAreDrawnOnce(t *testing.T) {
	r := &Renderer{icons: map[string]template.HTML{
		"nee": `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M1 1"/></svg>`,
		"ja":  `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M2 2"/></svg>`,
	}}
	sign := func(name string) string { return signStart + name + signEnd }
	for in, want := range map[string]string{
		"<body>x</body>": "<body>x</body>",
		"x":              "x",
		"<body>" + sign("nee") + "</body></html>": "<body>" + sign("nee") + `<svg class="signs" width="0" height="0" aria-hidden="true"><symbol id="i-nee" viewBox="0 0 24 24"><path d="M1 1"/></symbol></svg>` + "\n</body></html>",
		"<body>" + sign("ja") + sign("nee") + sign("ja") + "</body>": "<body>" + sign("ja") + sign("nee") + sign("ja") +
			`<svg class="signs" width="0" height="0" aria-hidden="true"><symbol id="i-ja" viewBox="0 0 24 24"><path d="M2 2"/></symbol><symbol id="i-nee" viewBox="0 0 24 24"><path d="M1 1"/></symbol></svg>` + "\n</body>",
	} {
		var got bytes.Buffer
		r.draw([]byte(in), &got)
		if got.String() != want {
			t.Errorf("%s became\n%s, want\n%s", in, got.String(), want)
		}
	}
}
