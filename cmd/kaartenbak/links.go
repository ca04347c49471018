package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/problem"
)

// ruleDeadAddress is a warning: a site may be down for a day, or turn machines
// away that people may enter.
var ruleDeadAddress = &problem.Rule{Name: "webadres-antwoordt-niet", Warning: true,
	Doc: "Het webadres gaf geen pagina terug. Open het adres zelf, en verbeter het als het verhuisd is. Bestaat het niet meer, schrijf dan onbekend."}

// How the network is asked: a few addresses at once, and never for long.
const (
	atOnce       = 8
	answerWithin = 15 * time.Second
	maxRedirects = 5
)

// deadAddresses asks every outside address in the content for an answer, once,
// and reports those that give none.
func deadAddresses(cat *catalogue.Catalogue) problem.List {
	places := map[string][]problem.Pos{}
	note := func(address string, pos problem.Pos) {
		if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
			places[address] = append(places[address], pos)
		}
	}
	for _, e := range cat.Entries {
		field.Walk(e, func(_ string, f *field.Field) {
			if f.Kind == field.KindLink {
				for _, t := range f.Texts() {
					note(t.Text, e.Base().Pos(t.At))
				}
			}
		})
		for _, l := range e.Base().Text.Links {
			note(l.Dest, l.Pos)
		}
	}
	client := publicClient()
	var mu sync.Mutex
	var wg sync.WaitGroup
	var problems problem.List
	slots := make(chan struct{}, atOnce)
	for address, at := range places {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			message := ask(client, address)
			if message == "" {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			for _, pos := range at {
				problems = append(problems, ruleDeadAddress.At(pos, "open het adres in een browser en kijk of het verhuisd is", "%s %s", address, message))
			}
		})
	}
	wg.Wait()
	return problems
}

// ask gives what is wrong with an address, in Dutch, or "".
func ask(client *http.Client, address string) string {
	for _, method := range []string{http.MethodHead, http.MethodGet} {
		ctx, cancel := context.WithTimeout(context.Background(), answerWithin)
		request, err := http.NewRequestWithContext(ctx, method, address, nil)
		if err != nil {
			cancel()
			return "is geen goed adres"
		}
		request.Header.Set("User-Agent", "kaartenbak (link check)")
		response, err := client.Do(request)
		if err != nil {
			cancel()
			if errors.Is(err, errNotPublic) {
				return "is geen openbaar adres"
			}
			return "gaf geen antwoord"
		}
		io.CopyN(io.Discard, response.Body, 1<<10)
		response.Body.Close()
		cancel()
		switch code := response.StatusCode; {
		case code < 400:
			return ""
		case method == http.MethodGet:
			return fmt.Sprintf("antwoordde met %d", code)
		}
	}
	return ""
}

var errNotPublic = errors.New("not a public address")

// publicClient asks public addresses only, also after a redirect: content comes
// from anyone and must not make this machine speak to its neighbours.
func publicClient() *http.Client {
	dialer := &net.Dialer{Timeout: answerWithin, Control: func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil || !public(to.Addr().Unmap()) {
			return errNotPublic
		}
		return nil
	}}
	return &http.Client{
		Transport: &http.Transport{DialContext: dialer.DialContext, DisableKeepAlives: true},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errors.New("too many redirects")
			}
			return nil
		},
	}
}

// reserved are ranges that net/netip does not call private and that are no
// public hosts either (IANA special-purpose registries).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
}

func public(a netip.Addr) bool {
	return a.IsGlobalUnicast() && !a.IsPrivate() && !a.IsLoopback() && !a.IsLinkLocalUnicast() &&
		!slices.ContainsFunc(reserved, func(p netip.Prefix) bool { return p.Contains(a) })
}
