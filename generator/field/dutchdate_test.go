package field

import "testing"

func TestDutchDate(t *testing.T) {
	for written, want := range map[string]string{
		"2024": "2024", "2024-05": "2024-05", "medio 2024": "medio 2024",
		"1 mei 2024": "2024-05-01", "maart 2024": "2024-03", "mrt-24": "2024-03", "03-2024": "2024-03", "3/2024": "2024-03",
		"2024/05/03": "2024-05-03", "31-5-2026": "2026-05-31", "31.05.26": "2026-05-31", "do 6 juni 2024": "2024-06-06",
		"6 Juni '24": "2024-06-06", "half mei 2024": "medio 2024-05", "eind 2023": "eind 2023", "2024-05-03 00:00:00": "2024-05-03",
		"sept. 2022": "2022-09", "begin maart 2021": "begin 2021-03",
		"31-2-2024": "", "13-2024": "", "2024-2025": "", "binnenkort": "", "12": "", "foo 2024": "", "": "", "1 mei": "",
	} {
		got, ok := DutchDate(written)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}
