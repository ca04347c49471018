package plan

import (
	"slices"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ledger"
)

// A ChangeFeed tells of what changed in the catalogue, or in the entries of a term.
type ChangeFeed struct {
	URL   string // from the root, as all others here
	Title string
	Page  string              // of which it tells
	Items func() []ChangeItem // the latest first
}

// A ChangeItem is what became of an entry on a day.
type ChangeItem struct {
	ID    string // from the root; the same as long as it is the same that happened
	URL   string
	Title string
	Day   time.Time
	Lines []string // one for each thing that changed
}

// mostChangeItems is how many items a feed has: readers keep what they had before. A
// day on which much was done should fit.
const mostChangeItems = 100

// feedURL is the address of the feed of a page.
func feedURL(page string) string {
	if page == changesURL {
		return "/wijzigingen.xml"
	}
	return page + "feed.xml"
}

// feedLink is the feed of a page; nil where there is none. A feed has full addresses,
// and tells nothing where no ledger is kept.
func (p *Planner) feedLink(page, title string) *Link {
	if p.base == "" || !p.changes.Kept {
		return nil
	}
	return &Link{Text: p.texts.T("wijzigingen.volg", title), URL: feedURL(page)}
}

// ChangeFeeds are the feeds of the whole catalogue and of each term that has a page.
// One of a term is there before anything changed, so that it can be followed.
func (p *Planner) ChangeFeeds() []ChangeFeed {
	if p.base == "" || !p.changes.Kept {
		return nil
	}
	feeds := []ChangeFeed{{
		URL: feedURL(changesURL), Title: p.texts.T("wijzigingen.titel"), Page: changesURL,
		Items: func() []ChangeItem { return p.changeItems(p.steps) },
	}}
	for _, vocabulary := range catalogue.PagedVocabularies {
		for _, t := range p.cat.Vocabularies[vocabulary].Terms {
			page := "/" + vocabulary + "/" + t.ID() + "/"
			if !p.HasPage(page) {
				continue
			}
			feeds = append(feeds, ChangeFeed{URL: feedURL(page), Title: t.Label(), Page: page, Items: func() []ChangeItem {
				var steps []*ledger.Step
				for _, e := range p.having(vocabulary, t.ID()) {
					steps = append(steps, slices.DeleteFunc(slices.Clone(p.changes.Of(e.ID())), func(s *ledger.Step) bool { return !isTold(s) })...)
				}
				ledger.Latest(steps)
				return p.changeItems(steps)
			}})
		}
	}
	return feeds
}

// changeItems are the items of a feed for steps, of which the latest are first.
func (p *Planner) changeItems(steps []*ledger.Step) []ChangeItem {
	var items []ChangeItem
	for _, s := range steps[:min(len(steps), mostChangeItems)] {
		entry := p.changedEntry(s)
		item := ChangeItem{ID: changesURL + "#" + s.Entry + "-" + p.changes.Key(s), URL: entry.Entry.URL, Title: entry.Entry.Text, Day: s.Day}
		if item.URL == "" {
			item.URL = changesURL
		}
		for _, line := range entry.Changes {
			item.Lines = append(item.Lines, line.plain())
		}
		items = append(items, item)
	}
	return items
}

// plain is a line without markup.
func (l ChangeLine) plain() string {
	text := l.Text
	if l.Label != "" {
		text = l.Label + ": " + text
	}
	if l.Link != nil {
		text += " " + l.Link.Text
	}
	return text
}
