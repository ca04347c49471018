package catalogue

import (
	"strings"

	"kaartenbak/generator/field"
)

// OtherNames are the keys that other programs have in their front matter (Hugo,
// Jekyll, Eleventy, Astro, Docusaurus, WordPress, Obsidian, Dublin Core), with ours:
// the first that a collection has is meant.
var OtherNames = otherNames()

func otherNames() map[string]field.OtherName {
	all := map[string]field.OtherName{}
	for _, n := range []struct{ theirs, ours, without string }{
		{"title name label heading headline", "titel naam", ""},
		{"subtitle linktitle short_title sidebar_label menu_title nav_title", "", "één titel is genoeg"},
		{"description summary excerpt abstract intro lead lede teaser omschrijving beschrijving", "samenvatting uitleg toelichting", ""},
		{"body content text html markdown tekst inhoud", "hoofdtekst uitleg", ""},
		{"date datum published publishdate publish_date pubdate pub_date created created_at publicatiedatum", "datum uitgebracht", "een kaart heeft geen datum van plaatsing"},
		{"lastmod modified updated updated_at last_updated last_modified last_modified_at changed gewijzigd bijgewerkt", "herzien nagekeken", ""},
		{"reviewed last_reviewed reviewdate", "nagekeken", ""},
		{"expirydate expires unpublishdate", "", "een redacteur bergt een oude kaart op"},
		{"tags tag keywords keyword categories category topics topic subject subjects taxonomies series trefwoorden onderwerp onderwerpen", "themas aandoeningen zoekwoorden", ""},
		{"author authors creator creators contributor contributors maker by auteur auteurs", "makers organisaties organisatoren uitgever naam", ""},
		{"publisher", "uitgever makers", ""},
		{"sponsor sponsors funding", "financiering", ""},
		{"url link permalink canonical canonical_url canonicalurl website homepage source_url website_url", "link", "het adres van een kaart volgt uit de naam van het bestand"},
		{"source sources references reference bibliography citations bron", "bronnen", ""},
		{"slug aliases alias redirect_from redirects path", "", "het adres van een kaart volgt uit de naam van het bestand"},
		{"doi pmid isbn", "nummer", "zet het nummer bij een bron"},
		{"lang language languages locale taal", "talen taal", ""},
		{"license licence rights copyright", "licentie", ""},
		{"country countries", "landen regios", ""},
		{"region regions", "regios", ""},
		{"location venue address", "plaats", ""},
		{"start starttime start_time", "begin van", ""},
		{"end endtime end_time", "eind tot", ""},
		{"organizer organiser organizers organisers host", "organisatoren organisaties", ""},
		{"audience target_audience", "doelgroep", ""},
		{"price cost costs fee", "kosten", ""},
		{"access", "toegang", ""},
		{"conditions condition diagnosis", "aandoeningen", ""},
		{"themes theme thema", "themas", ""},
		{"options choices", "opties", ""},
		{"related related_posts", "keuzehulpen over toolkits", ""},
		{"state phase", "status fase", ""},
		{"duration", "minuten", ""},
		{"draft visibility private hidden noindex sitemap robots", "", "wat in content staat, staat op de site"},
		{"image images cover banner thumbnail hero featured_image og_image avatar icon photo afbeelding foto", "", "een kaart heeft geen afbeeldingen"},
		{"layout template type kind format weight order nav_order sidebar_position position menu sidebar toc comments math mermaid css js cssclass cssclasses " +
			"classes class outputs markup head seo featured pinned sticky hide_title hide_table_of_contents pagination_next pagination_prev eleventynavigation " +
			"eleventyexcludefromcollections readtime reading_time version id uid guid", "", "dat regelt de site zelf"},
	} {
		for theirs := range strings.FieldsSeq(n.theirs) {
			all[theirs] = field.OtherName{Keys: strings.Fields(n.ours), Without: n.without}
		}
	}
	return all
}
