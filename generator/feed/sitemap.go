package feed

import (
	"encoding/xml"
	"fmt"
)

// maxURLs is how many addresses one sitemap may hold (sitemaps.org/protocol.html).
// With addresses of at most a kilobyte the other limit, 50 MB, is not in reach.
const maxURLs = 50_000

type (
	urlset struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []location `xml:"url"`
	}
	sitemapIndex struct {
		XMLName  xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Sitemaps []location `xml:"sitemap"`
	}
	location struct {
		Address string `xml:"loc"`
	}
)

// Sitemap gives sitemap.xml with the addresses of pages, which are from the root
// of the site (/keuzehulpen/knie/), in the given order. When there are more than
// one sitemap may hold, sitemap.xml is the index of sitemap-1.xml and on.
func Sitemap(base string, urls []string) []File {
	if len(urls) <= maxURLs {
		return []File{{"sitemap.xml", sitemap(base, urls)}}
	}
	var index sitemapIndex
	var parts []File
	for len(urls) > 0 {
		n := min(maxURLs, len(urls))
		name := fmt.Sprintf("sitemap-%d.xml", len(parts)+1)
		parts = append(parts, File{name, sitemap(base, urls[:n])})
		index.Sitemaps = append(index.Sitemaps, location{base + "/" + name})
		urls = urls[n:]
	}
	return append([]File{{"sitemap.xml", document(index)}}, parts...)
}

func sitemap(base string, urls []string) []byte {
	set := urlset{URLs: make([]location, len(urls))}
	for i, u := range urls {
		set.URLs[i] = location{clean(base + u)}
	}
	return document(set)
}
