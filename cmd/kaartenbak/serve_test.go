package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"kaartenbak/generator"
	"kaartenbak/templates"
)

// serving serves a content folder in this process, as the verb serve does.
func serving(t *testing.T, dir string) (*httptest.Server, *server) {
	t.Helper()
	s := newServer(&call{stdout: io.Discard, stderr: io.Discard}, generator.Config{Content: os.DirFS(dir), ContentName: dir, Templates: templates.FS})
	ctx, stop := context.WithCancel(context.Background())
	watched := make(chan error, 1)
	watching := make(chan struct{})
	go func() { watched <- s.watch(ctx, []string{dir}, watching) }()
	<-watching
	s.reopen(true)
	web := httptest.NewServer(s)
	t.Cleanup(func() {
		stop()
		if err := <-watched; err != nil {
			t.Errorf("watching: %v", err)
		}
		web.Close()
	})
	return web, s
}

func get(t *testing.T, address string) (int, string) {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

// until waits for a page to hold a text.
func until(t *testing.T, address, text string) {
	t.Helper()
	for start := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		if code, body := get(t, address); code == http.StatusOK && strings.Contains(body, text) {
			return
		}
		if time.Since(start) > 30*time.Second {
			t.Fatalf("%s does not show %q", address, text)
		}
	}
}

