package check

import "testing"

// The codes are those of SNOMED International's own examples and guides.
func TestSNOMEDCheckDigit(t *testing.T) {
	for code, want := range map[string]bool{
		"44054006": true, "73211009": true, "22298006": true, "195967001": true, "900000000000207008": true,
		"44054007": false, "111115": false, "36112013": false, "44054060": false, "4405400": false, "044054006": false, "": false, "12": false, "4405400x": false, "1000000000000000000": false,
	} {
		if got := isSNOMED(code); got != want {
			t.Errorf("%s: %t, want %t", code, got, want)
		}
	}
}
