package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"kaartenbak/tests/bench/process"
)

// hugoVersion is the Hugo that is measured: the plain edition, from its module.
const hugoVersion = "v0.165.0"

// hugoServer is how Hugo serves: with its fast render, which is the usual one, all in memory.
var hugoServer = []string{"server", "--renderToMemory", "--disableLiveReload"}

// least is the smallest catalogue in which every filter has something to offer,
// so that the pages of both can be compared.
const least = 200

// A builder is a program that makes a site, and that serves one while it changes.
type builder struct {
	name     string
	program  string
	version  string
	content  string // its folder, below that of the sites
	build    func(dir, out string) []string
	serve    func(dir string, port int) []string
	problems string // the address of the problems over the page, or ""
}

// install builds both programs from source.
func install(work string) ([]builder, error) {
	bin := filepath.Join(work, "bin")
	kaartenbak, err := installKaartenbak(bin)
	if err != nil {
		return nil, err
	}
	hugo, err := installHugo(bin)
	if err != nil {
		return nil, err
	}
	return []builder{hugo, kaartenbak}, nil
}

func installKaartenbak(bin string) (builder, error) {
	program := filepath.Join(bin, "kaartenbak")
	return builder{
		name: "kaartenbak", program: program, version: "this tree", content: "content", problems: "/_kaartenbak/problems",
		build: func(dir, out string) []string {
			return []string{"build", "--no-search", "--content", filepath.Join(dir, "content"), "--out", out, "--base-url", base, "--today", today.Format(time.DateOnly)}
		},
		serve: func(dir string, port int) []string {
			return []string{"serve", "--content", filepath.Join(dir, "content"), "--addr", fmt.Sprintf("127.0.0.1:%d", port)}
		},
	}, goCommand(nil, "build", "-o", program, "kaartenbak/cmd/kaartenbak")
}

func installHugo(bin string) (builder, error) {
	program := filepath.Join(bin, "hugo-"+hugoVersion)
	hugo := builder{
		name: "Hugo", program: program, version: hugoVersion, content: "hugo/content",
		build: func(dir, out string) []string {
			return []string{"--source", filepath.Join(dir, "hugo"), "--destination", out, "--quiet"}
		},
		serve: func(dir string, port int) []string {
			return append(slices.Clone(hugoServer), "--source", filepath.Join(dir, "hugo"), "--bind", "127.0.0.1", "--port", strconv.Itoa(port))
		},
	}
	if _, err := os.Stat(program); err != nil {
		fmt.Fprintln(os.Stderr, "building Hugo from its module: this takes some minutes the first time")
		// Elsewhere than in this module, whose versions are none of Hugo's business.
		environment := []string{"GOBIN=" + bin, "GOFLAGS=-mod=mod"}
		if err := goCommand(environment, "install", "github.com/gohugoio/hugo@"+hugoVersion); err != nil {
			return builder{}, err
		}
		if err := os.Rename(filepath.Join(bin, "hugo"), program); err != nil {
			return builder{}, fmt.Errorf("naming Hugo: %w", err)
		}
	}
	return hugo, nil
}

func goCommand(environment []string, args ...string) error {
	c := exec.Command("go", args...)
	c.Env = append(os.Environ(), environment...)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}

// A run is what one build took.
type run struct {
	wall, cpu time.Duration
	peak      int64 // bytes
}

// A result is what a builder took in all its runs, and what it wrote.
type result struct {
	fresh, again []run // into a new folder; over what it wrote
	files, pages int
	bytes        int64
}

// measure runs the builders in turns. Nothing is removed in between: for minutes
// after many files are gone, ext4 takes several times as long to make new ones
// (recently_deleted in fs/ext4/ialloc.c).
func measure(builders []builder, dir string, runs int) ([]result, error) {
	results := make([]result, len(builders))
	for n := range runs {
		for i, b := range builders {
			fresh, err := b.run(dir, n)
			if err != nil {
				return nil, err
			}
			again, err := b.run(dir, n)
			if err != nil {
				return nil, err
			}
			results[i].fresh = append(results[i].fresh, fresh)
			results[i].again = append(results[i].again, again)
		}
	}
	for i, b := range builders {
		names, size, err := files(b.out(dir, 0))
		if err != nil {
			return nil, err
		}
		results[i].files, results[i].bytes, results[i].pages = len(names), size, len(pagesOf(names))
	}
	return results, nil
}

// out is the folder for the site of run n.
func (b builder) out(dir string, n int) string {
	return filepath.Join(dir, fmt.Sprintf("out-%s-%d", b.name, n))
}

// run measures one build, of run n.
func (b builder) run(dir string, n int) (run, error) {
	process.Settle()
	c := exec.Command(b.program, b.build(dir, b.out(dir, n))...)
	c.Env = environment()
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	start := time.Now()
	err := c.Run()
	wall := time.Since(start)
	if err != nil {
		return run{}, fmt.Errorf("building with %s: %w\n%s", b.name, err, said.Bytes()[max(0, said.Len()-2000):])
	}
	return run{wall: wall, cpu: c.ProcessState.UserTime() + c.ProcessState.SystemTime(), peak: process.Peak(c.ProcessState)}, nil
}

// environment is ours without what changes a builder: both are as they come.
func environment() []string {
	return slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "GOGC=") || strings.HasPrefix(v, "GOMEMLIMIT=") || strings.HasPrefix(v, "HUGO_")
	})
}

// files lists the files below a folder, with slashes, and adds up their bytes.
func files(dir string) (names []string, size int64, err error) {
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		short, err := filepath.Rel(dir, name)
		names, size = append(names, filepath.ToSlash(short)), size+info.Size()
		return err
	})
	if err != nil {
		return nil, 0, fmt.Errorf("looking at what was built: %w", err)
	}
	return names, size, nil
}

func pagesOf(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !strings.HasSuffix(name, ".html") })
}

// most is how many pages may be in one site and not in the other, of a hundred.
const most = 1

// samePages compares the addresses of the pages, and says which one of the two
// does not have.
func samePages(n int, dir string, builders []builder) error {
	have := map[string]int{} // by address, a bit for each builder
	total := 0
	for i, b := range builders {
		names, _, err := files(b.out(dir, 0))
		if err != nil {
			return err
		}
		for _, name := range pagesOf(names) {
			have[name] |= 1 << i
			total++
		}
	}
	differ := 0
	for i, b := range builders {
		var only []string
		for name, who := range have {
			if who == 1<<i {
				only = append(only, name)
			}
		}
		slices.Sort(only)
		differ += len(only)
		if len(only) > 0 {
			fmt.Printf("Only %s has %d pages: %s\n", b.name, len(only), strings.Join(only[:min(len(only), 8)], ", "))
		}
	}
	if differ == 0 {
		fmt.Printf("Both have the same %d pages.\n\n", len(have))
		return nil
	}
	fmt.Println()
	if differ*100 > most*total/len(builders) {
		return fmt.Errorf("at %d entries the sites differ in %d pages: they are not the same site", n, differ)
	}
	return nil
}
