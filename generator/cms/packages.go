package cms

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"kaartenbak/generator/problem"
)

// A npmPackage is a package of npm in one version, as `npm pack` fetches it.
type npmPackage struct {
	name, version string
	sum           string // SHA-512 of the archive in base64: what npm calls its integrity
}

// The packages that the editing system is made of. Decap CMS is copied as it is;
// yaml is what templates/admin.js reads front matter with. The YAML of Decap itself
// makes numbers of 19.00 and 0123.
var (
	decapPackage = npmPackage{"decap-cms", "3.16.3", "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="}
	yamlPackage  = npmPackage{"yaml", "2.9.1", "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw=="}
)

func (p npmPackage) file() string { return p.name + "-" + p.version + ".tgz" }

// get is the command that fetches a package.
func get(packages ...npmPackage) string {
	command := "npm pack"
	for _, p := range packages {
		command += " " + p.name + "@" + p.version
	}
	return command
}

// decapScript is the script of Decap CMS, which loads the parts that it needs from
// files beside it.
const decapScript = "decap-cms.js"

// Packages is what the editing system is made of.
type Packages struct {
	decap map[string][]byte // files to copy, by name
	yaml  map[string][]byte // the modules of the package yaml, and its licence
}

// Open reads the packages from a folder. What is missing there, or is not what npm
// gives, becomes a problem at pos. The error is about the machine.
func Open(folder fs.FS, pos problem.Pos) (*Packages, problem.List, error) {
	var missing []npmPackage
	var problems problem.List
	archives := map[string][]byte{}
	for _, p := range []npmPackage{decapPackage, yamlPackage} {
		data, err := fs.ReadFile(folder, p.file())
		sum := sha512.Sum512(data)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			missing = append(missing, p)
		case err != nil:
			return nil, nil, fmt.Errorf("reading a package of the editing system: %w", err)
		case base64.StdEncoding.EncodeToString(sum[:]) != p.sum:
			problems = append(problems, rulePackages.At(pos, fmt.Sprintf("haal het bestand weg en haal het opnieuw op: %s", get(p)), "%s is niet het bestand dat npm van deze versie geeft", p.file()))
		}
		archives[p.name] = data
	}
	if len(missing) > 0 {
		var names []string
		for _, p := range missing {
			names = append(names, p.file())
		}
		problems = append(problems, rulePackages.At(pos, fmt.Sprintf("haal op, in de map waarin u de site bouwt: %s; of schrijf redactiesysteem: nee", get(missing...)), "het redactiesysteem ontbreekt: %s", strings.Join(names, " en ")))
	}
	if len(problems) > 0 {
		return nil, problems, nil
	}
	decap, err := unpack(archives[decapPackage.name], decapFile)
	if err != nil {
		return nil, nil, err
	}
	yaml, err := unpack(archives[yamlPackage.name], yamlFile)
	if err != nil {
		return nil, nil, err
	}
	return &Packages{decap: decap, yaml: yaml}, nil, nil
}

// module gives a module of the package yaml.
func (p *Packages) module(name string) ([]byte, error) {
	data, ok := p.yaml[name]
	if !ok {
		return nil, fmt.Errorf("%s has no module %s", yamlPackage.file(), name)
	}
	return data, nil
}

// decapFile gives the name under which a file of Decap's package is copied: its
// script with the parts that it loads, and their licences. The package has all of it
// a second time under an older name.
func decapFile(name string) (string, bool) {
	base := path.Base(name)
	return base, path.Dir(name) == "package/dist" && (base == decapScript || strings.HasSuffix(base, "."+decapScript) || base == decapScript+".LICENSE.txt")
}

// yamlFile gives the name of a module of the package yaml, or of its licence.
func yamlFile(name string) (string, bool) {
	if name == "package/"+licenceFile {
		return licenceFile, true
	}
	return strings.CutPrefix(name, "package/browser/")
}

const licenceFile = "LICENSE"

// unpack gives the files of an archive for which keep has a name.
func unpack(archive []byte, keep func(name string) (string, bool)) (map[string][]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, fmt.Errorf("unpacking the editing system: %w", err)
	}
	files := map[string][]byte{}
	for all := tar.NewReader(unzipped); ; {
		header, err := all.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, fmt.Errorf("unpacking the editing system: %w", err)
		}
		name, ok := keep(header.Name)
		if !ok || header.Typeflag != tar.TypeReg {
			continue
		}
		if files[name], err = io.ReadAll(all); err != nil {
			return nil, fmt.Errorf("unpacking %s of the editing system: %w", name, err)
		}
	}
}
