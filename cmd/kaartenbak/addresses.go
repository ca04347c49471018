package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kaartenbak/generator/catalogue"
)

// registerAddresses adds addresses to the register of the catalogue, the file in
// which every address stands that was ever published. The check asks for a page at
// each, so nothing is ever taken out.
func registerAddresses(content string, urls []string) error {
	if len(urls) == 0 {
		return nil
	}
	name := filepath.Join(content, catalogue.AddressFile)
	before, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading the register: %w", err)
	}
	text := string(before)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	temporary := filepath.Join(content, "."+catalogue.AddressFile)
	if err := os.WriteFile(temporary, []byte(text+strings.Join(urls, "\n")+"\n"), 0o644); err != nil {
		os.Remove(temporary)
		return fmt.Errorf("writing the register: %w", err)
	}
	if err := os.Rename(temporary, name); err != nil {
		return fmt.Errorf("writing the register: %w", err)
	}
	return nil
}
