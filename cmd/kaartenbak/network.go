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
	"syscall"
	"time"
)

// How long an address has to answer, and how many redirects are followed.
const (
	answerTimeout = 15 * time.Second
	maxRedirects  = 5
)

// ask asks an address for an answer. It gives what is wrong with the address, in
// Dutch, or "". The whole page is asked for only where its head is refused.
func ask(client *http.Client, address string) string {
	for _, method := range []string{http.MethodHead, http.MethodGet} {
		ctx, cancel := context.WithTimeout(context.Background(), answerTimeout)
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

// publicClient is an HTTP client for public addresses only, also after a redirect:
// content comes from anyone, and must not make this machine speak to itself or its
// neighbours.
func publicClient() *http.Client {
	dialer := &net.Dialer{Timeout: answerTimeout, Control: func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil || !isPublic(to.Addr().Unmap()) {
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

// reservedRanges are ranges that net/netip does not call private and that are no
// public hosts either (IANA special-purpose registries).
var reservedRanges = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
}

// isPublic reports whether an address can be that of a host on the internet.
func isPublic(a netip.Addr) bool {
	return a.IsGlobalUnicast() && !a.IsPrivate() && !a.IsLoopback() && !a.IsLinkLocalUnicast() &&
		!slices.ContainsFunc(reservedRanges, func(p netip.Prefix) bool { return p.Contains(a) })
}
