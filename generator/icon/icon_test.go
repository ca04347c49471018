package icon

import (
	"bytes"
	"image/color"
	"image/png"
	"io/fs"
	"testing"

	"kaartenbak/templates"
)

func at(t *testing.T, data []byte, x, y int) color.RGBA {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)
}

func TestAShapeIsWhereItIsDrawn(t *testing.T) {
	svg := []byte(`<svg viewBox="0 0 10 10"><path fill="#ff0000" d="M2 2h6v3l-6 3z"/></svg>`)
	data, err := PNG(svg, 100, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		x, y int
		want color.RGBA
	}{
		{50, 30, color.RGBA{255, 0, 0, 255}},
		{10, 10, color.RGBA{}},
		{75, 75, color.RGBA{}},
		{22, 75, color.RGBA{255, 0, 0, 255}},
	} {
		if got := at(t, data, c.x, c.y); got != c.want {
			t.Errorf("at %d,%d is %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestAMaskedIconIsFullAndKeepsItsDrawingInside(t *testing.T) {
	svg := []byte(`<svg viewBox="0 0 10 10"><path fill="#ff0000" d="M0 0H10V10H0z"/></svg>`)
	paper := color.RGBA{1, 2, 3, 255}
	data, err := PNG(svg, 100, paper)
	if err != nil {
		t.Fatal(err)
	}
	for _, corner := range [][2]int{{0, 0}, {99, 99}, {12, 50}} {
		if got := at(t, data, corner[0], corner[1]); got != paper {
			t.Errorf("at %v is %v, want the background", corner, got)
		}
	}
	if got := at(t, data, 50, 50); got != (color.RGBA{255, 0, 0, 255}) {
		t.Errorf("in the middle is %v", got)
	}
}

func TestWhatIsNotUnderstoodIsSaid(t *testing.T) {
	for _, svg := range []string{
		`<svg viewBox="0 0 10 10"><circle r="3"/></svg>`,
		`<svg viewBox="0 0 10 20"><path fill="#ff0000" d="M0 0z"/></svg>`,
		`<svg viewBox="0 0 10 10"><path fill="#ff0000" d="3 3"/></svg>`,
	} {
		if _, err := PNG([]byte(svg), 10, nil); err == nil {
			t.Errorf("%s was drawn", svg)
		}
	}
}

func TestTheIconOfTheSiteIsDrawn(t *testing.T) {
	svg, err := fs.ReadFile(templates.FS, "static/favicon.svg")
	if err != nil {
		t.Fatal(err)
	}
	data, err := PNG(svg, 64, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := at(t, data, 32, 36); got != (color.RGBA{0xff, 0xfe, 0xfa, 255}) {
		t.Errorf("the front of the box is %v", got)
	}
}
