package catalogue

import (
	"slices"

	"kaartenbak/generator/field"
)

// An Opening is how one gets at the thing that an entry is about: an aid, a toolkit.
type Opening uint8

const (
	NoThing    Opening = iota // the collection has no address of a thing
	Direct                    // anyone can open it at once, and that is known
	AtMaker                   // it has an address; whether one must sign in there is not known
	Listed                    // its address is of a list, in which one must look for it
	Restricted                // one needs a code or an account, a licence, or must ask for it
	NoAddress                 // where it is, is not known
	Gone                      // its maker withdrew it, or an editor put its entry aside
)

// The values of [Access] and [LinkKind] that say how a thing is opened, as
// content/begrippen/toegang.yaml and linksoorten.yaml have them.
const (
	openAccess    = "open"
	codeAccess    = "inlog-zorgverlener" // the care professional gives the code
	accountAccess = "account"
	listLink      = "overzicht"
)

// Opening is how one gets at the thing itself.
func (e *Entry) Opening() Opening {
	_, ok := Link.Field(e)
	switch access := Access.Of(e); {
	case !ok:
		return NoThing
	case e.IsAside(), e.IsWithdrawn():
		return Gone
	case !Link.Of(e).Known():
		return NoAddress
	case LinkKind.Of(e).Is(listLink):
		return Listed
	case access.Is(openAccess):
		return Direct
	case access.Known():
		return Restricted
	}
	return AtMaker
}

// NeedsCode reports whether the patient needs a code or an account.
func (e *Entry) NeedsCode() bool {
	access := Access.Of(e)
	return access.Is(codeAccess) || access.Is(accountAccess)
}

// CodeFromProfessional reports whether the care professional gives that code.
func (e *Entry) CodeFromProfessional() bool { return Access.Of(e).Is(codeAccess) }

// dutch is the language of the visitors, as content/begrippen/talen.yaml has it.
const dutch = "nl"

// Ease is how easily a visitor gets on with the thing, from 0 for the easiest. What is in
// Dutch comes before what is not, and in each an address of its own before a list, and
// that before no address. What is no thing, such as an example, follows, and prototypes
// come last.
func (e *Entry) Ease() int {
	if Status.Of(e).Is("prototype") {
		return 7
	}
	inDutch := slices.ContainsFunc(Languages.Of(e).Items, func(t field.Text) bool { return t.Is(dutch) })
	ease := 0
	switch e.Opening() {
	case NoThing:
		return 6
	case Listed:
		ease = 1
	case NoAddress, Gone:
		ease = 2
	}
	if !inDutch {
		ease += 3
	}
	return ease
}
