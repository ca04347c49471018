package catalogue

import "time"

// LedgerFile is the ledger of the catalogue, in the content folder: what became of
// its entries, an event on each line. Package ledger reads and writes the lines. A
// catalogue without the file keeps none.
const LedgerFile = "wijzigingen.txt"

// An EventKind is a kind of event.
type EventKind uint8

const (
	Began   EventKind = iota // the entry was there when the ledger began
	CameIn                   // the entry came in
	Altered                  // the value of a field became another
	Moved                    // the entry has another name from now on
	Left                     // the entry is there no longer
)

// An Event is something that became of an entry on a day.
type Event struct {
	Day      time.Time
	Entry    string // its name until then: collection/slug
	Kind     EventKind
	Values   []NotedValue // of Began and CameIn: of the fields that had one
	Field    string       // of Altered: the key
	From, To string       // of Altered: the values, as in [NotedValue]; of Moved, To is the new name
	Line     int          // of the ledger; 0 for what is not noted yet
}

// A NotedValue is the value of a field as the ledger has it. See package ledger.
type NotedValue struct{ Field, Value string }
