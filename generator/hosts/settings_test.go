package hosts

import (
	"fmt"
	"slices"
	"strings"
)

// The settings of hosts that are told by hand, from the same tables as what the
// program writes: for netlify.toml and for docs/hosting.md, which the tests in
// hosts_test.go hold to them.

// netlify is the part of netlify.toml about headers.
func netlify() string {
	var b strings.Builder
	for _, r := range rules() {
		fmt.Fprintf(&b, "\n[[headers]]\n  for = \"%s*\"\n  [headers.values]\n", r.Path)
		for _, h := range r.Headers {
			fmt.Fprintf(&b, "    %s = %q\n", h.Name, h.Value)
		}
	}
	return b.String()
}

// A mediaType is what the files with an extension are.
type mediaType struct{ kind, extension string }

// kinds are the media types that hosts do not know of themselves.
var kinds = []mediaType{
	{"text/markdown", "md"},
	{"text/calendar", "ics"},
	{"text/csv", "csv"},
	{"application/manifest+json", "webmanifest"},
}

// known are those of the other texts, for a host that takes x.html.gz for an
// archive unless it is told.
var known = []mediaType{
	{"text/html", "html"},
	{"text/css", "css"},
	{"text/javascript", "js"},
	{"application/json", "json"},
	{"application/xml", "xml"},
	{"image/svg+xml", "svg"},
	{"text/plain", "txt"},
}

// hidden are the files that are not for visitors, as regular expressions.
var hidden = []string{`_headers`, `_redirects`, `\.nojekyll`, `\.kaartenbak`}

// nginx is a configuration for nginx. The folder and the name are examples.
func nginx() string {
	var b strings.Builder
	b.WriteString(`# In http { }. The names of assets carry a hash of their content.
map $uri $kaartenbak_cache {
  default      "` + Revalidate + `";
  ~*` + AssetsPath + ` "` + Immutable + `";
}
`)
	admin := apart(AdminPath)
	for i, h := range apart("/") {
		fmt.Fprintf(&b, "map $uri %s {\n  default      %q;\n  ~*%s %q;\n}\n", nginxVariable(h), h.Value, AdminPath, admin[i].Value)
	}
	b.WriteString(`
server {
  listen 80;
  server_name kaartenbak.example;
  root /srv/kaartenbak;
  index index.html;
  error_page 404 /404.html;
  absolute_redirect off;
  gzip_static on;                       # the .gz files of build --precompress
  charset utf-8;
  charset_types text/css text/javascript application/javascript application/json text/xml text/plain`)
	for _, k := range kinds {
		fmt.Fprintf(&b, " %s", k.kind)
	}
	b.WriteString(";\n\n")
	for _, h := range apart("/") {
		fmt.Fprintf(&b, "  add_header %s %s always;\n", h.Name, nginxVariable(h))
	}
	for _, h := range everywhere {
		fmt.Fprintf(&b, "  add_header %s %q always;\n", h.Name, h.Value)
	}
	b.WriteString(`  add_header Cache-Control $kaartenbak_cache;  # not always: a 404 is not kept

  location / { try_files $uri $uri/ =404; }
  location ~ /(` + strings.Join(hidden, "|") + `) { return 404; }
`)
	for _, k := range kinds {
		fmt.Fprintf(&b, "  location ~ \\.%s$ { types { } default_type %s; }\n", k.extension, k.kind)
	}
	b.WriteString("}\n")
	return b.String()
}

// nginxVariable holds what a header says at an address.
func nginxVariable(h Header) string {
	return "$kaartenbak_" + strings.ToLower(strings.ReplaceAll(h.Name, "-", "_"))
}

// caddy is a Caddyfile.
func caddy() string {
	var b strings.Builder
	b.WriteString("kaartenbak.example {\n\troot * /srv/kaartenbak\n\theader {\n")
	for _, h := range everywhere {
		fmt.Fprintf(&b, "\t\t%s %s\n", h.Name, backquoted(h.Value))
	}
	b.WriteString("\t}\n\t@admin path " + AdminPath + "*\n\theader @admin {\n")
	for _, h := range apart(AdminPath) {
		fmt.Fprintf(&b, "\t\t%s %s\n", h.Name, backquoted(h.Value))
	}
	b.WriteString("\t}\n\t@site not path " + AdminPath + "*\n\theader @site {\n")
	for _, h := range apart("/") {
		fmt.Fprintf(&b, "\t\t%s %s\n", h.Name, backquoted(h.Value))
	}
	for _, k := range kinds {
		fmt.Fprintf(&b, "\t}\n\t@%s path *.%s\n\theader @%s {\n\t\tContent-Type \"%s; charset=utf-8\"\n", k.extension, k.extension, k.extension, k.kind)
	}
	b.WriteString(`	}
	@assets {
		path ` + AssetsPath + `*
		file
	}
	header @assets Cache-Control ` + backquoted(Immutable) + `
	@others not path ` + AssetsPath + `*
	header @others Cache-Control ` + backquoted(Revalidate) + `
	@hidden path_regexp /(` + strings.Join(hidden, "|") + `)
	error @hidden 404
	file_server {
		precompressed br gzip
	}
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
`)
	return b.String()
}

func backquoted(s string) string { return "`" + s + "`" }

// apache is an .htaccess file, or the inside of a <Directory>.
func apache() string {
	var b strings.Builder
	b.WriteString("Options -Indexes -MultiViews\nDirectoryIndex index.html\nErrorDocument 404 /404.html\n")
	for _, k := range append(slices.Clone(known), kinds...) {
		fmt.Fprintf(&b, "<FilesMatch \"\\.%s(\\.br|\\.gz)?$\">\n  ForceType \"%s; charset=utf-8\"\n</FilesMatch>\n", k.extension, k.kind)
	}
	b.WriteString("\n# needs mod_headers\n")
	for _, h := range Headers("/") {
		always := " always"
		if h.Name == "Cache-Control" {
			always = ""
		}
		fmt.Fprintf(&b, "Header%s set %s %q\n", always, h.Name, h.Value)
	}
	fmt.Fprintf(&b, "<If \"%%{REQUEST_URI} =~ m#%s#\">\n  Header set Cache-Control %q\n</If>\n", AssetsPath, Immutable)
	fmt.Fprintf(&b, "<If \"%%{REQUEST_URI} =~ m#%s#\">\n", AdminPath)
	for _, h := range apart(AdminPath) {
		fmt.Fprintf(&b, "  Header always set %s %q\n", h.Name, h.Value)
	}
	b.WriteString("</If>\n")
	b.WriteString(`
# needs mod_rewrite
RewriteEngine On
RewriteRule "(^|/)(` + strings.Join(hidden, "|") + `)" - [R=404,L]

# the .br and .gz files of build --precompress
AddEncoding br .br
AddEncoding gzip .gz
RemoveLanguage .br
RewriteCond %{HTTP:Accept-Encoding} br
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule "^(.+)$" "$1.br" [L]
RewriteCond %{HTTP:Accept-Encoding} gzip
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule "^(.+)$" "$1.gz" [L]

# needs mod_deflate and mod_filter; for what is not compressed
AddOutputFilterByType DEFLATE`)
	for _, k := range append(slices.Clone(known), kinds...) {
		fmt.Fprintf(&b, " %s", k.kind)
	}
	b.WriteString("\n")
	return b.String()
}
