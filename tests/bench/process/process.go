// Package process tells what other processes took, as the system kept it.
package process