// TestServeSurvives: whatever happens to the content folder, the last good site
// goes on to be served, and what is mended shows.
func TestServeSurvives(t *testing.T) {
	dir := content(t)
	web, _ := serving(t, dir)
	page := web.URL + "/nieuws/kaal/"
	entry := dir + "/nieuws/kaal.md"
	good, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	version := 0
	mended := func() {
		t.Helper()
		version++
		title := fmt.Sprintf("Verzonnen bericht nummer %d", version)
		lines := strings.Split(string(good), "\n")
		for i := range lines {
			if strings.HasPrefix(lines[i], "titel:") {
				lines[i] = "titel: " + title
			}
		}
		if err := os.WriteFile(entry, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
		until(t, page, title)
	}
	mended()
	away := dir + "-weg"
	for what, harm := range map[string]func(){
		"renamed": func() { os.Rename(dir, away) },
		"emptied": func() {
			os.CopyFS(away, os.DirFS(dir))
			names, _ := os.ReadDir(dir)
			for _, n := range names {
				os.RemoveAll(filepath.Join(dir, n.Name()))
			}
		},
		"full of rubbish": func() {
			os.CopyFS(away, os.DirFS(dir))
			filepath.WalkDir(dir, func(name string, d fs.DirEntry, _ error) error {
				if !d.IsDir() {
					os.WriteFile(name, []byte("\x00\xff---\n<script>\n"), 0o644)
				}
				return nil
			})
			os.Symlink("/", dir+"/nieuws/alles.md")
			os.Mkdir(dir+"/nieuws/map.md", 0o755)
		},
		"a file": func() { os.Rename(dir, away); os.WriteFile(dir, nil, 0o644) },
	} {
		harm()
		time.Sleep(3 * settle)
		if code, _ := get(t, page); code != http.StatusOK {
			t.Errorf("the folder is %s: the page gives %d", what, code)
		}
		os.RemoveAll(dir)
		if err := os.Rename(away, dir); err != nil {
			t.Fatal(err)
		}
		time.Sleep(3 * settle)
		mended()
	}
}

// TestServeOfMoreChangesThanAreTold: while a site is made, so much changes that the
// system drops what it had to tell. The last state shows all the same, and so does
// what changes after it.
func TestServeOfMoreChangesThanAreTold(t *testing.T) {
	dir := content(t)
	web, s := serving(t, dir)
	title := func(to string) {
		t.Helper()
		entry := dir + "/nieuws/kaal.md"
		text, err := os.ReadFile(entry)
		if err != nil {
			t.Fatal(err)
		}
		text = regexp.MustCompile(`(?m)^titel: .*`).ReplaceAll(text, []byte("titel: "+to))
		if err := os.WriteFile(entry, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s.opening.Lock() // a site that takes long to make
	title("Verzonnen eerste")
	time.Sleep(3 * settle)
	for range 12_000 { // twice as many events, and Linux keeps 16,384
		for _, name := range []string{"/nieuws/rommel-1.md", "/nieuws/rommel-2.md"} {
			if err := os.WriteFile(dir+name, nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	os.Remove(dir + "/nieuws/rommel-1.md")
	os.Remove(dir + "/nieuws/rommel-2.md")
	title("Verzonnen tweede")
	s.opening.Unlock()
	until(t, web.URL+"/nieuws/kaal/", "Verzonnen tweede")
	title("Verzonnen derde")
	until(t, web.URL+"/nieuws/kaal/", "Verzonnen derde")
}

// TestServeGivesNothingElse: the site's own files, to who asks for this server.
func TestServeGivesNothingElse(t *testing.T) {
	web, _ := serving(t, content(t))
	for _, path := range []string{"/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/assets/", "/data/schema/", "/content/site.yaml", "/.git/config", "//etc/passwd", "/\\etc\\passwd", "/%00", "/nieuws/kaal.md"} {
		request, err := http.NewRequest(http.MethodGet, web.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.URL.Opaque = path
		answer, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			continue // it is no address at all
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if answer.StatusCode == http.StatusOK || strings.Contains(string(body), "root:") {
			t.Errorf("%s gives %d", path, answer.StatusCode)
		}
	}
	for host, want := range map[string]int{"": 200, "elders.example": 403, "localhost.elders.example": 403, "127.0.0.1:1": 403} {
		request, err := http.NewRequest(http.MethodGet, web.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Host = host
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("for the host %q: %d, want %d", host, answer.StatusCode, want)
		}
	}
}

// TestServeThroughADayOfEdits saves, renames and removes entries at random. In
// the end the site is that of the last state, and nothing has grown.
func TestServeThroughADayOfEdits(t *testing.T) {
	edits := 40
	if *soak {
		edits = 2000
	}
	dir := content(t)
	web, _ := serving(t, dir)
	news := dir + "/nieuws/"
	good, err := os.ReadFile(news + "kaal.md")
	if err != nil {
		t.Fatal(err)
	}
	settled := func() (goroutines int, heap uint64) {
		last := fmt.Sprintf("Het is nu %d", time.Now().UnixNano())
		text := strings.Replace(string(good), "\ntitel: ", "\ntitel: "+last+" ", 1)
		for name := range map[string]bool{"verzonnen-1.md": true, "verzonnen-2.md": true, "verzonnen-3.md": true} {
			os.Remove(news + name)
		}
		if err := os.WriteFile(news+"kaal.md", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		until(t, web.URL+"/nieuws/kaal/", last)
		time.Sleep(4 * settle)
		http.DefaultClient.CloseIdleConnections()
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return runtime.NumGoroutine(), m.HeapAlloc
	}
	goroutines, heap := settled()
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	t.Logf("%d edits, seed %d", edits, seed)
	for range edits {
		name := news + fmt.Sprintf("verzonnen-%d.md", 1+random.IntN(3))
		switch random.IntN(6) {
		case 0:
			os.Remove(name)
		case 1:
			os.Rename(name, news+fmt.Sprintf("verzonnen-%d.md", 1+random.IntN(3)))
		case 2: // half a save
			os.WriteFile(name, good[:random.IntN(len(good))], 0o644)
		case 3: // as editors save: beside it, and then in its place
			os.WriteFile(name+"~", good, 0o644)
			os.Rename(name+"~", name)
		default:
			os.WriteFile(name, []byte(strings.Replace(string(good), "\ntitel: ", fmt.Sprintf("\ntitel: %d ", random.IntN(1000)), 1)), 0o644)
		}
		if random.IntN(10) == 0 {
			get(t, web.URL+"/nieuws/")
		}
		time.Sleep(time.Duration(random.IntN(120)) * time.Millisecond)
	}
	after, grown := settled()
	t.Logf("%d goroutines, then %d; %d kB in use, then %d", goroutines, after, heap>>10, grown>>10)
	if after > goroutines+3 {
		t.Errorf("%d goroutines became %d", goroutines, after)
	}
	if grown > heap+heap/2+(8<<20) {
		t.Errorf("%d kB in use became %d", heap>>10, grown>>10)
	}
	for n := 1; n <= 3; n++ {
		if code, _ := get(t, fmt.Sprintf("%s/nieuws/verzonnen-%d/", web.URL, n)); code != http.StatusNotFound {
			t.Errorf("verzonnen-%d is still there", n)
		}
	}
}
