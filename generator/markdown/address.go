package markdown

import "bytes"

// bareAddresses reports web addresses that a reader can't follow, because they
// are no link.
func (b *body) bareAddresses() {
	for _, sign := range []string{"https://", "http://", "www."} {
		for from := 0; ; {
			i := bytes.Index(b.plain[from:], []byte(sign))
			if i < 0 {
				break
			}
			from += i
			if !b.inLink(from) && (from == 0 || bytes.IndexByte([]byte(" \n(,;:\"'"), b.plain[from-1]) >= 0) {
				b.say(sayBare, b.origin(from))
			}
			from += len(sign)
		}
	}
}
