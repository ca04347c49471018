package main

import (
	"slices"
	"strings"
	"sync"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/load"
	"kaartenbak/generator/problem"
)

// maxParallel is how many addresses are asked at the same time.
const maxParallel = 8

// askAddresses asks every outside address in the content for an answer, once. It gives
// the addresses that answered, in order, and reports those that did not.
func askAddresses(cat *catalogue.Catalogue) (answered []string, problems problem.List) {
	positionsOf := map[string][]problem.Pos{}
	add := func(address string, pos problem.Pos) {
		if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
			positionsOf[address] = append(positionsOf[address], pos)
		}
	}
	for _, e := range cat.All() {
		field.Walk(e, func(_ string, f field.Field) {
			if f.Kind == field.KindLink {
				for _, t := range f.Texts() {
					add(t.Text, e.Pos(t.At))
				}
			}
		})
		for _, l := range e.Text.Links {
			add(l.Dest, l.Pos)
		}
	}
	client := publicClient()
	var mu sync.Mutex
	var wg sync.WaitGroup
	slots := make(chan struct{}, maxParallel)
	for address, positions := range positionsOf {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			message := ask(client, address)
			mu.Lock()
			defer mu.Unlock()
			if message == "" {
				answered = append(answered, address)
				return
			}
			for _, pos := range positions {
				problems = append(problems, load.RuleNoAnswer.At(pos, "open het adres in een browser en kijk of het verhuisd is", "%s %s", address, message))
			}
		})
	}
	wg.Wait()
	slices.Sort(answered)
	return answered, problems
}
