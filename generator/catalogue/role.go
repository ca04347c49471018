package catalogue

import "kaartenbak/generator/field"

// The roles by which code reads a field, whatever its key. A field that code only
// shows has none.
var (
	// Of an entry of any collection. Some of a group in one too: a source has a
	// title, a date and a link of its own.
	Title        = field.NewRole[field.Text]("title")
	Summary      = field.NewRole[field.Text]("summary")
	Sources      = field.NewRole[field.Groups]("sources")
	Checked      = field.NewRole[field.Date]("checked") // by this catalogue; the date of a source is not one
	SupersededBy = field.NewRole[field.Text]("superseded-by")
	Archived     = field.NewRole[field.Group]("archived")
	Link         = field.NewRole[field.Text]("link") // where the thing itself is
	Date         = field.NewRole[field.Date]("date")
	Conditions   = field.NewRole[field.List]("conditions")
	Treatments   = field.NewRole[field.List]("treatments")
	Instruments  = field.NewRole[field.List]("instruments")
	Themes       = field.NewRole[field.List]("themes")
	Moments      = field.NewRole[field.List]("moments") // of a decision
	Audience     = field.NewRole[field.Text]("audience")
	Status       = field.NewRole[field.Text]("status") // of a thing, as its maker declares it, or of a meeting
	Access       = field.NewRole[field.Text]("access")
	Languages    = field.NewRole[field.List]("languages")
	Released     = field.NewRole[field.Date]("released")
	Revised      = field.NewRole[field.Date]("revised")

	// Of one collection.
	Decision     = field.NewRole[field.Text]("decision")
	Options      = field.NewRole[field.Groups]("options")
	Ages         = field.NewRole[field.Group]("ages")     // of the patients
	LinkKind     = field.NewRole[field.Text]("link-kind") // the thing itself, or a list in which one must look for it
	Adoptions    = field.NewRole[field.Groups]("adoptions")
	IPDAS        = field.NewRole[field.Marks]("ipdas")
	ContactOf    = field.NewRole[field.Group]("contact") // whom to ask: an organisation and a function
	Partners     = field.NewRole[field.Groups]("partners")
	Results      = field.NewRole[field.Groups]("results")
	Parts        = field.NewRole[field.Groups]("parts")
	Competencies = field.NewRole[field.Groups]("competencies")
	Begin        = field.NewRole[field.Text]("begin") // the time at which a meeting begins
	End          = field.NewRole[field.Text]("end")
	Place        = field.NewRole[field.Text]("place")
	SignUp       = field.NewRole[field.Text]("sign-up")

	// Of a group in an entry.
	Name         = field.NewRole[field.Text]("name")
	Explanation  = field.NewRole[field.Text]("explanation")
	PartKind     = field.NewRole[field.Text]("part-kind")
	Language     = field.NewRole[field.Text]("language")
	Nothing      = field.NewRole[field.Text]("nothing") // "ja" for the option of waiting, or not treating
	Pros         = field.NewRole[field.List]("pros")
	Cons         = field.NewRole[field.List]("cons")
	Publisher    = field.NewRole[field.Text]("publisher")
	Number       = field.NewRole[field.Text]("number") // a DOI or PMC number
	Note         = field.NewRole[field.Text]("note")
	ValidUntil   = field.NewRole[field.Date]("valid-until")
	Reason       = field.NewRole[field.Text]("reason")
	Organisation = field.NewRole[field.Text]("organisation")
	Youngest     = field.NewRole[field.Number]("youngest") // in whole years
	Oldest       = field.NewRole[field.Number]("oldest")
	From         = field.NewRole[field.Date]("from")
	To           = field.NewRole[field.Date]("to")
	Step         = field.NewRole[field.Text]("step") // of shared decision making
	CanMEDS      = field.NewRole[field.Text]("canmeds")
	Group        = field.NewRole[field.Text]("group")
	Behaviours   = field.NewRole[field.List]("behaviours")
	Coverage     = field.NewRole[field.Marks]("coverage")

	// Of a term of a vocabulary.
	ID          = field.NewRole[field.Text]("id")
	Label       = field.NewRole[field.Text]("label")
	Medical     = field.NewRole[field.List]("medical")      // synonyms of care professionals
	AlsoKnown   = field.NewRole[field.List]("also-known")   // other true synonyms, shown
	SearchWords = field.NewRole[field.List]("search-words") // found at a lower weight, never shown as a name
	Broader     = field.NewRole[field.Text]("broader")      // the wider term of the same vocabulary
	Treated     = field.NewRole[field.List]("treated")      // of a treatment: the conditions that its names lead to
	ICPC        = field.NewRole[field.List]("icpc")         // codes that mean the term itself, in ICPC-1 (NHG)
	ICD10       = field.NewRole[field.List]("icd10")        // the same in ICD-10
	SNOMED      = field.NewRole[field.List]("snomed")       // and in SNOMED CT
	FallsUnder  = field.NewRole[field.List]("falls-under")  // ICPC-1 codes that mean more than the term: they find it, and never stand for it
	Roles       = field.NewRole[field.List]("roles")        // of an organisation
	Area        = field.NewRole[field.Text]("area")         // of a region

	// Of a word that means more than one thing.
	Word     = field.NewRole[field.Text]("word")
	CapsOnly = field.NewRole[field.Text]("caps-only") // "ja" where small letters are an everyday word: ALS, als

	// Of the site.
	SiteName    = field.NewRole[field.Text]("site-name")
	Tagline     = field.NewRole[field.Text]("tagline")
	BaseURL     = field.NewRole[field.Text]("base-url")   // where the site is published, for what needs a full address
	Repository  = field.NewRole[field.Text]("repository") // its address, for the links to it
	Branch      = field.NewRole[field.Text]("branch")
	Mail        = field.NewRole[field.Text]("mail")
	Licence     = field.NewRole[field.Text]("licence") // of the texts
	LicenceLink = field.NewRole[field.Text]("licence-link")
	Newsletter  = field.NewRole[field.Text]("newsletter")
	Offline     = field.NewRole[field.Text]("offline")     // "nee" where browsers may not keep the site
	CMS         = field.NewRole[field.Text]("cms")         // "ja" for an editing system at /admin/
	CMSSignIn   = field.NewRole[field.Text]("cms-sign-in") // where editors sign in, if not at Netlify
	CMSApp      = field.NewRole[field.Text]("cms-app")     // the id of the system as an application of GitLab
)
