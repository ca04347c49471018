package generator

import (
	"encoding/json"
	"fmt"

	"kaartenbak/generator/assets"
	"kaartenbak/generator/form"
)

// latestFile is the script that names the files that change with nearly every
// entry: the search index, and what the form for contributors knows. Pages ask it, by
// this name, when they need one of them: a page that named such a file itself would
// change whenever the file does. Hosts have it asked for again, as they do pages.
const latestFile = "latest.js"

// latestFiles are the files that latest.js names. Their names follow from what is in
// them, so that they are made to know.
func (s *Site) latestFiles() ([]File, error) {
	data, err := s.formData()
	if err != nil {
		return nil, err
	}
	files := []File{data}
	if s.config.NoSearch {
		return files, nil
	}
	index, err := s.index()
	if err != nil {
		return nil, err
	}
	for _, f := range index.Files() {
		files = append(files, bytesFile(assets.Folder+f.Name, f.Data))
	}
	return files, nil
}

func (s *Site) makeFormData() (File, error) {
	data, err := form.Script(s.Catalogue, s.Texts, s.Plan.URLs(), s.config.Today)
	if err != nil {
		return File{}, err
	}
	return bytesFile(assets.Named("form-data.js", data), data), nil
}

// latest is the script latest.js. See templates/components/latest/latest.js.
func (s *Site) latest() ([]byte, error) {
	data, err := s.formData()
	if err != nil {
		return nil, err
	}
	names := struct {
		Index string `json:"index,omitempty"` // the root of the search index, if there is one
		Form  string `json:"form"`
	}{Form: data.Name}
	if !s.config.NoSearch {
		index, err := s.index()
		if err != nil {
			return nil, err
		}
		names.Index = assets.Folder + index.Root()
	}
	text, err := json.Marshal(names)
	if err != nil {
		return nil, fmt.Errorf("naming the search index and the data of the form: %w", err)
	}
	return []byte("globalThis.kaartenbakLatest=" + string(text) + ";\n"), nil
}
