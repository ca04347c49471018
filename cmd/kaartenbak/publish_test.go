//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A site is its files by name.
type site map[string][]byte

// siteIn reads what a host would serve of a folder.
func siteIn(t *testing.T, dir string) site {
	t.Helper()
	s := site{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, name)
		if err != nil || strings.HasPrefix(rel, ".kaartenbak") || d.IsDir() {
			return err
		}
		s[rel], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var (
	inPage   = regexp.MustCompile(`(?:href|src|data-[a-z]+-src)="[^"#?]*(assets/[^"#?]+)"`)
	inLatest = regexp.MustCompile(`"(assets/[^"]+)"`)
)

// faults are what is wrong with a site that may be halfway between versions: a
// page, or the script latest.js, that is of none of them, or that names a file that
// is not there or is not the one that was meant.
func (s site) faults(versions ...site) (faults []string) {
	known := func(name string) bool {
		return slices.ContainsFunc(versions, func(v site) bool { return bytes.Equal(s[name], v[name]) })
	}
	for name, data := range s {
		named := inPage
		if name == "latest.js" {
			named = inLatest
		} else if !strings.HasSuffix(name, ".html") {
			continue
		}
		if !known(name) {
			faults = append(faults, name+" is of none of the sites")
		}
		for _, m := range named.FindAllSubmatch(data, -1) {
			asset := string(m[1])
			if _, there := s[asset]; !there || !known(asset) {
				faults = append(faults, name+" names "+asset+", which is not there or another")
			}
			index, isIndex := strings.CutSuffix(asset, ".js")
			if !isIndex || !strings.HasPrefix(index, "assets/zoek-") {
				continue
			}
			for _, v := range versions {
				for part := range v {
					if strings.HasPrefix(part, index+"-") && !bytes.Equal(s[part], v[part]) {
						faults = append(faults, name+" has an index of which "+part+" is not there or another")
					}
				}
			}
		}
	}
	return faults
}

func (s site) equal(other site) error {
	if !maps.EqualFunc(s, other, bytes.Equal) {
		for name := range s {
			if !bytes.Equal(s[name], other[name]) {
				return fmt.Errorf("%s differs", name)
			}
		}
		for name := range other {
			if _, there := s[name]; !there {
				return fmt.Errorf("%s is not there", name)
			}
		}
	}
	return nil
}

// A publisher builds two versions of a catalogue in one folder.
type publisher struct {
	t        *testing.T
	content  [2]string
	versions [2]site
	out      string
}

var firstPublisher *publisher // its versions are those of all

func newPublisher(t *testing.T) *publisher {
	p := &publisher{t: t, out: t.TempDir() + "/public"}
	p.content[0], p.content[1] = content(t), content(t)
	defer func() { firstPublisher = p }()
	edit := func(name, from, to string) {
		t.Helper()
		name = filepath.Join(p.content[1], name)
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(text), from) {
			t.Fatalf("%s has no %q (%v)", name, from, err)
		}
		if err := os.WriteFile(name, []byte(strings.ReplaceAll(string(text), from, to)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	edit("site.yaml", "naam: ", "naam: Andere ") // on every page
	if err := os.Rename(p.content[1]+"/nieuws/kaal.md", p.content[1]+"/nieuws/een-andere-naam.md"); err != nil {
		t.Fatal(err)
	}
	if firstPublisher != nil {
		p.versions = firstPublisher.versions
		return p
	}
	for i := range p.versions {
		out := t.TempDir()
		if output, err := p.build(i, out).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
		p.versions[i] = siteIn(t, out)
	}
	return p
}

func (p *publisher) build(version int, out string) *exec.Cmd {
	return command("build", "--content", p.content[version], "--out", out, "--today", "2026-11-22", "--base-url", "https://kaartenbak.example")
}

// buildUndisturbed builds a version where nothing stands in the way.
func (p *publisher) buildUndisturbed(version int) {
	p.t.Helper()
	if output, err := p.build(version, p.out).CombinedOutput(); err != nil {
		p.t.Fatalf("%v\n%s", err, output)
	}
	if err := siteIn(p.t, p.out).equal(p.versions[version]); err != nil {
		p.t.Fatal(err)
	}
	if left, _ := filepath.Glob(p.out + "/.kaartenbak-*"); left != nil {
		p.t.Fatalf("%v is left behind", left)
	}
}

// startProcess starts a process, and gives a channel that is closed when it has ended.
func startProcess(t *testing.T, c *exec.Cmd) <-chan struct{} {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		c.Wait()
		close(ended)
	}()
	return ended
}

// pause waits a while, and reports whether the process still runs.
func pause(ended <-chan struct{}, d time.Duration) bool {
	select {
	case <-ended:
		return false
	case <-time.After(d):
		return true
	}
}

// TestKilledBuild kills builds at random moments, half of them while files are
// moved to their places: each page that is then served has all that it names, and
// the next build leaves the folder as if nothing had happened.
func TestKilledBuild(t *testing.T) {
	p := newPublisher(t)
	start := time.Now()
	p.buildUndisturbed(0)
	usual := time.Since(start)
	moments := 6
	if *soak {
		moments = 200
	}
	seed := uint64(start.UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	t.Logf("%d moments, seed %d", moments, seed)
	between := 0
	for i := range moments {
		version := 1 - i%2
		build := p.build(version, p.out)
		ended := startProcess(t, build)
		if i%4 < 2 {
			pause(ended, time.Duration(random.Int64N(int64(usual))))
		} else {
			register := func() time.Time {
				info, err := os.Stat(p.out + "/.kaartenbak")
				if err != nil {
					return time.Time{}
				}
				return info.ModTime()
			}
			for before := register(); register().Equal(before) && pause(ended, 100*time.Microsecond); {
			}
			pause(ended, time.Duration(random.Int64N(int64(15*time.Millisecond))))
		}
		build.Process.Kill()
		<-ended
		now := siteIn(t, p.out)
		for _, fault := range now.faults(p.versions[:]...) {
			t.Errorf("moment %d: %s", i, fault)
		}
		if now.equal(p.versions[0]) != nil && now.equal(p.versions[1]) != nil {
			between++
		}
		if i%3 == 2 || i == moments-1 {
			p.buildUndisturbed(version)
		} else if i%3 == 1 {
			p.buildUndisturbed(1 - version)
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d were between the two sites", between)
}

// TestWithdrawnPermission takes the right to write away while a build writes, as
// an ordinary user: the build says so, and the old site is whole.
func TestWithdrawnPermission(t *testing.T) {
	p := newPublisher(t)
	p.buildUndisturbed(0)
	user := &syscall.SysProcAttr{}
	if os.Getuid() == 0 { // who may do everything notices nothing
		const nobody = 65534
		user.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
		filepath.WalkDir(p.out, func(name string, _ fs.DirEntry, _ error) error { return os.Chown(name, nobody, nobody) })
		for _, dir := range append(p.content[:], p.out) {
			openToAll(filepath.Dir(dir))
		}
	}
	build := p.build(1, p.out)
	build.SysProcAttr = user
	build.Args[0] = publicProgram(t)
	build.Path = build.Args[0]
	var output bytes.Buffer
	build.Stderr = &output
	ended := startProcess(t, build)
	for pause(ended, 100*time.Microsecond) {
		if waiting, _ := os.ReadDir(p.out + "/.kaartenbak-nieuw"); len(waiting) > 5 {
			break
		}
	}
	setMode := func(mode os.FileMode) {
		filepath.WalkDir(p.out, func(name string, d fs.DirEntry, _ error) error {
			if d != nil && d.IsDir() {
				return os.Chmod(name, mode)
			}
			return nil
		})
	}
	setMode(0o555)
	<-ended
	setMode(0o755)
	if code := build.ProcessState.ExitCode(); code != exitMachine || !strings.Contains(output.String(), "permission denied") {
		t.Errorf("exit %d:\n%s", code, output.String())
	}
	if err := siteIn(t, p.out).equal(p.versions[0]); err != nil {
		t.Errorf("the old site is not whole: %v", err)
	}
	p.buildUndisturbed(1)
}

// openToAll opens a folder of a test to every user, with those that it is in. The
// folder of all tests is not theirs to change.
func openToAll(dir string) {
	for ; dir != filepath.Clean(os.TempDir()) && dir != "/"; dir = filepath.Dir(dir) {
		os.Chmod(dir, 0o755)
	}
}

// publicProgram is a copy of the test program that any user may run.
func publicProgram(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	name := t.TempDir() + "/kaartenbak"
	openToAll(filepath.Dir(name))
	if err := os.WriteFile(name, data, 0o755); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestFullDisk builds on a disk that has room for the old site, but not for the
// new one beside it. Where no disk can be mounted, TestUnfinishedBuild of package
// write stands in.
func TestFullDisk(t *testing.T) {
	p := newPublisher(t)
	size := 0
	for _, data := range p.versions[0] {
		size += (len(data) + 4095) &^ 4095
	}
	if err := os.Mkdir(p.out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", p.out, "tmpfs", 0, fmt.Sprintf("size=%d", size+256<<10)); err != nil {
		t.Logf("no disk can be mounted here (%v): see TestUnfinishedBuild", err)
		return
	}
	defer syscall.Unmount(p.out, 0)
	p.buildUndisturbed(0)
	build := p.build(1, p.out)
	output, err := build.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitMachine || !strings.Contains(string(output), "no space left on device") {
		t.Errorf("%v:\n%s", err, output)
	}
	if err := siteIn(t, p.out).equal(p.versions[0]); err != nil {
		t.Errorf("the old site is not whole: %v", err)
	}
	if left, _ := filepath.Glob(p.out + "/.kaartenbak-*"); left != nil {
		t.Errorf("%v is left behind", left)
	}
	if err := syscall.Mount("tmpfs", p.out, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%d", 4*size)); err != nil {
		t.Fatal(err)
	}
	p.buildUndisturbed(1)
}

// TestTwoBuildsAtOnce: of two, each is done or says that the other is busy.
func TestTwoBuildsAtOnce(t *testing.T) {
	p := newPublisher(t)
	p.buildUndisturbed(0)
	refused := 0
	rounds := 1
	if *soak {
		rounds = 20
	}
	for range rounds {
		var builds [2]*exec.Cmd
		var output [2]bytes.Buffer
		for i := range builds {
			builds[i] = p.build(1, p.out)
			builds[i].Stderr = &output[i]
			if err := builds[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		done := 0
		for i, b := range builds {
			b.Wait()
			switch code := b.ProcessState.ExitCode(); {
			case code == exitFine:
				done++
			case code == exitMachine && strings.Contains(output[i].String(), "another build is writing"):
				refused++
			default:
				t.Errorf("exit %d:\n%s", code, output[i].String())
			}
		}
		if done == 0 {
			t.Error("none was done")
		}
		if err := siteIn(t, p.out).equal(p.versions[1]); err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d were refused", refused)
}
