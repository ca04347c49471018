package field

// An option is something said of a field beyond its kind. Each goes with the kinds
// for which it means something; with another it does not compile.
type option interface{ apply(*Declaration) }

type (
	// An Option goes with a value of every kind.
	Option interface {
		option
		forValues()
	}
	// A DateOption goes with a date.
	DateOption interface {
		option
		forDates()
	}
	// A WordsOption goes with a value that holds words.
	WordsOption interface {
		option
		forWords()
	}
	// A TextOption goes with one text.
	TextOption interface {
		option
		forTexts()
	}
	// A TermOption goes with terms of a vocabulary.
	TermOption interface {
		option
		forTerms()
	}
	// A GroupOption goes with groups of fields.
	GroupOption interface {
		option
		forGroups()
	}
	// A BodyOption goes with the Markdown of an entry.
	BodyOption interface {
		option
		forBodies()
	}
)

// The sorts of option, by what they go with.
type (
	forAll   func(*Declaration) // the body too
	forValue func(*Declaration)
	forWords func(*Declaration) // the body too
	forText  func(*Declaration)
	forTerm  func(*Declaration)
	forDate  func(*Declaration)
	forGroup func(*Declaration)
)

func (o forAll) apply(d *Declaration)   { o(d) }
func (o forValue) apply(d *Declaration) { o(d) }
func (o forWords) apply(d *Declaration) { o(d) }
func (o forText) apply(d *Declaration)  { o(d) }
func (o forTerm) apply(d *Declaration)  { o(d) }
func (o forDate) apply(d *Declaration)  { o(d) }
func (o forGroup) apply(d *Declaration) { o(d) }

func (forAll) forValues()   {}
func (forAll) forDates()    {}
func (forAll) forWords()    {}
func (forAll) forTexts()    {}
func (forAll) forTerms()    {}
func (forAll) forGroups()   {}
func (forAll) forBodies()   {}
func (forValue) forValues() {}
func (forValue) forDates()  {}
func (forValue) forWords()  {}
func (forValue) forTexts()  {}
func (forValue) forTerms()  {}
func (forValue) forGroups() {}
func (forWords) forWords()  {}
func (forWords) forTexts()  {}
func (forWords) forTerms()  {}
func (forWords) forGroups() {}
func (forWords) forBodies() {}
func (forText) forTexts()   {}
func (forTerm) forTerms()   {}
func (forDate) forDates()   {}
func (forGroup) forGroups() {}

var (
	// Required asks for an answer; "onbekend" is one.
	Required = forAll(func(d *Declaration) { d.Required = true })
	// Literal asks for a value: "onbekend" is no answer.
	Literal = forValue(func(d *Declaration) { d.Required, d.Literal = true, true })
	// Apart gives the field a place of its own on the page, instead of a row.
	Apart = forValue(func(d *Declaration) { d.Apart = true })
	// OnOneLine draws each group as a line of values, without their labels.
	OnOneLine = forGroup(func(d *Declaration) { d.Drawn = "line" })
	// InBoxes draws each group as a box, with its first value as the heading.
	InBoxes = forGroup(func(d *Declaration) { d.Drawn = "box" })
	// Codes says that the texts are codes of a list: a number in them is about no person,
	// whatever its digits.
	Codes = forWords(func(d *Declaration) { d.Codes = true })
	// Public puts a setting of the site in the catalogue as data.
	Public = forValue(func(d *Declaration) { d.Public = true })
)

// Facet lets visitors filter on the field. In an address the filter may have this
// name for one value too: ?aandoening= beside ?aandoeningen=.
func Facet(singular string) forTerm {
	return func(d *Declaration) { d.Facet, d.Singular = true, singular }
}

// Weight is how much a word in the field counts in search, from 1 to 10.
func Weight(weight int) forWords { return func(d *Declaration) { d.Weight = weight } }

// NoteOf says that the field explains the one with this key, and is shown with it.
func NoteOf(key string) forText { return func(d *Declaration) { d.NoteOf = key } }

// NotUntil says that the date may not be before the one with this key.
func NotUntil(key string) forDate { return func(d *Declaration) { d.NotUntil = key } }

// Past says that the date is of something that has been: it cannot be after today.
var Past = forDate(func(d *Declaration) { d.Past = true })

// PastWhere is [Past] where the entry has one of these values in the field with this
// key, such as a meeting that was held.
func PastWhere(key string, values ...string) forDate {
	return func(d *Declaration) { d.PastWhere = Where{key, values} }
}

// Direct is the value of a facet with which anyone can use the thing at once.
func Direct(value string) forTerm { return func(d *Declaration) { d.Direct = value } }

// Usual is the value that goes without saying: a card leaves it out.
func Usual(value string) forTerm { return func(d *Declaration) { d.Usual = value } }

// Told has a change of the text told with its words, which may be those of no person.
var Told = forText(func(d *Declaration) { d.Told = true })

// Card shows the field on the card of its entry, in lists and search results.
func Card(turn int) forValue { return func(d *Declaration) { d.Card = turn } }

// First shows the field among the facts of the first screen.
func First(turn int) forValue { return func(d *Declaration) { d.First = turn } }

// ForWhom shows the field in the first screen, among those that say for whom the
// entry is or to what end.
func ForWhom(turn int) forValue { return func(d *Declaration) { d.ForWhom = turn } }

// Patient shows a field of the first screen on the card that a patient takes home.
// What does not fit there goes, from the last turn on.
func Patient(turn int) forValue { return func(d *Declaration) { d.Patient = turn } }

// Compare puts the field at the top of a comparison.
func Compare(turn int) forValue { return func(d *Declaration) { d.Compare = turn } }

// Icon stands before the label in the first screen.
func Icon(name string) forValue { return func(d *Declaration) { d.Icon = name } }

// Unanswered is the interface text that is shown where nobody answered.
func Unanswered(text string) forValue { return func(d *Declaration) { d.Unanswered = text } }
