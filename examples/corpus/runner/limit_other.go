//go:build !unix

package runner

func ignoreFileLimit() {}
