package main

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"testing"
)

// TestAnswersOfAddresses: an address is asked for its head only, unless its host
// refuses that.
func TestAnswersOfAddresses(t *testing.T) {
	var methods []string
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		methods = append(methods, r.Method)
		switch {
		case r.URL.Path == "/weg", r.URL.Path == "/geen-hoofd" && r.Method == http.MethodHead:
			w.WriteHeader(http.StatusNotFound)
		case r.URL.Path == "/verhuisd":
			http.Redirect(w, r, "/hier", http.StatusFound)
		}
	}))
	defer host.Close()
	for path, want := range map[string]struct {
		message string
		methods []string
	}{
		"/hier":       {"", []string{"HEAD"}},
		"/geen-hoofd": {"", []string{"HEAD", "GET"}},
		"/verhuisd":   {"", []string{"HEAD", "HEAD"}}, // there, and where it sends us
		"/weg":        {"antwoordde met 404", []string{"HEAD", "GET"}},
	} {
		methods = nil
		if got := ask(host.Client(), host.URL+path); got != want.message || !slices.Equal(methods, want.methods) {
			t.Errorf("%s: %q after %v, want %q after %v", path, got, methods, want.message, want.methods)
		}
	}
	host.Close()
	if got := ask(host.Client(), host.URL); got != "gaf geen antwoord" {
		t.Errorf("a host that is gone: %q", got)
	}
}

// TestNeighboursAreNotAsked: content comes from anyone, and names addresses that
// only this machine can reach.
func TestNeighboursAreNotAsked(t *testing.T) {
	asked := 0
	host := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer host.Close()
	if got := ask(publicClient(), host.URL); got != "is geen openbaar adres" || asked > 0 {
		t.Errorf("an address of this machine: %q, asked %d times", got, asked)
	}
	for address, want := range map[string]bool{
		"93.184.215.14": true, "2a00:1450:400e:80c::200e": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false,
		"0.0.0.0": false, "100.64.0.1": false, "192.0.0.8": false, "198.18.0.1": false, "255.255.255.255": false, "224.0.0.1": false,
		"::1": false, "::": false, "fe80::1": false, "fd00::1": false, "ff02::1": false, "64:ff9b::7f00:1": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s is public: %t, want %t", address, got, want)
		}
	}
}
