package feed

// Robots gives robots.txt (RFC 9309): everything may be read. Without a base it
// does not name the sitemap, which needs a full address.
func Robots(base string) []byte {
	s := "User-agent: *\nDisallow:\n"
	if base != "" {
		s += "\nSitemap: " + oneLine(base) + "/sitemap.xml\n"
	}
	return []byte(s)
}
