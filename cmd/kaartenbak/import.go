package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/check"
	"kaartenbak/generator/load"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/sheet"
	"kaartenbak/generator/slug"
	"kaartenbak/generator/workbook"
)

// importSheet makes an entry of each row of a spreadsheet, and prints the names of the
// files. With an error in a row nothing is written, unless the good rows are asked for.
func importSheet(c *call) error {
	config := c.config()
	format := c.flags.String("format", "text", "text, json, github or sarif")
	dry := c.flags.Bool("dry-run", false, "write nothing, and print what would be written")
	good := c.flags.Bool("good-rows", false, "write the rows without errors, whatever the others have")
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	report, isReport := reports[*format]
	if !isReport && *format != "text" {
		return wrongUse("--format %q: want text, json, github or sarif", *format)
	}
	if len(arguments) != 2 {
		return wrongUse("want a collection and a file")
	}
	collection, err := collectionOf(arguments[0])
	if err != nil {
		return err
	}
	name := arguments[1]
	data, err := readSheet(name)
	if err != nil {
		return err
	}
	cfg, err := config()
	if err != nil {
		return err
	}
	in, err := readRows(cfg, collection, name, data)
	if err != nil {
		return err
	}
	failed := in.problems.Errors() > 0
	if failed && !*good {
		in.files = nil
	}
	written, err := in.write(cfg.ContentName, *dry)
	if err != nil {
		return err
	}
	if isReport {
		if err := report(c.stdout, in.problems); err != nil {
			return err
		}
	} else {
		c.showWithCount(in.problems)
		for _, file := range written {
			fmt.Fprintln(c.stdout, file)
		}
	}
	if failed {
		return contentError{} // which has been shown
	}
	return nil
}

// readSheet reads a file, of one that is too large no more than shows that.
func readSheet(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, wrongUse("there is no file %s", name)
	}
	if !info.Mode().IsRegular() {
		return nil, wrongUse("%s is no file", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("opening the spreadsheet: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, workbook.MaxFile))
	if err != nil {
		return nil, fmt.Errorf("reading the spreadsheet: %w", err)
	}
	return data, nil
}

// An intake is what the rows of a spreadsheet become.
type intake struct {
	files    []newFile // without those of rows with an error and of entries that are there
	problems problem.List
}

// A newFile is the file of an entry that is not there yet.
type newFile struct {
	name string // below the content folder, with slashes
	data []byte
}

// readRows reads a spreadsheet and checks what becomes of its rows, in the catalogue
// that it comes into.
func readRows(cfg generator.Config, collection *catalogue.Collection, name string, data []byte) (*intake, error) {
	tables, refused := workbook.Read(name, data)
	if refused != nil {
		return &intake{problems: problem.List{*refused}}, nil
	}
	now, err := generator.Check(cfg)
	if err != nil {
		return nil, err
	}
	read := sheet.Read(tables, collection, now.Catalogue, now.Texts)
	var found problem.Collector
	found.Add(read.Problems...)

	drafts := map[string]*sheet.Draft{} // by the name of the file in the content
	files := map[string][]byte{}
	var order []string
	for _, d := range read.Drafts {
		file := fileFor(d, collection, now.Catalogue, files)
		drafts[file], files[file] = d, d.File
		order = append(order, file)
	}
	there := cfg.Content
	cfg.Content = withFiles(there, files)
	then, err := generator.Check(cfg)
	if err != nil {
		return nil, err
	}
	twice := likeThere(then, now, drafts, order, cfg.ContentName)
	if len(twice) > 0 { // what is left out is not there for the others either
		for _, file := range order {
			if twice[drafts[file]] != nil {
				delete(files, file)
			}
		}
		cfg.Content = withFiles(there, files)
		if then, err = generator.Check(cfg); err != nil {
			return nil, err
		}
	}
	bad := read.Bad
	for _, p := range then.Problems {
		d := drafts[inContent(p.File, cfg.ContentName)]
		if d == nil {
			continue
		}
		bad[d.Row] = bad[d.Row] || !p.Warning
		p.Pos = read.Table.At(d.At(p.Line))
		found.Add(p)
	}
	for _, file := range order {
		if p := twice[drafts[file]]; p != nil {
			p.Pos = read.Table.At(drafts[file].At(0))
			found.Add(*p)
		}
	}
	in := &intake{problems: found.List()}
	for _, file := range order {
		if d := drafts[file]; !bad[d.Row] && twice[d] == nil {
			in.files = append(in.files, newFile{file, d.File})
		}
	}
	return in, nil
}

// inContent is the name of a file without that of the content folder.
func inContent(file, content string) string {
	rel, err := filepath.Rel(content, file)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

// fileFor is a name that no file has yet, for the entry of a row.
func fileFor(d *sheet.Draft, c *catalogue.Collection, cat *catalogue.Catalogue, taken map[string][]byte) string {
	name := d.Name
	if !load.IsSlug(name) {
		name = slug.File(d.Title)
	}
	if !load.IsSlug(name) {
		name = c.Singular
	}
	free := func(name string) bool {
		_, twice := taken[path.Join(c.Name, name+".md")]
		return !twice && cat.Entry(c.Name+"/"+name) == nil
	}
	best := name
	for n := 2; !free(best); n++ {
		end := fmt.Sprintf("-%d", n)
		best = name[:min(len(name), slug.MaxFile-len(end))] + end
	}
	return path.Join(c.Name, best+".md")
}

// likeThere tells of the rows whose entries are most likely there, or are in the
// spreadsheet twice.
func likeThere(then, now *generator.Site, drafts map[string]*sheet.Draft, order []string, content string) map[*sheet.Draft]*problem.Problem {
	entries := map[string]*catalogue.Entry{}
	for _, e := range then.Catalogue.All() {
		entries[e.ID()+".md"] = e
	}
	there := check.NewLikenesses(now.Catalogue.All())
	twice := map[*sheet.Draft]*problem.Problem{}
	for _, file := range order {
		e := entries[file]
		if e == nil {
			continue
		}
		if other, shared := there.Of(e); other != nil {
			hint := "vul die kaart aan, of haal de rij weg als het dezelfde is"
			p := check.RuleLikeness.At(problem.Pos{}, hint, "de kaart lijkt er al te zijn en is overgeslagen: %s heeft %s", other.File, shared)
			if d := drafts[inContent(other.File, content)]; d != nil {
				p = check.RuleLikeness.At(problem.Pos{}, "haal één van de twee rijen weg", "de kaart staat er twee keer in en is overgeslagen: rij %d heeft %s", d.Row, shared)
			}
			twice[drafts[file]] = &p
			continue
		}
		there.Add(e)
	}
	return twice
}

// write writes the files, never over another, and gives their names. When one cannot
// be written, none are.
func (in *intake) write(content string, dry bool) (written []string, err error) {
	defer func() {
		if err != nil && !dry {
			for _, file := range written {
				os.Remove(file)
			}
		}
	}()
	for _, f := range in.files {
		file := filepath.Join(content, filepath.FromSlash(f.name))
		if !dry {
			if err := writeNew(file, f.data); err != nil {
				return written, fmt.Errorf("writing an entry: %w", err)
			}
		}
		written = append(written, file)
	}
	return written, nil
}

// writeNew writes a file that is not there yet.
func writeNew(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(name)
	}
	return err
}
