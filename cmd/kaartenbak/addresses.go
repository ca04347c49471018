package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kaartenbak/generator/catalogue"
)

// noteAddresses adds addresses to the register of the catalogue. What stands
// there is never taken out: the check asks for a page at each.
func noteAddresses(content string, urls []string) error {
	if len(urls) == 0 {
		return nil
	}
	name := filepath.Join(content, catalogue.AddressFile)
	old, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading the register: %w", err)
	}
	text := string(old)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	part := filepath.Join(content, "."+catalogue.AddressFile)
	if err := os.WriteFile(part, []byte(text+strings.Join(urls, "\n")+"\n"), 0o644); err != nil {
		os.Remove(part)
		return fmt.Errorf("writing the register: %w", err)
	}
	if err := os.Rename(part, name); err != nil {
		return fmt.Errorf("writing the register: %w", err)
	}
	return nil
}
