package offline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"kaartenbak/generator/assets"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
)

// Manifest is what a device shows of a site that was put on its home screen
// (W3C, Web Application Manifest). Addresses are relative to it.
func Manifest(site *field.Record, texts *ui.Texts, bundles *assets.Set) ([]byte, error) {
	type picture struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	type shortcut struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	pictures := []picture{
		{"static/favicon.svg", "any", "image/svg+xml", ""},
		{"icon-192.png", "192x192", "image/png", ""},
		{"icon-512.png", "512x512", "image/png", ""},
		{"icon-mask-512.png", "512x512", "image/png", "maskable"},
	}
	for i := range pictures {
		url, ok := bundles.URL(pictures[i].Src)
		if !ok {
			return nil, fmt.Errorf("there is no icon %s", pictures[i].Src)
		}
		pictures[i].Src = strings.TrimPrefix(url, "/")
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Name        string     `json:"name"`
		Description string     `json:"description,omitempty"`
		Language    string     `json:"lang"`
		Start       string     `json:"start_url"`
		Scope       string     `json:"scope"`
		Display     string     `json:"display"`
		Background  string     `json:"background_color"`
		Theme       string     `json:"theme_color"`
		Icons       []picture  `json:"icons"`
		Shortcuts   []shortcut `json:"shortcuts"`
	}{
		catalogue.SiteName.Of(site).Text, catalogue.Tagline.Of(site).Text, "nl", "./", "./", "minimal-ui", "#e8eae4", "#e8eae4", pictures,
		[]shortcut{{texts.T("zoeken.titel"), "zoeken/"}, {texts.T("mijn.titel"), "mijn-kaarten/"}},
	})
	return out.Bytes(), err
}
