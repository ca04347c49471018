package typos

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	keys := []string{"titel", "samenvatting", "aandoeningen", "beslissing", "id", "naam"}
	for word, want := range map[string]string{
		"samenvating": "samenvatting", "Titel": "titel", "tietl": "titel", "aandoening": "aandoeningen", "beslising": "beslissing",
		"zomaar": "", "x": "", "samen": "samenvatting", "nama": "naam",
	} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"knie", "knie", 0}, {"knie", "kinie", 1}, {"knie", "kine", 1}, {"knie", "kie", 1}, {"knie", "knee", 1}, {"borstkanker", "botskanker", 2}, {"abcdef", "ghijkl", 3}} {
		if got := Distance([]rune(c.a), []rune(c.b), 2); got != c.want {
			t.Errorf("%s %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// Words of any length, with any limit, are as far apart as the whole table says.
func TestDistanceIsThatOfTheTable(t *testing.T) {
	words := []string{"", "a", "knie", "kneei", "ik", "borstkanker", "brostkanekr", strings.Repeat("ab", 40), strings.Repeat("ba", 40), strings.Repeat("é🙂", 35)}
	for _, a := range words {
		for _, b := range words {
			whole := table([]rune(a), []rune(b))
			for limit := range 90 {
				if got, want := Distance([]rune(a), []rune(b), limit), min(whole, limit+1); got != want {
					t.Errorf("%q %q: %d with limit %d, want %d", a, b, got, limit, want)
				}
			}
		}
	}
}

// table works out the distance by its definition.
func table(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = d[i-1][j-1] + 1
			}
			d[i][j] = min(d[i][j], d[i-1][j]+1, d[i][j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}
