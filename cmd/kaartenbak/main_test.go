package main

import (
	"flag"
	"os"
	"os/exec"
	"testing"

	"kaartenbak/generator/fixture"
)

var soak = flag.Bool("soak", false, "test for minutes instead of seconds")

// asCommand makes the test program behave as the command, so that tests can run
// it as a process of its own, and kill it.
const asCommand = "KAARTENBAK_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// command is a run of kaartenbak that is not started yet.
func command(args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), asCommand+"=1", "NO_COLOR=1")
	return c
}

// content copies a made-up catalogue to a folder of the test, and gives its name.
func content(t *testing.T) string {
	t.Helper()
	dir := t.TempDir() + "/content"
	if err := os.CopyFS(dir, fixture.Folder(t, "../../tests/fixture/content")); err != nil {
		t.Fatal(err)
	}
	return dir
}
