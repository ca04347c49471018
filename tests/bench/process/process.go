// Package process tells what other processes took, as the system kept it.
package process

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// PeakOf is the most memory that a process which still runs had in use, in bytes.
// It is known on Linux only, and 0 elsewhere.
func PeakOf(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kB, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")), 10, 64)
			if err != nil {
				return 0
			}
			return kB << 10
		}
	}
	return 0
}

// tick is the unit in which Linux tells the time that a process took (USER_HZ).
const tick = time.Second / 100

// TimeOf is the processor time that a process which still runs took so far; ok is
// false where that is not known, which is everywhere but on Linux.
func TimeOf(pid int) (took time.Duration, ok bool) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, false
	}
	// The name of the program, in parentheses, may hold spaces. What follows it
	// begins with field 3; the ticks in user and system mode are 14 and 15 (proc(5)).
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	const user, system = 14 - 3, 15 - 3
	if len(fields) <= system {
		return 0, false
	}
	for _, text := range []string{fields[user], fields[system]} {
		ticks, err := strconv.Atoi(text)
		if err != nil {
			return 0, false
		}
		took += time.Duration(ticks) * tick
	}
	return took, true
}
