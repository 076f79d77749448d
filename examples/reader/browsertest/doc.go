// Package browsertest reads articles with examples/reader in a real browser.
// It is a module of its own so that the library's does not need the browser's
// driver.
package browsertest
