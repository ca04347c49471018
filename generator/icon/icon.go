// Package icon turns the drawing of the site into pictures for where a device
// wants points: the home screen of a telephone.
package icon

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/image/vector"
)

var (
	box     = regexp.MustCompile(`viewBox="0 0 (\d+) (\d+)"`)
	shape   = regexp.MustCompile(`<path fill="#([0-9a-f]{6})" d="([^"]*)"/>`)
	element = regexp.MustCompile(`<[a-z]`)
	command = regexp.MustCompile(`([MmHhVvLlz])|(-?(?:\d+\.?\d*|\.\d+))`)
)

// PNG draws an SVG of flat shapes with straight edges: paths of M, L, H, V and z,
// each with a fill of six digits, in a square viewBox from 0 0. Anything else is an
// error. The picture is size points wide and high. With a background it is filled
// to its edges, and the drawing stays in the middle four fifths, where no mask of a
// device cuts (W3C, Web Application Manifest, icon masks).
func PNG(svg []byte, size int, background color.Color) ([]byte, error) {
	view := box.FindSubmatch(svg)
	shapes := shape.FindAllSubmatch(svg, -1)
	if view == nil || !bytes.Equal(view[1], view[2]) || len(shapes) != len(element.FindAll(svg, -1))-1 {
		return nil, fmt.Errorf("drawing an icon: want paths with a fill in a square viewBox, and nothing else")
	}
	side, _ := strconv.ParseFloat(string(view[1]), 32)
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	scale, edge := float32(size)/float32(side), float32(0)
	if background != nil {
		draw.Draw(picture, picture.Bounds(), image.NewUniform(background), image.Point{}, draw.Src)
		scale, edge = scale*0.8*0.9, float32(size)*0.14
	}
	for _, s := range shapes {
		fill, _ := strconv.ParseUint(string(s[1]), 16, 32)
		raster := vector.NewRasterizer(size, size)
		if err := trace(raster, string(s[2]), scale, edge); err != nil {
			return nil, err
		}
		raster.Draw(picture, picture.Bounds(), image.NewUniform(color.RGBA{uint8(fill >> 16), uint8(fill >> 8), uint8(fill), 255}), image.Point{})
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, picture); err != nil {
		return nil, fmt.Errorf("drawing an icon: %w", err)
	}
	return out.Bytes(), nil
}

// trace follows a path.
func trace(raster *vector.Rasterizer, path string, scale, edge float32) error {
	var x, y float32
	verb, wants := "", 0
	var numbers []float32
	for _, part := range command.FindAllStringSubmatch(path, -1) {
		if part[1] != "" {
			verb, numbers = part[1], nil
			wants = map[string]int{"M": 2, "L": 2, "H": 1, "V": 1}[strings.ToUpper(verb)]
			if verb == "z" {
				raster.ClosePath()
			}
			continue
		}
		n, err := strconv.ParseFloat(part[2], 32)
		if err != nil || wants == 0 {
			return fmt.Errorf("drawing an icon: %q in %q is not understood", part[0], path)
		}
		if numbers = append(numbers, float32(n)); len(numbers) < wants {
			continue
		}
		fromX, fromY := float32(0), float32(0)
		if strings.ToLower(verb) == verb {
			fromX, fromY = x, y
		}
		switch strings.ToUpper(verb) {
		case "H":
			x = fromX + numbers[0]
		case "V":
			y = fromY + numbers[0]
		default:
			x, y = fromX+numbers[0], fromY+numbers[1]
		}
		if strings.ToUpper(verb) == "M" {
			raster.MoveTo(edge+x*scale, edge+y*scale)
			verb = strings.NewReplacer("M", "L", "m", "l").Replace(verb) // more pairs are lines
		} else {
			raster.LineTo(edge+x*scale, edge+y*scale)
		}
		numbers = nil
	}
	return nil
}
