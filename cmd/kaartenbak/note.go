package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ledger"
)

// What a register and a ledger say of themselves where they begin.
const (
	addressHead = `# De adressen die de site heeft gehad. build --note zet de nieuwe eronder; haal er geen weg.
# Is een pagina verhuisd, zet dan -> en het nieuwe adres achter het oude.
`
	ledgerHead = `# Wat er met de kaarten gebeurde, van oud naar nieuw. build --note zet het nieuwe eronder; verander
# hier niets met de hand. Moet een waarde eruit: kaartenbak build --forget KAART VELD.
`
)

// note writes what is not noted yet in the content folder: addresses in the register,
// of which the check asks a page ever after, and events in the ledger.
func note(content string, u generator.Unnoted) error {
	addresses := ""
	for _, url := range u.Addresses {
		addresses += url + "\n"
	}
	if err := add(filepath.Join(content, catalogue.AddressFile), addressHead, addresses); err != nil {
		return err
	}
	events := u.Events
	if u.FirstEvents != nil {
		events = u.FirstEvents()
	}
	var lines []byte
	for _, e := range events {
		lines = ledger.Append(lines, e)
	}
	return add(filepath.Join(content, catalogue.LedgerFile), ledgerHead, string(lines))
}

// add puts lines at the end of a file. One that is not there yet gets a head.
func add(name, head, lines string) error {
	if lines == "" {
		return nil
	}
	before, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		before, err = []byte(head), nil
	}
	if err != nil {
		return fmt.Errorf("noting what is new: %w", err)
	}
	if len(before) > 0 && !bytes.HasSuffix(before, []byte("\n")) {
		before = append(before, '\n')
	}
	return replace(name, append(before, lines...))
}

// replace writes a file in the content folder, whole or not at all.
func replace(name string, data []byte) error {
	dir, base := filepath.Split(name)
	temporary := filepath.Join(dir, "."+base)
	err := os.WriteFile(temporary, data, 0o644)
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		os.Remove(temporary)
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// tellUnnoted says on standard error that there is something to note, in the files
// that the catalogue keeps.
func (c *call) tellUnnoted(content string, u generator.Unnoted) {
	var what, where []string
	if n := len(u.Addresses); n > 0 && u.KeepsAddresses {
		what, where = append(what, count(n, "adres", "adressen")), append(where, content+"/"+catalogue.AddressFile)
	}
	if n := len(u.Events); n > 0 {
		what, where = append(what, count(n, "wijziging", "wijzigingen")), append(where, content+"/"+catalogue.LedgerFile)
	}
	if len(what) > 0 {
		fmt.Fprintf(c.stderr, "nog niet genoteerd: %s; build --note schrijft dat in %s\n", strings.Join(what, " en "), strings.Join(where, " en "))
	}
}

// forget takes the values of a field of an entry out of the ledger, but for the one
// that the entry has today.
func (c *call) forget(cfg generator.Config, entry, key string) error {
	collection, _, _ := strings.Cut(entry, "/")
	kind, err := collectionOf(collection)
	if err != nil {
		return err
	}
	name := filepath.Join(cfg.ContentName, catalogue.LedgerFile)
	text, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		return wrongUse("%s keeps no ledger: there is no %s", cfg.ContentName, name)
	}
	if err != nil {
		return fmt.Errorf("reading the ledger: %w", err)
	}
	checked, err := generator.Check(cfg)
	if err != nil {
		return err
	}
	today := ""
	d := kind.Schema.Keyed(key)
	if e := checked.Catalogue.Entry(entry); e != nil && d != nil {
		today = ledger.Value(e, d)
	}
	without, n := ledger.Forget(string(text), entry, key, today)
	if n == 0 {
		return wrongUse("the ledger has no value of %s of %s, other than the one that the entry has today", key, entry)
	}
	if err := replace(name, []byte(without)); err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "%s: %s weggehaald van %s, veld %s\n", name, count(n, "waarde", "waarden"), printable(entry), printable(key))
	return nil
}
